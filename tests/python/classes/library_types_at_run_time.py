"""The class of an object, where the library derives classes from one that the variable is of."""

from collections import OrderedDict, Counter
from enum import Enum
o = OrderedDict({"x": 1}) | {"w": 1}
print(type(o).__name__, type(o), o.__class__.__name__)
def show(d: dict) -> None:
    print(type(d).__name__, isinstance(d, Counter))
show(Counter("a"))
show({"a": 1})
for d in [{"a": 1}, Counter("a"), OrderedDict({"a": 1})]:
    print(type(d).__name__, type(d) is dict, type(d) == Counter)
for x in [ValueError("a"), KeyError("b"), Exception("c")]:
    print(type(x).__name__, type(x) is ValueError, type(x))
for v in [1, True, 2.5, "a", None, [1], (1,)]:
    print(type(v).__name__, type(v) is int)
from collections import defaultdict
f = defaultdict(int, {"m": 1})
g = f if len(f) == 1 else {"a": 2}
print(type(g).__name__, type(g) is dict, type(g) == defaultdict, isinstance(g, defaultdict), isinstance(g, Counter))
print(type(defaultdict(list) | {"n": [2]}).__name__, type(Counter("a") | Counter("b")))
