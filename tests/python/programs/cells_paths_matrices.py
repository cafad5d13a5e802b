"""Cells that live and die, shortest paths, and matrices."""

import heapq
from itertools import product, count

INF = float("inf")


def step(cells):
    counts = {}
    for x, y in cells:
        for dx, dy in product((-1, 0, 1), repeat=2):
            if dx or dy:
                counts[x + dx, y + dy] = counts.get((x + dx, y + dy), 0) + 1
    return {c for c, n in counts.items() if n == 3 or (n == 2 and c in cells)}


def show(cells, w=6, h=6):
    for y in range(h):
        print("".join("#" if (x, y) in cells else "." for x in range(w)))


glider = {(1, 0), (2, 1), (0, 2), (1, 2), (2, 2)}
for _ in range(4):
    glider = step(glider)
show(glider)
print(sorted(glider))


def dijkstra(graph, start, goal=None):
    dist = {node: INF for node in graph}
    prev = {node: None for node in graph}
    dist[start] = 0
    tie = count()
    heap = [(0, next(tie), start)]
    while heap:
        d, _, u = heapq.heappop(heap)
        if d > dist[u]:
            continue
        if u == goal:
            break
        for v, w in graph[u].items():
            alt = d + w
            if alt < dist[v]:
                dist[v] = alt
                prev[v] = u
                heapq.heappush(heap, (alt, next(tie), v))
    return dist, prev


def path(prev, node):
    out = []
    while node is not None:
        out.append(node)
        node = prev[node]
    return out[::-1]


g = {"A": {"B": 7, "C": 9, "F": 14}, "B": {"C": 10, "D": 15}, "C": {"D": 11, "F": 2}, "D": {"E": 6}, "F": {"E": 9}, "E": {}, "Z": {}}
dist, prev = dijkstra(g, "A")
print(dist)
print(path(prev, "E"), dist["Z"] == INF)


class Matrix:
    def __init__(self, rows):
        self.rows = [list(r) for r in rows]
        self.shape = (len(rows), len(rows[0]))

    @classmethod
    def identity(cls, n):
        return cls([[int(i == j) for j in range(n)] for i in range(n)])

    def __matmul__(self, other):
        return Matrix([[sum(a * b for a, b in zip(r, c)) for c in zip(*other.rows)] for r in self.rows])

    def __mul__(self, k):
        return Matrix([[k * x for x in r] for r in self.rows])

    __rmul__ = __mul__

    def __eq__(self, other):
        return isinstance(other, Matrix) and self.rows == other.rows

    def __getitem__(self, ij):
        i, j = ij
        return self.rows[i][j]

    def __pow__(self, n):
        r = Matrix.identity(self.shape[0])
        b = self
        while n:
            if n & 1:
                r = r @ b
            b = b @ b
            n >>= 1
        return r

    def T(self):
        return Matrix(list(zip(*self.rows)))

    def det(self):
        m = [row[:] for row in self.rows]
        n, d = len(m), 1
        for i in range(n):
            p = next((r for r in range(i, n) if m[r][i] != 0), None)
            if p is None:
                return 0
            if p != i:
                m[i], m[p] = m[p], m[i]
                d = -d
            d *= m[i][i]
            for r in range(i + 1, n):
                f = m[r][i] / m[i][i]
                m[r] = [a - f * b for a, b in zip(m[r], m[i])]
        return d

    def __repr__(self):
        return "Matrix(%r)" % self.rows


f = Matrix([[1, 1], [1, 0]])
print(f**10, (f**10)[0, 1])
print(2 * f, f * 2 == 2 * f, f.T() == f)
print(Matrix([[2, 1], [7, 4]]).det(), Matrix([[0, 0], [1, 2]]).det())
grid = [[0] * 4 for _ in range(3)]
grid[1][2] = 0.5
print(grid)
visited = [None] * 5
visited[2] = "seen"
print(visited)
