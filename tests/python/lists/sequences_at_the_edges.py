"""Lists, dictionaries, sets and what the library makes of them, with empty ones and places far outside."""

import itertools
import heapq
import bisect
from collections import deque, Counter, OrderedDict, defaultdict

LISTS = [[], [1], [3, 1, 2], [1, 1, 1], [5, -5, 0, 9223372036854775807], list(range(10))]
IDX = [0, 1, -3, 10, -10, 9223372036854775807, -9223372036854775807]
STEPS = [2, -1, -3, 2**40]


def err(name: str, e: BaseException) -> None:
    print(name, type(e).__name__, ascii(str(e)))


for xs in LISTS:
    print("==", xs)
    for i in IDX:
        ys = xs.copy()
        try:
            print(xs[i], i in xs, xs.count(i))
        except Exception as e:
            err("get", e)
        try:
            ys[i] = 7
            print(ys)
        except Exception as e:
            err("set", e)
        try:
            print(ys.pop(i), ys)
        except Exception as e:
            err("pop", e)
        ys = xs[:]
        ys.insert(i, 99)
        print(ys)
        try:
            ys.remove(i)
            print(ys)
        except Exception as e:
            err("remove", e)
        try:
            print(xs.index(i), xs.index(i, 1), xs.index(i, -2, 5))
        except Exception as e:
            err("index", e)
        try:
            del ys[i]
            print(ys)
        except Exception as e:
            err("del", e)
        for j in IDX:
            print(xs[i:j], end=" ")
            zs = xs[:]
            zs[i:j] = [7, 8]
            print(zs, end=" ")
            zs = xs[:]
            del zs[i:j]
            print(zs, tuple(xs)[i:j], list(range(10)[i:j]), range(10)[i:j])
            for k in STEPS:
                zs = xs[:]
                print(xs[i:j:k], end=" ")
                try:
                    zs[i:j:k] = [7, 8]
                    print(zs, end=" ")
                except Exception as e:
                    err("setslice", e)
                zs = xs[:]
                del zs[i:j:k]
                print(zs, range(2, 40, 3)[i:j:k], slice(i, j, k).indices(len(xs)))
    try:
        print(xs * 2, xs * 0, xs * -1, xs + [1], sorted(xs), sorted(xs, reverse=True), min(xs, default=None), max(xs, default=None))
        print(min(xs), max(xs))
    except Exception as e:
        err("minmax", e)
    try:
        print(sum(xs), any(xs), all(xs), list(reversed(xs)), list(enumerate(xs, 5)), list(zip(xs, xs[1:])), list(zip(xs, "ab")))
    except Exception as e:
        err("sum", e)
    for ys in LISTS:
        print(xs < ys, xs <= ys, xs == ys, xs != ys, xs > ys, tuple(xs) < tuple(ys), end=" ")
    print()
    for r in [0, 1, 2, 3, -1]:
        try:
            print(list(itertools.combinations(xs[:4], r)), list(itertools.permutations(xs[:3], r)), list(itertools.combinations_with_replacement(xs[:3], r)))
        except Exception as e:
            err("comb", e)
        try:
            print(list(itertools.islice(xs, r)), list(itertools.repeat(1, r)))
        except Exception as e:
            err("islice", e)
        try:
            print(list(itertools.product(xs[:2], repeat=r)))
        except Exception as e:
            err("product", e)
        try:
            print(heapq.nlargest(r, xs), heapq.nsmallest(r, xs))
        except Exception as e:
            err("nlargest", e)
        d = deque(xs, 3)
        d.rotate(r)
        print(d, d.maxlen)
        d.append(1)
        d.appendleft(2)
        print(d)
        try:
            print(d[r], d.index(r), d.count(1))
        except Exception as e:
            err("deque", e)
        try:
            d.insert(r, 5)
            print(d)
        except Exception as e:
            err("insert", e)
        try:
            print(deque(xs, r))
        except Exception as e:
            err("maxlen", e)
        try:
            d2 = deque(xs)
            d2.insert(r, 5)
            d2.extendleft([8, 9])
            d2.remove(r)
            print(d2, d2 == deque([1]), d2.pop(), d2.popleft())
        except Exception as e:
            err("deque2", e)
    print(list(itertools.accumulate(xs, initial=0)) if len(xs) != 4 else "", list(itertools.chain(xs, [1])), list(itertools.pairwise(xs)), list(itertools.groupby(xs)) == [], list(itertools.takewhile(bool, xs)), list(itertools.dropwhile(bool, xs)), list(itertools.filterfalse(bool, xs)), list(itertools.zip_longest(xs, [1, 2], fillvalue=0)), list(itertools.compress(xs, [1, 0, 1])), list(itertools.starmap(max, zip(xs, xs))))
    hs = xs[:]
    heapq.heapify(hs)
    print(hs)
    try:
        print(heapq.heappushpop(hs, 4), heapq.heapreplace(hs, 3), heapq.heappop(hs), hs)
    except Exception as e:
        err("heap", e)
    ss = sorted(xs)
    for i in IDX:
        print(bisect.bisect(ss, i), bisect.bisect_left(ss, i), end=" ")
    try:
        print(bisect.bisect(ss, 1, -1))
    except Exception as e:
        err("bisect", e)
    c = Counter(xs)
    print(c, c.most_common(1), c.most_common(0), c.total() if len(xs) != 4 else 0, sorted(c.elements()), c[12345])
    c.subtract([1, 1])
    print(c, +c, -c, c & Counter([1, 3]), c | Counter([1, 3]), c - Counter([1]), c + Counter([2, 2]), c == Counter(xs), c <= Counter([1]))
    s = set(xs)
    for ys in LISTS:
        t = set(ys)
        print(sorted(s | t), sorted(s & t), sorted(s - t), sorted(s ^ t), s <= t, s < t, s >= t, s > t, s == t, s.isdisjoint(t), frozenset(s) == t)
    for i in IDX[:5]:
        u = set(xs)
        try:
            u.discard(i)
            u.add(3)
            u.remove(i)
            print(sorted(u))
        except Exception as e:
            err("remove", e)
    try:
        u = set(xs)
        while True:
            u.pop()
    except Exception as e:
        err("pop", e)
DICTS: list[dict[str, int]] = [{}, {"a": 1}, {"a": 1, "b": 2, "c": 3}, {"c": 3, "a": 1, "b": 2}, {"": 0, "é": -1}]
for m in DICTS:
    print("==", m, len(m), list(m), list(m.items()), list(m.values()), list(reversed(m)), m.keys(), m.values(), m.items())
    for k in ["a", "", "zz", "é"]:
        e2 = dict(m)
        try:
            print(m[k], k in m)
        except Exception as e:
            err("get", e)
        try:
            print(m.get(k), m.get(k, 5), e2.setdefault(k, 9), e2.pop(k), e2.pop(k, 4), e2)
            print(e2.pop(k))
        except Exception as e:
            err("pop", e)
        try:
            del e2[k]
        except Exception as e:
            err("del", e)
    e2 = dict(m)
    try:
        print(e2.popitem(), e2)
    except Exception as e:
        err("popitem", e)
    for o in DICTS:
        print(m == o, m, 1)
        e2 = dict(m)
        e2 |= o
        e2.update(o)
        print(e2)
    od = OrderedDict(m)
    try:
        od.move_to_end("a", last=False)
        print(od, od.popitem(last=False))
    except Exception as e:
        err("od", e)
    dd = defaultdict(int, m)
    dd["n"] += 1
    print(dd, dict.fromkeys(m, 0), max(m, default="?"), sorted(m, key=lambda k: -m[k]), {v: k for k, v in m.items()})
    try:
        for k in m:
            m[k + "x"] = 1
            if len(m) > 20:
                break
    except Exception as e:
        err("iter", e)
    try:
        for k in list(m):
            del m[k]
        m["q"] = 1
        for k in m:
            del m[k]
    except Exception as e:
        err("iter", e)
for a in IDX[:5]:
    for b in IDX[:5]:
        for k in [1, -1, 3, 0, 2**40]:
            try:
                r = range(a, b, k)
                print(r, len(r), bool(r), 1 in r, r[0], r[-1], r[1:], r.count(1), r.index(1))
            except Exception as e:
                err("range", e)
it = iter(range(10))
print(next(itertools.islice(it, 3, 3), None), next(it), list(itertools.islice(it, 4, 2)), next(it, "end"), list(itertools.islice(range(9), 0, 6, 4)))
it = iter(range(10))
print(list(itertools.islice(it, 0, 5, 3)), next(it), list(itertools.islice(it, 0)), next(it))
