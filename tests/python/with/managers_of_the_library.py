from contextlib import contextmanager, suppress, closing, nullcontext, AbstractContextManager


@contextmanager
def tag(name, *, end="/"):
    """Doc."""
    print("open", name)
    try:
        yield name
    finally:
        print("close", end, name)


with tag("a") as t, tag("b", end="!") as u:
    print(t, u)
print(tag.__name__, tag.__doc__)


@contextmanager
def never(flag):
    if flag:
        yield 1
    print("no yield")


try:
    with never(False):
        print("inside")
except RuntimeError as e:
    print(e)
with never(True) as v:
    print(v)


@contextmanager
def none():
    return
    yield


try:
    with none():
        print("inside")
except RuntimeError as e:
    print(e)


class M(AbstractContextManager):
    def __exit__(self, *a):
        print("M exit", a[0] is None)


with M() as m:
    print(isinstance(m, M))


class Thing:
    def close(self):
        print("closed")


with closing(Thing()) as th:
    pass
with nullcontext(5) as five, nullcontext() as nothing:
    print(five, nothing)


@contextmanager
def forever():
    while True:
        yield 1


try:
    with forever() as f:
        print(f)
except RuntimeError as e:
    print(e)


def ticks(n):
    while True:
        yield n


class Hold:
    def __init__(self, g):
        self.g = g


h = Hold(ticks(3))
print(next(h.g), next(h.g))


def empty():
    return
    yield


print(list(empty()), sum(empty()) if False else 0, [x for x in empty()])


def pick(flag):
    if flag:
        yield from empty()
    yield 5


print(list(pick(True)))
