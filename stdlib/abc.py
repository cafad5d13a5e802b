"""Classes whose methods derived classes define."""

__all__ = ["ABC", "ABCMeta", "abstractmethod"]


class ABCMeta:
    """`metaclass=ABCMeta`: the same as the base `ABC`."""


class ABC:
    """A class that has no objects of its own while one of its methods is abstract."""


def abstractmethod(function):
    """Mark a method that derived classes have to define."""
    return function
