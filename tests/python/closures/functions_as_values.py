def compose(f, g):
    return lambda x: f(g(x))


inc = lambda x: x + 1
dbl = lambda x: x * 2
print(compose(inc, dbl)(5))
fs = [lambda x, k=k: x + k for k in range(3)]
print([f(10) for f in fs])


def counter():
    n = 0

    def inc():
        nonlocal n
        n += 1
        return n

    return inc


c = counter()
print(c(), c(), c())


def outer(xs):
    total = 0

    def add(v):
        nonlocal total
        total += v

    for x in xs:
        add(x)
    return total


print(outer([1, 2, 3]))


def deco(fn):
    def wrapper(*args):
        print("call", fn.__name__)
        return fn(*args)

    return wrapper


def hello(name):
    return "hi " + name


print(deco(hello)("bob"))
ops = {"+": lambda a, b: a + b, "-": lambda a, b: a - b}
print(ops["+"](2, 3), ops["-"](2, 3))


def fact(n):
    def go(k, acc):
        return acc if k == 0 else go(k - 1, acc * k)

    return go(n, 1)


print(fact(5))
words = ["bb", "a", "ccc"]
key_len = 2
print(
    sorted(words, key=lambda w: (len(w) - key_len) ** 2),
    list(map(lambda w: w * key_len, words)),
)
