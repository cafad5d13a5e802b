# Generic classes behind a base that is not generic: each object runs the methods of its own.
from typing import Generic, TypeVar

F = TypeVar("F")
A = TypeVar("A")
K = TypeVar("K")


class Base:
    def do(self) -> None:
        print("base")


class Call(Base, Generic[F, A, K]):
    def __init__(self, function: F, args: A, more: K) -> None:
        self.function = function
        self.args = args
        self.more = more

    def do(self) -> None:
        function = self.function
        function(*self.args)
        print(self.more)


def one(x):
    print("one", x)


def two(x):
    print("two", x)


class Holder:
    def __init__(self, target=None, args=(), more=None):
        self.call: Base = Call(target, args, more)

    def run(self):
        self.call.do()


Holder(one, (1,)).run()
Holder(two, ("a",), 5).run()
Holder(two, ("b",), None).run()


class Open:
    def __init__(self):
        self.values = {"a": 1}

    def __getattr__(self, name):
        if name in ("a", "b"):
            return {"a": 1, "b": 2}[name]
        raise AttributeError(name)


thing = Open()
print(hasattr(thing, "a"), hasattr(thing, "zz"), hasattr(thing, "values"), getattr(thing, "b", 0), getattr(thing, "zz", -1))
