"""Functions that are called at the end of a program."""

from _calls import Call
from _ending import add_handler
from pyc.unsafe import Keywords

__all__ = ["register"]


def register(func, /, *args, **kwargs: Keywords):
    """Have a function called at the end, before those that were registered earlier."""
    add_handler(Call(func, args, kwargs))
    return func
