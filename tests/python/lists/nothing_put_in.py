# Containers that nothing is ever put into, and containers inside containers that are filled by index.
def ordered(xs):
    n = len(xs)
    for i in range(n):
        for j in range(n - 1):
            if xs[j] > xs[j + 1]:
                xs[j], xs[j + 1] = xs[j + 1], xs[j]
    return xs


print(ordered([]), ordered([3, 1]))
d = {}
print(d, len(d), sorted(d), list(d.items()), d.get(1), 1 in d)
for k, v in d.items():
    print(k + v)
print([] + [1], [], [[]], [[], [1]], sum([]), set())
try:
    y = [][0]
    print(y + 1)
except IndexError as e:
    print(e)


def last(a=None, b=[]):
    for q in b:
        a = q + 1
    return a


print(last(), last(1), last(2, [3]))
e = []
e.extend([])
print(e * 3, e == [], e[1:], e[::-1], list(zip(e, e)), list(map(lambda z: z + 1, e)))
for fails in [lambda: e.pop(), lambda: min(e), lambda: max([])]:
    try:
        print(fails())
    except (IndexError, ValueError) as error:
        print(error)


def buckets(xs):
    b = [[] for _ in range(3)]
    for x in xs:
        t = int((x / 1) % 3)
        b[t].append(x)
    for k in range(3):
        for x in b[k]:
            print(x, end=" ")
    b[0] = [9]
    return b


print(buckets([1, 2, 4]))


class Graph:
    def __init__(self, n):
        self.edges = [[] for _ in range(n)]
        self.rows = [[[]], []]
        self.names = {}

    def connect(self, a, b):
        self.edges[a].append(b)
        self.rows[0][0].append((a, b))
        self.names.setdefault(a, []).append(str(b))


g = Graph(3)
g.connect(0, 2)
g.connect(2, 1)
print(g.edges, g.rows, g.names)
cells = [[], []]


def put(at, x):
    cells[at].append(x)


put(1, 4.5)
print(cells)


def power(a, b):
    return a**b


print(
    power(2, 10),
    power(2.0, -1),
    2**-1,
    10**-2,
    7**2,
    3**3,
    (-2) ** 3,
    power(5, 0),
    2 ** -len("ab"),
    power(True, 3),
)


def rows(values):
    for row in values:
        for item in row:
            print(item, end=" ")
    print()


def mixed(flag):
    values = [1, 2] if flag else "ab"
    for value in values:
        if value == 2:
            break
        print(value)
    else:
        print("all")


mixed(True)
mixed(False)
rows(zip(*[[1, 2], [3, 4]]))
rows([(1, 2), (3,)])
grid = [[float("inf")] * 2 for _ in range(2)]
grid[0][1] = 3
grid[1][0] = grid[0][1] + 1
print(grid)


def levels(n):
    best: list[float] = [0] * n
    best[0] = 1.5
    counts: dict[str, list[float]] = {"a": [1, 2.5]}
    return best, counts, [2**i for i in range(n)], 10 ** (n - 5)


print(levels(3))
try:
    print(grid[1.0])
except TypeError as error:
    print(error)

# Comparisons with containers that nothing is put into
print([1, "a"] == [], [] == [1, "a"], [1, None] != [], [(1, "a")] == [], {1: [2, "x"]} == {1: []})
def f(xs, ys):
    return xs == ys
print(f([1, "a"], []), f([], [1.5, None]))
print(set() <= {1, 2}, {1} >= set(), set() < {1}, set() | {1}, {1} - set(), set().issubset({1}), set() == {1})
