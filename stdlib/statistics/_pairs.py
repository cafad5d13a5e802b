"""How two series of values go together."""

from math import fsum, sqrt
from typing import NamedTuple

from ._errors import StatisticsError


class LinearRegression(NamedTuple):
    """A straight line."""

    slope: float
    intercept: float


def _floats(x, y, name: str) -> tuple[list[float], list[float]]:
    """Give both series, which must be equally long."""
    left = [float(value) for value in x]
    right = [float(value) for value in y]
    if len(left) != len(right):
        raise StatisticsError(f"{name} requires that both inputs have same number of data points")
    if len(left) < 2:
        raise StatisticsError(f"{name} requires at least two data points")
    return left, right


def _differences(values: list[float]) -> list[float]:
    """Give how far the values are from their mean."""
    mean = fsum(values) / len(values)
    return [value - mean for value in values]


def _products(left: list[float], right: list[float]) -> float:
    return fsum([a * b for a, b in zip(left, right)])


def covariance(x, y, /) -> float:
    """Give the covariance of two samples.

    >>> covariance([1, 2, 3, 4], [2, 4, 6, 9])
    3.8333333333333335
    """
    left, right = _floats(x, y, "covariance")
    return _products(_differences(left), _differences(right)) / (len(left) - 1)


def correlation(x, y, /) -> float:
    """Give Pearson's coefficient: from -1.0 to 1.0.

    >>> correlation([1, 2, 3], [3, 2, 1])
    -1.0
    """
    left, right = _floats(x, y, "correlation")
    left = _differences(left)
    right = _differences(right)
    spread = sqrt(_products(left, left) * _products(right, right))
    if spread == 0.0:
        raise StatisticsError("at least one of the inputs is constant")
    return _products(left, right) / spread


def linear_regression(x, y, /, *, proportional: bool = False) -> LinearRegression:
    """Give the line that fits best; with `proportional` one through the origin.

    >>> linear_regression([1, 2, 3], [3, 5, 7])
    LinearRegression(slope=2.0, intercept=1.0)
    """
    left, right = _floats(x, y, "linear regression")
    far = left if proportional else _differences(left)
    spread = _products(far, far)
    if spread == 0.0:
        raise StatisticsError("x is constant")
    if proportional:
        return LinearRegression(_products(far, right) / spread, 0.0)
    slope = _products(far, _differences(right)) / spread
    return LinearRegression(slope, fsum(right) / len(right) - slope * (fsum(left) / len(left)))
