from collections import defaultdict, OrderedDict

d = defaultdict(list)
d["a"].append(1)
print(d, d["zz"], d)
s = defaultdict(set)
s[1].add(2)
s[1].add(3)
print(dict(s), s)
n = defaultdict(lambda: 7)
print(n["k"], n["k"] + 1, len(n), dict(n))
t = defaultdict(lambda: [0] * 3)
t["x"][1] = 5
print(t["x"], t["y"])
z = defaultdict(str)
z[1] += "ab"
z[1] += "c"
print(z[1], repr(z[2]), z.get(9), 9 in z, z)
f = defaultdict(float)
f["a"] += 1.5
print(f["a"], f["b"])
w = defaultdict(int, {"a": 1})
w["b"] += 2
print(w, w.items(), sorted(w), sum(w.values()))


class G:
    def __init__(self):
        self.graph = defaultdict(list)

    def add(self, u, v):
        self.graph[u].append(v)

    def bfs(self, s):
        seen = [s]
        for u in seen:
            for v in self.graph[u]:
                if v not in seen:
                    seen.append(v)
        return seen


g = G()
g.add(0, 1)
g.add(1, 2)
g.add(0, 3)
print(g.bfs(0))


def group(words: list[str]) -> dict[int, list[str]]:
    out: dict[int, list[str]] = defaultdict(list)
    for word in words:
        out[len(word)].append(word)
    return dict(out)


print(group(["a", "bb", "c"]))


def group2(words: list[str]) -> defaultdict[int, list[str]]:
    out: defaultdict[int, list[str]] = defaultdict(list)
    for word in words:
        out[len(word)].append(word)
    return out


r = group2(["a", "bb", "c"])
print(r[1], r[2], r[3], len(r), r == {1: ["a", "c"], 2: ["bb"], 3: []})
u = defaultdict()
u["a"] = 1
try:
    print(u["b"])
except KeyError as e:
    print("KeyError", e)


def five():
    return 5


v = defaultdict(five)
print(v[1], v.setdefault(2, 9), v[2], v.pop(1), len(v))
o = OrderedDict()
o["x"] = 1
o["y"] = 2
o["z"] = 3
o.move_to_end("x")
print(o, list(o), o.popitem(last=False), o.popitem(), o, len(o))
o.move_to_end("z", last=False)
print(
    OrderedDict([(1, 2), (3, 4)]),
    OrderedDict([(1, 2), (3, 4)]) == OrderedDict([(3, 4), (1, 2)]),
    OrderedDict({1: 2}) == {1: 2},
    OrderedDict(),
)


def count_all(table: dict[str, int], keys: list[str]) -> int:
    return sum([table[key] for key in keys])


missing: defaultdict[str, int] = defaultdict(int)
missing["z"] += 1
print(count_all(missing, ["a", "b"]), missing, count_all({"a": 3}, ["a"]))
plain = {"k": 1}
print(plain.copy())


def shortest(edges, start):
    """Values of a `defaultdict` that are other than what its factory gives."""
    distances = defaultdict(lambda: float("inf"))
    distances[start] = 0
    pending = [start]
    while pending:
        place = pending.pop(0)
        for other, length in edges.get(place, []):
            if distances[place] + length < distances[other]:
                distances[other] = distances[place] + length
                pending.append(other)
    return distances


found = shortest({"a": [("b", 4), ("c", 1)], "c": [("b", 2)]}, "a")
print(dict(found), found["b"], found["nowhere"])
totals = defaultdict(int)
for name, amount in [("x", 1), ("y", 2.5), ("x", 0.5)]:
    totals[name] += amount
print(dict(totals), totals["z"])
groups = defaultdict(list)
groups["k"].append((1, "a"))
groups["l"] = [(2, "b")]
print(dict(groups))
