"""The everyday names of the systems half of the library.

The decorators and type constructors below are known to the compiler by name. Under CPython they leave what they
decorate as it is, so that a file which uses them can be run there as well.
"""

from .fixed import f32, i8, i16, i32, i64, u8, u16, u32, u64
from .mem import Span, zeros

__all__ = [
    "Span",
    "export",
    "extern",
    "f32",
    "i16",
    "i32",
    "i64",
    "i8",
    "inline",
    "inout",
    "intrinsic",
    "noinline",
    "owned",
    "struct",
    "u16",
    "u32",
    "u64",
    "u8",
    "unroll",
    "zeros",
]


def intrinsic(function):
    """Declare a function whose body the compiler supplies."""
    return function


def extern(symbol: str):
    """Declare a function that is defined outside under `symbol`, with the C ABI."""
    return intrinsic


def export(symbol: str):
    """Make a function callable from outside under `symbol`, with the C ABI."""
    return intrinsic


def inline(function):
    """Ask for the function's body in place of every call."""
    return function


def noinline(function):
    """Keep the function out of its callers."""
    return function


def struct(definition):
    """Make a class a value: laid out like a C struct, without identity and without header."""
    return definition


def passes_as_base(definition):
    """Have a class of the library be its base to all who ask for an object's class."""
    return definition


def unroll(values):
    """Repeat the body of a `for` at compile time, once for each element of a tuple."""
    return values


class inout:
    """`inout[T]`: a parameter that stands for the caller's variable."""


class owned:
    """`owned[T]`: a parameter that is taken over by the function."""
