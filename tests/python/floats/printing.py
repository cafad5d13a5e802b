# repr of floats: the shortest text that reads back as the same number.
values = [
    0.0,
    -0.0,
    1.0,
    -1.5,
    0.1,
    0.2 + 0.1,
    1 / 3,
    2 / 3,
    1e15,
    1e16,
    1e17,
    123456789012345680.0,
    1e-4,
    1e-5,
    0.00001234,
    1e100,
    1.7976931348623157e308,
    5e-324,
    3.0e22,
    12345.678,
]
for value in values:
    print(value, str(value), repr(value))
print(float("inf"), float("-inf"), float("nan"))
print(values[:4])
print((1.0, 2.5))
print({1.5: 0.25})
