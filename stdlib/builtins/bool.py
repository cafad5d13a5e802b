"""Truth values."""

from pyc import inline
from pyc.unsafe import int_cast

from ._format_int import format_int


class bool(int):
    """`True` or `False`."""

    @staticmethod
    @inline
    def _new(value=False) -> bool:
        if value:
            return True
        return False

    @inline
    def __bool__(self) -> bool:
        return self

    @inline
    def __int__(self) -> int:
        return int_cast[int](self)

    @inline
    def __index__(self) -> int:
        return int_cast[int](self)

    @inline
    def __hash__(self) -> int:
        return int_cast[int](self)

    def __repr__(self) -> str:
        if self:
            return "True"
        return "False"

    def __str__(self) -> str:
        return self.__repr__()

    def __format__(self, format_spec: str) -> str:
        if len(format_spec) == 0:
            return self.__repr__()
        return format_int(int_cast[int](self), format_spec, "bool")
