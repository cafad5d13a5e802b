# Iterators of values that may be of several types move on, and end.
class V:
    def __init__(self, xs):
        self.xs = xs

    def show(self):
        it = iter(self.xs)
        print(next(it))
        try:
            print(next(it))
        except StopIteration:
            print("stop")


V([1, 2]).show()
V([1.5]).show()


class Row:
    def __init__(self, xs):
        self.xs = xs

    def dot(self, other):
        total = 0
        for a, b in zip(self.xs, other.xs):
            total += a * b
        return total


print(Row([1, 2]).dot(Row([3, 4])))
print(Row([1.5]).xs)
