from contextlib import contextmanager, suppress, nullcontext, closing


@contextmanager
def tag(name):
    print(f"<{name}>")
    try:
        yield name.upper()
    except ValueError as e:
        print("swallowed", e)
    finally:
        print(f"</{name}>")


with tag("a") as t:
    print(t)
with tag("b"):
    raise ValueError("inside")
try:
    with tag("c"):
        raise KeyError("passes")
except KeyError as e:
    print("caught", e)


@contextmanager
def plain(n: int):
    yield n + 1


with plain(1) as one, plain(one) as two:
    print(one, two)


def f():
    with plain(5) as v:
        return v


print(f())
with suppress(ValueError, KeyError):
    print("in")
    raise KeyError("x")
with suppress(ZeroDivisionError):
    print(1 // 0)
try:
    with suppress(KeyError):
        raise IndexError("no")
except IndexError as e:
    print("not suppressed", e)
with nullcontext() as nothing, nullcontext(5) as five:
    print(nothing, five)


class Thing:
    def close(self):
        print("closed")


with closing(Thing()) as thing:
    print(type(thing).__name__)


def gen():
    while True:
        try:
            yield 1
        except ValueError as e:
            print("thrown", e)
            yield 2


g = gen()
print(next(g), g.throw(ValueError("v")), next(g))
g.close()
