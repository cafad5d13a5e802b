from statistics import *

print(
    NormalDist(10, 2).cdf(11),
    NormalDist.from_samples([1, 2, 3, 4]),
    correlation([1, 2, 3], [1, 2, 4]),
    covariance([1, 2, 3], [1, 2, 4]),
    linear_regression([1, 2, 3], [1, 2, 4]),
    median_grouped([1, 2, 2, 3, 4, 4, 4, 4, 4, 5]),
)
print(
    mode([1, 1, 2]),
    multimode("aabbc"),
    fmean([1, 2, 3]),
    geometric_mean([1, 2, 4]),
    harmonic_mean([1, 2, 4]),
    pvariance([1, 2, 3]),
    quantiles([1, 2, 3, 4]),
)
n = NormalDist(1.5, 0.25)
for i in range(1, 200):
    print(n.inv_cdf(i / 200), n.cdf(i / 100), n.pdf(i / 70))
for p in (1e-300, 1e-20, 1e-9, 1e-5, 1 - 1e-9, 1 - 1e-16, 0.074, 0.0749999, 0.075, 0.925):
    print(n.inv_cdf(p))
m = NormalDist(2, 3)
print(n + m, n - m, n * 2, n / -4, n + 3, 3 + n, 5 - n, -n, +n, n == m, n == NormalDist(1.5, 0.25), 2 * n, n - 1)
print(n.overlap(m), m.overlap(n), n.overlap(n), n.quantiles(), m.quantiles(10), n.zscore(4), n.mean, n.median, n.mode, n.stdev, n.variance)
print(NormalDist(3, 2).overlap(NormalDist(4, 2)), m.samples(3, seed=5), hash(n) == hash(NormalDist(1.5, 0.25)), repr(NormalDist()))
print(linear_regression([1, 2, 3, 4.5], [2, 4, 5, 8], proportional=True), linear_regression([1, 2, 3, 4.5], [2, 4, 5, 8]))
for f in [
    lambda: covariance([1], [1]),
    lambda: covariance([1, 2], [1]),
    lambda: correlation([1, 1], [1, 2]),
    lambda: linear_regression([2, 2], [1, 2]),
]:
    try:
        print(f())
    except StatisticsError as e:
        print(e)
try:
    NormalDist(1, -1)
except StatisticsError as e:
    print(e)
try:
    NormalDist(1, 0).cdf(1)
except StatisticsError as e:
    print(e)
try:
    NormalDist(1, 2).inv_cdf(1.0)
except StatisticsError as e:
    print(e)
print(median_grouped([1, 3, 3, 5, 7], interval=2), median_grouped([52, 52, 53, 54]))
