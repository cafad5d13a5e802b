from typing import Optional, List


class TreeNode:
    def __init__(self, val=0, left=None, right=None):
        self.val = val
        self.left = left
        self.right = right


def build(values: List[Optional[int]]) -> Optional[TreeNode]:
    if not values:
        return None
    first = values[0]
    if first is None:
        return None
    root = TreeNode(first)
    queue = [root]
    i = 1
    while queue and i < len(values):
        node = queue.pop(0)
        v = values[i]
        if v is not None:
            node.left = TreeNode(v)
            queue.append(node.left)
        i += 1
        if i < len(values):
            v = values[i]
            if v is not None:
                node.right = TreeNode(v)
                queue.append(node.right)
            i += 1
    return root


def inorder(root: Optional[TreeNode]) -> List[int]:
    if root is None:
        return []
    return inorder(root.left) + [root.val] + inorder(root.right)


def depth(root):
    if not root:
        return 0
    return 1 + max(depth(root.left), depth(root.right))


class ListNode:
    def __init__(self, data):
        self.data = data
        self.next = None


class LinkedList:
    def __init__(self):
        self.head = None

    def append(self, data):
        node = ListNode(data)
        if self.head is None:
            self.head = node
            return
        cur = self.head
        while cur.next:
            cur = cur.next
        cur.next = node

    def reverse(self):
        prev = None
        cur = self.head
        while cur:
            nxt = cur.next
            cur.next = prev
            prev = cur
            cur = nxt
        self.head = prev

    def __str__(self):
        parts = []
        cur = self.head
        while cur is not None:
            parts.append(str(cur.data))
            cur = cur.next
        return " -> ".join(parts)


r = build([3, 9, 20, None, None, 15, 7])
print(inorder(r), depth(r))
l = LinkedList()
for x in range(5):
    l.append(x)
print(l)
l.reverse()
print(l)


class Shape:
    def area(self):
        raise NotImplementedError

    def describe(self):
        return f"{type(self).__name__} with area {self.area():.2f}"


class Circle(Shape):
    def __init__(self, r):
        self.r = r

    def area(self):
        return 3.14159 * self.r**2


class Rect(Shape):
    def __init__(self, w, h):
        self.w = w
        self.h = h

    def area(self):
        return self.w * self.h


for s in [Circle(1), Rect(2, 3), Circle(2.5)]:
    print(s.describe())


class Queue:
    def __init__(self, capacity: int = 10):
        self.capacity = capacity
        self.items: list[int] = [0] * capacity
        self.head = self.tail = self.size = 0

    def put(self, x: int):
        if self.size == self.capacity:
            raise OverflowError("full")
        self.items[self.tail] = x
        self.tail = (self.tail + 1) % self.capacity
        self.size += 1

    def get(self) -> int:
        if not self.size:
            raise IndexError("empty")
        x = self.items[self.head]
        self.head = (self.head + 1) % self.capacity
        self.size -= 1
        return x


q = Queue(2)
q.put(1)
q.put(2)
try:
    q.put(3)
except OverflowError as e:
    print(e)
print(q.get(), q.get())


class Vec:
    def __init__(self, x, y):
        self.x, self.y = x, y

    def __add__(self, o):
        return Vec(self.x + o.x, self.y + o.y)

    def __sub__(self, o):
        return Vec(self.x - o.x, self.y - o.y)

    def __mul__(self, k):
        return Vec(self.x * k, self.y * k)

    def __eq__(self, o):
        return self.x == o.x and self.y == o.y

    def __repr__(self):
        return "Vec(%r, %r)" % (self.x, self.y)

    def __abs__(self):
        return (self.x**2 + self.y**2) ** 0.5

    def __neg__(self):
        return Vec(-self.x, -self.y)

    def __bool__(self):
        return bool(self.x or self.y)


print(
    Vec(1, 2) + Vec(3, 4),
    Vec(1, 2) * 3,
    abs(Vec(3, 4)),
    -Vec(1, 2),
    Vec(1, 2) == Vec(1, 2),
    bool(Vec(0, 0)),
)


class Counter2:
    count = 0

    def __init__(self):
        Counter2.count += 1
        self.id = Counter2.count

    @staticmethod
    def helper(x):
        return x * 2

    @classmethod
    def make(cls):
        return cls()

    @property
    def double(self):
        return self.id * 2


a = Counter2()
b = Counter2.make()
print(a.id, b.id, Counter2.count, Counter2.helper(4), b.double)
