def first[T](xs: list[T]) -> T:
    return xs[0]


def pair[A, B](a: A, b: B) -> tuple[A, B]:
    return (a, b)


class Stack[T]:
    def __init__(self) -> None:
        self.items: list[T] = []

    def push(self, item: T) -> None:
        self.items.append(item)

    def pop(self) -> T:
        return self.items.pop()

    def __len__(self) -> int:
        return len(self.items)


class Box[T]:
    def __init__(self, value: T) -> None:
        self.value = value

    def get(self) -> T:
        return self.value


def largest[T](xs: list[T]) -> T:
    best = xs[0]
    for x in xs:
        if x > best:
            best = x
    return best


print(first([1, 2]), first(["a"]), pair(1, "x"), pair([1], None))
numbers = Stack[int]()
numbers.push(1)
numbers.push(2)
print(numbers.pop(), len(numbers))
words: Stack[str] = Stack()
words.push("hello")
print(words.pop().upper(), len(words))
print(Box(3).get() + 1, Box("s").get() + "!", Box([1]).value)
print(largest([3, 9, 2]), largest(["b", "c", "a"]))


class Node[T]:
    def __init__(self, value: T, next: "Node[T] | None" = None) -> None:
        self.value = value
        self.next = next


def to_list[T](node: Node[T] | None) -> list[T]:
    result: list[T] = []
    while node is not None:
        result.append(node.value)
        node = node.next
    return result


print(to_list(Node(1, Node(2, Node(3)))), to_list(Node("x")))
