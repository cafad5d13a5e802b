class Plain:
    def __init__(self, n: int) -> None:
        self.n = n


class Valued:
    def __init__(self, n: int) -> None:
        self.n = n

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Valued):
            return NotImplemented
        return self.n == other.n

    def __hash__(self) -> int:
        return hash(self.n)


a, b = Plain(1), Plain(1)
print(a == b, a == a, a != b, a is b)
c, d = Valued(1), Valued(1)
print(c == d, c != d, c is d, [c] == [d], c in [d], (c, 1) == (d, 1))
table = {c: "one"}
print(table[d], Valued(2) in table)
print([Valued(1), Valued(2)].index(Valued(2)))
