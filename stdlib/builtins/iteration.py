"""Python's built-in functions that make or use iterators."""

from typing import Self

from pyc import inline, inout, struct
from pyc.unsafe import has_method, wrapping_add


@inline
def iter(obj):
    """Give an iterator over an object's elements."""
    return obj.__iter__()


def next[I](iterator: inout[I], *default):
    """Give the next value of an iterator, or `default` if there is none."""
    if has_method[I, "__has_next__"]():
        if not iterator.__has_next__():
            if len(default) == 0:
                raise StopIteration()
            else:
                return default[0]
        return iterator.__next__()
    else:
        if len(default) == 0:
            return iterator.__next__()
        else:
            try:
                return iterator.__next__()
            except StopIteration:
                return default[0]


@inline
def reversed(sequence):
    """Give an iterator over a sequence from its end."""
    return sequence.__reversed__()


@inline
def enumerate(iterable, start: int = 0):
    """Give an iterator over pairs of a number, counted from `start`, and an element."""
    return Enumerate(iterable.__iter__(), start)


@struct
class Enumerate[I]:
    """An iterator that counts."""

    _iterator: I
    _count: int

    @inline
    def __init__(self: inout[Self], iterator: I, start: int) -> None:
        self._iterator = iterator
        self._count = start

    @inline
    def __has_next__(self: inout[Self]) -> bool:
        return self._iterator.__has_next__()

    @inline
    def __next__(self: inout[Self]):
        count = self._count
        self._count = wrapping_add(count, 1)
        return (count, self._iterator.__next__())


def zip(*iterables):
    """Give an iterator over tuples of one element each, as long as there are any."""
    if len(iterables) == 2:
        return Zip2(iterables[0].__iter__(), iterables[1].__iter__())
    elif len(iterables) == 3:
        return Zip3(iterables[0].__iter__(), iterables[1].__iter__(), iterables[2].__iter__())
    else:
        return Zip1(iterables[0].__iter__())


@struct
class Zip1[A]:
    """An iterator over tuples of one element."""

    _first: A

    @inline
    def __init__(self: inout[Self], first: A) -> None:
        self._first = first

    @inline
    def __has_next__(self: inout[Self]) -> bool:
        return self._first.__has_next__()

    @inline
    def __next__(self: inout[Self]):
        return (self._first.__next__(),)


@struct
class Zip2[A, B]:
    """An iterator over pairs."""

    _first: A
    _second: B

    @inline
    def __init__(self: inout[Self], first: A, second: B) -> None:
        self._first = first
        self._second = second

    @inline
    def __has_next__(self: inout[Self]) -> bool:
        return self._first.__has_next__() and self._second.__has_next__()

    @inline
    def __next__(self: inout[Self]):
        return (self._first.__next__(), self._second.__next__())


@struct
class Zip3[A, B, C]:
    """An iterator over triples."""

    _first: A
    _second: B
    _third: C

    @inline
    def __init__(self: inout[Self], first: A, second: B, third: C) -> None:
        self._first = first
        self._second = second
        self._third = third

    @inline
    def __has_next__(self: inout[Self]) -> bool:
        return self._first.__has_next__() and self._second.__has_next__() and self._third.__has_next__()

    @inline
    def __next__(self: inout[Self]):
        return (self._first.__next__(), self._second.__next__(), self._third.__next__())


@inline
def map(function, iterable):
    """Give an iterator over the results of a function of each element."""
    return Map(function, iterable.__iter__())


@struct
class Map[F, I]:
    """An iterator that calls a function."""

    _function: F
    _iterator: I

    @inline
    def __init__(self: inout[Self], function: F, iterator: I) -> None:
        self._function = function
        self._iterator = iterator

    @inline
    def __has_next__(self: inout[Self]) -> bool:
        return self._iterator.__has_next__()

    @inline
    def __next__(self: inout[Self]):
        return self._function(self._iterator.__next__())
