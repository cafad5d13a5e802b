from __future__ import annotations

import bisect
import heapq
import operator
import string
from collections.abc import Callable, Iterator, Sequence
from functools import cache, lru_cache, partial, reduce
from itertools import (
    accumulate,
    chain,
    compress,
    count,
    cycle,
    dropwhile,
    islice,
    pairwise,
    product,
    repeat,
    starmap,
    takewhile,
)
from typing import Generator


def squares(n: int) -> Iterator[int]:
    for i in range(n):
        yield i * i


def letters() -> Generator[str, None, None]:
    yield from "abc"


def apply(function: Callable[[int], int], values: Sequence[int]) -> list[int]:
    return [function(value) for value in values]


print(list(squares(4)), list(letters()), apply(lambda v: v + 1, [1, 2]))
print(
    reduce(lambda a, b: a * b, [1, 2, 3, 4]),
    reduce(operator.add, ["a", "b"], "x"),
    reduce(max, [3, 9, 2]),
)
try:
    reduce(operator.add, [1][1:])
except TypeError as e:
    print(e)


@cache
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


@lru_cache(maxsize=None)
def paths(rows, columns):
    if rows == 1 or columns == 1:
        return 1
    return paths(rows - 1, columns) + paths(rows, columns - 1)


@lru_cache(maxsize=2)
def noisy(n):
    print("noisy", n)
    return n * n


@lru_cache
def quiet(n):
    print("quiet", n)
    return -n


print(fib(80), paths(10, 12))
print([noisy(n) for n in [1, 2, 1, 3, 2, 1]], quiet(1) + quiet(1))
print(partial(pow, 2)(10))

print(
    list(chain([1, 2], (3,), range(2))),
    list(islice(count(10, 5), 3)),
    list(islice("abcdefg", 1, 6, 2)),
    list(islice([1, 2, 3], 5)),
)
print(
    list(takewhile(lambda x: x < 3, [1, 2, 3, 1])),
    list(dropwhile(lambda x: x < 3, [1, 2, 3, 1])),
)
print(
    list(accumulate([1, 2, 3])),
    list(accumulate([3, 1, 2], max)),
    list(accumulate([1, 2], initial=10)),
)
print(list(product([1, 2], "ab")), list(product([1, 2], [3], "x")), list(product()))
print(
    list(pairwise("abcd")),
    list(repeat("x", 2)),
    list(islice(cycle("ab"), 5)),
    list(starmap(pow, [(2, 3), (3, 2)])),
)
print(list(compress("abcd", [1, 0, 1, 1])))

heap: list[int] = []
for value in [5, 3, 8, 1, 9, 2]:
    heapq.heappush(heap, value)
print(
    heap,
    heapq.heappop(heap),
    heap,
    heapq.heappushpop(heap, 0),
    heapq.heapreplace(heap, 7),
    heap,
)
values = [9, 4, 7, 1, 3]
heapq.heapify(values)
print(
    values,
    heapq.nsmallest(2, values),
    heapq.nlargest(2, values),
    heapq.nlargest(2, ["a", "ccc", "bb"], key=len),
)
queue = [(2, "b"), (1, "z"), (2, "a")]
heapq.heapify(queue)
print([heapq.heappop(queue) for _ in range(3)])

ordered = [1, 3, 3, 5]
print(
    bisect.bisect_left(ordered, 3),
    bisect.bisect_right(ordered, 3),
    bisect.bisect(ordered, 9),
    bisect.bisect_left(ordered, 0),
)
bisect.insort(ordered, 4)
bisect.insort_left(ordered, 1)
print(ordered, bisect.bisect_left(["a", "bb"], 2, key=len))
print(
    string.ascii_lowercase,
    string.digits,
    string.hexdigits,
    string.punctuation,
    len(string.printable),
    repr(string.whitespace),
)
print(
    operator.mul(3, 4),
    operator.itemgetter(1)([5, 6]),
    sorted([(1, "b"), (0, "c")], key=operator.itemgetter(1)),
    operator.neg(2),
)
