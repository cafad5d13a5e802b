"""The gamma function by Lanczos' approximation, with the constants that Boost publishes for 53 bits: the same on every machine, unlike C's."""

from pyc import extern
from pyc.unsafe import float_copysign, float_fabs, float_rem

_G = 6.024680040776729583740234375
_G_LESS_HALF = 5.524680040776729583740234375
_PI = 3.141592653589793
_LOG_PI = 1.1447298858494002


@extern("sin")
def c_sin(x: float) -> float: ...


@extern("cos")
def c_cos(x: float) -> float: ...


@extern("exp")
def c_exp(x: float) -> float: ...


@extern("log")
def c_log(x: float) -> float: ...


@extern("pow")
def c_pow(x: float, y: float) -> float: ...


def gamma_of(x: float) -> float:
    """Give the gamma function of a finite number that is no pole; infinity where that is too large."""
    size = float_fabs(x)
    if x > 0.0 and float_rem(x, 1.0) == 0.0 and x <= 23.0:
        return _factorial(int(x) - 1)
    if size < 1e-20:
        return _divided(1.0, x)
    if size > 200.0:
        return 0.0 / _sin_pi(x) if x < 0.0 else 1e308 * 10.0
    base = size + _G_LESS_HALF
    # What the sum lost.
    if size > _G_LESS_HALF:
        lost = (base - size) - _G_LESS_HALF
    else:
        lost = (base - _G_LESS_HALF) - size
    correction = lost * _G / base
    if x < 0.0:
        value = _divided(_divided(-_PI / _sin_pi(size), size) * c_exp(base), _ratio(size))
        value -= correction * value
        if size < 140.0:
            return _divided(value, c_pow(base, size - 0.5))
        power = c_pow(base, size / 2.0 - 0.25)
        return value / power / power
    value = _ratio(size) / c_exp(base)
    value += correction * value
    if size < 140.0:
        return value * c_pow(base, size - 0.5)
    power = c_pow(base, size / 2.0 - 0.25)
    return value * power * power


def log_gamma_of(x: float) -> float:
    """Give the logarithm of the absolute value of the gamma function of a finite number that is no pole."""
    if x == 1.0 or x == 2.0:
        return 0.0
    size = float_fabs(x)
    if size < 1e-20:
        return -c_log(size)
    value = c_log(_ratio(size)) - _G
    value += (size - 0.5) * (c_log(size + _G - 0.5) - 1.0)
    if x < 0.0:
        value = _LOG_PI - c_log(float_fabs(_sin_pi(size))) - c_log(size) - value
    return value


def _divided(value: float, divisor: float) -> float:
    """Divide as the machine does."""
    return value / divisor if divisor != 0.0 else value * float_copysign(1e308 * 10.0, divisor)


def _factorial(count: int) -> float:
    """Give a factorial that a float holds exactly."""
    value = 1.0
    for factor in range(2, count + 1):
        value *= factor
    return value


def _ratio(x: float) -> float:
    """Give the quotient of the two polynomials, from the side on which nothing gets too large."""
    # The factors of the powers, the lowest first.
    numerator: list[float] = [
        23531376880.410759688572007674451636754734846804940,
        42919803642.649098768957899047001988850926355848959,
        35711959237.355668049440185451547166705960488635843,
        17921034426.037209699919755754458931112671403265390,
        6039542586.3520280050642916443072979210699388420708,
        1439720407.3117216736632230727949123939715485786372,
        248874557.86205415651146038641322942321632125127801,
        31426415.585400194380614231628318205362874684987640,
        2876370.6289353724412254090516208496135991145378768,
        186056.26539522349504029498971604569928220784236328,
        8071.6720023658162106380029022722506138218516325024,
        210.82427775157934587250973392071336271166969580291,
        2.5066282746310002701649081771338373386264310793408,
    ]
    denominator: list[float] = [
        0.0,
        39916800.0,
        120543840.0,
        150917976.0,
        105258076.0,
        45995730.0,
        13339535.0,
        2637558.0,
        357423.0,
        32670.0,
        1925.0,
        66.0,
        1.0,
    ]
    above = 0.0
    below = 0.0
    count = len(numerator)
    for at in range(count):
        if x < 5.0:
            above = above * x + numerator[count - 1 - at]
            below = below * x + denominator[count - 1 - at]
        else:
            above = above / x + numerator[at]
            below = below / x + denominator[at]
    return above / below


def _sin_pi(x: float) -> float:
    """Give the sine of `pi * x`, exact where it is zero."""
    rest = float_rem(float_fabs(x), 2.0)
    quarter = int(2.0 * rest + 0.5)
    if quarter == 0:
        value = c_sin(_PI * rest)
    elif quarter == 1:
        value = c_cos(_PI * (rest - 0.5))
    elif quarter == 2:
        value = c_sin(_PI * (1.0 - rest))
    elif quarter == 3:
        value = -c_cos(_PI * (rest - 1.5))
    else:
        value = c_sin(_PI * (rest - 2.0))
    return float_copysign(1.0, x) * value
