"""`float.hex` and `float.fromhex`."""

import random


def fails(action) -> None:
    try:
        print(repr(action()))
    except Exception as e:
        print(type(e).__name__, e)


values = [
    0.0,
    -0.0,
    1.0,
    -1.5,
    0.1,
    3.141592653589793,
    1e300,
    5e-324,
    -2.2250738585072014e-308,
    1.7976931348623157e308,
    float("inf"),
    float("-inf"),
    float("nan"),
]
for v in values:
    print(v.hex(), float.fromhex(v.hex()))
for text in (
    "0x1.8p1",
    "1.8p+1",
    " -0X.8P-3 ",
    "ff",
    "0x10",
    "0x1.fffffffffffff8p0",
    "0x1.fffffffffffff7fffp0",
    "0x0.0000000000001p-1022",
    "0x0.00000000000008p-1022",
    "+inf",
    "Infinity",
    "-nan",
    "0x1p-1080",
    "0x1.0000000000000800001p0",
    "0x123456789abcdef0123p-20",
):
    fails(lambda: float.fromhex(text))
for bad in ("", "0x", "1.2.3", "0x1p", "g", "0x1p1.5", "p3", "0x1p1024", "0x1.fffffffffffffcp1023", "--1"):
    fails(lambda: float.fromhex(bad))
random.seed(1)
for _ in range(60):
    v = random.uniform(-1, 1) * 10.0 ** random.randint(-320, 300)
    print(v.hex(), float.fromhex(v.hex()) == v)
