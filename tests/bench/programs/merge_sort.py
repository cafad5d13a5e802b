"""A merge sort written out, over numbers of a linear congruential generator.

pyc run --release tests/bench/programs/merge_sort.py [COUNT]
"""

import sys


def merge(source: list[int], target: list[int], start: int, middle: int, stop: int) -> None:
    left = start
    right = middle
    for place in range(start, stop):
        if left < middle and (right >= stop or source[left] <= source[right]):
            target[place] = source[left]
            left += 1
        else:
            target[place] = source[right]
            right += 1


def sort(items: list[int], spare: list[int], start: int, stop: int) -> None:
    """Sorts items[start:stop]; spare has the same elements there."""
    if stop - start < 2:
        return
    middle = (start + stop) // 2
    sort(spare, items, start, middle)
    sort(spare, items, middle, stop)
    merge(spare, items, start, middle, stop)


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    items: list[int] = []
    state = 42
    for _ in range(count):
        state = (state * 1103515245 + 12345) & 0x7FFFFFFF
        items.append(state)
    spare = items.copy()
    sort(items, spare, 0, count)
    check = 0
    for place in range(count):
        check = (check * 31 + items[place]) & 0xFFFFFFFF
    print(check, items[0], items[count // 2], items[-1])


main()
