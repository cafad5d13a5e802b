"""Classes that are mostly fields. The compiler makes the methods of a `@dataclass`; here is what they use."""

from pyc.unsafe import object_address

__all__ = ["KW_ONLY", "FrozenInstanceError", "InitVar", "dataclass", "field"]


class FrozenInstanceError(AttributeError):
    """A field of a frozen dataclass is assigned."""


class InitVar:
    """`InitVar[T]`: a parameter of `__init__` that only `__post_init__` gets."""


class KW_ONLY:
    """`_: KW_ONLY`: the fields below are given by name."""


class Unset:
    """Stands for an argument that is not given, where a factory makes the field."""


def dataclass(cls):
    """Give a class the methods that its fields ask for."""
    return cls


def field():
    """Say more about a field than its default."""


_shown: list[int] = []


def enter_repr(obj) -> bool:
    """Note that the text of an object is being made; say whether it is already, further out."""
    address = object_address(obj)
    for known in _shown:
        if known == address:
            return True
    _shown.append(address)
    return False


def leave_repr() -> None:
    """Note that the text is made."""
    _shown.pop()
