"""What kinds of numbers there are, for annotations and `isinstance`. The compiler knows which types are which."""

__all__ = ["Complex", "Integral", "Number", "Rational", "Real"]


class Number:
    """Any number."""


class Complex:
    """A number with a real and an imaginary part: `complex` and all below."""


class Real:
    """A number on a line: `float`, `Fraction` and `int`."""


class Rational:
    """A quotient of integers: `Fraction` and `int`."""


class Integral:
    """An integer."""
