"""Classes that are mostly fields. The compiler makes the methods of a `@dataclass`; here is what they use."""

from copy import deepcopy

from pyc import unroll
from pyc.unsafe import Word, object_address, word_text

__all__ = [
    "KW_ONLY",
    "Field",
    "FrozenInstanceError",
    "InitVar",
    "asdict",
    "astuple",
    "dataclass",
    "field",
    "fields",
    "is_dataclass",
    "replace",
]


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


# Going through the fields


class Field:
    """What is known of a field: its name."""

    name: str

    def __init__(self, name: str) -> None:
        self.name = name


def words(*names: Word):
    """Give the names of fields to `unroll`."""
    return names


def is_dataclass(obj) -> bool:
    """Say whether something is a dataclass or an object of one."""
    return hasattr(obj, "_dataclass_fields")


def fields(class_or_instance):
    """Give the fields of a dataclass, or of an object of one.

    >>> @dataclass
    ... class Point:
    ...     x: int
    ...     y: int
    >>> [field.name for field in fields(Point)]
    ['x', 'y']
    """
    if hasattr(class_or_instance, "_dataclass_fields"):
        return _fields(class_or_instance._dataclass_fields())
    else:
        raise TypeError("must be called with a dataclass type or instance")


def _fields(names):
    if len(names) == 0:
        return ()
    else:
        return (Field(word_text(names[0])), *_fields(names[1:]))


def asdict(obj):
    """Give the fields of an object by their names, and so on for what is in them.

    >>> @dataclass
    ... class Point:
    ...     x: int
    ...     y: int
    >>> asdict(Point(1, 2))
    {'x': 1, 'y': 2}
    """
    if hasattr(obj, "_dataclass_fields"):
        return _dict_of(obj)
    else:
        raise TypeError("asdict() should be called on dataclass instances")


def _dict_of(obj):
    result = {}
    for name in unroll(obj._dataclass_fields()):
        result[word_text(name)] = _plain(getattr(obj, name))
    return result


def _plain(value):
    """Give a value with dicts in the place of dataclasses."""
    if hasattr(value, "_dataclass_fields"):
        return _dict_of(value)
    elif isinstance(value, list):
        return [_plain(item) for item in value]
    elif isinstance(value, dict):
        return {_plain(key): _plain(item) for key, item in value.items()}
    elif isinstance(value, tuple):
        return tuple(_plain(item) for item in value)
    else:
        return deepcopy(value)


def astuple(obj):
    """Give the fields of an object, and so on for what is in them.

    >>> @dataclass
    ... class Point:
    ...     x: int
    ...     y: int
    >>> astuple(Point(1, 2))
    (1, 2)
    """
    if hasattr(obj, "_dataclass_fields"):
        return _tuple_of(obj, obj._dataclass_fields())
    else:
        raise TypeError("astuple() should be called on dataclass instances")


def _tuple_of(obj, names):
    if len(names) == 0:
        return ()
    else:
        return (_flat(getattr(obj, names[0])), *_tuple_of(obj, names[1:]))


def _flat(value):
    """Give a value with tuples in the place of dataclasses."""
    if hasattr(value, "_dataclass_fields"):
        return _tuple_of(value, value._dataclass_fields())
    elif isinstance(value, list):
        return [_flat(item) for item in value]
    elif isinstance(value, dict):
        return {_flat(key): _flat(item) for key, item in value.items()}
    elif isinstance(value, tuple):
        return tuple(_flat(item) for item in value)
    else:
        return deepcopy(value)


def replace(obj, /, **changes):
    """Give an object like another, with some fields changed; the compiler calls a method of the class for it."""
    return obj.__replace__(**changes)


# Texts of objects that contain themselves

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
