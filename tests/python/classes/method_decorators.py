import functools


def log(f):
    def wrapper(self, *args):
        print("call", f.__name__)
        return f(self, *args)

    return wrapper


def twice(f):
    def w(*args):
        return f(*args) * 2

    return w


class A:
    def __init__(self, k):
        self.k = k

    @log
    def f(self, x):
        return self.k + x

    @twice
    @log
    def g(self):
        return self.k

    @functools.lru_cache(maxsize=None)
    def h(self, n):
        print("computed")
        return n * 2

    @functools.cache
    def fib(self, n: int) -> int:
        return n if n < 2 else self.fib(n - 1) + self.fib(n - 2)

    @staticmethod
    @twice
    def s(v):
        return v


class B(A):
    @log
    def g(self):
        return self.k * 100


a = A(3)
print(a.f(2), a.g(), a.h(4), a.h(4), a.fib(30), A.f(a, 1), A.s(4))
print([o.g() for o in [A(1), B(2)]])
print(B(7).f(1), super(B, B(1)).__class__ is not None if False else "")


def register(cls):
    print("registered", cls.__name__)
    return cls


@register
class R:
    pass


print(R().__class__.__name__)
