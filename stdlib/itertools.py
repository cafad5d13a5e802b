"""Iterators made of iterators."""

from pyc import unroll

__all__ = [
    "accumulate",
    "chain",
    "compress",
    "count",
    "cycle",
    "dropwhile",
    "filterfalse",
    "islice",
    "pairwise",
    "product",
    "repeat",
    "starmap",
    "takewhile",
]


def count(start=0, step=1):
    """Count without end."""
    value = start
    while True:
        yield value
        value += step


def cycle(iterable):
    """Give the elements again and again."""
    items = []
    for item in iterable:
        items.append(item)
        yield item
    while items:
        for item in items:
            yield item


def repeat(value, times: int | None = None):
    """Give a value again and again, or some number of times."""
    if times is None:
        while True:
            yield value
    else:
        for _ in range(times):
            yield value


def chain(*iterables):
    """Give the elements of one iterable after those of another.

    >>> list(chain([1, 2], (3,)))
    [1, 2, 3]
    """
    for iterable in unroll(iterables):
        for item in iterable:
            yield item


def islice(iterable, start: int | None, *bounds):
    """Give the elements from `start` to before `stop`, `step` apart: `islice(iterable, stop)` or `islice(iterable, start, stop, step)`."""
    first = 0
    stop = start
    step = 1
    if len(bounds) > 0:
        first = 0 if start is None else start
        stop = bounds[0]
    if len(bounds) > 1:
        given = bounds[1]
        if given is not None:
            step = given
    if first < 0 or step < 1 or (stop is not None and stop < 0):
        raise ValueError("Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.")
    if stop is not None and stop <= first:
        return
    position = 0
    wanted = first
    for item in iterable:
        if position == wanted:
            yield item
            wanted += step
        position += 1
        if stop is not None and (position >= stop or wanted >= stop):
            return


def takewhile(predicate, iterable):
    """Give the elements before the first for which `predicate` is false."""
    for item in iterable:
        if not predicate(item):
            return
        yield item


def dropwhile(predicate, iterable):
    """Give the elements from the first on for which `predicate` is false."""
    dropping = True
    for item in iterable:
        if dropping and predicate(item):
            continue
        dropping = False
        yield item


def filterfalse(predicate, iterable):
    """Give the elements for which `predicate` is false."""
    for item in iterable:
        if not predicate(item):
            yield item


def compress(data, selectors):
    """Give the elements whose selectors are true."""
    for item, selector in zip(data, selectors):
        if selector:
            yield item


def starmap(function, iterable):
    """Give the results of a function called with each tuple of arguments."""
    for args in iterable:
        yield function(*args)


def pairwise(iterable):
    """Give each element with the one after it."""
    iterator = iter(iterable)
    try:
        last = next(iterator)
    except StopIteration:
        return
    for item in iterator:
        yield (last, item)
        last = item


def accumulate(iterable, func=None, *, initial=None):
    """Give running totals, or the running results of another function of two values.

    >>> list(accumulate([1, 2, 3]))
    [1, 3, 6]
    """
    iterator = iter(iterable)
    if initial is None:
        try:
            total = next(iterator)
        except StopIteration:
            return
    else:
        total = initial
    yield total
    for item in iterator:
        if func is None:
            total = total + item
        else:
            total = func(total, item)
        yield total


def product(*iterables):
    """Give every tuple with one element of each iterable, the last changing first.

    >>> list(product([1, 2], "ab"))
    [(1, 'a'), (1, 'b'), (2, 'a'), (2, 'b')]
    """
    if len(iterables) == 0:
        yield ()
    else:
        tails = list(product(*iterables[1:]))
        for item in iterables[0]:
            for tail in tails:
                yield (item, *tail)
