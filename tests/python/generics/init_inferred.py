# A class whose __init__ has unannotated parameters is generic over them.
class Pair:
    def __init__(self, left, right):
        self.left = left
        self.right = right

    def swapped(self):
        return Pair(self.right, self.left)

    def __repr__(self):
        return f"<{self.left!r} {self.right!r}>"


print(Pair(1, "x"), Pair("a", 2.5).swapped(), Pair([1], None))
p = Pair(1, 2)
p.left += 10
print(p, p.left + p.right)
