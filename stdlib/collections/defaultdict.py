"""Dictionaries that make the values that are missing."""

from pyc import unroll
from pyc.unsafe import Keywords, ptr_load, word_text


class defaultdict[K, V, F](dict[K, V]):
    """A dictionary that calls `default_factory` for the value of a key that is not there.

    >>> words = defaultdict(list)
    >>> words["a"].append("apple")
    >>> words["a"]
    ['apple']
    """

    default_factory: F

    def __init__(self, default_factory: F = None, source=None, /, **entries: Keywords) -> None:
        self._set_empty()
        self.default_factory = default_factory
        if source is not None:
            self.update(source)
        for word, value in unroll(entries):
            self[word_text(word)] = value

    def __getitem__(self, key: K) -> V:
        hashed = self._hash(key)
        index = self._find(key, hashed)
        if index >= 0:
            return ptr_load(self._value_place(index), 0)
        return self.__missing__(key)

    def __missing__(self, key: K) -> V:
        """Give a new value for a key, which has it from now on."""
        factory = self.default_factory
        if factory is None:
            raise KeyError(key)
        else:
            value = factory()
            self[key] = value
            return value

    def copy(self) -> defaultdict[K, V, F]:
        """Give another one with the same entries and the same factory."""
        result = defaultdict[K, V, F](self.default_factory)
        result.update(self)
        return result

    def __copy__(self) -> defaultdict[K, V, F]:
        return self.copy()

    def __or__(self, other):
        result = self.copy()
        result.update(other)
        return result

    def __repr__(self) -> str:
        return "defaultdict(" + repr(self.default_factory) + ", " + super().__repr__() + ")"
