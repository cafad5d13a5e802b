class A:
    def __init__(self):
        self.x = None

    def late(self, v):
        self.y = v


a = A()
print(a.x)
try:
    print(a.y)
except AttributeError as e:
    print(e)
best = None


def update(v):
    global best
    if best is None or v > best:
        best = v


update(3)
update(2)
print(best)
if best is not None:
    update(10)
    print(best)
names = {}


def register(name, value):
    names[name] = value
    return value


register("a", 1)
register("b", 2)
print(names, len(names))


class Registry:
    items = {}

    def add(self, k, v):
        self.items[k] = v


r = Registry()
r.add("x", 1)
print(Registry.items)


class Graph:
    def __init__(self):
        self.adj = {}

    def edge(self, a, b):
        if a not in self.adj:
            self.adj[a] = []
        if b not in self.adj:
            self.adj[b] = []
        self.adj[a].append(b)
        self.adj[b].append(a)

    def bfs(self, start):
        seen = set()
        queue = [start]
        order = []
        while queue:
            n = queue.pop(0)
            if n in seen:
                continue
            seen.add(n)
            order.append(n)
            for m in self.adj[n]:
                queue.append(m)
        return order


g = Graph()
for a, b in [(1, 2), (2, 3), (1, 4)]:
    g.edge(a, b)
print(g.bfs(1), g.adj)


class Matrix:
    def __init__(self, rows, cols, fill=0):
        self.rows = rows
        self.cols = cols
        self.data = [[fill] * cols for _ in range(rows)]

    def __getitem__(self, pos):
        i, j = pos
        return self.data[i][j]

    def __setitem__(self, pos, v):
        i, j = pos
        self.data[i][j] = v

    def __mul__(self, other):
        out = Matrix(self.rows, other.cols)
        for i in range(self.rows):
            for j in range(other.cols):
                s = 0
                for k in range(self.cols):
                    s += self[i, k] * other[k, j]
                out[i, j] = s
        return out

    def __str__(self):
        return "\n".join([" ".join([str(x) for x in row]) for row in self.data])


m = Matrix(2, 2)
m[0, 0] = 1
m[0, 1] = 2
m[1, 0] = 3
m[1, 1] = 4
print(m * m)


class Stack:
    def __init__(self):
        self._items = []

    def push(self, x):
        self._items.append(x)

    def pop(self):
        if not self._items:
            raise IndexError("pop from empty stack")
        return self._items.pop()

    def __len__(self):
        return len(self._items)

    def __bool__(self):
        return bool(self._items)


s = Stack()
for i in range(3):
    s.push(i)
while s:
    print(s.pop(), end=" ")
print(len(s))
try:
    s.pop()
except IndexError as e:
    print("IndexError:", e)
t = Stack()
t.push("hello")
print(t.pop())
