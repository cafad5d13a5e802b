"""Containers beside the built-in ones."""

from .deque import deque

__all__ = ["deque", "namedtuple"]


def namedtuple(typename: str, field_names: str):
    """Give a class of tuples whose elements have names; the compiler makes it from the call."""
