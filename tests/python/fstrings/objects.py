class Point:
    def __init__(self, x: int, y: int) -> None:
        self.x = x
        self.y = y

    def __str__(self) -> str:
        return f"({self.x}, {self.y})"

    def __repr__(self) -> str:
        return f"Point({self.x}, {self.y})"


p = Point(1, 2)
print(f"{p} {p!r} {p!s} {[p]} {p.x + p.y}")
print(p, [p, p], {"k": p}, (p,), str(p), repr(p))
print(
    "%d items" % 3,
    "%s and %s" % ("a", "b"),
    "%.2f" % 1.5,
    "%5d|%-5d|%05d" % (1, 2, 3),
    "%x" % 255,
    "100%%" % (),
)
