"""A name of the module that several statements define means what was defined last."""


def greet():
    return "first"


print(greet())
early = greet


def greet(name="you"):
    return f"second {name}"


print(greet(), early(), greet("me"))


class Box:
    def __init__(self):
        self.label = "small"


a = Box()


class Box:
    def __init__(self):
        self.label = "large"

    def size(self):
        return len(self.label)


print(a.label, Box().label, Box().size())

if len(early()) > 3:

    def pick():
        return "long"

else:

    def pick():
        return "short"


print(pick())
print((lambda: pick())())
