"""Dictionaries that count."""

from pyc import unroll
from pyc.unsafe import Keywords, ptr_load, word_text


class Counter[T](dict[T, int]):
    """How often there is what: what is not there is there 0 times.

    >>> Counter("abca").most_common(1)
    [('a', 2)]
    """

    def __init__(self, iterable=None, /, **counts: Keywords) -> None:
        self._set_empty()
        if iterable is not None:
            self.update(iterable)
        for word, count in unroll(counts):
            self[word_text(word)] = self[word_text(word)] + count

    def __getitem__(self, key) -> int:
        index = self._find(key, self._hash(key))
        return ptr_load(self._value_place(index), 0) if index >= 0 else 0

    def __delitem__(self, key) -> None:
        if key in self:
            super().__delitem__(key)

    # Counting

    def update(self, iterable=None, **counts: Keywords) -> None:
        """Count the elements of an iterable, or add the counts of a dictionary."""
        if isinstance(iterable, dict):
            for key, count in iterable.items():
                self[key] = self[key] + count
        elif iterable is not None:
            for key in iterable:
                self[key] = self[key] + 1
        for word, count in unroll(counts):
            self[word_text(word)] = self[word_text(word)] + count

    def subtract(self, iterable=None, **counts: Keywords) -> None:
        """Take the elements of an iterable away, or the counts of a dictionary; counts may get negative."""
        if isinstance(iterable, dict):
            for key, count in iterable.items():
                self[key] = self[key] - count
        elif iterable is not None:
            for key in iterable:
                self[key] = self[key] - 1
        for word, count in unroll(counts):
            self[word_text(word)] = self[word_text(word)] - count

    def most_common(self, n: int | None = None) -> list[tuple[T, int]]:
        """Give the elements with their counts, the most frequent first."""
        pairs = sorted(self.items(), key=_count_of, reverse=True)
        if n is None:
            return pairs
        return pairs[: max(n, 0)]

    def elements(self):
        """Give each element as often as it is counted."""
        for key, count in self.items():
            for _ in range(count):
                yield key

    def total(self) -> int:
        """Add up all counts."""
        return sum(self.values())

    def copy(self) -> Counter[T]:
        """Give another one with the same counts."""
        result = Counter[T]()
        for key, count in self.items():
            result[key] = count
        return result

    def __copy__(self) -> Counter[T]:
        return self.copy()

    # Operators: what is left are the counts above zero.

    def __add__(self, other: Counter[T]) -> Counter[T]:
        result = Counter[T]()
        for key, count in self.items():
            result._keep(key, count + other[key])
        for key, count in other.items():
            if key not in self:
                result._keep(key, count)
        return result

    def __sub__(self, other: Counter[T]) -> Counter[T]:
        result = Counter[T]()
        for key, count in self.items():
            result._keep(key, count - other[key])
        for key, count in other.items():
            if key not in self:
                result._keep(key, -count)
        return result

    def __or__(self, other: Counter[T]) -> Counter[T]:
        result = Counter[T]()
        for key, count in self.items():
            result._keep(key, max(count, other[key]))
        for key, count in other.items():
            if key not in self:
                result._keep(key, count)
        return result

    def __and__(self, other: Counter[T]) -> Counter[T]:
        result = Counter[T]()
        for key, count in self.items():
            result._keep(key, min(count, other[key]))
        return result

    def __pos__(self) -> Counter[T]:
        result = Counter[T]()
        for key, count in self.items():
            result._keep(key, count)
        return result

    def __neg__(self) -> Counter[T]:
        result = Counter[T]()
        for key, count in self.items():
            result._keep(key, -count)
        return result

    def __iadd__(self, other: Counter[T]) -> Counter[T]:
        self.update(other)
        self._drop_others()
        return self

    def __isub__(self, other: Counter[T]) -> Counter[T]:
        self.subtract(other)
        self._drop_others()
        return self

    def __ior__(self, other: Counter[T]) -> Counter[T]:
        for key, count in other.items():
            self[key] = max(count, self[key])
        self._drop_others()
        return self

    def __iand__(self, other: Counter[T]) -> Counter[T]:
        for key, count in list(self.items()):
            self[key] = min(count, other[key])
        self._drop_others()
        return self

    def _keep(self, key: T, count: int) -> None:
        if count > 0:
            self[key] = count

    def _drop_others(self) -> None:
        gone: list[T] = []
        for key, count in self.items():
            if count <= 0:
                gone.append(key)
        for key in gone:
            del self[key]

    # Comparison

    def __eq__(self, other) -> bool:
        if isinstance(other, Counter):
            return self.__le__(other) and other.__le__(self)
        else:
            return super().__eq__(other)

    def __ne__(self, other) -> bool:
        return not self.__eq__(other)

    def __le__(self, other: Counter[T]) -> bool:
        for key, count in self.items():
            if count > other[key]:
                return False
        for key, count in other.items():
            if count < self[key]:
                return False
        return True

    def __lt__(self, other: Counter[T]) -> bool:
        return self.__le__(other) and not other.__le__(self)

    def __ge__(self, other: Counter[T]) -> bool:
        return other.__le__(self)

    def __gt__(self, other: Counter[T]) -> bool:
        return other.__lt__(self)

    # Text

    def __repr__(self) -> str:
        if len(self) == 0:
            return "Counter()"
        parts: list[str] = []
        for key, count in self.most_common():
            parts.append(f"{key!r}: {count}")
        return "Counter({" + ", ".join(parts) + "})"


def _count_of(pair) -> int:
    return pair[1]
