"""Averages and how far values are spread.

Sums are exact, as in Python: those of integers are integers, those of floats are kept as floats that add up to them.
"""

from math import exp, log

from _sums import add_product, divided, exact_sum, root, rounded
from bisect import bisect_left, bisect_right

from pyc.unsafe import float_fma, is_same

from ._errors import StatisticsError
from ._normal import NormalDist
from ._pairs import LinearRegression, correlation, covariance, linear_regression

__all__ = [
    "LinearRegression",
    "NormalDist",
    "StatisticsError",
    "correlation",
    "covariance",
    "fmean",
    "geometric_mean",
    "harmonic_mean",
    "linear_regression",
    "mean",
    "median",
    "median_grouped",
    "median_high",
    "median_low",
    "mode",
    "multimode",
    "pstdev",
    "pvariance",
    "quantiles",
    "stdev",
    "variance",
]


# Averages


def mean(data):
    """Give the arithmetic mean; of integers an integer if it is one.

    >>> mean([1, 2, 3, 4])
    2.5
    """
    values = list(data)
    if len(values) == 0:
        raise StatisticsError("mean requires at least one data point")
    return _mean(values)


def _mean[T](values: list[T]):
    if is_same[T, int]():
        return _quotient(sum(values), len(values))
    else:
        return divided(exact_sum([float(value) for value in values]), float(len(values)))


def fmean(data, weights=None) -> float:
    """Give the arithmetic mean as a float."""
    values = [float(value) for value in data]
    if len(values) == 0:
        raise StatisticsError("fmean requires at least one data point")
    if weights is None:
        return rounded(exact_sum(values)) / float(len(values))
    else:
        factors = [float(weight) for weight in weights]
        if len(factors) != len(values):
            raise StatisticsError("data and weights must be the same length")
        total = rounded(exact_sum(factors))
        if total == 0.0:
            raise StatisticsError("sum of weights must be non-zero")
        return rounded(exact_sum([value * factor for value, factor in zip(values, factors)])) / total


def geometric_mean(data) -> float:
    """Give the mean of the logarithms as a value."""
    values = [float(value) for value in data]
    if len(values) == 0 or min(values) <= 0.0:
        raise StatisticsError("geometric mean requires a non-empty dataset containing positive numbers")
    return exp(fmean([log(value) for value in values]))


def harmonic_mean(data) -> float:
    """Give the reciprocal of the mean of the reciprocals."""
    values = [float(value) for value in data]
    if len(values) == 0:
        raise StatisticsError("harmonic_mean requires at least one data point")
    if min(values) < 0.0:
        raise StatisticsError("harmonic mean does not support negative values")
    if min(values) == 0.0:
        return 0.0
    parts = exact_sum([1.0 / value for value in values])
    total = rounded(parts)
    quotient = float(len(values)) / total
    rest = [float(len(values))]
    for part in parts:
        add_product(rest, -quotient, part)
    return quotient + rounded(rest) / total


def median(data):
    """Give the middle value, or the mean of the two in the middle."""
    values = sorted(data)
    n = len(values)
    if n == 0:
        raise StatisticsError("no median for empty data")
    if n % 2 == 1:
        return values[n // 2]
    return (values[n // 2 - 1] + values[n // 2]) / 2


def median_low(data):
    """Give the middle value, or the lower of the two in the middle."""
    values = sorted(data)
    if len(values) == 0:
        raise StatisticsError("no median for empty data")
    return values[(len(values) - 1) // 2]


def median_high(data):
    """Give the middle value, or the higher of the two in the middle."""
    values = sorted(data)
    if len(values) == 0:
        raise StatisticsError("no median for empty data")
    return values[len(values) // 2]


def median_grouped(data, interval: float = 1.0) -> float:
    """Give the middle of values that were rounded to classes as wide as `interval`.

    >>> median_grouped([1, 2, 2, 3, 4, 4, 4, 4, 4, 5])
    3.7
    """
    values = sorted([float(value) for value in data])
    n = len(values)
    if n == 0:
        raise StatisticsError("no median for empty data")
    middle = values[n // 2]
    below = bisect_left(values, middle)
    inside = bisect_right(values, middle) - below
    return middle - interval / 2.0 + interval * (n / 2 - below) / inside


def mode(data):
    """Give the most frequent value; of several the first."""
    counts = _counts(data)
    if len(counts) == 0:
        raise StatisticsError("no mode for empty data")
    most = max(counts.values())
    for value, count in counts.items():
        if count == most:
            return value
    raise StatisticsError("no mode for empty data")


def multimode(data):
    """Give all of the most frequent values, in the order they are met."""
    counts = _counts(data)
    most = max(counts.values(), default=0)
    result = []
    for value, count in counts.items():
        if count == most:
            result.append(value)
    return result


def _counts(data):
    counts = {}
    for value in data:
        counts[value] = counts.get(value, 0) + 1
    return counts


def quantiles(data, *, n: int = 4, method: str = "exclusive") -> list[float]:
    """Give the values that divide the data into `n` parts of equal probability."""
    if n < 1:
        raise StatisticsError("n must be at least 1")
    values = sorted([float(value) for value in data])
    size = len(values)
    if size < 2:
        raise StatisticsError("must have at least two data points")
    result: list[float] = []
    for part in range(1, n):
        if method == "inclusive":
            at = part * (size - 1) // n
            rest = part * (size - 1) - at * n
            result.append((values[at] * float(n - rest) + values[at + 1] * float(rest)) / float(n))
        elif method == "exclusive":
            at = min(max(part * (size + 1) // n, 1), size - 1)
            rest = part * (size + 1) - at * n
            result.append((values[at - 1] * float(n - rest) + values[at] * float(rest)) / float(n))
        else:
            raise ValueError(f"Unknown method: {method!r}")
    return result


# Spread


def variance(data, xbar=None):
    """Give the variance of a sample."""
    values = list(data)
    if len(values) < 2:
        raise StatisticsError("variance requires at least two data points")
    return _variance(values, len(values) - 1)


def pvariance(data, mu=None):
    """Give the variance of all data."""
    values = list(data)
    if len(values) == 0:
        raise StatisticsError("pvariance requires at least one data point")
    return _variance(values, len(values))


def stdev(data, xbar=None) -> float:
    """Give the standard deviation of a sample.

    >>> stdev([1.5, 2.5, 2.5, 2.75, 3.25, 4.75])
    1.0810874155219827
    """
    values = [float(value) for value in data]
    if len(values) < 2:
        raise StatisticsError("stdev requires at least two data points")
    return root(_squares(values), float(len(values)) * float(len(values) - 1))


def pstdev(data, mu=None) -> float:
    """Give the standard deviation of all data."""
    values = [float(value) for value in data]
    if len(values) == 0:
        raise StatisticsError("pstdev requires at least one data point")
    return root(_squares(values), float(len(values)) * float(len(values)))


def _variance[T](values: list[T], degrees: int):
    n = len(values)
    if is_same[T, int]():
        total = sum(values)
        return _quotient(n * sum([value * value for value in values]) - total * total, n * degrees)
    else:
        return divided(_squares([float(value) for value in values]), float(n) * float(degrees))


def _squares(values: list[float]) -> list[float]:
    """Give floats that add up to the number of values times the sum of their squares, less the square of their sum."""
    n = float(len(values))
    parts: list[float] = []
    for value in values:
        square = value * value
        add_product(parts, n, square)
        add_product(parts, n, float_fma(value, value, -square))
    sums = exact_sum(values)
    for left in sums:
        for right in sums:
            add_product(parts, -left, right)
    return parts


def _quotient(numerator: int, denominator: int):
    """Give an integer if the quotient is one."""
    if numerator % denominator == 0:
        return numerator // denominator
    return numerator / denominator
