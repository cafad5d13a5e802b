def make_multipliers():
    return [lambda x: i * x for i in range(4)]


print([m(2) for m in make_multipliers()])


def even_odd(n):
    def even(k):
        return True if k == 0 else odd(k - 1)

    def odd(k):
        return False if k == 0 else even(k - 1)

    return even(n)


print(even_odd(10), even_odd(7))


def memoize(f):
    cache = {}

    def g(n):
        if n not in cache:
            cache[n] = f(n)
        return cache[n]

    return g


sq = memoize(lambda n: n * n)
print(sq(4), sq(4), sq(5))


def accumulate():
    items = []

    def add(x):
        items.append(x)
        return len(items)

    add(1)
    add(2)
    return items


print(accumulate())


def late():
    def show():
        return value

    value = 1
    a = show()
    value = "two"
    return a, show()


print(late())


def unbound():
    def show():
        return value

    try:
        show()
    except NameError as e:
        print(e)
    value = 1
    return show()


print(unbound())


class Button:
    def __init__(self, handler):
        self.handler = handler

    def click(self):
        return self.handler()


count = 0


def on_click():
    global count
    count += 1
    return count


b = Button(on_click)
b.click()
print(b.click(), count)


def apply_n(f, n, x):
    for _ in range(n):
        x = f(x)
    return x


k = 3
print(apply_n(lambda v: v + k, 4, 0))


def curry(a):
    def inner(b):
        def innermost(c):
            return a + b + c

        return innermost

    return inner


print(curry(1)(2)(3), curry("a")("b")("c"))


def stats(xs):
    n = len(xs)
    mean = sum(xs) / n

    def var():
        return sum((x - mean) ** 2 for x in xs) / n

    return mean, var()


print(stats([1.0, 2.0, 3.0]))


def countdown(n):
    def step():
        nonlocal n
        n -= 1
        return n

    out = []
    while n > 0:
        out.append(step())
    return out


print(countdown(3))
handlers = {}


def register(name):
    def deco(fn):
        handlers[name] = fn
        return fn

    return deco


def hi():
    return "hi"


register("hi")(hi)
print(handlers["hi"]())
compose = lambda *fs: lambda x: apply_all(fs, x)


def apply_all(fs, x):
    for f in fs:
        x = f(x)
    return x


print(compose(lambda x: x + 1, lambda x: x * 10)(1))


def dfs(graph, start):
    seen = []

    def visit(n):
        if n in seen:
            return
        seen.append(n)
        for m in graph[n]:
            visit(m)

    visit(start)
    return seen


print(dfs({1: [2, 3], 2: [4], 3: [4], 4: []}, 1))


def default_closure(xs, key=lambda x: -x):
    return sorted(xs, key=key)


print(default_closure([1, 3, 2]), default_closure([1, 3, 2], key=lambda x: x))


# A variable with an annotation that is bound after the function that uses it.
def late():
    def use() -> int:
        return total + len(names)

    total: int = 4
    names: list[str] = []
    names.append("a")
    print(use())
    total = 10
    print(use())


late()


def unbound(flag: bool):
    def use():
        return value

    if flag:
        value: int = 3
    try:
        return use()
    except NameError as e:
        return str(e)


print(unbound(True), unbound(False))
