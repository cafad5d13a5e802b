zero = 0


def twice(x: int) -> int:
    return x * 2
