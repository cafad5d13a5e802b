"""Tuples that get longer with each call of a function, and tuples whose later elements have no order."""

import heapq


def queens(n, row=0, cols=(), d1=(), d2=()):
    if row == n:
        yield cols
        return
    for c in range(n):
        if c not in cols and row + c not in d1 and row - c not in d2:
            yield from queens(n, row + 1, cols + (c,), d1 + (row + c,), d2 + (row - c,))


print(next(queens(8)), sum(1 for _ in queens(6)))


memo = {}


def minimax(n, player):
    key = (str(n), player)
    if key in memo:
        return memo[key]
    if n == 0:
        res = (1, None)
    elif n == 1:
        res = (-1, None)
    else:
        best = None
        for m in (1, 2):
            if m > n:
                continue
            score, _ = minimax(n - m, "O" if player == "X" else "X")
            if best is None or (player == "X" and score > best[0]) or (player == "O" and score < best[0]):
                best = (score, m)
        res = best
    memo[key] = res
    return res


print(minimax(7, "X"))


def longer(n, xs=()):
    if n == 0:
        return xs
    return longer(n - 1, xs + (n,))


print(longer(5))


def each_longer(n, xs=()):
    if n == 0:
        yield xs
        return
    yield from each_longer(n - 1, xs + (n,))


print(next(each_longer(5)))


def both_longer(n, xs=(), ys=()):
    if n == 0:
        return xs
    return both_longer(n - 1, xs + (n,), ys + (n + 1,))


print(both_longer(5))


class D:
    def __init__(self, n):
        self.n = n

    def __repr__(self):
        return f"D{self.n}"


d = {"b": D(1), "a": D(2)}
print(sorted(d.items()), max(d.items()), min((2, D(1)), (1, D(2))))
h = []
for i, x in enumerate("cab"):
    heapq.heappush(h, (ord(x), i, D(i)))
print([heapq.heappop(h) for _ in range(3)])
try:
    print(sorted([(1, D(1)), (1, D(2))]))
except TypeError as e:
    print(e)
print((1, None) < (2, None), [(1, D(1))] < [(2, D(2))])
try:
    print((1, None) < (1, 2))
except TypeError as e:
    print(e)
