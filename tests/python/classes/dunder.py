class Vector:
    def __init__(self, x: float, y: float) -> None:
        self.x = x
        self.y = y

    def __add__(self, other: "Vector") -> "Vector":
        return Vector(self.x + other.x, self.y + other.y)

    def __sub__(self, other: "Vector") -> "Vector":
        return Vector(self.x - other.x, self.y - other.y)

    def __mul__(self, factor: float) -> "Vector":
        return Vector(self.x * factor, self.y * factor)

    def __neg__(self) -> "Vector":
        return Vector(-self.x, -self.y)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Vector) and self.x == other.x and self.y == other.y

    def __lt__(self, other: "Vector") -> bool:
        return self.x < other.x

    def __repr__(self) -> str:
        return f"Vector({self.x}, {self.y})"

    def __len__(self) -> int:
        return 2

    def __getitem__(self, index: int) -> float:
        return self.x if index == 0 else self.y

    def __contains__(self, value: float) -> bool:
        return value == self.x or value == self.y

    def __bool__(self) -> bool:
        return self.x != 0.0 or self.y != 0.0


a = Vector(1.0, 2.0)
b = Vector(3.0, 4.0)
print(a + b, a - b, a * 2.0, -a)
print(a == b, a == Vector(1.0, 2.0), a != b, a < b)
print(len(a), a[0], a[1], 2.0 in a, 9.0 in a, bool(a), bool(Vector(0.0, 0.0)))
print([a, b], str(a), f"{b}")
a += b
print(a)


class Matrix:
    def __init__(self, rows: int, columns: int) -> None:
        self.rows = rows
        self.columns = columns
        self.cells = [0] * (rows * columns)

    def __getitem__(self, at: tuple[int, int]) -> int:
        return self.cells[at[0] * self.columns + at[1]]

    def __setitem__(self, at: tuple[int, int], value: int) -> None:
        self.cells[at[0] * self.columns + at[1]] = value


m = Matrix(2, 2)
m[0, 1] = 5
m[1, 0] += 7
print(m.cells, m[0, 1])
