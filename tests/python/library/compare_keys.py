from functools import cmp_to_key


def by(a: int, b: int) -> int:
    return (a > b) - (a < b)


print(
    sorted([3, 1, 2], key=cmp_to_key(by)),
    sorted(["bb", "a", "ccc"], key=cmp_to_key(lambda a, b: len(b) - len(a))),
)
xs = [(1, 2), (0, 5), (1, 1)]
xs.sort(key=cmp_to_key(lambda p, q: p[0] - q[0] if p[0] != q[0] else q[1] - p[1]))
print(xs, min([5, 3], key=cmp_to_key(by)))
