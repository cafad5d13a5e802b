"""Arrays of numbers, each as wide as its type code says."""

from builtins.bytes import bytes_of

from pyc import inline, struct
from pyc.fixed import f32, i8, i16, i32, u8, u16, u32, u64
from pyc.unsafe import (
    Word,
    int_cast,
    is_same,
    is_type,
    mem_copy,
    ptr_address,
    ptr_cast,
    ptr_offset,
    size_of,
)

__all__ = ["ArrayType", "array", "typecodes"]

typecodes = "bBuhHiIlLqQfd"


@struct
class _Character:
    """What an array of the code `u` holds."""

    code: u32


class array[S]:
    """Numbers of one type in a row. `S` is what the machine stores: `i32` for the code `i`, `float` for `d`.

    >>> numbers = array("i", [1, 2, 3])
    >>> numbers.append(4)
    >>> numbers[1:]
    array('i', [2, 3, 4])
    """

    typecode: str
    _items: list[S]

    def __init__(self) -> None:
        self.typecode = ""
        self._items = []

    @staticmethod
    def _new(typecode: Word, initializer=()):
        if typecode == "b":
            return _filled(array[i8](), "b", initializer)
        elif typecode == "B":
            return _filled(array[u8](), "B", initializer)
        elif typecode == "u":
            return _filled(array[_Character](), "u", initializer)
        elif typecode == "h":
            return _filled(array[i16](), "h", initializer)
        elif typecode == "H":
            return _filled(array[u16](), "H", initializer)
        elif typecode == "i":
            return _filled(array[i32](), "i", initializer)
        elif typecode == "I":
            return _filled(array[u32](), "I", initializer)
        elif typecode == "l":
            return _filled(array[int](), "l", initializer)
        elif typecode == "L":
            return _filled(array[u64](), "L", initializer)
        elif typecode == "q":
            return _filled(array[int](), "q", initializer)
        elif typecode == "Q":
            return _filled(array[u64](), "Q", initializer)
        elif typecode == "f":
            return _filled(array[f32](), "f", initializer)
        elif typecode == "d":
            return _filled(array[float](), "d", initializer)
        else:
            raise ValueError("bad typecode (must be b, B, u, h, H, i, I, l, L, q, Q, f or d)")

    def _of(self, items: list[S]) -> array[S]:
        """Give an array of the same type with elements that nobody else has."""
        result = array[S]()
        result.typecode = self.typecode
        result._items = items
        return result

    @inline
    def _stored(self, value) -> S:
        """Give a number as the machine stores it."""
        if is_same[S, float]():
            return _real(value)
        elif is_same[S, f32]():
            return f32(_real(value))
        elif is_same[S, _Character]():
            return _Character(int_cast[u32](_character(value)))
        elif is_same[S, int]():
            return value.__index__()
        else:
            return int_cast[S](_checked(value.__index__(), self.typecode))

    @property
    def itemsize(self) -> int:
        """The number of bytes of an element."""
        return size_of[S]()

    # Being a sequence

    @inline
    def __len__(self) -> int:
        return self._items._size

    @inline
    def __bool__(self) -> bool:
        return self._items._size != 0

    @inline
    def __getitem__(self, index):
        if isinstance(index, slice):
            return self._of(self._items._get_slice(index))
        else:
            position = self._items._position(index.__index__())
            if self._items._is_out(position):
                _raise_index("array index out of range")
            return _loaded(self._items._items[position])

    @inline
    def __setitem__(self, index, value) -> None:
        if isinstance(index, slice):
            if isinstance(value, array):
                self._set_slice(index, value)
            else:
                raise TypeError("can only assign array to array slice")
        else:
            stored: S = self._stored(value)
            position = self._items._position(index.__index__())
            if self._items._is_out(position):
                _raise_index("array assignment index out of range")
            self._items._items[position] = stored

    def _set_slice[U](self, index: slice, value: array[U]) -> None:
        if is_same[U, S]():
            self._items[index] = value._items.copy()
        else:
            raise TypeError("bad argument type for built-in operation")

    def __delitem__(self, index) -> None:
        if isinstance(index, slice):
            del self._items[index]
        else:
            position = self._items._position(index.__index__())
            if self._items._is_out(position):
                _raise_index("array assignment index out of range")
            del self._items[position]

    def __iter__(self) -> ArrayIterator[S]:
        return ArrayIterator(self._items, 0)

    def __reversed__(self):
        return self.tolist().__reversed__()

    def __contains__(self, value) -> bool:
        for item in self._items:
            if _loaded(item) == value:
                return True
        return False

    # Changing

    def append(self, value) -> None:
        """Add an element at the end."""
        self._items.append(self._stored(value))

    def extend(self, iterable) -> None:
        """Add elements at the end: those of an array of the same type, or of anything else."""
        if isinstance(iterable, array):
            if iterable.typecode != self.typecode:
                raise TypeError("can only extend with array of same kind")
        if is_type[array[S]](iterable):
            self._items.extend(iterable._items)
        else:
            for value in iterable:
                self._items.append(self._stored(value))

    def insert(self, index: int, value) -> None:
        """Put an element in front of the one at `index`."""
        self._items.insert(index, self._stored(value))

    def pop(self, index: int = -1):
        """Remove an element and give it."""
        if self._items._size == 0:
            raise IndexError("pop from empty array")
        position = self._items._position(index)
        if self._items._is_out(position):
            raise IndexError("pop index out of range")
        return _loaded(self._items.pop(position))

    def remove(self, value) -> None:
        """Remove the first element that equals `value`."""
        for position, item in enumerate(self._items):
            if _loaded(item) == value:
                del self._items[position]
                return
        raise ValueError("array.remove(x): x not in array")

    def reverse(self) -> None:
        """Turn the order round."""
        self._items.reverse()

    def byteswap(self) -> None:
        """Turn the bytes of every element round."""
        data = ptr_cast[u8](self._items._items)
        width = size_of[S]()
        for element in range(self._items._size):
            low = element * width
            high = low + width - 1
            while low < high:
                byte = data[low]
                data[low] = data[high]
                data[high] = byte
                low += 1
                high -= 1

    # Searching

    def index(self, value, start: int = 0, stop: int = 9223372036854775807) -> int:
        """Give the position of the first element that equals `value`."""
        low, high, _ = slice(start, stop, None).indices(self._items._size)
        for position in range(low, high):
            if _loaded(self._items[position]) == value:
                return position
        raise ValueError("array.index(x): x not in array")

    def count(self, value) -> int:
        """Count the elements that equal `value`."""
        found = 0
        for item in self._items:
            if _loaded(item) == value:
                found += 1
        return found

    # Other forms

    def tolist(self):
        """Give the elements in a list."""
        return [_loaded(item) for item in self._items]

    def fromlist(self, list) -> None:
        """Add the elements of a list at the end: all of them, or none."""
        added = [self._stored(value) for value in list]
        self._items.extend(added)

    def tobytes(self) -> bytes:
        """Give the bytes that the elements are in memory."""
        size = self._items._size * size_of[S]()
        data = [u8(0)] * size
        mem_copy(data._items, ptr_cast[u8](self._items._items), size)
        return bytes_of(data)

    def frombytes(self, buffer) -> None:
        """Add elements at the end, as they are in memory."""
        count, rest = divmod(len(buffer), size_of[S]())
        if rest != 0:
            raise ValueError("bytes length not a multiple of item size")
        size = self._items._size
        self._items._reserve(size + count)
        mem_copy(ptr_cast[u8](ptr_offset(self._items._items, size)), buffer._items._items, len(buffer))
        self._items._size = size + count

    def tounicode(self) -> str:
        """Give the characters of an array of the code `u`."""
        if is_same[S, _Character]():
            return "".join(self.tolist())
        else:
            raise ValueError("tounicode() may only be called on unicode type arrays")

    def fromunicode(self, ustr: str) -> None:
        """Add the characters of a string to an array of the code `u`."""
        if is_same[S, _Character]():
            self.extend(ustr)
        else:
            raise ValueError("fromunicode() may only be called on unicode type arrays")

    def tofile(self, f) -> None:
        """Write the bytes that the elements are in memory."""
        f.write(self.tobytes())

    def fromfile(self, f, n: int) -> None:
        """Read elements, as they are in memory."""
        data = f.read(n * size_of[S]())
        whole = len(data) // size_of[S]() * size_of[S]()
        self.frombytes(data[:whole])
        if len(data) < n * size_of[S]():
            raise EOFError("read() didn't return enough bytes")

    def buffer_info(self) -> tuple[int, int]:
        """Give the address of the elements and their number."""
        return (ptr_address(self._items._items), self._items._size)

    def __copy__(self) -> array[S]:
        return self._of(self._items.copy())

    def __deepcopy__(self, memo) -> array[S]:
        return self._of(self._items.copy())

    # Operators

    def __add__(self, other) -> array[S]:
        return self._of(self._items + self._same(other, "append")._items)

    def __iadd__(self, other) -> array[S]:
        self._items.extend(self._same(other, "extend with")._items)
        return self

    def _same(self, other, doing: str) -> array[S]:
        """Give an operand that must be of the same type."""
        if is_type[array[S]](other):
            if other.typecode != self.typecode:
                raise TypeError("bad argument type for built-in operation")
            return other
        elif isinstance(other, array):
            raise TypeError("bad argument type for built-in operation")
        elif doing == "append":
            raise TypeError(f'can only append array (not "{type(other).__name__}") to array')
        else:
            raise TypeError(f'can only extend with array (not "{type(other).__name__}")')

    def __mul__(self, count: int) -> array[S]:
        return self._of(self._items * count)

    def __rmul__(self, count: int) -> array[S]:
        return self._of(self._items * count)

    def __imul__(self, count: int) -> array[S]:
        self._items *= count
        return self

    # Comparison

    def __eq__(self, other):
        if isinstance(other, array):
            return self.tolist() == other.tolist()
        else:
            return NotImplemented

    def __lt__(self, other):
        if isinstance(other, array):
            return self.tolist() < other.tolist()
        else:
            return NotImplemented

    def __le__(self, other):
        if isinstance(other, array):
            return self.tolist() <= other.tolist()
        else:
            return NotImplemented

    def __gt__(self, other):
        if isinstance(other, array):
            return self.tolist() > other.tolist()
        else:
            return NotImplemented

    def __ge__(self, other):
        if isinstance(other, array):
            return self.tolist() >= other.tolist()
        else:
            return NotImplemented

    def __hash__(self) -> int:
        raise TypeError("unhashable type: 'array.array'")

    def __repr__(self) -> str:
        if self._items._size == 0:
            return f"array('{self.typecode}')"
        if is_same[S, _Character]():
            return f"array('{self.typecode}', {self.tounicode()!r})"
        return f"array('{self.typecode}', {self.tolist()!r})"


ArrayType = array


@struct
class ArrayIterator[S]:
    """Goes through the elements of an array, and through those that are added meanwhile."""

    _items: list[S]
    _position: int

    def __iter__(self) -> ArrayIterator[S]:
        return ArrayIterator(self._items, self._position)

    @inline
    def __has_next__(self: inout[Self]) -> bool:
        return self._position < self._items._size

    @inline
    def __next__(self: inout[Self]):
        item = self._items._items[self._position]
        self._position += 1
        return _loaded(item)


def _filled[S](result: array[S], typecode: str, initializer) -> array[S]:
    """Give an array its code and its first elements."""
    result.typecode = typecode
    if isinstance(initializer, (bytes, bytearray)):
        result.frombytes(initializer)
    elif isinstance(initializer, str):
        if not is_same[S, _Character]():
            raise TypeError(f"cannot use a str to initialize an array with typecode '{typecode}'")
        result.fromunicode(initializer)
    else:
        for value in initializer:
            result._items.append(result._stored(value))
    return result


@inline
def _loaded(item):
    """Give a stored number as Python has it."""
    if isinstance(item, (int, float)):
        return item
    elif isinstance(item, f32):
        return float(item)
    elif isinstance(item, _Character):
        return chr(int(item.code))
    else:
        return int(item)


def _character(value: str) -> int:
    """Give the code of a string that must be one character."""
    if len(value) != 1:
        raise TypeError("array item must be unicode character")
    return ord(value)


@inline
def _real(value) -> float:
    """Give a number as a `float`; texts are none, which `float` would read."""
    if isinstance(value, str):
        raise TypeError("must be real number, not str")
    elif isinstance(value, array):
        raise TypeError("must be real number, not array.array")
    else:
        return float(value)


def _raise_index(message: str):
    """Raise the error of a place that is not there."""
    raise IndexError(message)


def _checked(value: int, typecode: str) -> int:
    """Give a number that must be in the range of its code."""
    if typecode == "b":
        return _within(value, -128, 127, "signed char")
    if typecode == "B":
        return _within(value, 0, 255, "unsigned byte integer")
    if typecode == "h":
        return _within(value, -32768, 32767, "signed short integer")
    if typecode == "H":
        return _within(value, 0, 65535, "unsigned short")
    if typecode == "i":
        return _within(value, -2147483648, 2147483647, "signed integer")
    if value < 0:
        raise OverflowError("can't convert negative value to unsigned int")
    if typecode == "I":
        return _within(value, 0, 4294967295, "unsigned int")
    return value


@inline
def _within(value: int, least: int, most: int, kind: str) -> int:
    if value < least:
        raise OverflowError(f"{kind} is less than minimum")
    if value > most:
        raise OverflowError(f"{kind} is greater than maximum")
    return value
