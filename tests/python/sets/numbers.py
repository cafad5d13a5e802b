"""Sets of numbers: those that look like what marks a place of the table, large ones, and others that equal them."""

import random

UNUSED = -9187201950435737472
GONE = UNUSED + 1
MARKS = [UNUSED, GONE, UNUSED + 2, -1, -2, 0]
LARGE = [2**61 - 1, 2**61 - 2, -(2**61 - 1), 2**61, 2**62, 2**63 - 1, -(2**63)]


def marks() -> None:
    found = set()
    for number in MARKS:
        print(number in found, end=" ")
        found.add(number)
        found.add(number)
        print(number in found, len(found))
    print(found)
    for number in MARKS:
        found.remove(number)
        print(number in found, len(found), found)
        found.discard(number)
    for number in MARKS:
        found.add(number)
    print(sorted(found))
    try:
        found.remove(5)
    except KeyError as e:
        print("KeyError", e)
    # Many that share their first place with the marks.
    many = {UNUSED + 64 * at for at in range(40)} | {GONE + 64 * at for at in range(40)}
    print(len(many), UNUSED in many, GONE in many, UNUSED + 2 in many)
    for at in range(0, 40, 2):
        many.remove(UNUSED + 64 * at)
        many.remove(GONE + 64 * at)
    print(len(many), UNUSED in many, GONE in many)
    print(many)


def others() -> None:
    small = {0, 1, 2, 3}
    print(1.0 in small, 1.5 in small, True in small, False in small, -0.0 in small)
    small.add(True)
    small.discard(2.0)
    print(small, small == {0.0, 1.0, 3.0}, small <= {False, True, 3}, small & {1.0, 3.0}, small - {0.0})
    print({1, 2} | {3}, frozenset(LARGE) == set(LARGE), hash(frozenset(LARGE)), hash(frozenset(MARKS)))
    print(set(LARGE), [number in set(LARGE) for number in LARGE])


def changed(count: int, most: int) -> None:
    """Compare sets with lists after many changes."""
    chance = random.Random(count)
    numbers: set[int] = set()
    known: list[int] = []
    for step in range(count):
        number = chance.randrange(-most, most)
        if chance.random() < 0.6:
            numbers.add(number)
            if number not in known:
                known.append(number)
        else:
            numbers.discard(number)
            if number in known:
                known.remove(number)
        if step % 97 == 0:
            assert sorted(numbers) == sorted(known)
            print(len(numbers), sum(numbers), list(numbers)[:5], min(numbers, default=None))
    print(numbers, frozenset(numbers), numbers.copy())
    half = {number for number in numbers if number % 2 == 0}
    print(half <= numbers, half < numbers, numbers - half, numbers & half == half, numbers ^ half, half | {most})
    while numbers:
        known.remove(numbers.pop())
    print(known, numbers)


def while_iterating() -> None:
    numbers = set(range(100))
    try:
        for number in numbers:
            numbers.add(number + 1000)
    except RuntimeError as e:
        print(e)
    # As many as before: the iterator goes on from its place.
    numbers = set(range(8))
    seen = []
    for number in numbers:
        seen.append(number)
        if number == 3:
            numbers.remove(6)
            numbers.add(20)
    print(seen, numbers)


marks()
others()
for count, most in [(300, 8), (600, 40), (800, 500)]:
    changed(count, most)
while_iterating()
