def add(a: int, b: int) -> int:
    return a + b


def make_table(n: int) -> list[list[int]]:
    def cell(i: int, j: int) -> int:
        return i * j

    return [[cell(i, j) for j in range(n)] for i in range(n)]


print(make_table(3))


def outer(x: int) -> int:
    def inner(y: int) -> int:
        return y * 2

    return inner(x) + inner(10)


print(outer(5))
f = add
print(f(1, 2))
