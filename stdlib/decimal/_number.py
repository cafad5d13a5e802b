"""Decimal numbers."""

from math import isinf, isnan
from typing import NamedTuple

from builtins._format_spec import parse_spec

from pyc._runtime import multiply_modulo

from . import _digits as numbers
from ._arithmetic import (
    as_decimal,
    compared,
    half_even,
    number_of,
    ordered,
    product,
    quotient,
    sum_of,
    total_order,
    whole_division,
    with_sign,
)
from ._context import Context, InvalidOperation, Overflow, getcontext, signal
from ._functions import exponential, logarithm, logarithm_special, power_of
from ._text import formatted, plain_text, special_text, to_exponent

# Numbers are hashed modulo this prime, so that equal ones of all types have one hash.
PRIME = 2305843009213693951
# Ten times this is one, modulo the prime.
TENTH = 2075258708292324556

FINITE = 0
INFINITE = 1
NAN = 2
SIGNALLING = 3


class DecimalTuple(NamedTuple):
    """The parts of a number."""

    sign: int
    digits: tuple[int, ...]
    exponent: int | str


class Decimal:
    """A decimal number: a sign, digits, and the power of ten that they are times.

    >>> Decimal("0.1") + Decimal("0.20")
    Decimal('0.30')
    """

    _negative: bool
    _digits: str
    _exp: int
    _kind: int

    def __init__(self, value="0", context: Context | None = None) -> None:
        self._negative = False
        self._digits = "0"
        self._exp = 0
        self._kind = FINITE
        if isinstance(value, str):
            self._read(value)
        elif isinstance(value, bool):
            self._digits = "1" if value else "0"
        elif isinstance(value, int):
            self._negative = value < 0
            self._digits = str(value).lstrip("-")
        elif isinstance(value, float):
            self._take_float(value)
        elif isinstance(value, Decimal):
            self._negative = value._negative
            self._digits = value._digits
            self._exp = value._exp
            self._kind = value._kind
        elif isinstance(value, tuple):
            self._negative = value[0] == 1
            self._digits = numbers.trimmed("".join([str(digit) for digit in value[1]]))
            self._exp = value[2]
        else:
            raise TypeError(f"conversion from {type(value).__name__} to Decimal is not supported")

    def _read(self, text: str) -> None:
        body = text.strip().replace("_", "")
        if body[:1] in ("+", "-"):
            self._negative = body[0] == "-"
            body = body[1:]
        lower = body.lower()
        if lower in ("inf", "infinity"):
            self._kind = INFINITE
            return
        for prefix, kind in (("nan", NAN), ("snan", SIGNALLING)):
            if lower.startswith(prefix) and (lower[len(prefix) :] == "" or lower[len(prefix) :].isdecimal()):
                self._kind = kind
                rest = lower[len(prefix) :].lstrip("0")
                self._digits = rest if rest != "" else "0"
                return
        mantissa, mark, exponent = lower.partition("e")
        whole, _, decimals = mantissa.partition(".")
        if (whole + decimals == "" or not (whole + decimals).isdecimal()) or (
            mark != "" and not exponent.removeprefix("+").removeprefix("-").isdecimal()
        ):
            raise InvalidOperation(signal("ConversionSyntax"))
        plain = "".join([str(int(digit)) for digit in whole + decimals])
        self._digits = numbers.trimmed(plain)
        self._exp = (int(exponent) if mark != "" else 0) - len(decimals)

    def _take_float(self, value: float) -> None:
        if isnan(value):
            self._kind = NAN
        elif isinf(value):
            self._kind = INFINITE
            self._negative = value < 0.0
        else:
            self._negative = str(value).startswith("-")
            above, below = abs(value), 0
            while above != above // 1.0:
                above *= 2.0
                below += 1
            twos = 0
            while above >= 9007199254740992.0:
                above /= 2.0
                twos += 1
            digits = numbers.multiply(str(int(above)), numbers.power("2", twos))
            self._digits = numbers.multiply(digits, numbers.power("5", below))
            self._exp = -below

    @staticmethod
    def from_float(f) -> Decimal:
        """Give the exact value of a float or int."""
        return Decimal(f)

    # Kinds and parts

    def is_nan(self) -> bool:
        """Say whether it is not a number."""
        return self._kind >= NAN

    def is_qnan(self) -> bool:
        """Say whether it is a quiet NaN."""
        return self._kind == NAN

    def is_snan(self) -> bool:
        """Say whether it is a NaN that operations report."""
        return self._kind == SIGNALLING

    def is_infinite(self) -> bool:
        """Say whether it is infinite."""
        return self._kind == INFINITE

    def is_finite(self) -> bool:
        """Say whether it is neither infinite nor NaN."""
        return self._kind == FINITE

    def is_zero(self) -> bool:
        """Say whether it is zero."""
        return self._kind == FINITE and self._digits == "0"

    def is_signed(self) -> bool:
        """Say whether it has a minus sign."""
        return self._negative

    def adjusted(self) -> int:
        """Give the exponent of the first digit."""
        return self._exp + len(self._digits) - 1 if self._kind == FINITE else 0

    def as_tuple(self) -> DecimalTuple:
        """Give sign, digits and exponent."""
        digits = tuple([int(digit) for digit in self._digits])
        sign = 1 if self._negative else 0
        if self._kind == FINITE:
            return DecimalTuple(sign, digits, self._exp)
        if self._kind == INFINITE:
            return DecimalTuple(sign, tuple([0]), "F")
        payload = digits if self._digits != "0" else tuple([0][:0])
        return DecimalTuple(sign, payload, "n" if self._kind == NAN else "N")

    def as_integer_ratio(self) -> tuple[int, int]:
        """Give two integers, without a common divisor, whose quotient is the number."""
        if self._kind == INFINITE:
            raise OverflowError("cannot convert Infinity to integer ratio")
        if self._kind != FINITE:
            raise ValueError("cannot convert NaN to integer ratio")
        above, below = int(self._digits), 1
        for _ in range(self._exp):
            above *= 10
        for _ in range(-self._exp):
            for prime in (2, 5):
                if above % prime == 0:
                    above //= prime
                else:
                    below *= prime
        return (-above if self._negative else above, below)

    # Text

    def __str__(self) -> str:
        if self._kind == FINITE:
            return plain_text(self._negative, self._digits, self._exp, False, getcontext().capitals == 1)
        name = ["", "Infinity", "NaN", "sNaN"][self._kind]
        payload = "" if self._kind == INFINITE or self._digits == "0" else self._digits
        return ("-" if self._negative else "") + name + payload

    def __repr__(self) -> str:
        return f"Decimal('{self}')"

    def to_eng_string(self) -> str:
        """Give the number with an exponent that is a multiple of three."""
        if self._kind != FINITE:
            return str(self)
        return plain_text(self._negative, self._digits, self._exp, True, getcontext().capitals == 1)

    def __format__(self, format_spec: str) -> str:
        if self._kind != FINITE:
            return special_text(str(self), format_spec)
        spec = parse_spec(format_spec, "decimal.Decimal", 62)
        if spec.kind not in (0, 37, 69, 70, 71, 101, 102, 103, 110):
            raise ValueError("invalid format string")
        return formatted(self._negative, self._digits, self._exp, spec, getcontext().rounding)

    # Conversion

    def __bool__(self) -> bool:
        return self._kind != FINITE or self._digits != "0"

    def __int__(self) -> int:
        if self._kind == INFINITE:
            raise OverflowError("cannot convert Infinity to integer")
        if self._kind != FINITE:
            raise ValueError("cannot convert NaN to integer")
        digits = to_exponent(self._digits, self._exp, 0, self._negative, "ROUND_DOWN")[0]
        if len(digits) > 19:
            raise OverflowError("integer overflow")
        return int("-" + digits) if self._negative else int(digits)

    def __trunc__(self) -> int:
        return int(self)

    def __float__(self) -> float:
        if self._kind == SIGNALLING:
            raise ValueError("cannot convert signaling NaN to float")
        return float(str(self))

    def __floor__(self) -> int:
        return int(self._to_exponent(0, "ROUND_FLOOR"))

    def __ceil__(self) -> int:
        return int(self._to_exponent(0, "ROUND_CEILING"))

    def __round__(self, ndigits=None):
        if ndigits is None:
            return int(self._to_exponent(0, "ROUND_HALF_EVEN"))
        else:
            return self.quantize(number_of(False, "1", -ndigits))

    def _to_exponent(self, exp: int, rounding: str) -> Decimal:
        """Give the number with another exponent."""
        if self._kind != FINITE:
            return self
        digits, _ = to_exponent(self._digits, self._exp, exp, self._negative, rounding)
        return number_of(self._negative, digits, exp)

    # Rounding

    def _fixed(self, context: Context) -> Decimal:
        """Give a result as it fits in a context."""
        if self._kind != FINITE:
            return self
        if self._digits == "0":
            exp = min(max(self._exp, context.Etiny()), context.Emax)
            return self if exp == self._exp else number_of(self._negative, "0", exp)
        lowest = max(context.Etiny(), self._exp + len(self._digits) - context.prec)
        if self._exp >= lowest:
            result = self
        else:
            result = self._to_exponent(lowest, context.rounding)
            if len(result._digits) > context.prec:
                result = number_of(self._negative, result._digits[:-1], lowest + 1)
        if result.adjusted() > context.Emax:
            raise Overflow(signal("Overflow"))
        return result

    def __pos__(self) -> Decimal:
        context = getcontext()
        checked = self._checked()
        if checked.is_zero() and context.rounding != "ROUND_FLOOR":
            return number_of(False, "0", checked._exp)._fixed(context)
        return checked._fixed(context)

    def __neg__(self) -> Decimal:
        return +self.copy_negate()

    def __abs__(self) -> Decimal:
        return +self.copy_abs()

    def _checked(self) -> Decimal:
        """Report a signalling NaN."""
        if self._kind == SIGNALLING:
            raise InvalidOperation(signal("InvalidOperation"))
        return self

    def copy_abs(self) -> Decimal:
        """Give the number without its sign."""
        return with_sign(self, False)

    def copy_negate(self) -> Decimal:
        """Give the number with the other sign."""
        return with_sign(self, not self._negative)

    def copy_sign(self, other) -> Decimal:
        """Give the number with the sign of another."""
        return with_sign(self, as_decimal(other)._negative)

    def quantize(self, exp, rounding: str | None = None, context: Context | None = None) -> Decimal:
        """Give the number with the exponent of another."""
        used = getcontext() if context is None else context
        wanted = as_decimal(exp)
        if self._kind >= NAN or wanted._kind >= NAN:
            return self._checked() if self._kind >= NAN else wanted._checked()
        if self._kind != FINITE or wanted._kind != FINITE:
            if self._kind == wanted._kind:
                return self
            raise InvalidOperation(signal("InvalidOperation"))
        result = self._to_exponent(wanted._exp, used.rounding if rounding is None else rounding)
        is_out = result.adjusted() > used.Emax or len(result._digits) > used.prec
        if is_out or not used.Etiny() <= wanted._exp <= used.Emax:
            raise InvalidOperation(signal("InvalidOperation"))
        return result

    def to_integral_value(self, rounding: str | None = None) -> Decimal:
        """Round to an integer."""
        if self._kind != FINITE or self._exp >= 0:
            return self._checked()
        return self._to_exponent(0, getcontext().rounding if rounding is None else rounding)

    def to_integral_exact(self, rounding: str | None = None) -> Decimal:
        """Round to an integer."""
        return self.to_integral_value(rounding)

    def to_integral(self, rounding: str | None = None) -> Decimal:
        """Round to an integer."""
        return self.to_integral_value(rounding)

    def normalize(self, context: Context | None = None) -> Decimal:
        """Give the number without zeros at the end."""
        result = self._checked()._fixed(getcontext() if context is None else context)
        if result._kind != FINITE:
            return result
        digits = result._digits.rstrip("0")
        if digits == "":
            return number_of(result._negative, "0", 0)
        return number_of(result._negative, digits, result._exp + len(result._digits) - len(digits))

    def same_quantum(self, other) -> bool:
        """Say whether another number has the same exponent."""
        right = as_decimal(other)
        if self._kind != FINITE or right._kind != FINITE:
            return self._kind == right._kind or (self.is_nan() and right.is_nan())
        return self._exp == right._exp

    # Arithmetic

    def __add__(self, other):
        if isinstance(other, (Decimal, int)):
            return sum_of(self, as_decimal(other), getcontext())
        else:
            return NotImplemented

    def __radd__(self, other):
        if isinstance(other, int):
            return sum_of(as_decimal(other), self, getcontext())
        else:
            return NotImplemented

    def __sub__(self, other):
        if isinstance(other, (Decimal, int)):
            return sum_of(self, as_decimal(other).copy_negate(), getcontext())
        else:
            return NotImplemented

    def __rsub__(self, other):
        if isinstance(other, int):
            return sum_of(as_decimal(other), self.copy_negate(), getcontext())
        else:
            return NotImplemented

    def __mul__(self, other):
        if isinstance(other, (Decimal, int)):
            return product(self, as_decimal(other), getcontext())
        else:
            return NotImplemented

    def __rmul__(self, other):
        if isinstance(other, int):
            return product(as_decimal(other), self, getcontext())
        else:
            return NotImplemented

    def __truediv__(self, other):
        if isinstance(other, (Decimal, int)):
            return quotient(self, as_decimal(other), getcontext())
        else:
            return NotImplemented

    def __rtruediv__(self, other):
        if isinstance(other, int):
            return quotient(as_decimal(other), self, getcontext())
        else:
            return NotImplemented

    def __floordiv__(self, other):
        if isinstance(other, (Decimal, int)):
            return whole_division(self, as_decimal(other), getcontext(), "DivisionByZero")[0]
        else:
            return NotImplemented

    def __rfloordiv__(self, other):
        if isinstance(other, int):
            return as_decimal(other) // self
        else:
            return NotImplemented

    def __mod__(self, other):
        if isinstance(other, (Decimal, int)):
            return whole_division(self, as_decimal(other), getcontext(), "InvalidOperation")[1]
        else:
            return NotImplemented

    def __rmod__(self, other):
        if isinstance(other, int):
            return as_decimal(other) % self
        else:
            return NotImplemented

    def __divmod__(self, other) -> tuple[Decimal, Decimal]:
        return whole_division(self, as_decimal(other), getcontext(), "DivisionByZero")

    def __pow__(self, other):
        if isinstance(other, (Decimal, int)):
            return power_of(self, as_decimal(other), getcontext())
        else:
            return NotImplemented

    def __rpow__(self, other):
        if isinstance(other, int):
            return power_of(as_decimal(other), self, getcontext())
        else:
            return NotImplemented

    def fma(self, other, third) -> Decimal:
        """Multiply and add with one rounding."""
        wide = Context(len(self._digits) + len(as_decimal(other)._digits) + 1, Emin=-999999999, Emax=999999999)
        return sum_of(product(self, as_decimal(other), wide), as_decimal(third), getcontext())

    def scaleb(self, other) -> Decimal:
        """Multiply with a power of ten."""
        return number_of(self._negative, self._digits, self._exp + int(as_decimal(other)))._fixed(getcontext())

    def sqrt(self, context: Context | None = None) -> Decimal:
        """Give the square root."""
        used = getcontext() if context is None else context
        if self._kind >= NAN or (self._kind == INFINITE and not self._negative):
            return self._checked()
        if self.is_zero():
            return number_of(self._negative, "0", self._exp // 2)._fixed(used)
        if self._negative:
            raise InvalidOperation(signal("InvalidOperation"))
        exp = self._exp // 2
        digits = self._digits if self._exp % 2 == 0 else self._digits + "0"
        shift = used.prec + 1 - (len(digits) + 1) // 2
        wide = numbers.shifted(digits, 2 * shift) if shift >= 0 else digits[: 2 * shift]
        is_exact = shift >= 0 or digits[2 * shift :].strip("0") == ""
        root = numbers.square_root(wide)
        exp -= shift
        if is_exact and numbers.multiply(root, root) == wide:
            while exp < self._exp // 2 and root[-1] == "0":
                root = root[:-1]
                exp += 1
        elif root[-1] in "05":
            # What is left of the root decides where a last digit would be half way.
            root = numbers.add(root, "1")
        half_even = Context(used.prec, "ROUND_HALF_EVEN", used.Emin, used.Emax)
        return number_of(False, root, exp)._fixed(half_even)

    def exp(self, context: Context | None = None) -> Decimal:
        """Give e to the power of the number."""
        used = getcontext() if context is None else context
        if self._kind >= NAN:
            return self._checked()
        if self._kind == INFINITE:
            return number_of(False, "0", 0) if self._negative else self
        if self.is_zero():
            return number_of(False, "1", 0)
        return half_even(exponential(self, used.prec + 12 + max(self.adjusted(), 0)), used)

    def ln(self, context: Context | None = None) -> Decimal:
        """Give the natural logarithm."""
        used = getcontext() if context is None else context
        special = logarithm_special(self)
        if special is not None:
            return special
        if self == 1:
            return number_of(False, "0", 0)
        return half_even(logarithm(self, used.prec + 15), used)

    def log10(self, context: Context | None = None) -> Decimal:
        """Give the logarithm to base ten."""
        used = getcontext() if context is None else context
        special = logarithm_special(self)
        if special is not None:
            return special
        if self._digits.rstrip("0") == "1":
            return Decimal(self.adjusted())._fixed(used)
        wide = Context(used.prec + 15, Emin=-999999999, Emax=999999999)
        above = logarithm(self, used.prec + 15)
        return half_even(quotient(above, logarithm(Decimal(10), used.prec + 15), wide), used)

    # Comparison

    def compare(self, other) -> Decimal:
        """Give -1, 0 or 1 for less, equal or more; NaN for NaN."""
        right = as_decimal(other)
        if self.is_nan() or right.is_nan():
            return self._checked() if self.is_nan() else right._checked()
        return Decimal(compared(self, right))

    def max(self, other) -> Decimal:
        """Give the greater number; the other one for NaN."""
        right = as_decimal(other)
        if self.is_nan() or right.is_nan():
            return +right if self.is_nan() else +self
        return (right if total_order(self, right) < 0 else self)._fixed(getcontext())

    def min(self, other) -> Decimal:
        """Give the lesser number; the other one for NaN."""
        right = as_decimal(other)
        if self.is_nan() or right.is_nan():
            return +right if self.is_nan() else +self
        return (self if total_order(self, right) < 0 else right)._fixed(getcontext())

    def __eq__(self, other):
        if isinstance(other, (Decimal, int, float)):
            right = as_decimal(other)
            return not self.is_nan() and not right.is_nan() and compared(self, right) == 0
        else:
            return NotImplemented

    def __lt__(self, other):
        if isinstance(other, (Decimal, int, float)):
            return ordered(self, as_decimal(other)) < 0
        else:
            return NotImplemented

    def __le__(self, other):
        if isinstance(other, (Decimal, int, float)):
            return ordered(self, as_decimal(other)) <= 0
        else:
            return NotImplemented

    def __gt__(self, other):
        if isinstance(other, (Decimal, int, float)):
            return ordered(self, as_decimal(other)) > 0
        else:
            return NotImplemented

    def __ge__(self, other):
        if isinstance(other, (Decimal, int, float)):
            return ordered(self, as_decimal(other)) >= 0
        else:
            return NotImplemented

    def __hash__(self) -> int:
        if self._kind == SIGNALLING:
            raise TypeError("Cannot hash a signaling NaN value")
        if self._kind != FINITE:
            return hash(float(self))
        value = 0
        for digit in self._digits:
            value = (multiply_modulo(value, 10, PRIME) + int(digit)) % PRIME
        factor = 10 if self._exp >= 0 else TENTH
        for _ in range(abs(self._exp)):
            value = multiply_modulo(value, factor, PRIME)
        result = -value if self._negative else value
        return -2 if result == -1 else result

    def __copy__(self) -> Decimal:
        return self

    def __deepcopy__(self, memo) -> Decimal:
        return self
