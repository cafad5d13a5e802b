"""How long something takes."""

from time import perf_counter

__all__ = ["Timer", "default_timer", "repeat", "timeit"]

default_timer = perf_counter


def _nothing() -> None:
    """Prepare nothing."""


class Timer[S, P]:
    """Measures calls of a function; code in a text can't be compiled.

    >>> Timer(lambda: sum(range(10))).timeit(number=100) > 0.0
    True
    """

    _stmt: S
    _setup: P

    def __init__(self, stmt: S = _nothing, setup: P = _nothing) -> None:
        self._stmt = stmt
        self._setup = setup

    def timeit(self, number: int = 1000000) -> float:
        """Give how many seconds so many calls take."""
        work, prepare = self._stmt, self._setup
        prepare()
        start = perf_counter()
        for _ in range(number):
            work()
        return perf_counter() - start

    def repeat(self, repeat: int = 5, number: int = 1000000) -> list[float]:
        """Measure several times."""
        return [self.timeit(number) for _ in range(repeat)]

    def autorange(self, callback=None) -> tuple[int, float]:
        """Find a number of calls that take 0.2 seconds or more; give it with how long they take."""
        size = 1
        while True:
            for factor in (1, 2, 5):
                number = size * factor
                taken = self.timeit(number)
                if callback is not None:
                    callback(number, taken)
                if taken >= 0.2:
                    return (number, taken)
            size *= 10


def timeit(stmt=_nothing, setup=_nothing, *, number: int = 1000000) -> float:
    """Give how many seconds so many calls of a function take."""
    return Timer(stmt, setup).timeit(number)


def repeat(stmt=_nothing, setup=_nothing, *, repeat: int = 5, number: int = 1000000) -> list[float]:
    """Measure calls of a function several times."""
    return Timer(stmt, setup).repeat(repeat, number)
