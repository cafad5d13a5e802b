"""Values that contain values like themselves."""

import copy
import json


class Trie:
    def __init__(self):
        self.root = {}

    def insert(self, word):
        node = self.root
        for letter in word:
            node = node.setdefault(letter, {})
        node["$"] = {}

    def find(self, prefix):
        node = self.root
        for letter in prefix:
            if letter not in node:
                return []
            node = node[letter]
        return self.words(node, prefix)

    def words(self, node, prefix):
        found = []
        for letter, below in node.items():
            if letter == "$":
                found.append(prefix)
            else:
                found.extend(self.words(below, prefix + letter))
        return found

    def depth(self, node=None):
        node = self.root if node is None else node
        return 1 + max((self.depth(below) for below in node.values()), default=0) if node else 0


trie = Trie()
for word in "car cart care dog do".split():
    trie.insert(word)
print(trie.find("ca"), trie.find("x"), trie.depth())
print(trie.root)


def build(n):
    if n == 0:
        return []
    return [n, build(n - 1)]


def flatten(nested):
    flat = []
    for item in nested:
        if isinstance(item, list):
            flat.extend(flatten(item))
        else:
            flat.append(item)
    return flat


deep = build(6)
print(deep, flatten(deep), len(deep), deep[1][1][0])
print(deep == build(6), deep == build(5), deep != build(5))
other = copy.deepcopy(deep)
other[1][0] = 99
print(deep, other)


def parse(tokens):
    token = tokens.pop(0)
    if token == "(":
        items = []
        while tokens[0] != ")":
            items.append(parse(tokens))
        tokens.pop(0)
        return items
    try:
        return int(token)
    except ValueError:
        return token


def evaluate(expression, names):
    if isinstance(expression, str):
        return names[expression]
    if isinstance(expression, int):
        return expression
    operator, *arguments = expression
    values = [evaluate(argument, names) for argument in arguments]
    if operator == "+":
        return sum(values)
    if operator == "*":
        product = 1
        for value in values:
            product *= value
        return product
    raise ValueError(f"unknown operator {operator!r}")


program = parse("( + 1 ( * x 3 ) ( + ) )".split())
print(program, evaluate(program, {"x": 5}))


def total(tree):
    if tree is None:
        return 0
    if isinstance(tree, int):
        return tree
    return sum(total(child) for child in tree)


def nest(depth):
    return None if depth == 0 else [depth, nest(depth - 1), [nest(depth - 1)]]


print(nest(2), total(nest(3)))

tree = {}
for path in ["a/b/c", "a/b/d", "e"]:
    here = tree
    for part in path.split("/"):
        if part not in here:
            here[part] = {}
        here = here[part]


def show(node, indent=0):
    for name in sorted(node):
        print(" " * indent + name)
        show(node[name], indent + 2)


show(tree)
print(json.dumps(tree))
stack = []
current = []
for character in "[[][[]]]":
    if character == "[":
        inner = []
        current.append(inner)
        stack.append(current)
        current = inner
    else:
        current = stack.pop()
print(current, len(stack))


def permutations_tree(items):
    return {item: permutations_tree([other for other in items if other != item]) for item in items}


print(permutations_tree("abc"))
