"""The module itself: its definition, and whether it is ready."""

from pyc.fixed import i32, u8
from pyc.unsafe import Ptr, alloc, mem_set, ptr_cast

from ._api import module_create
from ._exceptions import export_exceptions
from ._objects import Reference, checked, zero_terminated

# CPython's `PyMethodDef`: name, code, flags and documentation, a word each.
METHOD_SIZE = 32
# Arguments in an array, keywords with them.
FAST_WITH_KEYWORDS = 0x82

# CPython's `PyModuleDef`, in words.
DEFINITION_SIZE = 104
REFERENCES = 0
NAME = 5
STATE_SIZE = 7
METHODS = 8

STABLE_INTERFACE = 3


class Functions:
    """The functions of a module, in a table that ends with zeros."""

    _table: Ptr[u8]
    _count: int

    def __init__(self, room: int) -> None:
        size = (room + 1) * METHOD_SIZE
        self._table = alloc(size)
        self._count = 0
        mem_set(self._table, 0, size)

    def add(self, name: str, code: Ptr[u8], documentation: str) -> None:
        """Add a function."""
        words = ptr_cast[Ptr[u8]](self._table + self._count * METHOD_SIZE)
        words[0] = zero_terminated(name)
        words[1] = code
        ptr_cast[int](self._table + self._count * METHOD_SIZE)[2] = FAST_WITH_KEYWORDS
        words[3] = zero_terminated(documentation)
        self._count += 1


def new_module(name: str, functions: Functions) -> Ptr[u8]:
    """Give the module, with the functions and exceptions in it."""
    definition = alloc(DEFINITION_SIZE)
    mem_set(definition, 0, DEFINITION_SIZE)
    numbers = ptr_cast[int](definition)
    addresses = ptr_cast[Ptr[u8]](definition)
    numbers[REFERENCES] = 1
    addresses[NAME] = zero_terminated(name)
    # The program's state is in its variables: there is one for the process.
    numbers[STATE_SIZE] = -1
    addresses[METHODS] = functions._table
    module = Reference(checked(module_create(definition, i32(STABLE_INTERFACE))))
    export_exceptions(module.obj, name)
    return module.take()


# Whether all tops have run to their ends: a module whose top raised is not to be used.
_has_started = False


def set_started() -> None:
    """Note that the tops of all modules have run."""
    global _has_started
    _has_started = True


def has_started() -> bool:
    """Say whether the tops of all modules have run."""
    return _has_started
