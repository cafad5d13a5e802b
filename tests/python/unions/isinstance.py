def show(value: int | str | float | None | list[int]) -> str:
    if isinstance(value, int):
        return f"int {value + 1}"
    if isinstance(value, str):
        return "str " + value.upper()
    if isinstance(value, float):
        return f"float {value / 2}"
    if value is None:
        return "nothing"
    return f"list of {len(value)}"


for item in [1, "two", 3.0, None]:
    print(show(item))
print(show([1, 2, 3]))


def double(value: int | str) -> int | str:
    if isinstance(value, (int, float)):
        return value * 2
    return value + value


print(double(4), double("ab"))
mixed: list[int | str] = [1, "a", 2, "b"]
numbers = 0
letters = ""
for item in mixed:
    if isinstance(item, str):
        letters += item
    else:
        numbers += item
print(numbers, letters, mixed)
print(
    isinstance(True, int),
    isinstance(1.0, float),
    isinstance("s", str),
    isinstance([1], list),
    isinstance(None, int),
)
value: int | str = 3
print(value + 1)
value = "now a str"
print(value.title())
x = 1 if len(mixed) > 100 else "one"
print(x)
print(1 == "1", "a" == 1, None == 0)
