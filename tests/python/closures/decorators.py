import functools


def deco(fn):
    def wrapper(*args):
        print("call", fn.__name__)
        return fn(*args)

    return wrapper


@deco
def hello(name):
    return "hi " + name


print(hello("bob"))


def repeat(n):
    def inner(fn):
        def wrapper(x):
            for _ in range(n):
                x = fn(x)
            return x

        return wrapper

    return inner


@repeat(3)
def double(x):
    return x * 2


print(double(1))
registry = {}


def register(fn):
    registry[fn.__name__] = fn
    return fn


@register
def foo():
    return "foo"


@register
def bar():
    return "bar"


print(foo(), sorted(registry))


def memo(f):
    cache = {}

    def g(n):
        if n not in cache:
            cache[n] = f(n)
        return cache[n]

    return g


@memo
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(50))


@deco
@deco
def twice(a):
    return a


print(twice(1))


def outer():
    @deco
    def inner(x):
        return x + 1

    return inner(4)


print(outer())


# A decorated function that uses itself finds what its name stands for. (It is let go at the end, since it keeps itself.)
class Counted:
    def __init__(self, f):
        self.f = f
        self.calls = {}

    def __call__(self, k: int) -> int:
        if k not in self.calls:
            self.calls[k] = self.f(k)
        return self.calls[k]

    def forget(self):
        self.f = None


def outer_fib(n: int) -> int:
    @Counted
    def fib(k: int) -> int:
        return k if k < 2 else fib(k - 1) + fib(k - 2)

    result = fib(n)
    fib.forget()
    return result


print(outer_fib(30))


def cached(n: int):
    @functools.lru_cache(maxsize=None)
    def ways(k: int, m: int = n) -> int:
        if k <= 1:
            return 1
        return ways(k - 1) + ways(k - 2, m)

    result = ways(10)
    del ways
    return result


print(cached(3))


def deep(n: int):
    def go(k: int, depth=n * 2):
        if k == 0:
            return depth
        return go(k - 1) + 1

    result = go(n)
    del go
    return result


print(deep(4))


def deleted():
    word = "there"

    def look():
        return word

    print(look())
    del word
    try:
        print(look())
    except NameError as e:
        print(e)
    try:
        print(word)
    except UnboundLocalError as e:
        print(e)
    word = "again"
    print(look())


deleted()
