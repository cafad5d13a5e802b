# RUN: %pyc build --emit types %s | FileCheck %s
# CHECK: class Node:
# CHECK-NEXT:   key: int
# CHECK-NEXT:   next: Node | None
class Node:
    def __init__(self, key):
        self.key = key
        self.next = None


# CHECK: module emit:
# CHECK-NEXT:   first: Node
# CHECK: def twice(x: int) -> int:
# CHECK-NEXT:   half: float
# CHECK: def twice(x: str) -> str:
# CHECK-NEXT:   half: str
def twice(x):
    half = x if isinstance(x, str) else x / 2
    return x + x if half else x


first = Node(1)
first.next = Node(twice(2))
print(first.next.key, twice("a"))
