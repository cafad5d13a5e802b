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
    # Two shortest texts are equally near: the even one counts.
    900719925474099.25,
    900719925474099.75,
    1125899906842623.5,
    562949953421312.125,
    562949953421311.875,
    4503599627370497.5,
    4503599627370495.5,
    2251799813685249.25,
]
for value in values:
    print(value, str(value), repr(value))
print(float("inf"), float("-inf"), float("nan"))
print(values[:4])
print((1.0, 2.5))
print({1.5: 0.25})
