"""What `keys`, `values` and `items` of a mapping of the library give: the mapping is asked for everything."""


class KeysView[M]:
    """The keys of a mapping."""

    _mapping: M

    def __init__(self, mapping: M) -> None:
        self._mapping = mapping

    def __len__(self) -> int:
        return len(self._mapping)

    def __contains__(self, key) -> bool:
        return key in self._mapping

    def __iter__(self):
        return iter(self._mapping)

    def __repr__(self) -> str:
        return f"KeysView({self._mapping!r})"


class ValuesView[M]:
    """The values of a mapping."""

    _mapping: M

    def __init__(self, mapping: M) -> None:
        self._mapping = mapping

    def __len__(self) -> int:
        return len(self._mapping)

    def __contains__(self, value) -> bool:
        for key in self._mapping:
            if self._mapping[key] == value:
                return True
        return False

    def __iter__(self):
        for key in self._mapping:
            yield self._mapping[key]

    def __repr__(self) -> str:
        return f"ValuesView({self._mapping!r})"


class ItemsView[M]:
    """The keys of a mapping with their values."""

    _mapping: M

    def __init__(self, mapping: M) -> None:
        self._mapping = mapping

    def __len__(self) -> int:
        return len(self._mapping)

    def __contains__(self, item) -> bool:
        key, value = item
        return key in self._mapping and self._mapping[key] == value

    def __iter__(self):
        for key in self._mapping:
            yield (key, self._mapping[key])

    def __repr__(self) -> str:
        return f"ItemsView({self._mapping!r})"
