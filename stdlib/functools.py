"""Functions of functions."""

__all__ = ["cache", "lru_cache", "partial", "reduce"]


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
    """Like `cache`. All results are kept, whatever `maxsize` says: what a program computes is the same."""
    if callable(maxsize):
        return cache(maxsize)
    else:
        return cache


def partial(function, *args):
    """Give a function whose first arguments are known."""

    def call(*more):
        return function(*args, *more)

    return call
