"""`del` of variables of a module, and of attributes."""

x = 5
y = [1]
del x
try:
    print(x)
except NameError as e:
    print(e)


class A:
    pass


a = A()
a.v = 3
del a.v
print(hasattr(a, "v"))
try:
    a.v
except AttributeError as e:
    print(e)
x = 7
print(x)
for i in range(3):
    pass
del i, y


class B:
    def __init__(self):
        self.p = 1
        self.q = 2

    def drop(self):
        del self.p


b = B()
b.drop()
print(hasattr(b, "p"), b.q)
try:
    b.drop()
except AttributeError as e:
    print(e)


data = {"a": [1, 2, 3]}
kept = data["a"]
if len(kept) > 2:
    del data


def size():
    return len(data)


try:
    print(size())
except NameError as e:
    print(e)
print(kept)
data = {}
print(size())
for text in ("x", "y"):
    number = len(text)
    del text
try:
    print(text)
except NameError as e:
    print(e)
print(number)
