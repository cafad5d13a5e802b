"""Functions that are called at the end of a program."""

from _ending import Handler, add_handler, handlers
from pyc.unsafe import Keywords

__all__ = ["register"]


class _Call[F, A, K](Handler):
    """A function with its arguments."""

    _function: F
    _args: A
    _kwargs: K

    def __init__(self, function: F, args: A, kwargs: K) -> None:
        self._function = function
        self._args = args
        self._kwargs = kwargs

    def run(self) -> None:
        function = self._function
        function(*self._args, **self._kwargs)


def register(func, /, *args, **kwargs: Keywords):
    """Have a function called at the end, before those that were registered earlier."""
    add_handler(_Call(func, args, kwargs))
    return func
