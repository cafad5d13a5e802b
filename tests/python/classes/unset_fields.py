# Attributes that objects may be without, and attributes that are given to them from outside.
class A:
    def set(self):
        self.x = 5
        self.name = "a"


class B:
    def __init__(self, deep):
        self.reset()
        if deep:
            self.extra = [1]
        try:
            self.n = int("4")
        except ValueError:
            self.n = 0
        self.size = 3

    def reset(self):
        self.count = 0

    @property
    def size(self):
        return self._size

    @size.setter
    def size(self, v):
        self._size = v


class C(B):
    def __init__(self):
        super().__init__(True)
        self.own = 1


class D(B):
    def __init__(self):
        self.own = 2


class Node:
    pass


a = A()
for read in [lambda: a.x, lambda: a.name]:
    try:
        print(read())
    except AttributeError as e:
        print(e)
print(hasattr(a, "x"), hasattr(a, "zzz"))
a.set()
print(a.x, a.name, hasattr(a, "x"))
b = B(False)
print(b.count, b.n, b.size)
try:
    print(b.extra)
except AttributeError as e:
    print(e)
print(B(True).extra, C().extra, C().own, D().own)
try:
    print(D().count)
except AttributeError as e:
    print(e)
n = Node()
n.value = 4
n.next = Node()
n.next.value = 5
print(n.value, n.next.value, hasattr(n.next, "next"))
try:
    n.next.next
except AttributeError as e:
    print(e)
n.value += 1
print(n.value)
