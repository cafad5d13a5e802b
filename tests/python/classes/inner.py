"""Classes in classes and functions, and what derives from them."""


class Deque:
    class _Node:
        def __init__(self, value: int, prev: "_Node | None" = None) -> None:
            self.value = value
            self.prev = prev

        def depth(self) -> int:
            return 1 if self.prev is None else 1 + self.prev.depth()

    def __init__(self) -> None:
        self.last: Deque._Node | None = None

    def push(self, value: int) -> None:
        self.last = self._Node(value, self.last)


d = Deque()
d.push(1)
d.push(2)
print(d.last.value if d.last is not None else 0, d.last.depth() if d.last is not None else 0)


def shapes():
    class Shape:
        def area(self):
            return 0

        @property
        def label(self):
            return "shape"

    class Square(Shape):
        def __init__(self, side):
            self.side = side

        def area(self):
            return self.side * self.side

        @property
        def label(self):
            return "square"

    found = [Shape(), Square(3)]
    return [(s.label, s.area(), type(s).__name__) for s in found]


print(shapes())
