"""Generator expressions as values: lazy, in functions and outside, with the variables around them."""

from collections.abc import Iterator, Generator
import itertools

squares = (n * n for n in range(5))
print(next(squares), next(squares), list(squares), next(squares, "none"))


def evens(limit: int) -> Iterator[int]:
    return (n for n in range(limit) if n % 2 == 0)


for n in evens(7):
    print(n, end=" ")
print()


def pairs(rows: list[list[int]], least: int):
    return ((i, x) for i, row in enumerate(rows) for x in row if x > least if x < 100)


print(list(pairs([[1, 5], [7, 200]], 2)))
g = (print("made", x) or x for x in [1, 2, 3])
print("before")
for value in g:
    print("got", value)
print(dict((k, v) for k, v in zip("ab", [1, 2])), sorted((x % 3, x) for x in range(5)))
print(
    next((x for x in range(100) if x * x > 50), None),
    next((x for x in range(3) if x > 5), None),
)
print(list(itertools.islice((x * x for x in itertools.count(1)), 4)))


class Tree:
    def __init__(
        self, value: int, left: "Tree | None" = None, right: "Tree | None" = None
    ):
        self.value = value
        self.left = left
        self.right = right

    def __iter__(self) -> Iterator[int]:
        if self.left:
            yield from self.left
        yield self.value
        if self.right:
            yield from self.right

    def leaves(self):
        if not self.left and not self.right:
            yield self
        for child in (self.left, self.right):
            if child is not None:
                yield from child.leaves()


tree = Tree(4, Tree(2, Tree(1), Tree(3)), Tree(6))
print(
    list(tree), sum(tree), [leaf.value for leaf in tree.leaves()], max(tree), 3 in tree
)
print(
    enumerate(x for x in "ab").__next__(),
    list(zip((x for x in range(3)), (str(y) for y in range(3)))),
)


def total(values):
    result = 0
    for value in values:
        result += value
    return result


print(total(x + 1 for x in range(4)), total(v for v in (1.5, 2.5)))
nested = ((x, list(y for y in range(x))) for x in range(3))
print(list(nested))


def outer(k):
    gen = (k * x for x in range(3))
    k = 10
    return list(gen)


print(outer(2))
print(
    any(x > 2 for x in range(5)),
    "-".join(str(x) for x in range(4)),
    set(x % 2 for x in range(5)),
)
fs = [lambda: i for i in range(3)]
print([f() for f in fs])
table = {name: (lambda n: [name] * n) for name in "ab"}
print(table["a"](2))


class Levels:
    base = 3
    steps = [lambda x, k=k: x * k for k in range(3)]


print([step(2) for step in Levels.steps])
