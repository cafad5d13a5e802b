class Up:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        if self.n == 0:
            raise StopIteration
        self.n -= 1
        return self.n


print(list(zip(Up(3), "abc", strict=True)))
for a in [(Up(2), "abc"), (Up(3), "ab")]:
    try:
        for x in zip(*a, strict=True):
            print(x)
    except ValueError as e:
        print(e)
m = [[1, 2, 3], [4, 5, 6]]
print(list(zip(*m, strict=True)))
m = [[1, 2, 3], [4, 5, 6], [1]]
try:
    print(list(zip(*m, strict=True)))
except ValueError as e:
    print(e)
print(list(zip(strict=True)), list(zip([1], strict=True)))
flag = len(m) > 2
try:
    print(list(zip([1, 2, 3], (4, 5), {"a": 1}, strict=flag)))
except ValueError as e:
    print(e)
except ValueError as e:
    print(e)
except ValueError as e:
    print(e)


def g():
    yield 1
    raise KeyError("in")


try:
    print(list(zip([1, 2], g(), strict=True)))
except KeyError as e:
    print(repr(e))
d: dict[str, int | None] = {}
print(d.setdefault("a"), d)
print((1, 2, 3, 2).index(2, 2), (1, 2, 3).index(3, -1, 10))
try:
    (1, 2).index(5)
except ValueError as e:
    print(e)
import random

random.seed("hello")
print(random.random())
random.seed(b"hello")
print(random.random())
random.seed(2.5)
print(random.random())
r = random.Random("x")
print(r.randint(1, 100))
random.seed(bytearray(b"q"))
print(random.random())
