import copy
import queue
from copy import deepcopy
from queue import Queue, PriorityQueue, LifoQueue, Empty

q = Queue()
q.put(1)
q.put(2)
print(q.qsize(), q.get(), q.empty(), q.get(), q.empty())
try:
    q.get_nowait()
except Empty as e:
    print("empty", repr(e))
b = Queue(maxsize=1)
b.put("x")
print(b.full())
try:
    b.put("y", block=False)
except queue.Full:
    print("full")
p = PriorityQueue()
p.put((3, "c"))
p.put((1, "a"))
p.put((2, "b"))
while not p.empty():
    print(p.get(), end=" ")
s = LifoQueue()
for i in range(3):
    s.put(i)
print([s.get() for _ in range(3)])


class T:
    def __init__(self) -> None:
        self.q: Queue[int] = Queue()

    def go(self, n: int) -> int:
        self.q.put(n)
        return self.q.get()


print(T().go(5))
m = [[1, 2], [3, 4]]
c = copy.copy(m)
d = copy.deepcopy(m)
m[0][0] = 99
print(m, c, d)
row = [0, 0]
g = deepcopy([row, row])
g[0][0] = 7
print(g)
x = deepcopy({"a": [1, 2], "b": []})
x["a"].append(3)
print(
    x,
    copy.copy({1: 2}),
    deepcopy({1, 2}),
    deepcopy(5),
    deepcopy("s"),
    deepcopy(None),
    copy.copy((1, 2)),
    copy.copy({3}),
)
t = deepcopy([(1, 2), (3, 4)])
print(t, deepcopy((1, "a")), deepcopy([[[1]], [[2]]]))
