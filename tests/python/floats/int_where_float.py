# A parameter annotated float takes an int, which stays an int.
def half(x: float) -> float:
    return x / 2


def same(x: float) -> float:
    return x


def scaled(x: float, factor: float = 2.0) -> float:
    return x * factor


print(half(3), half(3.0), same(3), same(3.0))
print(scaled(2), scaled(2, 3), scaled(2.5, factor=4))
