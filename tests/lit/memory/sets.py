# RUN: %pyc build --release --portable -o %t %s
# RUN: %blocks %t few more result subset | FileCheck %s

# A set is an object and its places. More than four elements have taken other places before.
import sys

# CHECK: few: 2
def few(start: int) -> int:
    return len({start, start + 1, start + 2})


# CHECK: more: 3
def more(start: int) -> int:
    return len({start, start + 1, start + 2, start + 3, start + 4})


KNOWN = {1, 2, 3, 4}


# CHECK: result: 2
def result(start: int) -> int:
    return len(KNOWN & ODD)


ODD = {1, 3, 5}


# CHECK: subset: 0
def subset(start: int) -> int:
    return int(ODD <= KNOWN) + int(start in ODD)


def main(kind: str, rounds: int) -> None:
    total = 0
    for start in range(rounds):
        if kind == "few":
            total += few(start)
        elif kind == "more":
            total += more(start)
        elif kind == "result":
            total += result(start)
        else:
            total += subset(start)
    assert total > 0 or kind == "subset"


main(sys.argv[1], int(sys.argv[2]))
