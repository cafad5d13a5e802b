"""Enumerations. The compiler makes what depends on the members of each; here is what they share."""

__all__ = ["Enum", "Flag", "IntEnum", "IntFlag", "StrEnum", "auto", "unique"]


class Enum:
    """A class with a fixed set of objects."""

    _name_: str

    @property
    def name(self) -> str:
        """The name of the member."""
        return self._name_

    def _is_its_own_copy(self) -> None:
        """Tell `copy` that there is only one of each member."""

    def __str__(self) -> str:
        return f"{self.__class__.__name__}.{self._name_}"

    def __format__(self, format_spec: str) -> str:
        return self.__str__().__format__(format_spec)

    def __hash__(self) -> int:
        return self._name_.__hash__()


class _Number:
    """A member that is a number besides."""

    _value_: int

    def __str__(self) -> str:
        return str(self._value_)

    def __format__(self, format_spec: str) -> str:
        return self._value_.__format__(format_spec)

    def __hash__(self) -> int:
        return self._value_

    def __int__(self) -> int:
        return self._value_

    def __index__(self) -> int:
        return self._value_

    def __float__(self) -> float:
        return float(self._value_)

    def __bool__(self) -> bool:
        return self._value_ != 0

    def __abs__(self) -> int:
        return abs(self._value_)

    def __neg__(self) -> int:
        return -self._value_

    def __eq__(self, other) -> bool:
        if isinstance(other, _Number):
            return self._value_ == other._value_
        if isinstance(other, int | float):
            return self._value_ == other
        return NotImplemented

    def __lt__(self, other) -> bool:
        if isinstance(other, _Number):
            return self._value_ < other._value_
        if isinstance(other, int | float):
            return self._value_ < other
        return NotImplemented

    def __le__(self, other) -> bool:
        if isinstance(other, _Number):
            return self._value_ <= other._value_
        if isinstance(other, int | float):
            return self._value_ <= other
        return NotImplemented

    def __gt__(self, other) -> bool:
        if isinstance(other, _Number):
            return self._value_ > other._value_
        if isinstance(other, int | float):
            return self._value_ > other
        return NotImplemented

    def __ge__(self, other) -> bool:
        if isinstance(other, _Number):
            return self._value_ >= other._value_
        if isinstance(other, int | float):
            return self._value_ >= other
        return NotImplemented

    def __add__(self, other):
        return self._value_ + _plain(other)

    def __radd__(self, other):
        return other + self._value_

    def __sub__(self, other):
        return self._value_ - _plain(other)

    def __rsub__(self, other):
        return other - self._value_

    def __mul__(self, other):
        return self._value_ * _plain(other)

    def __rmul__(self, other):
        return other * self._value_

    def __floordiv__(self, other):
        return self._value_ // _plain(other)

    def __truediv__(self, other):
        return self._value_ / _plain(other)

    def __mod__(self, other):
        return self._value_ % _plain(other)

    def __pow__(self, other):
        return self._value_ ** _plain(other)

    def __lshift__(self, other):
        return self._value_ << _plain(other)

    def __rshift__(self, other):
        return self._value_ >> _plain(other)


def _plain(value):
    if isinstance(value, _Number):
        return value._value_
    else:
        return value


class IntEnum(_Number):
    """An enumeration whose members are integers besides."""

    _name_: str

    @property
    def name(self) -> str:
        """The name of the member."""
        return self._name_

    def __or__(self, other):
        return self._value_ | _plain(other)

    def __and__(self, other):
        return self._value_ & _plain(other)

    def __xor__(self, other):
        return self._value_ ^ _plain(other)


class StrEnum:
    """An enumeration whose members are strings besides."""

    _name_: str
    _value_: str

    @property
    def name(self) -> str:
        """The name of the member."""
        return self._name_

    def __str__(self) -> str:
        return self._value_

    def __format__(self, format_spec: str) -> str:
        return self._value_.__format__(format_spec)

    def __hash__(self) -> int:
        return self._value_.__hash__()

    def __eq__(self, other) -> bool:
        if isinstance(other, StrEnum):
            return self._value_ == other._value_
        if isinstance(other, str):
            return self._value_ == other
        return NotImplemented

    def __len__(self) -> int:
        return len(self._value_)

    def __add__(self, other: str) -> str:
        return self._value_ + other

    def __radd__(self, other: str) -> str:
        return other + self._value_


class Flag:
    """An enumeration whose members are sets of bits."""

    _name_: str | None
    _value_: int

    @property
    def name(self) -> str | None:
        """The name of the member, or those of its parts."""
        return self._name_

    def __str__(self) -> str:
        if self._name_ is None:
            return f"{self.__class__.__name__}({self._value_})"
        return f"{self.__class__.__name__}.{self._name_}"

    def __format__(self, format_spec: str) -> str:
        return self.__str__().__format__(format_spec)

    def __hash__(self) -> int:
        return self._value_.__hash__()


class IntFlag(_Number):
    """Sets of bits that are integers besides."""

    _name_: str | None

    @property
    def name(self) -> str | None:
        """The name of the member, or those of its parts."""
        return self._name_


def flag_name(value: int, names: list[str | None], values: list[int]) -> str | None:
    """Give the name of a set of bits by those of its parts; bits without a name are shown as a number."""
    parts: list[str] = []
    for at in range(len(values)):
        if value & values[at] == values[at]:
            name = names[at]
            if name is not None:
                parts.append(name)
            value = value & ~values[at]
    if len(parts) == 0:
        return None
    if value != 0:
        parts.append(str(value))
    return "|".join(parts)


def check_flag(shown: str, name: str, value: int, mask: int) -> None:
    """Raise the error of bits that no member has."""
    most = mask if mask > value else value
    if value & ~mask != 0:
        given = _binary(value, most.bit_length())
        allowed = _binary(mask, most.bit_length())
        raise ValueError(f"{shown} invalid value {value!r}\n    given {given}\n  allowed {allowed}")


def _binary(value: int, size: int) -> str:
    return "0b0 " + bin(value)[2:].rjust(size, "0")


def check_unique(shown: str, members) -> None:
    """Raise the error of members with two names."""
    doubled: list[str] = []
    for name, member in members.items():
        own = member.name
        if own is not None and name != own:
            doubled.append(f"{name} -> {own}")
    if len(doubled) > 0:
        parts = ", ".join(doubled)
        raise ValueError(f"duplicate values found in <enum '{shown}'>: {parts}")


def auto():
    """Stand for the next value."""


def unique(cls):
    """Check that no two members have one value."""
    return cls
