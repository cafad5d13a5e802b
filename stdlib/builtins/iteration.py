"""Python's built-in functions that make or use iterators."""

from typing import Self

from pyc import inline, inout, struct, unroll
from pyc.unsafe import Keywords, has_method, word_text, wrapping_add

from ._tuple_of import _TupleOf
from ._zip_strict import zip_strict
from .generators import generator


def iter(obj, *sentinel):
    """Give an iterator over an object's elements, or one that calls a function until it gives `sentinel`."""
    if len(sentinel) == 0:
        return held_iterator(obj.__iter__())
    else:
        return calls_until(obj, sentinel[0])


@inline
def held_iterator[I](iterator: I):
    """Give an iterator that all who hold it move on together, as the library's own, which are values, are not."""
    if isinstance(iterator, (generator, HeldIterator)):
        return iterator
    elif has_method[I, "__has_next__"]():
        return HeldIterator[I](iterator)
    elif has_method[I, "_has_state"]():
        return HeldAny[I](iterator)
    else:
        return iterator


def calls_until(function, sentinel):
    """Give what a function returns, call by call, until that is `sentinel`."""
    while True:
        value = function()
        if value == sentinel:
            return
        yield value


class HeldIterator[I]:
    """An iterator that is an object."""

    _iterator: I

    def __init__(self, iterator: I) -> None:
        self._iterator = iterator

    def __iter__(self) -> HeldIterator[I]:
        return self

    @inline
    def __has_next__(self) -> bool:
        return self._iterator.__has_next__()

    @inline
    def __next__(self):
        return self._iterator.__next__()


def next[I](iterator: inout[I], *default):
    """Give the next value of an iterator, or `default` if there is none."""
    if has_method[I, "__has_next__"]():
        if not iterator.__has_next__():
            if len(default) > 0:
                return default[0]
            elif has_method[I, "_stop"]():
                iterator._stop()
            else:
                raise StopIteration()
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
    return enumerate_iterator(iterable.__iter__(), start)


@inline
def enumerate_iterator[I](iterator: I, start: int):
    """Give an iterator that counts the values of another."""
    if has_method[I, "__has_next__"]():
        return Enumerate[I](iterator, start)
    else:
        return EnumerateAny[I](iterator, start)


@struct
class Enumerate[I]:
    """An iterator that counts."""

    _iterator: I
    _count: int

    @inline
    def __iter__(self) -> Enumerate[I]:
        return self

    @inline
    def __has_next__(self: inout[Self]) -> bool:
        return self._iterator.__has_next__()

    @inline
    def __next__(self: inout[Self]):
        count = self._count
        self._count = wrapping_add(count, 1)
        return (count, self._iterator.__next__())


@struct
class EnumerateAny[I]:
    """An iterator that counts the values of one that only an exception ends."""

    _iterator: I
    _count: int

    @inline
    def _has_state(self) -> bool:
        """Say that copies do not move on together."""
        return True

    @inline
    def __iter__(self) -> EnumerateAny[I]:
        return self

    @inline
    def __next__(self: inout[Self]):
        value = self._iterator.__next__()
        count = self._count
        self._count = wrapping_add(count, 1)
        return (count, value)


def zip(*iterables, **strict: Keywords):
    """Give an iterator over tuples of one element each, as long as there are any; with `strict` all must have equally many."""
    if len(strict) > 0:
        check_strict(strict)
        return zip_checked(held_iterators(iterables), bool(strict[0][1]))
    elif isinstance(iterables, _TupleOf):
        return zip_list(iterables._list)
    elif len(iterables) == 0:
        return [()]._slice(0, 0).__iter__()
    elif len(iterables) == 1:
        return zip_one(iterables[0].__iter__())
    elif len(iterables) == 2:
        return zip_two(iterables[0].__iter__(), iterables[1].__iter__())
    elif len(iterables) == 3:
        return zip_three(iterables[0].__iter__(), iterables[1].__iter__(), iterables[2].__iter__())
    else:
        return ZipMore(iterables[0].__iter__(), zip(*iterables[1:]))


def zip_list[I](iterables: list[I]):
    """Give an iterator over tuples of one element each of iterables whose number is known only at run time."""
    # Of a list that nothing was ever put into there are no elements, and no type of them.
    if not has_method[I, "__repr__"]():
        return [()]._slice(0, 0).__iter__()
    elif has_method[I, "__next__"]():
        return zip_turns(iterables)
    else:
        return zip_rows([list(iterable) for iterable in iterables])


def zip_turns(iterators):
    """Ask one iterator after the other, of which some may be the same."""
    while len(iterators) > 0:
        row = []
        for iterator in iterators:
            try:
                row.append(next(iterator))
            except StopIteration:
                return
        yield tuple(row)


def zip_rows(rows):
    """Give the columns of rows."""
    for place in range(min([len(row) for row in rows], default=0)):
        yield tuple([row[place] for row in rows])


def check_strict(given) -> None:
    """Check what is given by name."""
    for pair in unroll(given):
        if not (pair[0] == "strict"):
            raise TypeError(f"zip() got an unexpected keyword argument '{word_text(pair[0])}'")


def held_iterators(iterables):
    """Give an iterator for each iterable."""
    if isinstance(iterables, _TupleOf):
        return _TupleOf([iter(iterable) for iterable in iterables])
    elif len(iterables) == 0:
        return ()
    else:
        return (iter(iterables[0]), *held_iterators(iterables[1:]))


def zip_checked(iterators, strict: bool):
    """Give tuples of one value of each iterator; if `strict`, all must end together."""
    while len(iterators) > 0:
        try:
            row = row_of(iterators, 0, strict)
        except StopIteration:
            break
        yield row
    if strict:
        check_ends(iterators)


def row_of(iterators, place: int, strict: bool):
    """Give the next value of each iterator."""
    if isinstance(iterators, _TupleOf):
        values = []
        for iterator in iterators:
            values.append(next_of(iterator, len(values), strict))
        return tuple(values)
    elif len(iterators) == 0:
        return ()
    else:
        value = next_of(iterators[0], place, strict)
        return (value, *row_of(iterators[1:], place + 1, strict))


def next_of(iterator, place: int, strict: bool):
    """Give the next value of an iterator; only the first may end where all must end together."""
    try:
        return next(iterator)
    except StopIteration:
        if strict and place > 0:
            raise ValueError(f"zip() argument {place + 1} is shorter than {arguments_before(place)}") from None
        raise


def check_ends(iterators) -> None:
    """Check that all iterators end, for the first one does."""
    place = 0
    for iterator in unroll(iterators):
        if place > 0 and has_another(iterator):
            raise ValueError(f"zip() argument {place + 1} is longer than {arguments_before(place)}")
        place += 1


def has_another(iterator) -> bool:
    """Say whether there is a value, and take it."""
    try:
        next(iterator)
    except StopIteration:
        return False
    return True


def arguments_before(place: int) -> str:
    """Name the arguments that were as long as each other."""
    return "argument 1" if place == 1 else f"arguments 1-{place}"


@struct
class ZipMore[A, R]:
    """An iterator over tuples whose first element one iterator gives, and the others another."""

    _first: A
    _rest: R

    @inline
    def __iter__(self) -> ZipMore[A, R]:
        return self

    @inline
    def __has_next__(self: inout[Self]) -> bool:
        return self._first.__has_next__() and self._rest.__has_next__()

    @inline
    def __next__(self: inout[Self]):
        first = self._first.__next__()
        return (first, *self._rest.__next__())


@inline
def zip_one[A](first: A) -> Zip1[A]:
    """Give an iterator over tuples of one element."""
    return Zip1[A](first)


@inline
def zip_two[A, B](first: A, second: B):
    """Give an iterator over pairs."""
    if has_method[A, "__has_next__"]() and has_method[B, "__has_next__"]():
        return Zip2[A, B](first, second)
    else:
        return ZipAny2[A, B](first, second)


@inline
def zip_three[A, B, C](first: A, second: B, third: C) -> Zip3[A, B, C]:
    """Give an iterator over triples."""
    return Zip3[A, B, C](first, second, third)


@struct
class Zip1[A]:
    """An iterator over tuples of one element."""

    _first: A

    @inline
    def __iter__(self) -> Zip1[A]:
        return self

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
    def __iter__(self) -> Zip2[A, B]:
        return self

    @inline
    def __has_next__(self: inout[Self]) -> bool:
        return self._first.__has_next__() and self._second.__has_next__()

    @inline
    def __next__(self: inout[Self]):
        return (self._first.__next__(), self._second.__next__())


@struct
class ZipAny2[A, B]:
    """An iterator over pairs, one of whose iterators only an exception ends."""

    _first: A
    _second: B

    @inline
    def __iter__(self) -> ZipAny2[A, B]:
        return self

    def __next__(self: inout[Self]):
        first = next(self._first)
        return (first, next(self._second))


@struct
class Zip3[A, B, C]:
    """An iterator over triples."""

    _first: A
    _second: B
    _third: C

    @inline
    def __iter__(self) -> Zip3[A, B, C]:
        return self

    @inline
    def __has_next__(self: inout[Self]) -> bool:
        return self._first.__has_next__() and self._second.__has_next__() and self._third.__has_next__()

    @inline
    def __next__(self: inout[Self]):
        return (self._first.__next__(), self._second.__next__(), self._third.__next__())


@inline
class HeldAny[I]:
    """An iterator that is an object, and that only an exception ends."""

    _iterator: I

    def __init__(self, iterator: I) -> None:
        self._iterator = iterator

    def __iter__(self) -> HeldAny[I]:
        return self

    @inline
    def __next__(self):
        return self._iterator.__next__()


def map(function, iterable, *others):
    """Give an iterator over the results of a function of each element, or of one element of each iterable."""
    if len(others) == 0:
        return map_iterator(function, iterable.__iter__())
    else:
        return map_tuples(function, zip(iterable, *others))


def map_tuples(function, tuples):
    """Give the results of a function called with each tuple of arguments."""
    for arguments in tuples:
        yield function(*arguments)


def filter(function, iterable):
    """Give the elements for which a function gives something true; those that are true if it is `None`."""
    for item in iterable:
        if function is None:
            if item:
                yield item
        elif function(item):
            yield item


@inline
def map_iterator[F, I](function: F, iterator: I):
    """Give an iterator over the results of a function of each value of another."""
    if has_method[I, "__has_next__"]():
        return Map[F, I](function, iterator)
    else:
        return MapAny[F, I](function, iterator)


@struct
class Map[F, I]:
    """An iterator that calls a function."""

    _function: F
    _iterator: I

    @inline
    def __iter__(self) -> Map[F, I]:
        return self

    @inline
    def __has_next__(self: inout[Self]) -> bool:
        return self._iterator.__has_next__()

    @inline
    def __next__(self: inout[Self]):
        function = self._function
        return function(self._iterator.__next__())


@struct
class MapAny[F, I]:
    """An iterator that calls a function with the values of one that only an exception ends."""

    _function: F
    _iterator: I

    @inline
    def __iter__(self) -> MapAny[F, I]:
        return self

    @inline
    def __next__(self: inout[Self]):
        function = self._function
        return function(self._iterator.__next__())


class IndexIterator[S]:
    """What `__getitem__` of an object gives for 0, 1 and so on, until it raises `IndexError`."""

    _source: S
    _index: int

    def __init__(self, source: S) -> None:
        self._source = source
        self._index = 0

    def __iter__(self) -> Self:
        return self

    def __next__(self):
        try:
            item = self._source[self._index]
        except (IndexError, StopIteration):  # fmt: skip
            raise StopIteration() from None
        self._index += 1
        return item
