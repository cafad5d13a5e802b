"""Conway's game of life on a torus, starting with a glider and a blinker."""


class Board:
    def __init__(self, rows: int, columns: int) -> None:
        self.rows = rows
        self.columns = columns
        self.cells = [[False] * columns for _ in range(rows)]

    def place(self, row: int, column: int, pattern: list[str]) -> None:
        for i, line in enumerate(pattern):
            for j, mark in enumerate(line):
                self.cells[(row + i) % self.rows][(column + j) % self.columns] = mark == "#"

    def neighbours(self, row: int, column: int) -> int:
        count = 0
        for i in range(row - 1, row + 2):
            for j in range(column - 1, column + 2):
                if (i != row or j != column) and self.cells[i % self.rows][j % self.columns]:
                    count += 1
        return count

    def step(self) -> "Board":
        following = Board(self.rows, self.columns)
        for row in range(self.rows):
            for column in range(self.columns):
                n = self.neighbours(row, column)
                following.cells[row][column] = n == 3 or (n == 2 and self.cells[row][column])
        return following

    def __str__(self) -> str:
        return "\n".join(["".join(["#" if cell else "." for cell in row]) for row in self.cells])


board = Board(10, 20)
board.place(0, 0, [".#.", "..#", "###"])
board.place(5, 12, ["###"])
for generation in range(4):
    print(f"generation {generation}")
    print(board)
    board = board.step()
