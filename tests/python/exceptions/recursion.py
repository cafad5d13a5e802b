"""Recursion without end raises an exception that can be caught; uncaught, its traceback counts the calls."""


def plain(n):
    return plain(n + 1) + 1


def even(n):
    return True if n == 0 else odd(n - 1)


def odd(n):
    return False if n == 0 else even(n - 1)


class Node:
    def __init__(self, value, next=None):
        self.value = value
        self.next = next

    def total(self):
        return self.value + (self.next.total() if self.next else 0)

    def __getitem__(self, index):
        return self[index]


class Shape:
    def area(self, depth: int) -> int:
        return self.again(depth)

    def again(self, depth: int) -> int:
        raise NotImplementedError


class Square(Shape):
    def again(self, depth: int) -> int:
        return self.area(depth + 1) + 1


def caught_inside(n):
    try:
        return caught_inside(n + 1)
    except RecursionError:
        return "inside"
    finally:
        done.append(n)


def values(n):
    yield from values(n + 1)
    yield n


def attempt(name, run):
    try:
        print(name, run())
    except RecursionError as e:
        print(name, "failed:", e, isinstance(e, RuntimeError), e.args)


done: list[int] = []
attempt("plain", lambda: plain(0))
attempt("even", lambda: even(-1))
attempt("even", lambda: even(500))
attempt("getitem", lambda: Node(1)[2])
attempt("virtual", lambda: Square().area(0))
attempt("inside", lambda: caught_inside(0))
print(done[-1], done[-2], len(done) > 500)
attempt("generator", lambda: sum(values(0)))

factorial = lambda n: 1 if n == 1 else factorial(n - 1) * 1  # noqa: E731
attempt("lambda", lambda: factorial(0))

chain = Node(1)
for number in range(2, 300):
    chain = Node(number, chain)
print(chain.total())
# Circular structures are a usual reason.
first = Node(1)
first.next = Node(2, first)
attempt("circle", first.total)
first.next = None

plain(0)
