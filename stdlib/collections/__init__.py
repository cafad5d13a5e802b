"""Containers beside the built-in ones."""

from .chained import ChainMap
from .counter import Counter
from .defaultdict import defaultdict
from .deque import deque
from .ordered import OrderedDict

__all__ = ["ChainMap", "Counter", "OrderedDict", "defaultdict", "deque", "namedtuple"]


def namedtuple(typename: str, field_names: str):
    """Give a class of tuples whose elements have names; the compiler makes it from the call."""
