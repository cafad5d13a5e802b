"""Iterators of the library in variables, containers, arguments and results: all who hold one move on together."""


class Up:
    def __init__(self):
        self.n = 0

    def __iter__(self):
        return self

    def __next__(self):
        self.n += 1
        if self.n > 4:
            raise StopIteration
        return self.n


u = Up()
print(iter(u) is u)
e = enumerate(u)


def take(it):
    return next(it)


print(take(e), take(e), list(e))


def make(xs):
    return map(str, xs)


it = make([1, 2, 3])
print(next(it), list(it), list(it))


def gen():
    yield map(str, "ab")


for g in gen():
    print(next(g), next(g))
pairs = zip("ab", [1, 2])
print(dict(pairs), dict(pairs))
f = filter(None, [0, 1, 2])
g2 = f
print(next(g2), list(f))
ms = []
ms.append(map(int, "12"))
ms.append(map(int, "34"))
print([next(m) for m in ms], [next(m) for m in ms])
a, b = map(int, "5 6".split())
print(a, b, sum(map(int, "123")), max(map(len, ["a", "bcd"])), ",".join(map(str, [1, 2])), sorted(zip([2, 1], "ab")))
lines = enumerate(["x", "y", "z"], 1)
for n, l in lines:
    if l == "y":
        print("rest", list(lines))
left, right = map(sorted, zip(*(map(int, l.split()) for l in ["3   4", "4   3"])))
print(left, right)


def taken(it):
    return next(it)


z = map(str, [1, 2, 3])
print(taken(z), taken(z))


def main():
    z = zip([1, 2], "ab")
    print(taken(z), taken(z))
    e = enumerate("xyz")
    first = next(e)
    print(first, list(e))


main()
ms = [map(int, l) for l in ["12", "34"]]
print(next(ms[0]), next(ms[0]), next(ms[1]))
for m in ms:
    print(list(m))


class P:
    def __init__(self, it):
        self.it = it

    def get(self):
        return next(self.it, None)


p = P(map(int, "123"))
print(p.get(), p.get(), p.get(), p.get())
q = P(enumerate("ab"))
print(q.get(), q.get(), q.get())
d = {"a": map(str, [1, 2])}
print(next(d["a"]), next(d["a"]))
