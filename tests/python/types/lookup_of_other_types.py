# Keys and elements that are looked up as values of other types.
d = {1: "a", 2: "b"}
s = {1, 2, 3}
for k in [1, 2.0, 2.5, "x", None, True, 1e300, float("nan")]:
    print(k, k in d, d.get(k), d.get(k, 0), k in s)
    try:
        print(d[k])
    except KeyError as e:
        print("KeyError", e)
w = {"a": 1}
for k in ["a", 5, None, (1, 2)]:
    print(k in w, w.get(k), k in {"a", "b"}, k in frozenset(["a"]))
t = {(1, 2): "x"}
print(t[1.0, 2], (1, 2.5) in t, 5 in t, t.get((1,)))
e = {}
print(e.get(4), 4 in e, e.pop("x", 7))
f = {1.0: "one", 0.5: "half"}
print(f[1], f[True], f.get(2))
try:
    w.pop(5)
except KeyError as err:
    print(repr(err))
u = {1: 1, "b": 2, None: 3}
print(u["b"], u[None], u[1.0], u.get(2), u.get("c"))
s.discard(2.0)
s.discard("x")
print(s)
