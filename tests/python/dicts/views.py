"""Views of dictionaries are sets where they can be; `update` takes names."""

a = {"x": 1, "y": 2, "z": 3}
b = {"y": 2, "z": 4, "w": 5}
print(sorted(a.keys() & b.keys()), sorted(a.keys() | b.keys()), sorted(a.keys() - b.keys()), sorted(a.keys() ^ b.keys()))
print(sorted(a.items() & b.items()), sorted(a.items() - b.items()), sorted(a.items() | b.items()), sorted(a.items() ^ b.items()))
print(a.keys() <= b.keys(), {"y": 0}.keys() < a.keys(), a.keys() == {"x", "y", "z"}, a.keys() == b.keys(), a.items() == dict(a).items(), a.keys() >= {"x"}, a.keys() > {"x": 0}.keys())
print(a.keys().isdisjoint(["q"]), a.keys().isdisjoint(b), ("x", 1) in a.items(), ("x", 2) in a.items(), ("q", 2) in a.items())
print(list(reversed(a.keys())), list(reversed(a.values())), list(reversed(a.items())), list(reversed(a)))
print(sorted(a.keys() & ["x", "q"]), sorted(a.keys() - ["x"]), sorted(a.keys() | ["q"]), sorted({"x", "k"} - a.keys()), sorted({"x", "k"} & a.keys()), sorted({"x", "k"} | a.keys()))
print({1: 2}.keys() & {1, 3}, {1: 2, 3: 4}.keys() - {1})
a.update(q=5)
a.update({"x": 9}, y=7)
a.update([("k", 0)])
a.update()
print(a, a == {}, {}.keys() == set(), {}.items() == {}.items())
c: dict[int, int] = {}
c.update({1: 2})
c.update()
print(c)
