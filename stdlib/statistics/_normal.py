"""The normal distribution."""

from math import erf, exp, fabs, log, pi, sqrt
from random import Random, gauss

from ._errors import StatisticsError

# The quotients of polynomials by which Wichura's algorithm AS 241 gives the quantiles: in the middle, and near and far in the tails.
_MIDDLE_ABOVE = [
    2.50908092873012267270e3,
    3.34305755835881281050e4,
    6.72657709270087008530e4,
    4.59219539315498714570e4,
    1.37316937655094611250e4,
    1.97159095030655144270e3,
    1.33141667891784377450e2,
    3.38713287279636660800e0,
]
_MIDDLE_BELOW = [
    5.22649527885285456100e3,
    2.87290857357219426740e4,
    3.93078958000927106100e4,
    2.12137943015865958670e4,
    5.39419602142475110770e3,
    6.87187007492057908300e2,
    4.23133307016009112520e1,
    1.0,
]
_NEAR_ABOVE = [
    7.74545014278341407640e-4,
    2.27238449892691845833e-2,
    2.41780725177450611770e-1,
    1.27045825245236838258e0,
    3.64784832476320460504e0,
    5.76949722146069140550e0,
    4.63033784615654529590e0,
    1.42343711074968357734e0,
]
_NEAR_BELOW = [
    1.05075007164441684324e-9,
    5.47593808499534494600e-4,
    1.51986665636164571966e-2,
    1.48103976427480074590e-1,
    6.89767334985100004550e-1,
    1.67638483018380384940e0,
    2.05319162663775882187e0,
    1.0,
]
_FAR_ABOVE = [
    2.01033439929228813265e-7,
    2.71155556874348757815e-5,
    1.24266094738807843860e-3,
    2.65321895265761230930e-2,
    2.96560571828504891230e-1,
    1.78482653991729133580e0,
    5.46378491116411436990e0,
    6.65790464350110377720e0,
]
_FAR_BELOW = [
    2.04426310338993978564e-15,
    1.42151175831644588870e-7,
    1.84631831751005468180e-5,
    7.86869131145613259100e-4,
    1.48753612908506148525e-2,
    1.36929880922735805310e-1,
    5.99832206555887937690e-1,
    1.0,
]


def _polynomial(factors: list[float], x: float) -> float:
    value = 0.0
    for factor in factors:
        value = value * x + factor
    return value


def _quantile(p: float) -> float:
    """Give the quantile for a mean of 0 and a deviation of 1."""
    q = p - 0.5
    if fabs(q) <= 0.425:
        r = 0.180625 - q * q
        return _polynomial(_MIDDLE_ABOVE, r) * q / _polynomial(_MIDDLE_BELOW, r)
    r = sqrt(-log(p if q <= 0.0 else 1.0 - p))
    if r <= 5.0:
        r = r - 1.6
        x = _polynomial(_NEAR_ABOVE, r) / _polynomial(_NEAR_BELOW, r)
    else:
        r = r - 5.0
        x = _polynomial(_FAR_ABOVE, r) / _polynomial(_FAR_BELOW, r)
    return -x if q < 0.0 else x


class NormalDist:
    """A normal distribution.

    >>> heights = NormalDist(170, 10)
    >>> heights.cdf(180)
    0.8413447460685429
    >>> heights + 5
    NormalDist(mu=175.0, sigma=10.0)
    """

    _mu: float
    _sigma: float

    def __init__(self, mu: float = 0.0, sigma: float = 1.0) -> None:
        if sigma < 0.0:
            raise StatisticsError("sigma must be non-negative")
        self._mu = float(mu)
        self._sigma = float(sigma)

    @classmethod
    def from_samples(cls, data) -> NormalDist:
        """Give the one with the mean and the deviation of a sample."""
        from statistics import fmean, stdev

        values = [float(value) for value in data]
        sigma = stdev(values)
        return NormalDist(fmean(values), sigma)

    def samples(self, n: int, *, seed=None) -> list[float]:
        """Give random values."""
        if seed is None:
            return [gauss(self._mu, self._sigma) for _ in range(n)]
        else:
            source = Random(seed)
            return [source.gauss(self._mu, self._sigma) for _ in range(n)]

    def pdf(self, x: float) -> float:
        """Give the density at a place."""
        variance = self._sigma * self._sigma
        if variance == 0.0:
            raise StatisticsError("pdf() not defined when sigma is zero")
        far = x - self._mu
        return exp(far * far / (-2.0 * variance)) / sqrt(2.0 * pi * variance)

    def cdf(self, x: float) -> float:
        """Give the probability of at most `x`."""
        if self._sigma == 0.0:
            raise StatisticsError("cdf() not defined when sigma is zero")
        return 0.5 * (1.0 + erf((x - self._mu) / (self._sigma * sqrt(2.0))))

    def inv_cdf(self, p: float) -> float:
        """Give the place below which a value is with probability `p`."""
        if p <= 0.0 or p >= 1.0:
            raise StatisticsError("p must be in the range 0.0 < p < 1.0")
        if self._sigma <= 0.0:
            raise StatisticsError("cdf() not defined when sigma at or below zero")
        return self._mu + _quantile(p) * self._sigma

    def quantiles(self, n: int = 4) -> list[float]:
        """Give the places that divide the distribution into `n` parts of equal probability."""
        return [self.inv_cdf(part / n) for part in range(1, n)]

    def overlap(self, other: NormalDist) -> float:
        """Give the area that lies below both densities.

        >>> NormalDist(2.4, 1.6).overlap(NormalDist(3.2, 2.0))
        0.8035050657330205
        """
        x, y = self, other
        if (y._sigma, y._mu) < (x._sigma, x._mu):
            x, y = y, x
        x_variance, y_variance = x.variance, y.variance
        if x_variance == 0.0 or y_variance == 0.0:
            raise StatisticsError("overlap() not defined when sigma is zero")
        difference = y_variance - x_variance
        means = fabs(y._mu - x._mu)
        if difference == 0.0:
            return 1.0 - erf(means / (2.0 * x._sigma * sqrt(2.0)))
        a = x._mu * y_variance - y._mu * x_variance
        b = x._sigma * y._sigma * sqrt(means * means + difference * log(y_variance / x_variance))
        left = (a + b) / difference
        right = (a - b) / difference
        return 1.0 - (fabs(y.cdf(left) - x.cdf(left)) + fabs(y.cdf(right) - x.cdf(right)))

    def zscore(self, x: float) -> float:
        """Give how many deviations `x` lies above the mean."""
        if self._sigma == 0.0:
            raise StatisticsError("zscore() not defined when sigma is zero")
        return (x - self._mu) / self._sigma

    @property
    def mean(self) -> float:
        """The arithmetic mean."""
        return self._mu

    @property
    def median(self) -> float:
        """The value in the middle."""
        return self._mu

    @property
    def mode(self) -> float:
        """The most frequent value."""
        return self._mu

    @property
    def stdev(self) -> float:
        """The standard deviation."""
        return self._sigma

    @property
    def variance(self) -> float:
        """The square of the standard deviation."""
        return self._sigma * self._sigma

    # Operators

    def __add__(self, other):
        if isinstance(other, NormalDist):
            return NormalDist(self._mu + other._mu, _length(self._sigma, other._sigma))
        else:
            return NormalDist(self._mu + other, self._sigma)

    def __sub__(self, other):
        if isinstance(other, NormalDist):
            return NormalDist(self._mu - other._mu, _length(self._sigma, other._sigma))
        else:
            return NormalDist(self._mu - other, self._sigma)

    def __mul__(self, factor: float) -> NormalDist:
        return NormalDist(self._mu * factor, self._sigma * fabs(factor))

    def __truediv__(self, divisor: float) -> NormalDist:
        return NormalDist(self._mu / divisor, self._sigma / fabs(divisor))

    def __radd__(self, other: float) -> NormalDist:
        return self + other

    def __rsub__(self, other: float) -> NormalDist:
        return -(self - other)

    def __rmul__(self, other: float) -> NormalDist:
        return self * other

    def __pos__(self) -> NormalDist:
        return NormalDist(self._mu, self._sigma)

    def __neg__(self) -> NormalDist:
        return NormalDist(-self._mu, self._sigma)

    def __eq__(self, other) -> bool:
        if isinstance(other, NormalDist):
            return self._mu == other._mu and self._sigma == other._sigma
        else:
            return False

    def __hash__(self) -> int:
        return hash((self._mu, self._sigma))

    def __repr__(self) -> str:
        return f"NormalDist(mu={self._mu!r}, sigma={self._sigma!r})"


def _length(a: float, b: float) -> float:
    from math import hypot

    return hypot(a, b)
