def f(a, b, c):
    return a * 100 + b * 10 + c


xs = [1, 2, 3]
print(
    f(*xs),
    f(1, *[2, 3]),
    f(*(4, 5), *[6]),
    f(*tuple(xs)),
    f(*range(3)),
    f(*[7, 8], c=9),
)
for bad in ([1], [], [1, 2, 3, 4]):
    try:
        print(f(*bad))
    except TypeError as e:
        print(e)


class C:
    def __init__(self, k: int) -> None:
        self.k = k

    def m(self, a: int, b: int) -> int:
        return self.k + a * b


c = C(5)
print(c.m(*[2, 3]))
try:
    c.m(*[2])
except TypeError as e:
    print(e)
g = lambda x, y: x - y
print(g(*[9, 4]), [f(*row) for row in [[1, 2, 3], [4, 5, 6]]])


def one(x):
    return x


try:
    one(*[1, 2])
except TypeError as e:
    print(e)


def pick(flag):
    if flag:
        return [3, 1, 2]
    return {"a": 1, "b": 2}


for item in pick(True):
    print(item, end=" ")
print(
    [i for i in pick(False)],
    sorted([str(i) for i in pick(True)]),
    len(list(pick(True))),
)


class V:
    def __init__(self, parts=None):
        if parts is None:
            parts = []
        self.parts = list(parts)

    def total(self):
        t = 0
        for p in self.parts:
            t += p
        return t


print(V([1, 2]).total(), V().total())


def any_of(x: list[int] | tuple[int, ...] | set[int]) -> int:
    t = 0
    for i in x:
        for j in x:
            t += i * j
    return t


print(any_of([1, 2]), any_of((1, 2, 3)), any_of({4}))
