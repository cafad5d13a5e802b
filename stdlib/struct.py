"""Numbers and bytes, packed as C lays them out."""

from builtins._byte_items import items_of
from builtins.bytes import bytes_of
from math import copysign, frexp, inf, ldexp, nan

from pyc import unroll
from pyc.fixed import f32, u8
from pyc.unsafe import alloc, free, ptr_cast, ptr_load, ptr_store

__all__ = ["Struct", "calcsize", "error", "iter_unpack", "pack", "pack_into", "unpack", "unpack_from"]

type Value = int | float | bool | bytes


class error(Exception):
    """What can't be packed or unpacked."""


class Item:
    """One value in a layout."""

    code: str
    size: int
    offset: int

    def __init__(self, code: str, size: int, offset: int) -> None:
        self.code = code
        self.size = size
        self.offset = offset


class Layout:
    """What a format says."""

    format: str
    items: list[Item]
    size: int
    is_big: bool
    is_native: bool

    def __init__(self, format: str) -> None:
        self.format = format
        self.items = []
        self.size = 0
        self.is_big = format[:1] in (">", "!") and format != ""
        self.is_native = format[:1] not in ("<", ">", "!", "=") or format == ""
        place = 1 if format[:1] in ("<", ">", "!", "=", "@") and format != "" else 0
        while place < len(format):
            start = place
            while place < len(format) and format[place].isdecimal():
                place += 1
            if format[place : place + 1].isspace() and start == place:
                place += 1
                continue
            if place == len(format):
                raise error("repeat count given without format specifier")
            self._add(format[place], int(format[start:place]) if start < place else 1)
            place += 1

    def _add(self, code: str, count: int) -> None:
        """Put several values of a kind behind what there is."""
        size = self._size_of(code)
        if self.is_native and code not in "xsp":
            self.size = (self.size + size - 1) // size * size
        if code == "x":
            self.size += count
        elif code == "s" or code == "p":
            self.items.append(Item(code, count, self.size))
            self.size += count
        else:
            for _ in range(count):
                self.items.append(Item(code, size, self.size))
                self.size += size

    def _size_of(self, code: str) -> int:
        if code in "xspcbB?":
            return 1
        if code in "hHe":
            return 2
        if code in "iIf":
            return 4
        if code in "qQd":
            return 8
        if code in "lL":
            return 8 if self.is_native else 4
        if code in "nNP" and self.is_native:
            return 8
        raise error("bad char in struct format")

    # Packing

    def pack(self, target: list[u8], start: int, values) -> None:
        """Write values behind `start` places."""
        if len(values) != len(self.items):
            raise error(f"pack expected {len(self.items)} items for packing (got {len(values)})")
        place = 0
        for value in unroll(values):
            self._put(target, start, self.items[place], value)
            place += 1

    def _put(self, target: list[u8], start: int, item: Item, value) -> None:
        at = start + item.offset
        code = item.code
        if code in "sp":
            if isinstance(value, (bytes, bytearray)):
                put_text(target, at, item, items_of(value))
            else:
                raise error(f"argument for '{code}' must be a bytes object")
        elif code == "c":
            if isinstance(value, (bytes, bytearray)):
                if len(value) != 1:
                    raise error("char format requires a bytes object of length 1")
                target[at] = items_of(value)[0]
            else:
                raise error("char format requires a bytes object of length 1")
        elif code == "?":
            target[at] = u8(1 if value else 0)
        elif code in "efd":
            if isinstance(value, (int, float)):
                bits = half_bits(float(value)) if code == "e" else float_bits(float(value), code, self.is_native)
                self._put_number(target, at, item, bits)
            else:
                raise error("required argument is not a float")
        elif isinstance(value, int):
            check_range(code, item.size, int(value), self.is_big)
            self._put_number(target, at, item, int(value))
        else:
            raise error("required argument is not an integer")

    def _put_number(self, target: list[u8], at: int, item: Item, bits: int) -> None:
        for place in range(item.size):
            where = at + item.size - 1 - place if self.is_big else at + place
            target[where] = u8(bits >> (8 * place) & 0xFF)

    # Unpacking

    def unpack(self, source: list[u8], start: int) -> tuple[Value, ...]:
        """Give the values that lie behind `start` places."""
        values: list[Value] = []
        for item in self.items:
            values.append(self._get(source, start + item.offset, item))
        return tuple(values)

    def _get(self, source: list[u8], at: int, item: Item) -> Value:
        code = item.code
        if code == "s":
            return bytes_of(source[at : at + item.size])
        if code == "p":
            if item.size == 0:
                return b""
            return bytes_of(source[at + 1 : at + 1 + min(int(source[at]), item.size - 1)])
        if code == "c":
            return bytes_of(source[at : at + 1])
        bits = 0
        for place in range(item.size):
            where = at + place if self.is_big else at + item.size - 1 - place
            if place == 0 and item.size == 8 and code in "QLNP" and source[where] > u8(127):
                raise OverflowError("this number has more than 63 bits")
            # The first byte has the sign.
            byte = int(source[where])
            bits = (
                (byte - 256 if place == 0 and byte > 127 and code in "bhilqnfd" else byte)
                if place == 0
                else bits * 256 + byte
            )
        if code == "?":
            return bits != 0
        if code == "e":
            return float_of_half(bits & 0xFFFF)
        if code in "fd":
            return float_of(bits, code)
        return bits


def put_text(target: list[u8], at: int, item: Item, text: list[u8]) -> None:
    """Write bytes, cut or filled with zeros; with `p` their number comes first."""
    first = 1 if item.code == "p" and item.size > 0 else 0
    count = min(len(text), item.size - first)
    if first == 1:
        target[at] = u8(min(count, 255))
    for place in range(count):
        target[at + first + place] = text[place]


def check_range(code: str, size: int, value: int, is_big: bool) -> None:
    """Raise the error of a number that does not fit."""
    if code in "ILQNP" and value < 0 and not (code == "P"):
        raise error("argument out of range")
    if size == 8:
        return
    is_signed = code in "bhilqn"
    low = -(1 << (8 * size - 1)) if is_signed else 0
    high = (1 << (8 * size - 1)) - 1 if is_signed else (1 << (8 * size)) - 1
    if value < low or value > high:
        name = {"b": "byte", "B": "ubyte", "h": "short", "H": "ushort"}.get(code, "")
        if name == "" or (is_big and code in "hH"):
            name = f"'{code}'"
        raise error(f"{name} format requires {low} <= number <= {high}")


def float_bits(value: float, code: str, is_native: bool) -> int:
    """Give the bits of a float."""
    data = alloc(8)
    ptr_store(ptr_cast[int](data), 0, 0)
    if code == "d":
        ptr_store(ptr_cast[float](data), 0, value)
    else:
        small = f32(value)
        ptr_store(ptr_cast[f32](data), 0, small)
        if not is_native and value - value == 0.0 and float(small) - float(small) != 0.0:
            free(data)
            raise OverflowError("float too large to pack with f format")
    bits = ptr_load(ptr_cast[int](data), 0)
    free(data)
    return bits


def float_of(bits: int, code: str) -> float:
    """Give the float that some bits are."""
    data = alloc(8)
    ptr_store(ptr_cast[int](data), 0, bits)
    value = ptr_load(ptr_cast[float](data), 0) if code == "d" else float(ptr_load(ptr_cast[f32](data), 0))
    free(data)
    return value


def half_bits(value: float) -> int:
    """Give the bits of a float in 16 of them: a sign, five bits of an exponent, and ten behind the point."""
    sign = 0x8000 if copysign(1.0, value) < 0.0 else 0
    if value != value:
        return sign | 0x7E00
    if value - value != 0.0:
        return sign | 0x7C00
    # The value is `fraction * 2**exponent`, and the fraction at least a half.
    fraction, exponent = frexp(abs(value))
    if exponent > 16:
        raise OverflowError("float too large to pack with e format")
    # The least exponent has numbers that do not begin with a one.
    unit = max(exponent - 11, -24)
    # Rounds half to even.
    digits = round(ldexp(fraction, exponent - unit))
    if digits == 2048:
        digits = 1024
        unit += 1
    if unit > 5:
        raise OverflowError("float too large to pack with e format")
    if digits < 1024:
        return sign | digits
    return sign | (unit + 25) << 10 | (digits - 1024)


def float_of_half(bits: int) -> float:
    """Give the float that 16 bits are."""
    exponent = bits >> 10 & 31
    digits = bits & 0x3FF
    if exponent == 31:
        value = inf if digits == 0 else nan
    elif exponent == 0:
        value = ldexp(float(digits), -24)
    else:
        value = ldexp(float(digits + 1024), exponent - 25)
    return -value if bits >= 0x8000 else value


class Struct:
    """A format that is read once.

    >>> Struct("<hi").pack(1, -2)
    b'\\x01\\x00\\xfe\\xff\\xff\\xff'
    """

    format: str
    size: int
    _layout: Layout

    def __init__(self, format: str) -> None:
        self._layout = Layout(format)
        self.format = format
        self.size = self._layout.size

    def pack(self, *v) -> bytes:
        """Give values as bytes."""
        items = [u8(0)] * self.size
        self._layout.pack(items, 0, v)
        return bytes_of(items)

    def pack_into(self, buffer: bytearray, offset: int, *v) -> None:
        """Write values into bytes."""
        start = self._check("pack_into", "packing", len(buffer), offset)
        items = [u8(0)] * self.size
        self._layout.pack(items, 0, v)
        buffer[start : start + self.size] = bytes_of(items)

    def unpack(self, buffer) -> tuple[Value, ...]:
        """Give the values of bytes."""
        items = items_of(buffer)
        if len(items) != self.size:
            raise error(f"unpack requires a buffer of {self.size} bytes")
        return self._layout.unpack(items, 0)

    def unpack_from(self, buffer, offset: int = 0) -> tuple[Value, ...]:
        """Give the values that lie somewhere in bytes."""
        items = items_of(buffer)
        return self._layout.unpack(items, self._check("unpack_from", "unpacking", len(items), offset))

    def iter_unpack(self, buffer):
        """Give the values of bytes, again and again."""
        items = items_of(buffer)
        if self.size == 0:
            raise error("cannot iteratively unpack with a struct of length 0")
        if len(items) % self.size != 0:
            raise error(f"iterative unpacking requires a buffer of a multiple of {self.size} bytes")
        return iter([self._layout.unpack(items, start) for start in range(0, len(items), self.size)])

    def _check(self, name: str, what: str, length: int, offset: int) -> int:
        """Give where to start; raise the error of a buffer that is too small."""
        if offset < 0:
            if offset + self.size > 0:
                refused = "no space to pack" if name == "pack_into" else "not enough data to unpack"
                raise error(f"{refused} {self.size} bytes at offset {offset}")
            if offset + length < 0:
                raise error(f"offset {offset} out of range for {length}-byte buffer")
            offset += length
        if length - offset < self.size:
            raise error(
                f"{name} requires a buffer of at least {offset + self.size} bytes for {what} {self.size} bytes"
                f" at offset {offset} (actual buffer size is {length})"
            )
        return offset


_structs: dict[str, Struct] = {}


def _struct(format: str) -> Struct:
    known = _structs.get(format)
    if known is not None:
        return known
    made = Struct(format)
    _structs[format] = made
    return made


def calcsize(format: str) -> int:
    """Give the number of bytes of a format."""
    return _struct(format).size


def pack(format: str, *v) -> bytes:
    """Give values as bytes."""
    return _struct(format).pack(*v)


def pack_into(format: str, buffer: bytearray, offset: int, *v) -> None:
    """Write values into bytes."""
    _struct(format).pack_into(buffer, offset, *v)


def unpack(format: str, buffer) -> tuple[Value, ...]:
    """Give the values of bytes.

    >>> unpack(">hB", b"\\x01\\x02\\x03")
    (258, 3)
    """
    return _struct(format).unpack(buffer)


def unpack_from(format: str, buffer, offset: int = 0) -> tuple[Value, ...]:
    """Give the values that lie somewhere in bytes."""
    return _struct(format).unpack_from(buffer, offset)


def iter_unpack(format: str, buffer):
    """Give the values of bytes, again and again."""
    return _struct(format).iter_unpack(buffer)
