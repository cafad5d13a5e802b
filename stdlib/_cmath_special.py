"""What functions of `cmath` give for numbers of which a part is not finite.

Rows are kinds of real parts and columns kinds of imaginary ones: -inf, negative, -0, 0, positive, inf, nan. A pair of letters is a result: `0` and `o` are
zeros, `1` and `-` ones, `I` and `i` infinities, `N` is no number, and `P H Q T` are pi, a half, a quarter and three quarters of it; small letters and `-`
are the negative ones. `!!` is an error, and `..` depends on the numbers.
"""

import math
from math import copysign, inf, nan, pi

EXP = [
    "00 .. 0o 00 .. 00 00",
    "!! .. .. .. .. !! NN",
    "!! .. .. .. .. !! NN",
    "!! .. .. .. .. !! NN",
    "!! .. .. .. .. !! NN",
    "!! .. Io I0 .. !! IN",
    "NN NN No N0 NN NN NN",
]
COSH = [
    "!! .. I0 Io .. !! IN",
    "!! .. .. .. .. !! NN",
    "!! .. .. .. .. !! N0",
    "!! .. .. .. .. !! N0",
    "!! .. .. .. .. !! NN",
    "!! .. Io I0 .. !! IN",
    "NN NN N0 N0 NN NN NN",
]
SINH = [
    "!! .. io i0 .. !! IN",
    "!! .. .. .. .. !! NN",
    "!! .. .. .. .. !! 0N",
    "!! .. .. .. .. !! 0N",
    "!! .. .. .. .. !! NN",
    "!! .. Io I0 .. !! IN",
    "NN NN No N0 NN NN NN",
]
TANH = [
    "-0 .. -o -0 .. -0 -0",
    "!! .. .. .. .. !! NN",
    "!! .. .. .. .. !! NN",
    "!! .. .. .. .. !! NN",
    "!! .. .. .. .. !! NN",
    "10 .. 1o 10 .. 10 10",
    "NN NN No N0 NN NN NN",
]
SQRT = [
    "Ii 0i 0i 0I 0I II NI",
    "Ii .. .. .. .. II NN",
    "Ii .. .. .. .. II NN",
    "Ii .. .. .. .. II NN",
    "Ii .. .. .. .. II NN",
    "Ii Io Io I0 I0 II IN",
    "Ii NN NN NN NN II NN",
]
ACOSH = [
    "It Ip Ip IP IP IT IN",
    "Ih .. .. .. .. IH NN",
    "Ih .. .. .. .. IH NN",
    "Ih .. .. .. .. IH NN",
    "Ih .. .. .. .. IH NN",
    "Iq Io Io I0 I0 IQ IN",
    "IN NN NN NN NN IN NN",
]
ASINH = [
    "iq io io i0 i0 iQ iN",
    "ih .. .. .. .. iH NN",
    "ih .. .. .. .. iH NN",
    "Ih .. .. .. .. IH NN",
    "Ih .. .. .. .. IH NN",
    "Iq Io Io I0 I0 IQ IN",
    "IN NN No N0 NN IN NN",
]
ATANH = [
    "oh oh oh oH oH oH oN",
    "oh .. .. .. .. oH NN",
    "oh .. .. .. .. oH oN",
    "0h .. .. .. .. 0H 0N",
    "0h .. .. .. .. 0H NN",
    "0h 0h 0h 0H 0H 0H 0N",
    "0h NN NN NN NN 0H NN",
]
ACOS = [
    "TI PI PI Pi Pi Ti NI",
    "HI .. .. .. .. Hi NN",
    "HI .. .. .. .. Hi HN",
    "HI .. .. .. .. Hi HN",
    "HI .. .. .. .. Hi NN",
    "QI 0I 0I 0i 0i Qi NI",
    "NI NN NN NN NN Ni NN",
]

_PARTS = {
    "0": 0.0,
    "o": -0.0,
    "1": 1.0,
    "-": -1.0,
    "I": inf,
    "i": -inf,
    "N": nan,
    "P": pi,
    "p": -pi,
    "H": pi / 2,
    "h": -pi / 2,
    "Q": pi / 4,
    "q": -pi / 4,
    "T": 3 * pi / 4,
    "t": -3 * pi / 4,
}


def _kind(part: float) -> int:
    """Give the row or the column of a part."""
    if math.isnan(part):
        return 6
    if math.isinf(part):
        return 5 if part > 0.0 else 0
    if part == 0.0:
        return 3 if copysign(1.0, part) > 0.0 else 2
    return 4 if part > 0.0 else 1


def special(table: list[str], number: complex) -> complex:
    """Give what a table says of a number of which a part is not finite. Where it depends, the real part is infinite."""
    at = 3 * _kind(number.imag)
    real, imag = table[_kind(number.real)][at], table[_kind(number.real)][at + 1]
    if real == "!":
        raise ValueError("math domain error")
    if real != ".":
        return complex(_PARTS[real], _PARTS[imag])
    cos, sin = math.cos(number.imag), math.sin(number.imag)
    if table is TANH:
        return complex(copysign(1.0, number.real), copysign(0.0, 2.0 * sin * cos))
    size = 0.0 if table is EXP and number.real < 0.0 else inf
    real_sign = -1.0 if table is SINH and number.real < 0.0 else 1.0
    imag_sign = -1.0 if table is COSH and number.real < 0.0 else 1.0
    return complex(real_sign * copysign(size, cos), imag_sign * copysign(size, sin))
