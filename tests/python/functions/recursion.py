def factorial(n: int) -> int:
    return 1 if n < 2 else n * factorial(n - 1)


def fibonacci(n: int) -> int:
    return n if n < 2 else fibonacci(n - 1) + fibonacci(n - 2)


def hanoi(n: int, source: str, target: str, spare: str, moves: list[str]) -> None:
    if n == 0:
        return
    hanoi(n - 1, source, spare, target, moves)
    moves.append(source + target)
    hanoi(n - 1, spare, target, source, moves)


def is_even(n: int) -> bool:
    return True if n == 0 else is_odd(n - 1)


def is_odd(n: int) -> bool:
    return False if n == 0 else is_even(n - 1)


def ackermann(m: int, n: int) -> int:
    if m == 0:
        return n + 1
    if n == 0:
        return ackermann(m - 1, 1)
    return ackermann(m - 1, ackermann(m, n - 1))


def permutations(items: list[int]) -> list[list[int]]:
    if len(items) <= 1:
        return [items]
    result = []
    for i in range(len(items)):
        for rest in permutations(items[:i] + items[i + 1 :]):
            result.append([items[i]] + rest)
    return result


print(factorial(20), fibonacci(20), is_even(10), is_odd(7), ackermann(2, 3))
moves: list[str] = []
hanoi(4, "A", "C", "B", moves)
print(len(moves), " ".join(moves))
print(permutations([1, 2, 3]))


def depth(n: int) -> int:
    return 0 if n == 0 else 1 + depth(n - 1)


print(depth(900))
