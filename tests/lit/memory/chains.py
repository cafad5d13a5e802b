# RUN: %pyc build --release --portable -o %t %s
# RUN: %instructions %t short long | FileCheck %s

# A value takes no longer to come out of a long chain of generators than out of a short one.
import sys
from collections.abc import Iterator


def through(depth: int, rounds: int) -> Iterator[int]:
    if depth > 0:
        yield from through(depth - 1, rounds)
    else:
        for number in range(rounds):
            yield number


# CHECK: short: {{1[0-9][0-9]$}}
# CHECK: long: {{1[0-9][0-9]$}}
def main(kind: str, rounds: int) -> None:
    total = 0
    for number in through(1 if kind == "short" else 20, rounds):
        total += number
    assert total > 0


main(sys.argv[1], int(sys.argv[2]))
