import statistics
from statistics import mean, median, stdev, mode

print(
    mean([1, 2, 3, 4]),
    mean([1, 2, 3]),
    mean([1.5, 2.5, 4.0]),
    mean([0.1] * 10),
    mean((1, 2)),
    mean(range(5)),
)
print(
    median([3, 1, 2]),
    median([4, 1, 2, 3]),
    median([1.5, 2.5]),
    statistics.median_low([1, 2, 3, 4]),
    statistics.median_high([1, 2, 3, 4]),
)
print(
    mode([1, 2, 2, 3]),
    mode("abca"),
    statistics.multimode([1, 1, 2, 2, 3]),
    statistics.multimode([]) == [],
)
print(
    stdev([1, 2, 3, 4]),
    stdev([1.5, 2.5, 2.5, 2.75, 3.25, 4.75]),
    statistics.pstdev([1, 2, 3, 4]),
    statistics.variance([1, 2, 3, 4]),
    statistics.variance([1, 2, 3]),
    statistics.pvariance([1.5, 2.0, 7.25]),
    statistics.pvariance([2, 4]),
)
print(
    statistics.fmean([1, 2, 4]),
    statistics.geometric_mean([1, 2, 4]),
    statistics.harmonic_mean([40, 60]),
    statistics.quantiles([1, 2, 3, 4, 5]),
    statistics.quantiles([1, 2, 3, 4, 5], n=3, method="inclusive"),
    statistics.fmean([1, 2], weights=[3, 1]),
)
x = 1
data = []
for i in range(200):
    x = (x * 16807) % 2147483647
    data.append(x / 2147483647 * (10 ** (i % 7)))
print(
    mean(data),
    stdev(data),
    statistics.pvariance(data),
    statistics.variance(data),
    statistics.pstdev(data),
    median(data),
)
try:
    mean([0.5][:0])
except statistics.StatisticsError as e:
    print(e)
for n in range(2, 60):
    part = data[n : n + n % 7 + 2]
    print(mean(part), stdev(part), statistics.variance(part), statistics.pstdev(part))
