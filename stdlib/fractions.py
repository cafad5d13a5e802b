"""Rational numbers."""

from math import gcd

from pyc._runtime import multiply_modulo

__all__ = ["Fraction"]

# Numbers are hashed modulo this prime, so that equal ones of all types have one hash.
PRIME = 2305843009213693951


class Fraction:
    """A quotient of integers in lowest terms.

    >>> Fraction(1, 3) + Fraction(1, 6)
    Fraction(1, 2)
    """

    _numerator: int
    _denominator: int

    def __init__(self, numerator=0, denominator=None) -> None:
        self._numerator = 0
        self._denominator = 1
        if denominator is None:
            if isinstance(numerator, int):
                self._numerator = int(numerator)
            elif isinstance(numerator, str):
                self._read(numerator)
            elif isinstance(numerator, Fraction):
                self._numerator = numerator._numerator
                self._denominator = numerator._denominator
            else:
                ratio = numerator.as_integer_ratio()
                self._numerator = ratio[0]
                self._denominator = ratio[1]
        elif isinstance(numerator, int) and isinstance(denominator, int):
            self._set(int(numerator), int(denominator))
        else:
            quotient = Fraction(numerator) / Fraction(denominator)
            self._numerator = quotient._numerator
            self._denominator = quotient._denominator

    def _set(self, numerator: int, denominator: int) -> None:
        if denominator == 0:
            raise ZeroDivisionError(f"Fraction({numerator}, 0)")
        divisor = gcd(numerator, denominator)
        if denominator < 0:
            divisor = -divisor
        self._numerator = numerator // divisor
        self._denominator = denominator // divisor

    def _read(self, text: str) -> None:
        """Take the value of `3/4`, `-0.25` or `1e-3`."""
        try:
            stripped = text.strip()
            above, slash, below = stripped.partition("/")
            if slash != "":
                if not above[-1:].isdigit() or not below.isdigit():
                    raise ValueError("")
                self._set(int(above), int(below))
                return
            mantissa, _, exponent = stripped.lower().partition("e")
            whole, _, decimals = mantissa.partition(".")
            if (whole[-1:] != "" and not whole[-1:].isdigit() and decimals == "") or (
                decimals != "" and not decimals.isdigit()
            ):
                raise ValueError("")
            power = (int(exponent) if exponent != "" else 0) - len(decimals)
            digits = int(whole + decimals)
            if power >= 0:
                self._set(digits * _ten_to(power), 1)
            else:
                self._set(digits, _ten_to(-power))
        except ValueError:
            raise ValueError(f"Invalid literal for Fraction: {text!r}") from None

    @staticmethod
    def from_float(f) -> Fraction:
        """Give the exact value of a float."""
        return Fraction(f)

    # Parts

    @property
    def numerator(self) -> int:
        """What is above the line."""
        return self._numerator

    @property
    def denominator(self) -> int:
        """What is below the line: above zero."""
        return self._denominator

    def as_integer_ratio(self) -> tuple[int, int]:
        """Give numerator and denominator."""
        return (self._numerator, self._denominator)

    def is_integer(self) -> bool:
        """Say whether the denominator is 1."""
        return self._denominator == 1

    def limit_denominator(self, max_denominator: int = 1000000) -> Fraction:
        """Give the nearest fraction whose denominator is at most this."""
        if max_denominator < 1:
            raise ValueError("max_denominator should be at least 1")
        if self._denominator <= max_denominator:
            return self
        p0, q0, p1, q1 = 0, 1, 1, 0
        n, d = self._numerator, self._denominator
        while True:
            a = n // d
            q2 = q0 + a * q1
            if q2 > max_denominator:
                break
            p0, q0, p1, q1 = p1, q1, p0 + a * p1, q2
            n, d = d, n - a * d
        k = (max_denominator - q0) // q1
        if 2 * d * (q0 + k * q1) <= self._denominator:
            return _fraction(p1, q1)
        return _fraction(p0 + k * p1, q0 + k * q1)

    # Arithmetic: with integers and fractions it is exact, with floats it gives floats

    def __add__(self, other):
        if isinstance(other, float):
            return float(self) + other
        else:
            right = _as_fraction(other)
            return _fraction(
                self._numerator * right._denominator + right._numerator * self._denominator,
                self._denominator * right._denominator,
            )

    def __radd__(self, other):
        return self.__add__(other)

    def __sub__(self, other):
        if isinstance(other, float):
            return float(self) - other
        else:
            right = _as_fraction(other)
            return _fraction(
                self._numerator * right._denominator - right._numerator * self._denominator,
                self._denominator * right._denominator,
            )

    def __rsub__(self, other):
        if isinstance(other, float):
            return other - float(self)
        else:
            return _as_fraction(other) - self

    def __mul__(self, other):
        if isinstance(other, float):
            return float(self) * other
        else:
            right = _as_fraction(other)
            # What cancels goes first, so that products stay small.
            left_gcd = gcd(self._numerator, right._denominator)
            right_gcd = gcd(right._numerator, self._denominator)
            return _fraction(
                (self._numerator // left_gcd) * (right._numerator // right_gcd),
                (self._denominator // right_gcd) * (right._denominator // left_gcd),
            )

    def __rmul__(self, other):
        return self.__mul__(other)

    def __truediv__(self, other):
        if isinstance(other, float):
            return float(self) / other
        else:
            right = _as_fraction(other)
            if right._numerator == 0:
                raise ZeroDivisionError(f"Fraction({self._numerator * right._denominator}, 0)")
            return self * _fraction(right._denominator, right._numerator)

    def __rtruediv__(self, other):
        if isinstance(other, float):
            return other / float(self)
        else:
            return _as_fraction(other) / self

    def __floordiv__(self, other):
        if isinstance(other, float):
            return float(self) // other
        else:
            right = _as_fraction(other)
            return (self._numerator * right._denominator) // (self._denominator * right._numerator)

    def __rfloordiv__(self, other):
        if isinstance(other, float):
            return other // float(self)
        else:
            return _as_fraction(other) // self

    def __mod__(self, other):
        if isinstance(other, float):
            return float(self) % other
        else:
            right = _as_fraction(other)
            return self - right * (self // right)

    def __rmod__(self, other):
        if isinstance(other, float):
            return other % float(self)
        else:
            return _as_fraction(other) % self

    def __divmod__(self, other):
        return (self // other, self % other)

    def __pow__(self, exponent):
        if isinstance(exponent, int):
            power = int(exponent)
            if power >= 0:
                return _fraction(_power(self._numerator, power), _power(self._denominator, power))
            if self._numerator == 0:
                raise ZeroDivisionError(f"Fraction({_power(self._denominator, -power)}, 0)")
            return _fraction(_power(self._denominator, -power), _power(self._numerator, -power))
        else:
            return float(self) ** float(exponent)

    def __neg__(self) -> Fraction:
        return _fraction(-self._numerator, self._denominator)

    def __pos__(self) -> Fraction:
        return self

    def __abs__(self) -> Fraction:
        return _fraction(abs(self._numerator), self._denominator)

    # Conversion

    def __float__(self) -> float:
        return self._numerator / self._denominator

    def __int__(self) -> int:
        return self.__trunc__()

    def __trunc__(self) -> int:
        if self._numerator < 0:
            return -(-self._numerator // self._denominator)
        return self._numerator // self._denominator

    def __floor__(self) -> int:
        return self._numerator // self._denominator

    def __ceil__(self) -> int:
        return -(-self._numerator // self._denominator)

    def __round__(self, ndigits=None):
        if ndigits is None:
            return _nearest(self._numerator, self._denominator)
        else:
            shift = _ten_to(abs(ndigits))
            if ndigits > 0:
                return _fraction(_nearest(self._numerator * shift, self._denominator), shift)
            return _fraction(_nearest(self._numerator, self._denominator * shift) * shift, 1)

    def __bool__(self) -> bool:
        return self._numerator != 0

    # Comparison and hashing

    def __eq__(self, other) -> bool:
        if isinstance(other, float):
            return float(self) == other and Fraction(other) == self
        elif isinstance(other, (int, Fraction)):
            right = _as_fraction(other)
            return self._numerator == right._numerator and self._denominator == right._denominator
        else:
            return False

    def __ne__(self, other) -> bool:
        return not self.__eq__(other)

    def __lt__(self, other) -> bool:
        return self._compared(other) < 0

    def __le__(self, other) -> bool:
        return self._compared(other) <= 0

    def __gt__(self, other) -> bool:
        return self._compared(other) > 0

    def __ge__(self, other) -> bool:
        return self._compared(other) >= 0

    def _compared(self, other) -> int:
        """Give less than zero, zero or more than zero for less, equal or more."""
        if isinstance(other, float):
            exact = Fraction(other)
        else:
            exact = _as_fraction(other)
        return self._numerator * exact._denominator - exact._numerator * self._denominator

    def __hash__(self) -> int:
        hashed = abs(self._numerator) % PRIME
        if self._denominator != 1:
            hashed = multiply_modulo(hashed, pow(self._denominator, PRIME - 2, PRIME), PRIME)
        if self._numerator < 0:
            hashed = -hashed
        return -2 if hashed == -1 else hashed

    # Text

    def __repr__(self) -> str:
        return f"Fraction({self._numerator}, {self._denominator})"

    def __str__(self) -> str:
        return str(self._numerator) if self._denominator == 1 else f"{self._numerator}/{self._denominator}"

    def __copy__(self) -> Fraction:
        return self

    def __deepcopy__(self, memo) -> Fraction:
        return self


def _fraction(numerator: int, denominator: int) -> Fraction:
    result = Fraction()
    result._set(numerator, denominator)
    return result


def _as_fraction(value) -> Fraction:
    if isinstance(value, Fraction):
        return value
    else:
        return _fraction(int(value), 1)


def _power(base: int, exponent: int) -> int:
    result = 1
    for _ in range(exponent):
        result *= base
    return result


def _ten_to(exponent: int) -> int:
    return _power(10, exponent)


def _nearest(numerator: int, denominator: int) -> int:
    """Round to an integer; ties go to the even one."""
    floor, rest = divmod(numerator, denominator)
    if rest * 2 < denominator or (rest * 2 == denominator and floor % 2 == 0):
        return floor
    return floor + 1
