"""Memory that objects of CPython lend, as spans: NumPy's arrays, `array.array`, `bytearray` and whatever else has Python's buffer protocol."""

from builtins._decode import text_from_bytes

from pyc._runtime import zero_terminated_size
from pyc.fixed import f32, i32, u8, u16, u32, u64
from pyc.mem import Memory, Span
from pyc.unsafe import Ptr, alloc, free, is_same, mem_set, ptr_address, ptr_cast, size_of

from ._api import buffer_check, buffer_get, buffer_release
from ._incoming import mismatch
from ._objects import Mismatch, PythonError, Unfit

# Where the fields of CPython's `Py_buffer` are, in bytes.
DATA = 0
LENGTH = 16
ITEM_SIZE = 24
READ_ONLY = 32
DIMENSIONS = 36
FORMAT = 40
STRIDES = 56
VIEW_SIZE = 80

# Strides and the format are asked for.
FLAGS = 0x1C


class View(Memory):
    """A `Py_buffer`: the memory of an object, which keeps it where it is until the view ends."""

    def __destroy__(self) -> None:
        buffer_release(self._data)
        free(self._data)

    def _word(self, offset: int) -> int:
        return ptr_cast[int](self._data + offset)[0]

    def _half(self, offset: int) -> int:
        return int(ptr_cast[i32](self._data + offset)[0])

    def _address(self, offset: int) -> Ptr[u8]:
        return ptr_cast[Ptr[u8]](self._data + offset)[0]

    def _code(self) -> str:
        """Give the letter of the elements' type, as the module `struct` has it; with its sign of the byte order if that is not this machine's."""
        address = self._address(FORMAT)
        if not address:
            return "B"
        code = text_from_bytes(address, zero_terminated_size(address))
        if len(code) == 2 and code[0] in "@=<":
            return code[1]
        return code


def is_buffer(obj: Ptr[u8]) -> bool:
    """Say whether an object lends memory."""
    return int(buffer_check(obj)) != 0


def span_from[T](obj: Ptr[u8]) -> Span[T]:
    """Take an array of one dimension. Its elements are not copied."""
    if not is_buffer(obj):
        mismatch(obj)
    data = alloc(VIEW_SIZE)
    mem_set(data, 0, VIEW_SIZE)
    if int(buffer_get(obj, data, i32(FLAGS))) < 0:
        free(data)
        raise PythonError()
    view = View(data)
    code = view._code()
    if view._word(ITEM_SIZE) != size_of[T]() or code not in codes[T]():
        raise Mismatch(described(code, view._word(ITEM_SIZE)))
    check_shape(view, size_of[T]())
    return Span[T](ptr_cast[T](view._address(DATA)), view._word(LENGTH) // size_of[T](), view)


def check_shape(view: View, size: int) -> None:
    """Raise unless the elements lie side by side in one dimension and may be written."""
    dimensions = view._half(DIMENSIONS)
    if dimensions != 1:
        raise Unfit(f"must have one dimension, not {dimensions}", False)
    strides = ptr_cast[int](view._address(STRIDES))
    if strides and strides[0] != size and view._word(LENGTH) > size:
        raise Unfit("must be contiguous: its elements lie apart (numpy.ascontiguousarray copies them)", False)
    if ptr_address(view._address(DATA)) % size != 0 and view._word(LENGTH) > 0:
        raise Unfit("must be aligned: its elements lie at odd addresses (numpy.require copies them)", False)
    if view._half(READ_ONLY) != 0:
        raise Unfit("must be writable: it is read-only (pass a copy)", True)


def codes[T]() -> str:
    """Give the letters that mean `T` where the size is right."""
    if is_same[T, bool]():
        return "?"
    if is_float[T]():
        return "fde"
    if is_unsigned[T]():
        return "BHILQN"
    return "bhilqn"


def is_float[T]() -> bool:
    """Say whether a type is a floating-point number."""
    return is_same[T, float]() or is_same[T, f32]()


def is_unsigned[T]() -> bool:
    """Say whether a type is an integer without a sign."""
    return is_same[T, u8]() or is_same[T, u16]() or is_same[T, u32]() or is_same[T, u64]()


def described(code: str, size: int) -> str:
    """Say what an array is one of, in NumPy's words."""
    if code == "?":
        return "an array of bool"
    if code in ("f", "d", "e"):
        return f"an array of float{8 * size}"
    if code in ("b", "h", "i", "l", "q", "n"):
        return f"an array of int{8 * size}"
    if code in ("B", "H", "I", "L", "Q", "N"):
        return f"an array of uint{8 * size}"
    return "an array of the format '" + code + "'"
