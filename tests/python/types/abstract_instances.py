"""`isinstance` of classes that say what objects can do."""

import numbers
from collections import OrderedDict, defaultdict, deque
from collections.abc import (
    Callable,
    Collection,
    Container,
    Generator,
    Hashable,
    Iterable,
    Iterator,
    Mapping,
    MutableMapping,
    MutableSequence,
    MutableSet,
    Reversible,
    Sequence,
    Set,
    Sized,
)
from fractions import Fraction
from typing import Protocol, runtime_checkable


class Bag:
    def __init__(self, items):
        self.items = items

    def __iter__(self):
        return iter(self.items)

    def __len__(self):
        return len(self.items)


class Plain:
    pass


class Keyed:
    def __eq__(self, other):
        return True


@runtime_checkable
class Closes(Protocol):
    def close(self) -> None: ...


class File:
    def close(self) -> None:
        pass


def gen():
    yield 1


def about(x):
    print(
        type(x).__name__,
        *[int(b) for b in (isinstance(x, Iterable), isinstance(x, Iterator), isinstance(x, Sized), isinstance(x, Container))],
        *[int(b) for b in (isinstance(x, Collection), isinstance(x, Reversible), isinstance(x, Callable), isinstance(x, Hashable))],
        *[int(b) for b in (isinstance(x, Sequence), isinstance(x, MutableSequence), isinstance(x, Mapping), isinstance(x, MutableMapping))],
        *[int(b) for b in (isinstance(x, Set), isinstance(x, MutableSet), isinstance(x, Generator), isinstance(x, Closes))],
        *[int(b) for b in (isinstance(x, numbers.Number), isinstance(x, numbers.Complex), isinstance(x, numbers.Real))],
        *[int(b) for b in (isinstance(x, numbers.Rational), isinstance(x, numbers.Integral))],
    )


about(1)
about(True)
about(1.5)
about(2j)
about(Fraction(1, 2))
about("a")
about(b"a")
about(bytearray(b"a"))
about([1])
about((1, 2))
about(())
about({1: 2})
about({1})
about(frozenset([1]))
about(range(3))
about(deque([1]))
about(defaultdict(int))
about(OrderedDict())
about(None)
about(Bag([1]))
about(Plain())
about(Keyed())
about(File())
print(isinstance(iter([1]), Iterator), isinstance(iter("a"), Sized))
about(gen())
about(about)
about(lambda: 1)


def flatten(items):
    for item in items:
        if isinstance(item, Iterable) and not isinstance(item, str):
            yield from item
        else:
            yield item


print(list(flatten([[1, 2], "ab", (3,)])), list(flatten([1, [2], {3}])))


def twice(value: numbers.Number) -> numbers.Number:
    return value * 2


print(twice(2), twice(1.5), twice(1j), [isinstance(v, numbers.Real) for v in (1, 2.5, 1j, "x", None)])
