"""Dictionaries whose order can be changed."""

from pyc import unroll
from pyc.unsafe import Keywords, word_text


class OrderedDict[K, V](dict[K, V]):
    """A dictionary that gives entries from both ends, and moves them there.

    >>> pages = OrderedDict([("a", 1), ("b", 2)])
    >>> pages.move_to_end("a")
    >>> pages
    OrderedDict([('b', 2), ('a', 1)])
    """

    def __init__(self, source=None, /, **entries: Keywords) -> None:
        self._set_empty()
        if source is not None:
            self.update(source)
        for word, value in unroll(entries):
            self[word_text(word)] = value

    def move_to_end(self, key: K, last: bool = True) -> None:
        """Make an entry the last one, or the first one."""
        value = self.pop(key)
        if last:
            self[key] = value
        else:
            others = list(self.items())
            self.clear()
            self[key] = value
            for other, held in others:
                self[other] = held

    def popitem(self, last: bool = True) -> tuple[K, V]:
        """Remove the entry that was added last, or first, and give it."""
        if len(self) == 0:
            raise KeyError("dictionary is empty")
        if last:
            return super().popitem()
        key = next(iter(self))
        return (key, self.pop(key))

    def copy(self) -> OrderedDict[K, V]:
        """Give another one with the same entries."""
        result = OrderedDict[K, V]()
        result.update(self)
        return result

    def __eq__(self, other) -> bool:
        if isinstance(other, OrderedDict):
            return list(self.items()) == list(other.items())
        else:
            return super().__eq__(other)

    def __ne__(self, other) -> bool:
        return not self.__eq__(other)

    def __repr__(self) -> str:
        if len(self) == 0:
            return "OrderedDict()"
        return "OrderedDict(" + repr(list(self.items())) + ")"
