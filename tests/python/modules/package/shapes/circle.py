PI = 3.0


def area(radius: float) -> float:
    return PI * radius * radius
