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
