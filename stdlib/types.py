"""The types of what the language makes, and two that hold what they are given."""

from builtins._language import NotImplementedType
from builtins._method import method
from builtins.none import NoneType

from _kinds import (
    AsyncGeneratorType,
    BuiltinFunctionType,
    CodeType,
    CoroutineType,
    FrameType,
    FunctionType,
    GeneratorType,
    LambdaType,
    ModuleType,
    TracebackType,
)

__all__ = [
    "AsyncGeneratorType",
    "BuiltinFunctionType",
    "CodeType",
    "CoroutineType",
    "FrameType",
    "FunctionType",
    "GeneratorType",
    "LambdaType",
    "MappingProxyType",
    "MethodType",
    "ModuleType",
    "NoneType",
    "NotImplementedType",
    "SimpleNamespace",
    "TracebackType",
]

MethodType = method


class _Attributes:
    """Values by their names. The assignment of the field is not one of an attribute here."""

    # A dictionary, with values of the types that the attributes of the program's objects have.
    _values: object

    def __init__(self) -> None:
        self._values = {}

    def _set(self, name: str, value) -> None:
        self._values[name] = value


class SimpleNamespace(_Attributes):
    """An object with the attributes that it is given.

    The class has a type for all attributes of all its objects. What a value is taken for is tested when the program runs.

    >>> point = SimpleNamespace(x=1, y=2)
    >>> point.x += 2
    >>> point
    namespace(x=3, y=2)
    """

    def __init__(self, /, **kwargs) -> None:
        super().__init__()
        for name, value in kwargs.items():
            self._set(name, value)

    def __getattr__(self, name: str):
        if name in self._values:
            return self._values[name]
        raise AttributeError(f"'types.SimpleNamespace' object has no attribute '{name}'")

    def __setattr__(self, name: str, value) -> None:
        self._set(name, value)

    @property
    def __dict__(self):
        """Give the attributes by their names."""
        return self._values

    def __eq__(self, other) -> bool:
        if isinstance(other, SimpleNamespace):
            return self._values == other._values
        else:
            return False

    def __repr__(self) -> str:
        parts = [f"{name}={value!r}" for name, value in self._values.items()]
        return f"namespace({', '.join(parts)})"


class MappingProxyType[K, V]:
    """A view of a dictionary, through which nothing can be changed.

    >>> limits = {"low": 1}
    >>> shown = MappingProxyType(limits)
    >>> limits["high"] = 9
    >>> shown["high"], len(shown)
    (9, 2)
    """

    _mapping: dict[K, V]

    def __init__(self, mapping: dict[K, V], /) -> None:
        self._mapping = mapping

    def __getitem__(self, key) -> V:
        return self._mapping[key]

    def __contains__(self, key) -> bool:
        return key in self._mapping

    def __len__(self) -> int:
        return len(self._mapping)

    def __iter__(self):
        return iter(self._mapping)

    def __reversed__(self):
        return reversed(self._mapping)

    def get(self, key, default=None):
        """Give the value of a key, or a default."""
        return self._mapping.get(key, default)

    def keys(self):
        """Give a view of the keys."""
        return self._mapping.keys()

    def values(self):
        """Give a view of the values."""
        return self._mapping.values()

    def items(self):
        """Give a view of the keys with their values."""
        return self._mapping.items()

    def copy(self) -> dict[K, V]:
        """Give a dictionary of the same entries."""
        return self._mapping.copy()

    def __or__(self, other):
        if isinstance(other, MappingProxyType):
            return self._mapping | other._mapping
        else:
            return self._mapping | other

    def __eq__(self, other) -> bool:
        if isinstance(other, MappingProxyType):
            return self._mapping == other._mapping
        else:
            return self._mapping == other

    def __str__(self) -> str:
        return str(self._mapping)

    def __repr__(self) -> str:
        return f"mappingproxy({self._mapping!r})"
