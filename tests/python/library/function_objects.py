import functools
from functools import partial, wraps, lru_cache, cache, reduce


def power(base, exp=2, *, neg=False):
    """Raise."""
    r = base**exp
    return -r if neg else r


square = partial(power, exp=2)
print(square(5), square(5, neg=True), square(3, exp=3), partial(power, 2)(5), partial(power, 2, neg=True)(exp=4))
print(square.args, square.keywords, square.func(3), partial(power, 2).args)
print(list(map(partial(max, 3), [1, 5])), partial(int, base=2)("101"), partial(print, "a", sep="-")("b"))


class P:
    def __init__(self, x, y):
        self.x, self.y = x, y

    def show(self, tag, end="!"):
        return f"{tag}{self.x}{self.y}{end}"


print(partial(P, 1)(y=2).show("t"), partial(P(3, 4).show, "z")(end="?"))


def timed(f):
    @wraps(f)
    def wrapper(*args, **kwargs):
        print("calling", f.__name__)
        return f(*args, **kwargs)

    return wrapper


@timed
def add(a, b=1):
    """Add."""
    return a + b


print(add(1), add(1, 2), add.__name__, add.__doc__, add.__wrapped__(5))


@timed
def fact(n):
    return 1 if n < 2 else n * fact(n - 1)


print(fact(3))


class K:
    def __init__(self):
        self.n = 3

    @timed
    def m(self, k):
        return self.n * k

    @lru_cache
    def c(self, k):
        print("c")
        return self.n + k


print(K().m(4))
k = K()
print(k.c(1), k.c(1), k.c(2))


@lru_cache(maxsize=2)
def sq(x):
    print("sq", x)
    return x * x


print([sq(i) for i in (1, 2, 1, 3, 2, 1)], sq.cache_info(), sq.__name__, sq.cache_parameters())
sq.cache_clear()
print(sq.cache_info())


@cache
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(80), fib.cache_info())


@lru_cache(maxsize=None)
def kw(a, b=2):
    print("kw")
    return a + b


print(kw(1), kw(1), kw(1, 2), kw(1, b=2), kw(1, b=2), kw.cache_info())


@lru_cache(maxsize=0)
def none(x):
    return x


print(none(1), none(1), none.cache_info())


@lru_cache(typed=True)
def ty(x):
    print("ty", x)
    return x


print(ty(1), ty(1.0), ty(1), ty.cache_info())


@lru_cache
def un(x):
    print("un")
    return str(x)


print(un(1), un(1.0), un(True), un(2.5))
try:
    hash([1])
except TypeError as e:
    print(e)


@functools.wraps(add)
def other():
    return 5


print(other(), other.__name__)
