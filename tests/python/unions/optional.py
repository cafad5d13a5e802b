def find(xs: list[int], wanted: int) -> int | None:
    for i, x in enumerate(xs):
        if x == wanted:
            return i
    return None


def describe(index: int | None) -> str:
    if index is None:
        return "missing"
    return "at " + str(index + 0)


print(find([5, 6, 7], 6), find([5], 9))
print(describe(find([5, 6, 7], 7)), describe(None))
best: int | None = None
for n in [3, 9, 4]:
    if best is None or n > best:
        best = n
print(best)
name: str | None = None
print(name, name is None, name or "default")
name = "set"
print(name, len(name), name or "default")


class Node:
    def __init__(self, value: int, next: "Node | None" = None) -> None:
        self.value = value
        self.next = next


def length(node: Node | None) -> int:
    count = 0
    while node is not None:
        count += 1
        node = node.next
    return count


head = Node(1, Node(2, Node(3)))
print(length(head), length(None))
if head.next is not None and head.next.next is not None:
    print(head.next.next.value)
xs: list[int | None] = [1, None, 3]
print(xs)
total = 0
for x in xs:
    if x is not None:
        total += x
print(total)
if not find([], 1):
    print("falsy")
if find([4], 4) == 0:
    print("zero, not missing")
