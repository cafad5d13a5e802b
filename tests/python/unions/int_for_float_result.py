from typing import overload


class V:
    def __init__(self, n):
        self.n = n

    @overload
    def __mul__(self, other: float) -> "V": ...

    @overload
    def __mul__(self, other: "V") -> float: ...

    def __mul__(self, other: "float | V") -> "float | V":
        if isinstance(other, (float, int)):
            return V(self.n * other)
        return self.n * other.n


x = V(3) * V(4)
print(x)
print(x / 2.0)
def f(n: int, flag: bool) -> "float | str":
    if flag:
        return "s"
    return n


x = f(3, False)
print(x)
