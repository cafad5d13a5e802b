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
