"""Helpers for `with`."""

from functools import wraps

from pyc import unroll
from pyc.unsafe import Keywords

__all__ = ["AbstractContextManager", "closing", "contextmanager", "nullcontext", "suppress"]


class AbstractContextManager:
    """A base for managers: `__enter__` gives the manager itself."""

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_value, traceback):
        return None


class _Generator[G]:
    """What a function that `contextmanager` decorates gives: its body runs to the `yield`, and on from there at the end of the `with`."""

    _generator: G

    def __init__(self, generator: G) -> None:
        self._generator = generator

    def __enter__(self):
        try:
            return next(self._generator)
        except StopIteration:
            raise RuntimeError("generator didn't yield") from None

    def __exit__(self, kind, value, traceback) -> bool:
        if value is None:
            try:
                next(self._generator)
            except StopIteration:
                return False
            raise RuntimeError("generator didn't stop")
        try:
            self._generator.throw(value)
        except StopIteration as e:
            return e is not value
        except BaseException as e:
            if e is not value:
                raise
            return False
        raise RuntimeError("generator didn't stop after throw()")


def contextmanager(function):
    """Make a function that yields once into one that gives a manager.

    >>> @contextmanager
    ... def tag(name):
    ...     print(f"<{name}>")
    ...     yield name.upper()
    ...     print(f"</{name}>")
    >>> with tag("b") as bold:
    ...     print(bold)
    <b>
    B
    </b>
    """

    @wraps(function)
    def manage(*args, **kwargs: Keywords):
        return _Generator(function(*args, **kwargs))

    return manage


class closing[T]:
    """Close something at the end of the `with`."""

    thing: T

    def __init__(self, thing: T) -> None:
        self.thing = thing

    def __enter__(self) -> T:
        return self.thing

    def __exit__(self, kind, value, traceback) -> None:
        self.thing.close()


class _Null[T]:
    """What `nullcontext` gives."""

    enter_result: T

    def __init__(self, enter_result: T) -> None:
        self.enter_result = enter_result

    def __enter__(self) -> T:
        return self.enter_result

    def __exit__(self, kind, value, traceback) -> None:
        pass


def nullcontext(enter_result=None):
    """Give a manager that does nothing."""
    return _Null(enter_result)


class _Suppress[E]:
    """What `suppress` gives."""

    _exceptions: E

    def __init__(self, exceptions: E) -> None:
        self._exceptions = exceptions

    def __enter__(self) -> None:
        pass

    def __exit__(self, kind, value, traceback) -> bool:
        if kind is not None:
            for exception in unroll(self._exceptions):
                if issubclass(kind, exception):
                    return True
        return False


def suppress(*exceptions):
    """Go on behind the `with` when one of these is raised in it."""
    return _Suppress(exceptions)
