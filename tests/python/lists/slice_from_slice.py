"""Slices of lists that are given slices of lists: what is taken is what was there before."""


def numbers(count: int) -> list[int]:
    return list(range(count))


def same_list() -> None:
    for count in range(7):
        for start in range(-1, count + 2):
            row = numbers(count)
            row[: start + 1] = row[start::-1]
            print(row, end=" ")
            row = numbers(count)
            row[start:] = row[:start]
            print(row, end=" ")
            row = numbers(count)
            row[1 : start + 1] = row[start:0:-1]
            print(row, end=" ")
            row = numbers(count)
            row[start : start + 2] = row[start - 1 : start + 1]
            print(row, end=" ")
            row = numbers(count)
            row[1:3] = row[::-1]
            print(row, end=" ")
            row = numbers(count)
            row[start:2] = row[start::2]
            print(row)


def two_lists() -> None:
    for count in range(6):
        for start in range(-2, count + 1):
            row = numbers(8)
            other = [10 * number for number in range(count)]
            row[start:5] = other[start:]
            row[:2] = other[::-1]
            row[-2:] = other[start:1]
            row[3:start] = other[1:4:1]
            print(row, other)
    row, other = numbers(3), [9, 8]
    row[::2] = other[::-1]
    print(row)
    row[1:] = other[:][0:1]
    print(row)
    row[0:0] = other[::-2]
    print(row, other)


def others() -> None:
    words = ["a", "b" * 30, "c", "d" * 30]
    words[:3] = words[2::-1]
    print(words)
    more = ["x", "y" * 40]
    words[1:2] = more[::-1]
    more[:] = words[1:]
    print(words, more)
    rows = [[1], [2], [3]]
    rows[1:] = rows[1::-1]
    rows[0].append(5)
    print(rows)
    points = [(1, 2.5), (2, 3.5)]
    points[:1] = points[::-1]
    print(points)
    empty: list[int] = []
    empty[:] = empty[::-1]
    empty[3:5] = empty[1:2]
    print(empty)


def mistakes() -> None:
    row = numbers(4)
    zero = len(row) - 4
    try:
        row[:2] = row[::zero]
    except ValueError as e:
        print(e, row)
    try:
        row[::2] = row[::-1]
    except ValueError as e:
        print(e, row)


class Loud(list[int]):
    def __getitem__(self, index):
        print("get", index)
        return super().__getitem__(index)

    def __setitem__(self, index, value):
        print("set", index, value)
        super().__setitem__(index, value)


def shrink(row: list[int]) -> int:
    row.pop()
    return 0


same_list()
two_lists()
others()
mistakes()
loud = Loud()
loud.extend([1, 2, 3])
loud[:2] = loud[1::-1]
print(list(loud))
# What is taken is taken before it is known where it goes.
row = numbers(5)
row[shrink(row) :] = row[::-1]
print(row)
