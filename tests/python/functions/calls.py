def greet(name: str, greeting: str = "Hello", punctuation: str = "!") -> str:
    return f"{greeting}, {name}{punctuation}"


print(
    greet("Ann"),
    greet("Bob", "Hi"),
    greet("Cy", punctuation="?"),
    greet(greeting="Yo", name="Dee"),
)


def keyword_only(a: int, *, scale: int = 1, offset: int = 0) -> int:
    return a * scale + offset


print(keyword_only(5), keyword_only(5, scale=2), keyword_only(5, offset=1, scale=3))


def positional(a: int, b: int, /, c: int = 3) -> int:
    return a * 100 + b * 10 + c


print(positional(1, 2), positional(1, 2, c=9), positional(1, 2, 4))


def nothing() -> None:
    pass


print(nothing())


def early(n: int) -> str:
    if n > 5:
        return "big"
    return "small"


print(early(3), early(8))


def order(a: int, b: int) -> int:
    return a - b


def loud(n: int) -> int:
    print("arg", n)
    return n


print(order(b=loud(1), a=loud(2)))
