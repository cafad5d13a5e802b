"""Long lists of numbers: every range, both signs, duplicates, both directions."""


def numbers(count: int, bits: int, seed: int) -> list[int]:
    state = seed
    result = []
    for _ in range(count):
        state = (state * 1103515245 + 12345) & 0x7FFFFFFF
        high = state
        state = (state * 1103515245 + 12345) & 0x7FFFFFFF
        result.append(((high << 31 | state) >> (62 - bits)) - (1 << (bits - 1)))
    return result


def check(items: list[int]) -> None:
    up = sorted(items)
    down = sorted(items, reverse=True)
    assert all(a <= b for a, b in zip(up, up[1:]))
    assert down == up[::-1]
    keyed = sorted(items, key=lambda item: ~item)
    assert keyed == down
    place = items.copy()
    place.sort()
    assert place == up
    place.append(0)
    place.insert(0, 5)
    total = 0
    for at, item in enumerate(up):
        total = (total * 31 + item % 1_000_003 * (at + 1)) % 1_000_003
    print(len(items), up[0], up[len(up) // 2], up[-1], total, len(place))


for bits in (1, 4, 8, 9, 16, 31, 48, 62):
    check(numbers(3000, bits, bits))
for count in (0, 1, 2, 999, 1000, 1001, 5000):
    check(numbers(count, 20, 7) + [3])
ends = [9223372036854775807, -9223372036854775808, 0, -1, 1] * 400
check(ends)
check(list(range(2000)))
check(list(range(2000, -1, -1)))
check([7] * 1500)
check([7] * 1500 + [6])
words = [str(n) for n in numbers(2000, 12, 3)]
print(sorted(words)[:5], sorted(words)[-3:])
