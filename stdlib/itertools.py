"""Iterators made of iterators."""

from pyc import unroll

__all__ = [
    "accumulate",
    "batched",
    "chain",
    "combinations",
    "combinations_with_replacement",
    "compress",
    "count",
    "cycle",
    "dropwhile",
    "filterfalse",
    "groupby",
    "islice",
    "pairwise",
    "permutations",
    "product",
    "repeat",
    "starmap",
    "takewhile",
    "tee",
    "zip_longest",
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


class chain:
    """The elements of one iterable after those of another.

    >>> list(chain([1, 2], (3,)))
    [1, 2, 3]
    """

    @staticmethod
    def _new(*iterables):
        return _chained(*iterables)

    @staticmethod
    def from_iterable(iterable):
        """Give the elements of the iterables that an iterable gives.

        >>> list(chain.from_iterable([[1, 2], [3]]))
        [1, 2, 3]
        """
        return _flattened(iterable)


def _chained(*iterables):
    for iterable in unroll(iterables):
        for item in iterable:
            yield item


def _flattened(iterable):
    for inner in iterable:
        for item in inner:
            yield item


def islice(iterable, start, *bounds):
    """Give the elements from `start` to before `stop`, `step` apart: `islice(iterable, stop)` or `islice(iterable, start, stop, step)`."""
    if len(bounds) == 0:
        if _bound(start, MOST) < 0:
            raise ValueError("Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.")
        return _sliced(iterable, 0, _bound(start, MOST), 1)
    elif len(bounds) == 1:
        return _sliced(iterable, _bound(start, 0), _bound(bounds[0], MOST), 1)
    else:
        return _sliced(iterable, _bound(start, 0), _bound(bounds[0], MOST), _bound(bounds[1], 1))


MOST = 9223372036854775807


def _bound(given, default: int) -> int:
    if given is None:
        return default
    else:
        return given


def _sliced(iterable, first: int, stop: int, step: int):
    if first < 0 or stop < 0:
        raise ValueError("Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.")
    if step < 1:
        raise ValueError("Step for islice() must be a positive integer or None.")
    return _every(iterable, first, stop, step)


def _every(iterable, first: int, stop: int, step: int):
    if stop == 0:
        return
    position = 0
    wanted = first
    # What is in front of the first element is taken in any case, even if that one is behind the end.
    for item in iterable:
        if position == wanted and position < stop:
            yield item
            wanted = stop if step > stop - wanted else wanted + step
        position += 1
        if position >= stop and position >= wanted:
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


def product(*iterables, repeat=None):
    """Give every tuple with one element of each iterable, the last changing first.

    >>> list(product([1, 2], "ab"))
    [(1, 'a'), (1, 'b'), (2, 'a'), (2, 'b')]
    """
    if repeat is not None and repeat < 0:
        raise ValueError("repeat argument cannot be negative")
    if isinstance(iterables, _TupleOf):
        return _product_of_pools([list(iterable) for iterable in iterables] * (1 if repeat is None else repeat))
    elif repeat is None or len(iterables) == 0:
        return _product(iterables)
    else:
        return _product_of_pools([list(iterable) for iterable in iterables] * repeat)


def _product(iterables):
    if len(iterables) == 0:
        yield ()
    else:
        tails = list(_product(iterables[1:]))
        for item in iterables[0]:
            for tail in tails:
                yield (item, *tail)


def _product_of_pools(pools):
    if not all([len(pool) > 0 for pool in pools]):
        return
    places = [0] * len(pools)
    while True:
        yield tuple([pools[at][places[at]] for at in range(len(pools))])
        last = len(pools) - 1
        while last >= 0 and places[last] == len(pools[last]) - 1:
            places[last] = 0
            last -= 1
        if last < 0:
            return
        places[last] += 1


def permutations(iterable, r: int | None = None):
    """Give every order of `r` of the elements, of all if `r` is not given.

    >>> list(permutations("ab"))
    [('a', 'b'), ('b', 'a')]
    """
    pool = list(iterable)
    n = len(pool)
    length = n if r is None else r
    if length < 0:
        raise ValueError("r must be non-negative")
    if length > n:
        return
    places = list(range(n))
    cycles = list(range(n, n - length, -1))
    yield tuple([pool[place] for place in places[:length]])
    at = length - 1
    while at >= 0:
        cycles[at] -= 1
        if cycles[at] == 0:
            places.append(places.pop(at))
            cycles[at] = n - at
            at -= 1
        else:
            other = n - cycles[at]
            places[at], places[other] = places[other], places[at]
            yield tuple([pool[place] for place in places[:length]])
            at = length - 1


def combinations(iterable, r: int):
    """Give every choice of `r` of the elements, in their order.

    >>> list(combinations([1, 2, 3], 2))
    [(1, 2), (1, 3), (2, 3)]
    """
    pool = list(iterable)
    n = len(pool)
    if r < 0:
        raise ValueError("r must be non-negative")
    if r > n:
        return
    places = list(range(r))
    yield tuple([pool[place] for place in places])
    at = r - 1
    while at >= 0:
        if places[at] == at + n - r:
            at -= 1
        else:
            places[at] += 1
            for behind in range(at + 1, r):
                places[behind] = places[behind - 1] + 1
            yield tuple([pool[place] for place in places])
            at = r - 1


def combinations_with_replacement(iterable, r: int):
    """Give every choice of `r` elements, in their order, each as often as one likes.

    >>> list(combinations_with_replacement("ab", 2))
    [('a', 'a'), ('a', 'b'), ('b', 'b')]
    """
    pool = list(iterable)
    n = len(pool)
    if r < 0:
        raise ValueError("r must be non-negative")
    if n == 0 and r > 0:
        return
    places = [0] * r
    yield tuple([pool[place] for place in places])
    at = r - 1
    while at >= 0:
        if places[at] == n - 1:
            at -= 1
        else:
            place = places[at] + 1
            for behind in range(at, r):
                places[behind] = place
            yield tuple([pool[place] for place in places])
            at = r - 1


def batched(iterable, n: int):
    """Give tuples of `n` elements each, the last with what is left.

    >>> list(batched("abc", 2))
    [('a', 'b'), ('c',)]
    """
    if n < 1:
        raise ValueError("n must be at least one")
    batch = []
    for item in iterable:
        batch.append(item)
        if len(batch) == n:
            yield tuple(batch)
            batch = []
    if len(batch) > 0:
        yield tuple(batch)


class _Turn:
    """Which group of `groupby` is being gone through."""

    number: int

    def __init__(self) -> None:
        self.number = 0


def groupby(iterable, key=None):
    """Give each key with an iterator over the elements next to each other that have it.

    >>> [(length, list(words)) for length, words in groupby(["a", "b", "cd"], len)]
    [(1, ['a', 'b']), (2, ['cd'])]
    """
    iterator = iter(iterable)
    try:
        item = next(iterator)
    except StopIteration:
        return
    turn = _Turn()
    known = item if key is None else key(item)
    group = [item]
    for item in iterator:
        found = item if key is None else key(item)
        if found != known:
            turn.number += 1
            yield (known, _group(group, turn, turn.number))
            known = found
            group = [item]
        else:
            group.append(item)
    turn.number += 1
    yield (known, _group(group, turn, turn.number))
    turn.number += 1


def _group(items, turn: _Turn, number: int):
    """The elements of a group, as long as the next one is not asked for."""
    for item in items:
        if turn.number != number:
            return
        yield item


def zip_longest(*iterables, fillvalue=None):
    """Give tuples of one element each as long as any are left, with `fillvalue` where there are none any more."""
    if isinstance(iterables, _TupleOf):
        return _zip_longest_lists([list(iterable) for iterable in iterables], fillvalue)
    elif len(iterables) == 2:
        return _zip_longest_two(iterables[0], iterables[1], fillvalue)
    elif len(iterables) == 3:
        return _zip_longest_three(iterables[0], iterables[1], iterables[2], fillvalue)
    else:
        return _zip_longest_lists([list(iterable) for iterable in iterables], fillvalue)


def _zip_longest_two(first, second, fillvalue):
    left = list(first)
    right = list(second)
    for at in range(max(len(left), len(right))):
        yield (left[at] if at < len(left) else fillvalue, right[at] if at < len(right) else fillvalue)


def _zip_longest_three(first, second, third, fillvalue):
    left = list(first)
    middle = list(second)
    right = list(third)
    for at in range(max(len(left), len(middle), len(right))):
        yield (
            left[at] if at < len(left) else fillvalue,
            middle[at] if at < len(middle) else fillvalue,
            right[at] if at < len(right) else fillvalue,
        )


def _zip_longest_lists(lists, fillvalue):
    for at in range(max([len(items) for items in lists], default=0)):
        yield tuple([items[at] if at < len(items) else fillvalue for items in lists])


def tee(iterable, n: int = 2):
    """Give `n` iterators over the same elements."""
    items = list(iterable)
    return tuple([_over(items) for _ in range(n)])


def _over(items):
    yield from items
