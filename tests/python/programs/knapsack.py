def knapsack(
    weights: list[int], values: list[int], capacity: int
) -> tuple[int, list[int]]:
    best = [[0] * (capacity + 1) for _ in range(len(weights) + 1)]
    for i, (weight, value) in enumerate(zip(weights, values)):
        for c in range(capacity + 1):
            best[i + 1][c] = best[i][c]
            if weight <= c and best[i][c - weight] + value > best[i + 1][c]:
                best[i + 1][c] = best[i][c - weight] + value
    chosen = []
    c = capacity
    for i in range(len(weights), 0, -1):
        if best[i][c] != best[i - 1][c]:
            chosen.append(i - 1)
            c -= weights[i - 1]
    return best[-1][capacity], chosen[::-1]


def coins(amount: int, kinds: list[int]) -> int:
    ways = [1] + [0] * amount
    for kind in kinds:
        for a in range(kind, amount + 1):
            ways[a] += ways[a - kind]
    return ways[amount]


def subsets(items: list[str]) -> list[list[str]]:
    result: list[list[str]] = [[]]
    for item in items:
        result += [subset + [item] for subset in result]
    return result


def pascal(n: int) -> list[list[int]]:
    rows = [[1]]
    while len(rows) < n:
        last = rows[-1]
        rows.append([1] + [a + b for a, b in zip(last, last[1:])] + [1])
    return rows


print(knapsack([12, 1, 4, 1, 2], [4, 2, 10, 1, 2], 15))
print(coins(100, [1, 5, 10, 25, 50]))
print(subsets(["a", "b", "c"]))
for row in pascal(7):
    print(" ".join([str(n) for n in row]).center(30).rstrip())
