"""Numbers of fixed width. What machines do with them in one instruction the compiler does itself."""

from builtins._digits import unsigned_repr
from builtins.errors import raise_zero_division

from pyc import inline
from pyc.unsafe import (
    float_cast,
    float_fabs,
    floor_div,
    floor_mod,
    int_cast,
    int_to_float,
    shift_left,
    shift_right,
    wrapping_sub,
)


class i8:
    """A signed integer of 8 bits; its arithmetic wraps."""

    @staticmethod
    @inline
    def _new(value=0) -> i8:
        return int_cast[i8](int(value))

    @inline
    def __int__(self) -> int:
        return int_cast[int](self)

    @inline
    def __index__(self) -> int:
        return int_cast[int](self)

    @inline
    def __bool__(self) -> bool:
        return int_cast[int](self) != 0

    @inline
    def __float__(self) -> float:
        return int_to_float[float](int_cast[int](self))

    @inline
    def __floordiv__(self, other: i8) -> i8:
        if int_cast[int](other) == 0:
            raise_zero_division("integer division or modulo by zero")
        if int_cast[int](other) == -1:
            return wrapping_sub(int_cast[i8](0), self)
        return floor_div(self, other)

    @inline
    def __mod__(self, other: i8) -> i8:
        if int_cast[int](other) == 0:
            raise_zero_division("integer modulo by zero")
        if int_cast[int](other) == -1:
            return int_cast[i8](0)
        return floor_mod(self, other)

    @inline
    def __lshift__(self, count: int) -> i8:
        return shift_left(self, count & 7)

    @inline
    def __rshift__(self, count: int) -> i8:
        return shift_right(self, count & 7)

    def __hash__(self) -> int:
        return int_cast[int](self).__hash__()

    def __repr__(self) -> str:
        return int_cast[int](self).__repr__()

    def __str__(self) -> str:
        return int_cast[int](self).__repr__()

    def __format__(self, format_spec: str) -> str:
        return int_cast[int](self).__format__(format_spec)


class i16:
    """A signed integer of 16 bits; its arithmetic wraps."""

    @staticmethod
    @inline
    def _new(value=0) -> i16:
        return int_cast[i16](int(value))

    @inline
    def __int__(self) -> int:
        return int_cast[int](self)

    @inline
    def __index__(self) -> int:
        return int_cast[int](self)

    @inline
    def __bool__(self) -> bool:
        return int_cast[int](self) != 0

    @inline
    def __float__(self) -> float:
        return int_to_float[float](int_cast[int](self))

    @inline
    def __floordiv__(self, other: i16) -> i16:
        if int_cast[int](other) == 0:
            raise_zero_division("integer division or modulo by zero")
        if int_cast[int](other) == -1:
            return wrapping_sub(int_cast[i16](0), self)
        return floor_div(self, other)

    @inline
    def __mod__(self, other: i16) -> i16:
        if int_cast[int](other) == 0:
            raise_zero_division("integer modulo by zero")
        if int_cast[int](other) == -1:
            return int_cast[i16](0)
        return floor_mod(self, other)

    @inline
    def __lshift__(self, count: int) -> i16:
        return shift_left(self, count & 15)

    @inline
    def __rshift__(self, count: int) -> i16:
        return shift_right(self, count & 15)

    def __hash__(self) -> int:
        return int_cast[int](self).__hash__()

    def __repr__(self) -> str:
        return int_cast[int](self).__repr__()

    def __str__(self) -> str:
        return int_cast[int](self).__repr__()

    def __format__(self, format_spec: str) -> str:
        return int_cast[int](self).__format__(format_spec)


class i32:
    """A signed integer of 32 bits; its arithmetic wraps."""

    @staticmethod
    @inline
    def _new(value=0) -> i32:
        return int_cast[i32](int(value))

    @inline
    def __int__(self) -> int:
        return int_cast[int](self)

    @inline
    def __index__(self) -> int:
        return int_cast[int](self)

    @inline
    def __bool__(self) -> bool:
        return int_cast[int](self) != 0

    @inline
    def __float__(self) -> float:
        return int_to_float[float](int_cast[int](self))

    @inline
    def __floordiv__(self, other: i32) -> i32:
        if int_cast[int](other) == 0:
            raise_zero_division("integer division or modulo by zero")
        if int_cast[int](other) == -1:
            return wrapping_sub(int_cast[i32](0), self)
        return floor_div(self, other)

    @inline
    def __mod__(self, other: i32) -> i32:
        if int_cast[int](other) == 0:
            raise_zero_division("integer modulo by zero")
        if int_cast[int](other) == -1:
            return int_cast[i32](0)
        return floor_mod(self, other)

    @inline
    def __lshift__(self, count: int) -> i32:
        return shift_left(self, count & 31)

    @inline
    def __rshift__(self, count: int) -> i32:
        return shift_right(self, count & 31)

    def __hash__(self) -> int:
        return int_cast[int](self).__hash__()

    def __repr__(self) -> str:
        return int_cast[int](self).__repr__()

    def __str__(self) -> str:
        return int_cast[int](self).__repr__()

    def __format__(self, format_spec: str) -> str:
        return int_cast[int](self).__format__(format_spec)


class i64:
    """A signed integer of 64 bits; its arithmetic wraps."""

    @staticmethod
    @inline
    def _new(value=0) -> i64:
        return int_cast[i64](int(value))

    @inline
    def __int__(self) -> int:
        return int_cast[int](self)

    @inline
    def __index__(self) -> int:
        return int_cast[int](self)

    @inline
    def __bool__(self) -> bool:
        return int_cast[int](self) != 0

    @inline
    def __float__(self) -> float:
        return int_to_float[float](int_cast[int](self))

    @inline
    def __floordiv__(self, other: i64) -> i64:
        if int_cast[int](other) == 0:
            raise_zero_division("integer division or modulo by zero")
        if int_cast[int](other) == -1:
            return wrapping_sub(int_cast[i64](0), self)
        return floor_div(self, other)

    @inline
    def __mod__(self, other: i64) -> i64:
        if int_cast[int](other) == 0:
            raise_zero_division("integer modulo by zero")
        if int_cast[int](other) == -1:
            return int_cast[i64](0)
        return floor_mod(self, other)

    @inline
    def __lshift__(self, count: int) -> i64:
        return shift_left(self, count & 63)

    @inline
    def __rshift__(self, count: int) -> i64:
        return shift_right(self, count & 63)

    def __hash__(self) -> int:
        return int_cast[int](self).__hash__()

    def __repr__(self) -> str:
        return int_cast[int](self).__repr__()

    def __str__(self) -> str:
        return int_cast[int](self).__repr__()

    def __format__(self, format_spec: str) -> str:
        return int_cast[int](self).__format__(format_spec)


class u8:
    """An unsigned integer of 8 bits; its arithmetic wraps."""

    @staticmethod
    @inline
    def _new(value=0) -> u8:
        return int_cast[u8](int(value))

    @inline
    def __int__(self) -> int:
        return int_cast[int](self)

    @inline
    def __index__(self) -> int:
        return int_cast[int](self)

    @inline
    def __bool__(self) -> bool:
        return int_cast[int](self) != 0

    @inline
    def __float__(self) -> float:
        return int_to_float[float](int_cast[int](self))

    @inline
    def __floordiv__(self, other: u8) -> u8:
        if int_cast[int](other) == 0:
            raise_zero_division("integer division or modulo by zero")
        return floor_div(self, other)

    @inline
    def __mod__(self, other: u8) -> u8:
        if int_cast[int](other) == 0:
            raise_zero_division("integer modulo by zero")
        return floor_mod(self, other)

    @inline
    def __lshift__(self, count: int) -> u8:
        return shift_left(self, count & 7)

    @inline
    def __rshift__(self, count: int) -> u8:
        return shift_right(self, count & 7)

    def __hash__(self) -> int:
        return int_cast[int](self).__hash__()

    def __repr__(self) -> str:
        return int_cast[int](self).__repr__()

    def __str__(self) -> str:
        return int_cast[int](self).__repr__()

    def __format__(self, format_spec: str) -> str:
        return int_cast[int](self).__format__(format_spec)


class u16:
    """An unsigned integer of 16 bits; its arithmetic wraps."""

    @staticmethod
    @inline
    def _new(value=0) -> u16:
        return int_cast[u16](int(value))

    @inline
    def __int__(self) -> int:
        return int_cast[int](self)

    @inline
    def __index__(self) -> int:
        return int_cast[int](self)

    @inline
    def __bool__(self) -> bool:
        return int_cast[int](self) != 0

    @inline
    def __float__(self) -> float:
        return int_to_float[float](int_cast[int](self))

    @inline
    def __floordiv__(self, other: u16) -> u16:
        if int_cast[int](other) == 0:
            raise_zero_division("integer division or modulo by zero")
        return floor_div(self, other)

    @inline
    def __mod__(self, other: u16) -> u16:
        if int_cast[int](other) == 0:
            raise_zero_division("integer modulo by zero")
        return floor_mod(self, other)

    @inline
    def __lshift__(self, count: int) -> u16:
        return shift_left(self, count & 15)

    @inline
    def __rshift__(self, count: int) -> u16:
        return shift_right(self, count & 15)

    def __hash__(self) -> int:
        return int_cast[int](self).__hash__()

    def __repr__(self) -> str:
        return int_cast[int](self).__repr__()

    def __str__(self) -> str:
        return int_cast[int](self).__repr__()

    def __format__(self, format_spec: str) -> str:
        return int_cast[int](self).__format__(format_spec)


class u32:
    """An unsigned integer of 32 bits; its arithmetic wraps."""

    @staticmethod
    @inline
    def _new(value=0) -> u32:
        return int_cast[u32](int(value))

    @inline
    def __int__(self) -> int:
        return int_cast[int](self)

    @inline
    def __index__(self) -> int:
        return int_cast[int](self)

    @inline
    def __bool__(self) -> bool:
        return int_cast[int](self) != 0

    @inline
    def __float__(self) -> float:
        return int_to_float[float](int_cast[int](self))

    @inline
    def __floordiv__(self, other: u32) -> u32:
        if int_cast[int](other) == 0:
            raise_zero_division("integer division or modulo by zero")
        return floor_div(self, other)

    @inline
    def __mod__(self, other: u32) -> u32:
        if int_cast[int](other) == 0:
            raise_zero_division("integer modulo by zero")
        return floor_mod(self, other)

    @inline
    def __lshift__(self, count: int) -> u32:
        return shift_left(self, count & 31)

    @inline
    def __rshift__(self, count: int) -> u32:
        return shift_right(self, count & 31)

    def __hash__(self) -> int:
        return int_cast[int](self).__hash__()

    def __repr__(self) -> str:
        return int_cast[int](self).__repr__()

    def __str__(self) -> str:
        return int_cast[int](self).__repr__()

    def __format__(self, format_spec: str) -> str:
        return int_cast[int](self).__format__(format_spec)


class u64:
    """An unsigned integer of 64 bits; its arithmetic wraps."""

    @staticmethod
    @inline
    def _new(value=0) -> u64:
        return int_cast[u64](int(value))

    @inline
    def __int__(self) -> int:
        return int_cast[int](self)

    @inline
    def __index__(self) -> int:
        return int_cast[int](self)

    @inline
    def __bool__(self) -> bool:
        return int_cast[int](self) != 0

    @inline
    def __float__(self) -> float:
        return int_to_float[float](int_cast[int](self))

    @inline
    def __floordiv__(self, other: u64) -> u64:
        if int_cast[int](other) == 0:
            raise_zero_division("integer division or modulo by zero")
        return floor_div(self, other)

    @inline
    def __mod__(self, other: u64) -> u64:
        if int_cast[int](other) == 0:
            raise_zero_division("integer modulo by zero")
        return floor_mod(self, other)

    @inline
    def __lshift__(self, count: int) -> u64:
        return shift_left(self, count & 63)

    @inline
    def __rshift__(self, count: int) -> u64:
        return shift_right(self, count & 63)

    def __hash__(self) -> int:
        return int_cast[int](self).__hash__()

    def __repr__(self) -> str:
        return unsigned_repr(int_cast[int](self))

    def __str__(self) -> str:
        return unsigned_repr(int_cast[int](self))

    def __format__(self, format_spec: str) -> str:
        return int_cast[int](self).__format__(format_spec)


class f32:
    """A floating-point number of 32 bits."""

    @staticmethod
    @inline
    def _new(value=0.0) -> f32:
        return float_cast[f32](float(value))

    @inline
    def __float__(self) -> float:
        return float_cast[float](self)

    @inline
    def __int__(self) -> int:
        return int(float_cast[float](self))

    @inline
    def __bool__(self) -> bool:
        return float_cast[float](self) != 0.0

    @inline
    def __abs__(self) -> f32:
        return float_cast[f32](float_fabs(float_cast[float](self)))

    def __hash__(self) -> int:
        return float_cast[float](self).__hash__()

    def __repr__(self) -> str:
        """Show the shortest decimal number that is nearest to this one among those of 32 bits."""
        value = float_cast[float](self)
        for digits in range(6, 9):
            near = float(format(value, "." + str(digits) + "g"))
            if float_cast[f32](near) == self:
                return repr(near)
        return repr(float(format(value, ".9g")))

    def __str__(self) -> str:
        return self.__repr__()

    @inline
    def __abs__(self) -> f32:
        return float_cast[f32](abs(float_cast[float](self)))

    def __format__(self, format_spec: str) -> str:
        return float_cast[float](self).__format__(format_spec)
