class Tracer:
    def __init__(self, name):
        self.name = name

    def __enter__(self):
        print("enter", self.name)
        return self

    def __exit__(self, exc_type, exc, tb):
        if exc_type is None:
            print("exit", self.name, "normally", exc, tb)
        else:
            print("exit", self.name, exc_type.__name__, exc, exc_type, tb is not None)


class Swallow:
    def __init__(self, *kinds):
        self.count = 0

    def __enter__(self):
        return self.count

    def __exit__(self, exc_type, exc_value, traceback) -> bool:
        self.count += 1
        return exc_type is not None and issubclass(exc_type, (ValueError, KeyError))


with Tracer("a") as t:
    print("body", t.name)

with Tracer("a"), Tracer("b") as b, Tracer("c"):
    print(b.name)

try:
    with Tracer("x") as t, Tracer("y"):
        raise ValueError("boom")
except ValueError as e:
    print("caught", e)

s = Swallow()
with s as n:
    raise ValueError("hidden")
print("after", n, s.count)
try:
    with s:
        raise TypeError("seen")
except TypeError as e:
    print("type", e, s.count)


def early(n):
    for i in range(n):
        with Tracer(i):
            if i == 1:
                continue
            if i == 3:
                break
            if i == 2 and n == 3:
                return "returned"
            print("loop", i)
    return "end"


print(early(3))
print(early(5))


def swallowed() -> int:
    x = 1
    with s:
        x = 2
        if s.count > 0:
            raise KeyError("k")
        x = 3
    return x


print(swallowed())


class Fails:
    def __enter__(self):
        return 1

    def __exit__(self, *args):
        raise RuntimeError(f"exit failed {len(args)}")


try:
    with Fails() as one:
        print(one)
        raise ValueError("inner")
except RuntimeError as e:
    print(e, type(e.__context__).__name__, e.__context__)


class Base:
    def __enter__(self):
        return "base"

    def __exit__(self, kind, value, tb):
        print("base exit", kind is ValueError, kind == ValueError)
        return False


class Derived(Base):
    def __enter__(self):
        return "derived"

    def __exit__(self, kind, value, tb):
        print("derived exit")
        return True


for m in [Base(), Derived()]:
    try:
        with m as w:
            print(w)
            raise ValueError(w)
    except ValueError as e:
        print("out", e)

with Tracer("tuple") as (t):
    pass


class Pair:
    def __enter__(self):
        return 1, 2

    def __exit__(self, a, b, c):
        pass


with Pair() as (p, q):
    print(p + q)
with Pair() as (p, q), Pair():
    print(p)
with Tracer("last"):
    with Tracer("nested"):
        print(1 // 0)
