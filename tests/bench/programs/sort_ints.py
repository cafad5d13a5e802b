"""Sorts numbers of a linear congruential generator with `sorted`.

pyc run --release tests/bench/programs/sort_ints.py [COUNT]
"""

import sys


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    items: list[int] = []
    state = 42
    for _ in range(count):
        state = (state * 1103515245 + 12345) & 0x7FFFFFFF
        items.append(state)
    items = sorted(items)
    print(items[0], items[count // 2], items[-1])


main()
