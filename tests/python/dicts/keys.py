# Keys of several types: equal values are the same key.
points = {(0, 0): "origin", (1, 0): "east"}
points[(0, 1)] = "north"
print(points[(1, 0)], (0, 1) in points, (5, 5) in points)
memo: dict[tuple[int, int], int] = {}


def paths(rows: int, columns: int) -> int:
    if rows == 0 or columns == 0:
        return 1
    key = (rows, columns)
    if key not in memo:
        memo[key] = paths(rows - 1, columns) + paths(rows, columns - 1)
    return memo[key]


print(paths(16, 16), len(memo))
halves = {0.5: "half", 1.0: "one"}
print(halves[1.0], halves[0.5])
inverse = {value: key for key, value in {"x": 1, "y": 2}.items()}
print(inverse)
nested = {"a": {"b": {"c": 1}}}
nested["a"]["b"]["d"] = 2
print(nested, nested["a"]["b"]["c"])

# Texts of every length in bytes, with any of them above 127.
texts = ["", "é", "aé", "日", "日本", "日本語", "ab\x7f\x80", "\xff" * 2, "\xff" * 3, "abc\xff", "😀", "a😀b", "x" * 7 + "\xff", "\U0010ffff" * 2]
numbered = {text: number for number, text in enumerate(texts)}
print([numbered[text] for text in reversed(texts)], numbered.get("語"), len(numbered))
