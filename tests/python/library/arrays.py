"""`array`: numbers as wide as their type code says."""

import array as arrays
import copy
from array import array


def fails(action) -> None:
    try:
        action()
    except Exception as e:
        print(type(e).__name__, e)
    else:
        print("fine")


print(arrays.typecodes[-1], array("i"), array("d"), array("u"), array("b") == array("d"))
print(array("b", [-128, 127]), array("B", [0, 255]), array("h", (-32768, 32767)), array("H", range(65533, 65536)))
print(array("i", [-(2**31), 2**31 - 1]), array("I", [2**32 - 1]), array("l", [-(2**62) * 2]), array("L", [2**62]))
print(array("q", [2**62 - 1]), array("Q", [5]), array("f", [1.1, 0.5, -0.0, float("inf")]), array("d", [1, 1e-320, float("nan")]))
print(array("u", "héé€"), array("u", ["x", "y"]))
sizes = [array("b").itemsize, array("u").itemsize, array("h").itemsize, array("I").itemsize, array("l").itemsize, array("f").itemsize]
print(sizes, array("Q").itemsize, array("d").itemsize, array("d").typecode)

# Values that do not fit.
fails(lambda: array("b", [128]))
fails(lambda: array("b", [-129]))
fails(lambda: array("B", [256]))
fails(lambda: array("B", [-1]))
fails(lambda: array("h", [32768]))
fails(lambda: array("h", [-32769]))
fails(lambda: array("H", [65536]))
fails(lambda: array("H", [-1]))
fails(lambda: array("i", [2**31]))
fails(lambda: array("i", [-(2**31) - 1]))
fails(lambda: array("I", [2**32]))
fails(lambda: array("I", [-1]))
fails(lambda: array("u", ["ab"]))
fails(lambda: array("i", "text"))
fails(lambda: array("h", b"abc"))
fails(lambda: array("x", [1]))

# Being a sequence.
a = array("i", [5, 6, 7, 8, 9])
print(len(a), a[0], a[-1], a[1:3], a[::-1], a[::2], a[9:], 6 in a, 6.0 in a, "6" in a, bool(a), bool(array("i")))
print(list(a), sum(a), max(a), sorted(a, reverse=True), list(reversed(a)), [x * 2 for x in a], list(zip(a, "ab")))
fails(lambda: a[5])
fails(lambda: a[-6])
fails(lambda: a.__setitem__(5, 1))
fails(lambda: a.__delitem__(-6))
fails(lambda: a.pop(9))
fails(lambda: array("i").pop())
fails(lambda: a.remove(1))
fails(lambda: a.index(1))
fails(lambda: hash(a))
a[0] = -5
a[1:3] = array("i", [60])
a[-1] += 1
print(a, a.index(60), a.index(8, 1), a.count(8), a.count(0))
del a[0], a[-1:]
print(a)
a.append(True)
a.insert(0, 1)
a.insert(-1, 2)
a.insert(99, 3)
a.extend([4, 5])
a.extend(array("i", [6]))
a.extend(a)
a.extend(x for x in (7, 8))
a.fromlist([9])
print(a, a.pop(), a.pop(0), a.pop(-2))
a.remove(2)
a.reverse()
print(a)
fails(lambda: a.extend(array("l", [1])))
fails(lambda: a.fromlist([1, 2**40]))
print(a[-1], a.tolist()[-2:])

# Operators.
b = array("d", [0.5]) * 3
b += array("d", [1])
b *= 2
print(b, 2 * array("h", [1]), array("h", [1]) + array("h", [2]), array("h", [1]) * -1)
fails(lambda: array("h", [1]) + array("i", [2]))
print(array("i", [1, 2]) < array("h", [1, 3]), array("i", [1]) == array("d", [1.0]), array("i", [2]) >= array("i", [1, 2]))
print(array("i") == [], array("i", [1]) != array("i", [2]), array("u", "a") == array("u", "a"), array("i", [1, 2]) <= array("i", [1]))

# Bytes.
c = array("h", [1, -2, 258])
print(c.tobytes(), c.tobytes().hex(), array("d", [1.0]).tobytes(), array("u", "a").tobytes(), array("i").tobytes())
c.byteswap()
print(c)
c.frombytes(b"\x01\x00\xff\xff")
print(c, c.buffer_info()[1], array("B", b"\x00\xff"), array("b", bytearray(b"a")), array("i", b"\x01\x00\x00\x00"))
fails(lambda: c.frombytes(b"abc"))
u = array("u", "ab")
u.fromunicode("cü")
u.append("€")
print(u, u.tounicode(), u[-1], list(u))
fails(lambda: array("i").tounicode())

# Copies.
d = copy.copy(c)
e = copy.deepcopy(c)
d[0] = 9
print(c[0], d[0], e == c, e is c)


def histogram(values: array) -> list[int]:
    counts = array("L", [0]) * 4
    for value in values:
        counts[value % 4] += 1
    return counts.tolist()


class Grid:
    def __init__(self, width: int, height: int) -> None:
        self.width = width
        self.cells = array("d", [0.0]) * (width * height)

    def __getitem__(self, at):
        return self.cells[at[1] * self.width + at[0]]

    def __setitem__(self, at, value) -> None:
        self.cells[at[1] * self.width + at[0]] = value


print(histogram(array("B", b"hello")), histogram(array("i", range(10))))
grid = Grid(3, 2)
grid[1, 1] = 2.5
grid[2, 0] = 1
print(grid[1, 1], grid[2, 0], grid.cells)

# What is no number, and what is an array of other numbers.
floats = array("d", [1.0, 2.0])
for wrong in [floats, "1.5"]:
    try:
        floats[0] = wrong
    except TypeError as error:
        print(error)
try:
    floats[:] = array("i", [1])
except TypeError as error:
    print(error)
either = [floats, 2.5]
floats[1:] = either[0]
print(floats)
