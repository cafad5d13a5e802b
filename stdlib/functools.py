"""Functions of functions."""

from typing import NamedTuple

from pyc import unroll
from pyc.unsafe import Keywords, new_object, word_text

__all__ = [
    "cache",
    "cached_property",
    "cmp_to_key",
    "lru_cache",
    "partial",
    "reduce",
    "total_ordering",
    "update_wrapper",
    "wraps",
]


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


class CacheInfo(NamedTuple):
    """What a cache has done so far."""

    hits: int
    misses: int
    maxsize: int | None
    currsize: int


class _Cached[F, W, I, C]:
    """A function that remembers its results."""

    __wrapped__: F
    _function: W
    _info: I
    _clear: C
    _typed: bool

    def __init__(self, wrapped: F, function: W, info: I, clear: C, typed: bool) -> None:
        self.__wrapped__ = wrapped
        self._function = function
        self._info = info
        self._clear = clear
        self._typed = typed

    def __call__(self, *args, **kwargs: Keywords):
        function = self._function
        return function(*args, **kwargs)

    @property
    def __name__(self) -> str:
        return self.__wrapped__.__name__

    @property
    def __doc__(self):
        return self.__wrapped__.__doc__

    def cache_info(self) -> CacheInfo:
        """Say how often a result was known, and how many are."""
        info = self._info
        return info()

    def cache_clear(self) -> None:
        """Forget everything."""
        clear = self._clear
        clear()

    def cache_parameters(self) -> dict[str, bool | int | None]:
        """Say how the cache was made."""
        return {"maxsize": self.cache_info().maxsize, "typed": self._typed}


def cache(user_function):
    """Remember what a function gives for its arguments, which must be hashable.

    >>> @cache
    ... def fib(n):
    ...     return n if n < 2 else fib(n - 1) + fib(n - 2)
    >>> fib(60)
    1548008755920
    >>> fib.cache_info()
    CacheInfo(hits=58, misses=61, maxsize=None, currsize=61)
    """
    return _everything(user_function, None)


def lru_cache(maxsize=128, typed=None):
    """Like `cache`, for the `maxsize` results that were asked for last; for all of them if that is `None`.

    Arguments that are equal are the same, unless `typed` says that their types count as well.
    """
    if callable(maxsize):
        return _latest(maxsize, 128, None)
    elif maxsize is None:

        def decorate_all(function):
            return _everything(function, typed)

        return decorate_all
    else:

        def decorate(function):
            return _latest(function, maxsize, typed)

        return decorate


def _everything(function, typed):
    """Remember all results."""
    known = {}
    hits = 0
    misses = 0

    def wrapper(*args, **kwargs: Keywords):
        nonlocal hits, misses
        key = _key(args, kwargs, typed)
        if key in known:
            hits += 1
            return known[key]
        value = function(*args, **kwargs)
        misses += 1
        known[key] = value
        return value

    def info() -> CacheInfo:
        return CacheInfo(hits, misses, None, len(known))

    def clear() -> None:
        nonlocal hits, misses
        known.clear()
        hits = 0
        misses = 0

    return _Cached(function, wrapper, info, clear, bool(typed))


def _latest(function, maxsize: int, typed):
    """Remember results; the one that was asked for longest ago goes first."""
    known = {}
    hits = 0
    misses = 0
    most = max(maxsize, 0)

    def wrapper(*args, **kwargs: Keywords):
        nonlocal hits, misses
        key = _key(args, kwargs, typed)
        if key in known:
            hits += 1
            value = known.pop(key)
        else:
            value = function(*args, **kwargs)
            misses += 1
            if len(known) >= most and len(known) > 0 and key not in known:
                oldest = next(iter(known))
                del known[oldest]
        if most > 0:
            known[key] = value
        return value

    def info() -> CacheInfo:
        return CacheInfo(hits, misses, most, len(known))

    def clear() -> None:
        nonlocal hits, misses
        known.clear()
        hits = 0
        misses = 0

    return _Cached(function, wrapper, info, clear, bool(typed))


def _key(args, kwargs: Keywords, typed):
    """Give what tells calls apart."""
    if typed is None and len(args) == 1 and len(kwargs) == 0:
        return _single(args[0])
    elif typed is None:
        return (*args, *_named(kwargs))
    elif typed:
        return (*args, *_named(kwargs), *_types(args), *_types_of_named(kwargs))
    else:
        return (*args, *_named(kwargs))


def _single(value):
    """Give the key for one argument: a number or text is another one than what equals it but is of another type."""
    if isinstance(value, bool):
        return ((value,),)
    elif isinstance(value, (int, str)):
        return (value,)
    else:
        return ((value,),)


def _named(pairs):
    if len(pairs) == 0:
        return ()
    else:
        return (word_text(pairs[0][0]), pairs[0][1], *_named(pairs[1:]))


def _types(values):
    if len(values) == 0:
        return ()
    else:
        return (type(values[0]).__name__, *_types(values[1:]))


def _types_of_named(pairs):
    if len(pairs) == 0:
        return ()
    else:
        return (type(pairs[0][1]).__name__, *_types_of_named(pairs[1:]))


class partial[F, A, K]:
    """A function some of whose arguments are known.

    >>> base_two = partial(int, base=2)
    >>> base_two("10010")
    18
    """

    func: F
    args: A
    _keywords: K

    @staticmethod
    def _new(func, /, *args, **keywords: Keywords):
        return _partial_of(func, args, keywords)

    def __call__(self, *args, **keywords: Keywords):
        func = self.func
        return func(*self.args, *args, **self._keywords, **keywords)

    @property
    def keywords(self):
        """The arguments that are known by name."""
        result = {}
        for pair in unroll(self._keywords):
            result[word_text(pair[0])] = pair[1]
        return result


def _partial_of[F, A, K](func: F, args: A, keywords: K) -> partial[F, A, K]:
    result = new_object[partial[F, A, K]](0)
    result.func = func
    result.args = args
    result._keywords = keywords
    return result


class _Wrapper[F, W]:
    """A function that says the name and the docstring of the one that it wraps."""

    __wrapped__: F
    _function: W

    def __init__(self, wrapped: F, function: W) -> None:
        self.__wrapped__ = wrapped
        self._function = function

    def __call__(self, *args, **kwargs: Keywords):
        function = self._function
        return function(*args, **kwargs)

    @property
    def __name__(self) -> str:
        return self.__wrapped__.__name__

    @property
    def __doc__(self):
        return self.__wrapped__.__doc__


def update_wrapper(wrapper, wrapped):
    """Give a function that does what `wrapper` does under the name of `wrapped`."""
    return _Wrapper(wrapped, wrapper)


def wraps(wrapped):
    """Give a decorator for the function around `wrapped` that a decorator makes, which then says the same name and docstring.

    >>> def loud(function):
    ...     @wraps(function)
    ...     def wrapper(*args):
    ...         return function(*args).upper()
    ...
    ...     return wrapper
    >>> @loud
    ... def greet(name):
    ...     return f"hello, {name}"
    >>> greet("you"), greet.__name__
    ('HELLO, YOU', 'greet')
    """

    def decorate(wrapper):
        return _Wrapper(wrapped, wrapper)

    return decorate


def cached_property(func):
    """Make a method a property whose value is found out once; the compiler does it."""
    return func


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
