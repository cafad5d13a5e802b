xs = [1, 2, 3]


def get(items: list[int], index: int) -> None:
    try:
        print(items[index])
    except IndexError as error:
        print("IndexError:", error)


get(xs, 2)
get(xs, 3)
get(xs, -3)
get(xs, -4)
try:
    xs[5] = 1
except IndexError as error:
    print(error)
try:
    empty: list[int] = []
    empty.pop()
except IndexError as error:
    print(error)
try:
    xs.remove(42)
except ValueError as error:
    print(error)
try:
    print(xs.index(42))
except ValueError as error:
    print(error)
try:
    print(max([0][1:]))
except ValueError as error:
    print(error)
