"""`functools.cached_property`: found out once for each object."""

import functools
from functools import cached_property


class Data:
    def __init__(self, values):
        self.values = values

    @cached_property
    def total(self) -> int:
        """The sum."""
        print("adding up")
        return sum(self.values)

    @functools.cached_property
    def words(self):
        return [str(v) for v in self.values]

    @property
    def plain(self):
        return self.total * 2


class More(Data):
    @cached_property
    def mean(self):
        print("dividing")
        return self.total / len(self.values)


d = Data([1, 2, 3])
print(d.total, d.total, d.plain, d.words)
d.values.append(4)
d.words.append("x")
print(d.total, d.words, Data([5]).total)
del d.total
print(d.total)
d.total = 100
print(d.total, d.plain)
m = More([2, 4])
print(m.mean, m.mean, m.total, m.words)
try:
    del m.total
    del m.total
except AttributeError as e:
    print("AttributeError", e)
