# Containers that get elements of other types far from where they are made.
def zeros(count):
    return [0] * count


def put(rows, at, value):
    rows[at][0] = value


class Memory:
    def __init__(self, cells):
        self.cells = cells
        self.table = [None] * 3
        self.grid = [[None] * 2 for _ in range(2)]

    def store(self, at, value):
        self.cells[at] = value
        self.table[at] = value * 2
        self.grid[0][1] = value

    def push(self, value):
        self.cells.append(value)


def collect(found):
    def add(value):
        found.append(value)

    add("text")
    add(None)
    return found


def solve(best, at):
    if at == 0:
        best[0] = 0.5
        return 1
    best[at] = solve(best, at - 1) + 1
    return best[at]


def note(table, key):
    table[key] = len(table)


shared = [1]


def share():
    shared.append(2.5)


values = zeros(3)
values[0] = 1.5
print(values)
rows = [[1, 2], [3, 4]]
put(rows, 0, 0.5)
print(rows)
memory = Memory([1, 2])
memory.store(0, 0.25)
memory.push("end")
print(memory.cells, memory.table, memory.grid)
print(collect([1, 2]))
best = [-1] * 4
print(solve(best, 3), best)
ages = {"ann": 1}
note(ages, 5)
print(ages)
share()
print(shared)
empty = {}
print(empty.get(4), 5 in empty, len(empty))

xs = [1, 2]
xs.extend([2.5])
print(xs)
ys = [1]
ys += ["a", None]
print(ys)
d = {"a": 1}
d.update({"b": 2.5})
print(d)
s = {1}
s.update([2.5])
print(s, {1, 2} | {1.5}, {1, 2} & {1.0}, {1}.union({2.5}, ["x"]))
print({1, 2} == {1.0, 2.0}, {1} <= {1.0, 2.5})


def merged(a, b):
    out = list(a)
    out.extend(b)
    return out


print(merged([1], ["b"]))
zs = [0] * 2
zs[1:] = [0.5]
print(zs)
print([1] + [2.5], [1, 2] == [1.0, 2.0])
