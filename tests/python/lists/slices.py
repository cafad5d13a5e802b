xs = list(range(10))
print(
    xs[2:5],
    xs[:3],
    xs[7:],
    xs[-3:],
    xs[:-7],
    xs[::2],
    xs[::-1],
    xs[8:2:-2],
    xs[5:2],
    xs[100:],
    xs[:],
)
copy = xs[:]
copy[0] = 99
print(xs[0], copy[0])
xs[2:5] = [20, 30]
print(xs)
xs[1:1] = [7, 7]
print(xs)
xs[:2] = []
print(xs)
del xs[1:3]
print(xs)


def rotate(items: list[int], k: int) -> list[int]:
    k %= len(items)
    return items[-k:] + items[:-k]


print(rotate([1, 2, 3, 4, 5], 2))

# Every bound with every kind of step, as what is read and as what is replaced.
row = list(range(7))
bounds = [None, -9, -7, -2, 0, 3, 6, 7, 9]
for low in bounds:
    for high in bounds:
        line = [row[low:high], row[low:high:-1], row[low:high:2], row[low:high:-3], row[low:high:-9223372036854775807], row[low:high:1]]
        longer, shorter, turned = row[:], row[:], row[:]
        longer[low:high] = [70, 71]
        shorter[low:high:1] = []
        turned[low:high:-1] = turned[low:high:-1][::-1]
        print(low, high, line, longer, shorter, turned)
