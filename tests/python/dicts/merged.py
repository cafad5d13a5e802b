"""Dictionaries and their derived classes, merged with `|`: each class has its own meaning of it."""

from collections import Counter, OrderedDict, defaultdict

a = {"x": 1}
b = {"y": 2, "x": 5}
print(a | b, b | a)
c = Counter("aab")
d = Counter("abbbc")
print(c | d, c & d, c + d, d - c)
print((c | d).most_common(1))
c |= d
print(c, c.most_common(1))
c &= Counter("bbx")
print(c)
a |= {"k": 3}
a.update([("q", 4)])
print(a)
o = OrderedDict(a) | {"w": 1}
print(o)
f = defaultdict(int, {"m": 1}) | {"n": 2}
print(f, f.copy())
f["new"] += 1
print(f)
