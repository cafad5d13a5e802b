"""Stands in for the library under CPython, so that programs which use it can be compared: only what the tests need."""

import struct as packing


def rounded(value):
    return packing.unpack("f", packing.pack("f", value))[0]


class f32(float):  # noqa: N801
    """A float whose results are rounded to 32 bits."""

    def __new__(cls, value=0.0):
        return super().__new__(cls, rounded(value))

    def __add__(self, other):
        return f32(float(self) + float(other))

    def __sub__(self, other):
        return f32(float(self) - float(other))

    def __mul__(self, other):
        return f32(float(self) * float(other))

    def __truediv__(self, other):
        return f32(float(self) / float(other))

    def __abs__(self):
        return f32(abs(float(self)))

    def __neg__(self):
        return f32(-float(self))

    def __repr__(self):
        near = (float(format(float(self), f".{digits}g")) for digits in range(6, 10))
        return repr(next(value for value in near if rounded(value) == float(self)))

    def __format__(self, spec):
        return format(float(self), spec)
