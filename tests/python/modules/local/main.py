"""Imports inside functions, classes, branches and `try`: a module runs when the first of them does."""

from __future__ import annotations

from math import pi as PI

try:
    import numpy_not_there as np
except ImportError:
    np = None
try:
    import not_there_either

    HAS = True
except ModuleNotFoundError as e:
    HAS = False
    print("missing", e)
try:
    from math import nothing_like_it
except ImportError as e:
    print(type(e).__name__, str(e)[:33])
try:
    import heapq as hq
except ImportError:
    hq = None

print(np is None, HAS, PI)


def first() -> str:
    from noisy import shout

    return shout("first")


def second() -> int:
    import noisy

    noisy.level += 1
    return noisy.level


def voice() -> str:
    from noisy import Voice as Made

    def name(made: Made) -> str:
        return made.name

    made: Made = Made("low")
    return name(made) + str(made.pitch)


print("nothing ran yet")
print(first(), second(), second(), first(), voice())


def package(x: int) -> int:
    import tools.inner

    return tools.inner.four_times(x)


print(package(3))

if len(first()) > 100:
    import late
else:
    late_size = 5


def really_late() -> int:
    import late

    return late.size


print(late_size, really_late(), really_late())


def area(r: float) -> float:
    import math
    from math import pi, sqrt as root

    return pi * r * math.pow(r, 1) + root(4)


def counts(words: list[str]) -> list[tuple[int, str]]:
    from collections import deque
    import heapq

    queue: deque[str] = deque(words)
    heap: list[tuple[int, str]] = []
    while queue:
        word = queue.popleft()
        heapq.heappush(heap, (len(word), word))

    def drain():
        while heap:
            yield heapq.heappop(heap)

    return [item for item in drain()]


print(area(2.0), counts(["pear", "fig", "apple"]))
heap = [3, 1, 2]
hq.heapify(heap)
print(heap)


def local_class(n: int):
    class Node:
        count = 0

        def __init__(self, value: int, next: Node | None = None):
            self.value = value
            self.next = next
            Node.count += 1

        def total(self) -> int:
            return self.value + (self.next.total() if self.next else 0)

    class Leaf(Node):
        def total(self) -> int:
            return 100

    head: Node | None = None
    for i in range(n):
        head = Node(i, head)
    leaf: Node = Leaf(1)
    assert head is not None
    return head.total() + leaf.total(), Node.count


print(local_class(4))


class Outer:
    import math

    size = math.floor(2.5)

    class Inner:
        limit = 5

        def twice(self):
            return self.limit * 2

    def make(self):
        return Outer.Inner()


print(Outer.size, Outer.Inner.limit, Outer().make().twice())


def conditional(flag: bool):
    if flag:
        import string

        return string.digits
    else:
        from string import ascii_lowercase as digits

        return digits


print(conditional(True), conditional(False))
