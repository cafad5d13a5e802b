# RUN: %pyc build --release --portable -o %t %s
# RUN: %blocks %t copied turned moved put | FileCheck %s

# The elements of a slice that only is to be in another slice go there without a list in between.
import sys

ROW = [1, 2, 3, 4]
OTHER = [5, 6, 7, 8]


# CHECK: copied: 2
def copied(row: list[int], at: int) -> int:
    part = row[:at]
    return part[0]


# CHECK: turned: 0
def turned(row: list[int], at: int) -> int:
    row[: at + 1] = row[at::-1]
    return row[0]


# CHECK: moved: 0
def moved(row: list[int], other: list[int], at: int) -> int:
    row[at:] = other[at:]
    return row[-1]


# CHECK: put: 0
def put(row: list[int], other: list[int], at: int) -> int:
    row[:at] = other[at - 1 :: -1]
    return row[0]


def main(kind: str, rounds: int) -> None:
    total = 0
    for start in range(rounds):
        at = start % 3 + 1
        if kind == "copied":
            total += copied(ROW, at)
        elif kind == "turned":
            total += turned(ROW, at)
        elif kind == "moved":
            total += moved(ROW, OTHER, at)
        else:
            total += put(ROW, OTHER, at)
    assert total > 0


main(sys.argv[1], int(sys.argv[2]))
