"""Several dictionaries as one."""

from pyc.unsafe import new_object

from ._views import ItemsView, KeysView, ValuesView


class ChainMap[K, V]:
    """Dictionaries that are searched one after the other. What is written goes to the first.

    >>> chosen = ChainMap({"size": 3}, {"size": 1, "color": "red"})
    >>> chosen["size"], chosen["color"], len(chosen)
    (3, 'red', 2)
    """

    maps: list[dict[K, V]]

    def __init__(self) -> None:
        self.maps = [{}]

    @staticmethod
    def _new(*maps):
        return _chained(list(maps))

    # Reading

    def __getitem__(self, key) -> V:
        for mapping in self.maps:
            if key in mapping:
                return mapping[key]
        return self.__missing__(key)

    def __missing__(self, key) -> V:
        """Raise the error of a key that no dictionary has."""
        raise KeyError(key)

    def get(self, key, default=None):
        """Give the value of a key, or a default."""
        return self[key] if key in self else default

    def __contains__(self, key) -> bool:
        for mapping in self.maps:
            if key in mapping:
                return True
        return False

    def _merged(self) -> dict[K, V]:
        """Give one dictionary, in the order in which the dictionaries would be merged."""
        result: dict[K, V] = {}
        for mapping in reversed(self.maps):
            result.update(mapping)
        return result

    def __len__(self) -> int:
        return len(self._merged())

    def __iter__(self):
        return iter(list(self._merged()))

    def __bool__(self) -> bool:
        return any(self.maps)

    def keys(self):
        """Give a view of the keys."""
        return KeysView(self)

    def values(self):
        """Give a view of the values."""
        return ValuesView(self)

    def items(self):
        """Give a view of the keys with their values."""
        return ItemsView(self)

    def __eq__(self, other) -> bool:
        if isinstance(other, ChainMap):
            return self._merged() == other._merged()
        else:
            return self._merged() == other

    def __repr__(self) -> str:
        return f"ChainMap({', '.join([repr(mapping) for mapping in self.maps])})"

    # Chains of others

    def new_child(self, m=None, /, **entries: V) -> ChainMap[K, V]:
        """Give a chain with one more dictionary in front."""
        if m is None:
            first: dict[K, V] = {}
        else:
            first = m
        first.update(entries)
        return _chained([first, *self.maps])

    @property
    def parents(self) -> ChainMap[K, V]:
        """The chain without the first dictionary."""
        return _chained(self.maps[1:])

    def copy(self) -> ChainMap[K, V]:
        """Give a chain with a copy of the first dictionary."""
        return _chained([self.maps[0].copy(), *self.maps[1:]])

    def __copy__(self) -> ChainMap[K, V]:
        return self.copy()

    def __or__(self, other) -> ChainMap[K, V]:
        result = self.copy()
        result.maps[0].update(other)
        return result

    def __ior__(self, other) -> ChainMap[K, V]:
        self.maps[0].update(other)
        return self

    # Writing

    def __setitem__(self, key: K, value: V) -> None:
        self.maps[0][key] = value

    def __delitem__(self, key) -> None:
        try:
            del self.maps[0][key]
        except KeyError:
            raise KeyError(f"Key not found in the first mapping: {key!r}") from None

    def pop(self, key, *default):
        """Take a key out of the first dictionary, and give its value."""
        try:
            return self.maps[0].pop(key, *default)
        except KeyError:
            raise KeyError(f"Key not found in the first mapping: {key!r}") from None

    def popitem(self) -> tuple[K, V]:
        """Take an entry out of the first dictionary, and give it."""
        try:
            return self.maps[0].popitem()
        except KeyError:
            raise KeyError("No keys found in the first mapping.") from None

    def setdefault(self, key: K, default: V) -> V:
        """Give the value of a key, which gets a default in the first dictionary if it has none."""
        if key not in self:
            self[key] = default
        return self[key]

    def update(self, other=(), **entries: V) -> None:
        """Set entries of the first dictionary."""
        self.maps[0].update(other)
        self.maps[0].update(entries)

    def clear(self) -> None:
        """Empty the first dictionary."""
        self.maps[0].clear()


def _chained[K, V](maps: list[dict[K, V]]) -> ChainMap[K, V]:
    result = new_object[ChainMap[K, V]](0)
    result.maps = maps
    return result
