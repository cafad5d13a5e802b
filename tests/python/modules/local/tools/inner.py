from . import other
from .other import twice

print("inner runs")


def four_times(x: int) -> int:
    from .other import twice as double

    return double(twice(x)) + other.zero
