"""Functions of functions."""

__all__ = ["cache", "cmp_to_key", "lru_cache", "partial", "reduce", "total_ordering"]


def reduce(function, iterable, *initial):
    """Apply a function of two values to the elements one after the other, from the left.

    >>> reduce(lambda a, b: a * b, [1, 2, 3, 4])
    24
    """
    iterator = iter(iterable)
    if len(initial) > 0:
        value = initial[0]
    else:
        try:
            value = next(iterator)
        except StopIteration:
            raise TypeError("reduce() of empty iterable with no initial value") from None
    for item in iterator:
        value = function(value, item)
    return value


def cache(function):
    """Remember what a function gives for its arguments, which must be hashable."""
    known = {}

    def wrapper(*args):
        if args in known:
            return known[args]
        value = function(*args)
        known[args] = value
        return value

    return wrapper


def lru_cache(maxsize=128, typed: bool = False):
    """Like `cache`, for the `maxsize` results that were asked for last; for all of them if that is `None`."""
    if callable(maxsize):
        return _latest(maxsize, 128)
    elif maxsize is None:
        return cache
    else:

        def decorate(function):
            return _latest(function, maxsize)

        return decorate


def _latest(function, most: int):
    """Remember results; the one that was asked for longest ago goes first."""
    known = {}

    def wrapper(*args):
        if args in known:
            value = known.pop(args)
        else:
            value = function(*args)
            if len(known) >= most and len(known) > 0:
                oldest = next(iter(known))
                del known[oldest]
        if most > 0:
            known[args] = value
        return value

    return wrapper


def partial(function, *args):
    """Give a function whose first arguments are known."""

    def call(*more):
        return function(*args, *more)

    return call


def total_ordering(cls):
    """Give a class the comparisons that it lacks, by the one that it defines; the compiler makes them."""
    return cls


def cmp_to_key(mycmp):
    """Give a key function for sorting, from a function that gives less than zero, zero or more for less, equal or more.

    >>> sorted([3, 1, 2], key=cmp_to_key(lambda a, b: b - a))
    [3, 2, 1]
    """

    def key(obj):
        return _Compared(mycmp, obj)

    return key


class _Compared[F, T]:
    """A value that a function compares."""

    _function: F
    obj: T

    def __init__(self, function: F, obj: T) -> None:
        self._function = function
        self.obj = obj

    def __lt__(self, other: _Compared[F, T]) -> bool:
        function = self._function
        return function(self.obj, other.obj) < 0

    def __eq__(self, other: _Compared[F, T]) -> bool:
        function = self._function
        return function(self.obj, other.obj) == 0
