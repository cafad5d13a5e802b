"""Attributes whose names are put together while running, and those that only derived classes have."""


class Node:
    def __init__(self, value, *children):
        self.value = value
        self.children = children


class Num(Node):
    pass


class Add(Node):
    pass


class Neg(Node):
    pass


class Weird(Node):
    pass


class Visitor:
    def visit(self, node):
        method = getattr(self, "visit_" + type(node).__name__, self.generic_visit)
        return method(node)

    def generic_visit(self, node):
        return f"<{type(node).__name__}>"


class Printer(Visitor):
    def visit_Num(self, node):
        return str(node.value)

    def visit_Add(self, node):
        return "(" + " + ".join(self.visit(c) for c in node.children) + ")"

    def visit_Neg(self, node):
        return "-" + self.visit(node.children[0])


class Counter2(Visitor):
    def visit_Num(self, node):
        return "1"


tree = Add(None, Num(1), Neg(None, Num(2)), Weird(0))
print(Printer().visit(tree), Counter2().visit(Num(3)), Counter2().visit(tree))


class VM:
    def __init__(self):
        self.stack = []
        self.out = []

    def run(self, prog):
        for op, *args in prog:
            getattr(self, f"op_{op}")(*args)
        return self.out

    def op_push(self, v):
        self.stack.append(v)

    def op_add(self):
        self.stack.append(self.stack.pop() + self.stack.pop())

    def op_print(self):
        self.out.append(self.stack[-1])


print(VM().run([("push", 1), ("push", 2), ("add",), ("print",)]))
try:
    VM().run([("nope",)])
except AttributeError as e:
    print(e)


class Point:
    kind = "pt"

    def __init__(self):
        self.x = 1
        self.y = 2.5


p = Point()
for name in ["x", "y", "kind", "z"]:
    print(name, getattr(p, name, None))
try:
    getattr(p, "q" + "q")
except AttributeError as e:
    print(e)
p.tag = "t"
print(getattr(p, "tag", "none"), getattr(Point(), "tag", "none"), hasattr(Point(), "tag"))


class Shape:
    kind = "shape"


class Circle(Shape):
    def __init__(self, r):
        self.kind = "circle"
        self.radius = r


class Rect(Shape):
    def __init__(self, w, h):
        self.kind = "rect"
        self.w = w
        self.h = h


def area(shape):
    if shape.kind == "circle":
        return 3 * shape.radius**2
    elif shape.kind == "rect":
        return shape.w * shape.h


def area2(shape: Shape):
    if shape.kind == "circle":
        return 3 * shape.radius**2
    elif shape.kind == "rect":
        return shape.w * shape.h


for s in [Circle(2), Rect(2, 3)]:
    print(area(s), area2(s))
shapes: list[Shape] = [Circle(1), Rect(1, 2)]
print(sum(area(s) for s in shapes), shapes[0].radius)
try:
    print(shapes[1].radius)
except AttributeError as e:
    print(e)
