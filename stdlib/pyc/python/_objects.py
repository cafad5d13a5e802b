"""Objects of CPython as the rest of the package handles them: owned references, names, and Python's errors."""

from builtins._text import text_from

from pyc.fixed import u8
from pyc.unsafe import Ptr, alloc, free, mem_copy, ptr_cast, ptr_null

from ._api import (
    TYPE_OFFSET,
    decref,
    error_clear,
    error_type,
    get_attribute,
    import_module,
    object_str,
    type_flags,
    unicode_data,
    unicode_from,
    unicode_length,
)


class PythonError(BaseException):
    """Python's error is set: whoever catches this leaves it so."""


class Mismatch(BaseException):
    """An object is not what is to be converted. The text says what it is instead, as in "not str"."""


class Unfit(BaseException):
    """An object is of the right type, but can't be used. The text says what it must be."""

    is_buffer_error: bool

    def __init__(self, message: str, is_buffer_error: bool) -> None:
        super().__init__(message)
        self.is_buffer_error = is_buffer_error


class Reference:
    """Owns a reference to an object."""

    obj: Ptr[u8]

    def __init__(self, obj: Ptr[u8]) -> None:
        self.obj = obj

    def __destroy__(self) -> None:
        decref(self.obj)

    def take(self) -> Ptr[u8]:
        """Give the reference away; what is left is harmless to release."""
        obj = self.obj
        self.obj = ptr_null[u8]()
        return obj


def checked(obj: Ptr[u8]) -> Ptr[u8]:
    """Give back what a function of CPython gives, unless it failed."""
    if not obj:
        raise PythonError()
    return obj


def check_status(status: int) -> None:
    """Raise if a function of CPython gave -1."""
    if status < 0:
        raise PythonError()


def has_error() -> bool:
    """Say whether Python's error is set."""
    return bool(error_type())


def type_of(obj: Ptr[u8]) -> Ptr[u8]:
    """Lend the type of an object."""
    return ptr_cast[Ptr[u8]](obj + TYPE_OFFSET)[0]


def has_flag(obj: Ptr[u8], flag: int) -> bool:
    """Say whether the type of an object has a flag."""
    return type_flags(type_of(obj)) & flag != 0


def zero_terminated(text: str) -> Ptr[u8]:
    """Give the bytes of a text, and a zero byte behind them, in memory that stays."""
    data = alloc(text._size + 1)
    mem_copy(data, text._data, text._size)
    data[text._size] = u8(0)
    return data


def text_of(obj: Ptr[u8]) -> str:
    """Give the text of a `str` object."""
    data = checked(unicode_data(obj, _cell))
    return text_from(data, _cell[0], unicode_length(obj))


def text_object(text: str) -> Ptr[u8]:
    """Make a `str` object."""
    return checked(unicode_from(text._data, text._size))


def shown(obj: Ptr[u8]) -> str:
    """Give `str(obj)`, or nothing if that fails."""
    made = object_str(obj)
    if not made:
        error_clear()
        return ""
    return text_of(Reference(made).obj)


def attribute(obj: Ptr[u8], name: str) -> Ptr[u8]:
    """Give an attribute of an object."""
    text = zero_terminated(name)
    found = get_attribute(obj, text)
    free(text)
    return checked(found)


def type_name(obj: Ptr[u8]) -> str:
    """Give the name of the type of an object."""
    return text_of(Reference(attribute(type_of(obj), "__name__")).obj)


# Where functions of CPython put a number.
_cell = ptr_cast[int](alloc(8))

BUILTINS = checked(import_module(zero_terminated("builtins")))
NONE = attribute(BUILTINS, "None")
TRUE = attribute(BUILTINS, "True")
FALSE = attribute(BUILTINS, "False")
FLOAT_TYPE = attribute(BUILTINS, "float")
