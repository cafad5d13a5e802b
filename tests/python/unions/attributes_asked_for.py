"""`hasattr` of values of one of several types."""


class Point:
    def __init__(self, x):
        self.x = x


class Circle(Point):
    def __init__(self, x, radius):
        super().__init__(x)
        self.radius = radius

    def area(self):
        return 3 * self.radius**2


def describe(value):
    if hasattr(value, "area"):
        return value.area()
    if not hasattr(value, "x"):
        return value
    return value.x * 10


values = [1, "two", Point(3), Circle(4, 5), None]
print([hasattr(value, "x") for value in values], [hasattr(value, "upper") for value in values])
for value in values:
    print(describe(value), value.upper() if hasattr(value, "upper") else "-", hasattr(value, "nothing"))
