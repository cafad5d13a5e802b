"""`*values` of which only the run time knows how many they are."""

from itertools import combinations, product


def rest(a, b, c=0, *others, d=1):
    print(a, b, c, others, d)


def defaults(a, b, c=10, d=20):
    print(a, b, c, d)


def plain(a, b):
    return a * b


def cross(a, b, c, d):
    return a * d - b * c


class Point:
    def __init__(self, x, y, z=0):
        self.all = (x, y, z)


two = [1, 2]
one = [3]
rest(1, *[2], **{"c": 3})
rest(*(1, 2), **{"d": 5, "c": 4})
rest(*two, *one, 9, d=2)
rest(0, *two)
rest(*two)
defaults(*two)
defaults(*two, *one)
defaults(*two, *one, 4)
defaults(*two, d=7)
print(plain(*two), plain(*one, 5), plain(5, *one))
for values in ([], [1], [1, 2, 3, 4, 5]):
    for function in (defaults, plain):
        try:
            print(function(*values))
        except TypeError as error:
            print(error)
print(Point(*two).all, Point(*two, *one).all)
print(sum(cross(*p, *q) for p, q in combinations(product(range(3), repeat=2), 2)))
