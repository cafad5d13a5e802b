"""What a command line says."""


class _Values:
    """Values by their names. The assignment of the field is not one of an attribute here."""

    # A dictionary, with values of the types that the program's arguments have.
    _values: object

    def __init__(self) -> None:
        self._values = {}

    def _set(self, name: str, value) -> None:
        self._values[name] = value


class Namespace(_Values):
    """Has the values of arguments as attributes.

    The class has a type for all of them: what the arguments of the program give. What a value is taken for is tested when the program runs.

    >>> options = Namespace(size=3)
    >>> options.size
    3
    """

    def __init__(self, **kwargs) -> None:
        super().__init__()
        for name, value in kwargs.items():
            self._set(name, value)

    def __getattr__(self, name: str):
        if name in self._values:
            return self._values[name]
        raise AttributeError(f"'Namespace' object has no attribute '{name}'")

    def __setattr__(self, name: str, value) -> None:
        self._set(name, value)

    def __contains__(self, key: str) -> bool:
        return key in self._values

    @property
    def __dict__(self):
        """Give the attributes by their names."""
        return self._values

    def __eq__(self, other) -> bool:
        if isinstance(other, Namespace):
            return self._values == other._values
        else:
            return False

    def __repr__(self) -> str:
        named: list[str] = []
        others: list[str] = []
        for name, value in self._values.items():
            if name.isidentifier():
                named.append(f"{name}={value!r}")
            else:
                others.append(f"{name!r}: {value!r}")
        if len(others) > 0:
            named.append("**{" + ", ".join(others) + "}")
        return f"Namespace({', '.join(named)})"
