"""`None`."""


class NoneType:
    """The type of `None`."""

    def __repr__(self) -> str:
        return "None"

    def __str__(self) -> str:
        return "None"

    def __format__(self, format_spec: str) -> str:
        if len(format_spec) > 0:
            raise TypeError("unsupported format string passed to NoneType.__format__")
        return "None"

    def __bool__(self) -> bool:
        return False

    def __eq__(self, other) -> bool:
        return other is None

    def __ne__(self, other) -> bool:
        return other is not None

    def __hash__(self) -> int:
        return 4238894208
