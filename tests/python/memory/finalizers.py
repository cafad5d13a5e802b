"""`__del__` runs where CPython runs it: when a function returns, a variable is assigned anew or deleted, an element goes."""


class Resource:
    def __init__(self, name):
        self.name = name
        print("open", name)

    def __del__(self):
        print("close", self.name)


class Node:
    def __init__(self, value, after=None):
        self.value = value
        self.after = after

    def __del__(self):
        print("del", self.value)


def returns(early):
    a = Resource("a")
    b = Resource("b")
    if early:
        print("early")
        return 1
    c = Resource("c")
    for number in range(2):
        d = Resource(f"d{number}")
    print("late")
    return c


returns(True)
kept = returns(False)
print(kept.name)
del kept
print("deleted")
items = [Resource("first"), Resource("second")]
items.pop()
items = []
print("list gone")
Resource("unnamed")
head = Node(1, Node(2))
head = head.after
print("moved")
last = Resource("last")
other = Resource("other")
print("end")
