"""`send`, `throw`, `close`, results, and `yield from` that hands all of them on."""

from collections.abc import Generator


def average() -> Generator[float, float, str]:
    total = 0.0
    count = 0
    value = yield 0.0
    while value is not None:
        total += value
        count += 1
        value = yield total / count
    return f"{count} values"


g = average()
print(next(g), g.send(2.0), g.send(4.0))
try:
    next(g)
except StopIteration as e:
    print("stop", e.value)
try:
    next(g)
except StopIteration as e:
    print("stop", e.value, e)


def inner():
    try:
        x = yield 1
        print("inner got", x)
        y = yield 2
        print("inner got", y)
    except ValueError as e:
        print("inner caught", e)
        yield 99
    finally:
        print("inner done")
    return "result"


def outer():
    r = yield from inner()
    print("r =", r)
    s = yield from inner()
    return r + s


o = outer()
print(next(o), o.send("a"), o.send("b"), o.send("c"))
print(o.throw(ValueError("bad")))
try:
    o.send(None)
except StopIteration as e:
    print("end", e.value)


def echo():
    while True:
        got = yield
        print("echo", got)


e = echo()
next(e)
e.send("x")
e.send(3)
e.close()
try:
    e.send("y")
except StopIteration:
    print("closed")
try:
    echo().send(1)
except TypeError as err:
    print(err)


def careful():
    while True:
        try:
            yield "ok"
        except KeyError as err:
            print("key", err)
        except GeneratorExit:
            print("exit")
            raise


c = careful()
print(next(c), c.throw(KeyError("k")), c.throw(KeyError))
try:
    c.throw(RuntimeError("out"))
except RuntimeError as err:
    print("out", err)
print(next(c, "finished"))
d = careful()
next(d)
d.close()
d.close()
fresh = careful()
try:
    fresh.throw(ValueError("early"))
except ValueError as err:
    print("early", err)
print(list(fresh))


def returns(n: int):
    for i in range(n):
        yield i
    return n * 10


def chain():
    a = yield from returns(2)
    b = yield from [7, 8]
    c = yield from returns(1)
    print(a, b, c)


print(list(chain()))


def fact(n: int):
    if n <= 1:
        yield 1
        return 1
    before = yield from fact(n - 1)
    yield before * n
    return before * n


print(list(fact(6)))


def leaky():
    raise StopIteration("leak")
    yield 1


try:
    list(leaky())
except RuntimeError as err:
    print(err, repr(err.__cause__))


def lazily():
    it = iter([1])
    while True:
        yield next(it)


try:
    for v in lazily():
        print(v)
except RuntimeError as err:
    print(err)


class Box:
    def __init__(self, items: list[str]):
        self.items = items

    def __iter__(self):
        for item in self.items:
            yield item.upper()

    def each(self, times: int):
        for _ in range(times):
            yield from self


print(list(Box(["a", "b"]).each(2)), ",".join(Box(["q"])))
gens = [average(), average()]
for gen in gens:
    next(gen)
print([gen.send(5.0) for gen in gens], [gen.send(7.0) for gen in gens])


def f():
    try:
        yield 1
        s = repr("x")
        print(s, flush=True)
        yield "more"
    finally:
        pass


c = f()
print(next(c), flush=True)
print(next(c), flush=True)
