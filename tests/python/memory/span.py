# Views of memory, which CPython has no like of.
from pyc import Span, f32, i32, u8, zeros


def total(values: Span[float]) -> float:
    result = 0.0
    for value in values:
        result += value
    return result


def scale(values: Span[float], factor: float) -> None:
    for index in range(len(values)):
        values[index] *= factor


def first_of_new(n: int) -> float:
    made = zeros[float](n)
    made[0] = 5.0
    return made[n - 1] + made[0]


def tail_of_new(n: int) -> Span[int]:
    made = zeros[int](n)
    for index in range(n):
        made[index] = index
    return made[n - 2 :]


values = zeros[float](6)
same = values
same[0] = 7.0
values[-1] = 1.0
scale(values, 2.0)
print(values, total(values), sum(values), len(values), max(values))

part = values[2:5]
part[0] = 9.0
print(values[2], len(part), part, values[4:2], values[:1], values[-2:])
own = part.copy()
own.fill(1.5)
print(part, own)
part.copy_from(own)
values[1:].copy_from(values[:-1])
print(values, [value * 2.0 for value in part], list(part))
print(first_of_new(3), tail_of_new(5), bool(values), bool(zeros[int](0)))

kept = [tail_of_new(4), tail_of_new(3)]
kept[0][0] = 100
print(kept[0], kept[1], [value for index, value in enumerate(kept[1])])

for index in [6, -7]:
    try:
        print(values[index])
    except IndexError as error:
        print(error)
    try:
        values[index] = 1.0
    except IndexError as error:
        print(error)
try:
    part.copy_from(values)
except ValueError as error:
    print(error)
try:
    print(values[::2])
except ValueError as error:
    print(error)
try:
    zeros[float](-1)
except ValueError as error:
    print(error)

bytes = zeros[u8](3)
bytes[0] = u8(255)
bytes[0] += u8(2)
numbers = zeros[i32](2)
numbers[1] = i32(-5)
print(bytes, numbers, int(numbers[1]) * 2, numbers[1] < numbers[0])
halves = zeros[f32](2)
halves[0] = f32(1.5)
halves[1] = halves[0] * f32(3) + f32(0.25)
print(
    halves,
    float(halves[1]),
    halves[1] > halves[0],
    f"{halves[1]:.2f}",
    abs(-halves[0]),
    int(halves[1]),
)
