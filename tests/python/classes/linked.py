class Node:
    def __init__(self, key: int) -> None:
        self.key = key
        self.left: Node | None = None
        self.right: Node | None = None


class Tree:
    def __init__(self) -> None:
        self.root: Node | None = None
        self.size = 0

    def insert(self, key: int) -> bool:
        if self.root is None:
            self.root = Node(key)
            self.size += 1
            return True
        node = self.root
        while True:
            if key == node.key:
                return False
            if key < node.key:
                if node.left is None:
                    node.left = Node(key)
                    break
                node = node.left
            else:
                if node.right is None:
                    node.right = Node(key)
                    break
                node = node.right
        self.size += 1
        return True

    def walk(self, node: Node | None, out: list[int]) -> None:
        if node is not None:
            self.walk(node.left, out)
            out.append(node.key)
            self.walk(node.right, out)

    def keys(self) -> list[int]:
        out: list[int] = []
        self.walk(self.root, out)
        return out

    def height(self) -> int:
        return height(self.root)


def height(node: Node | None) -> int:
    if node is None:
        return 0
    return 1 + max(height(node.left), height(node.right))


tree = Tree()
for key in [50, 30, 70, 20, 40, 60, 80, 30, 65]:
    tree.insert(key)
print(tree.keys(), tree.size, tree.height())


class Stack:
    def __init__(self) -> None:
        self.items: list[int] = []

    def push(self, item: int) -> None:
        self.items.append(item)

    def pop(self) -> int:
        return self.items.pop()

    def __len__(self) -> int:
        return len(self.items)


stack = Stack()
for i in range(5):
    stack.push(i * i)
print(len(stack), stack.pop(), stack.pop(), len(stack))
while stack:
    print(stack.pop(), end=" ")
print()


class TreeNode:
    def __init__(self, key, left=None, right=None):
        self.key, self.left, self.right = key, left, right


class SearchTree:
    """Fields that are `None` until something is inserted, and functions that only know them so at first."""

    def __init__(self):
        self.root = None

    def insert(self, key):
        if self.root is None:
            self.root = TreeNode(key)
            return
        node = self.root
        while True:
            if key < node.key:
                if node.left is None:
                    node.left = TreeNode(key)
                    break
                node = node.left
            else:
                if not node.right:
                    node.right = TreeNode(key)
                    break
                node = node.right

    def delete(self, key):
        def rec(node, key):
            if node is None:
                return None
            if key < node.key:
                node.left = rec(node.left, key)
            elif key > node.key:
                node.right = rec(node.right, key)
            else:
                if node.left is None:
                    return node.right
                if node.right is None:
                    return node.left
                least = node.right
                while least.left:
                    least = least.left
                node.key = least.key
                node.right = rec(node.right, least.key)
            return node

        self.root = rec(self.root, key)

    def keys(self):
        def walk(node):
            if node:
                yield from walk(node.left)
                yield node.key
                yield from walk(node.right)

        return list(walk(self.root))


tree = SearchTree()
for key in [50, 30, 70, 20, 40, 60, 80, 30]:
    tree.insert(key)
tree.delete(50)
tree.delete(20)
tree.delete(999)
print(tree.keys())
words = SearchTree()
for word in "the quick brown fox".split():
    words.insert(word)
print(words.keys())
