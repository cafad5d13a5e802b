"""The gamma function to the last bit: CPython has its own, for C's differ."""

import math

values = [0.5, 1.5, 2.5, -0.5, -1.5, -2.5, 1e-5, 1e-4, 0.1, 1 / 3, 5.5, 10.1, 23.0, 24.0, 25.5, 100.0, 139.5, 140.5, 170.6, 171.7, 200.5]
values += [-10.3, -99.5, -139.9, -150.5, -170.1, -201.5, 1e-21, -1e-21, 1e-300, 5e-324, 1e15, 1e300, 1.0, 2.0, 3.0, 0.0, -0.0, -3.0]
values += [float("inf"), float("-inf"), float("nan"), 2675.5, 3.7, -3.7, 0.99, 1.01, 4.99, 5.01]
values += [at / 7 - 20 for at in range(300)]
for x in values:
    for name in ("gamma", "lgamma"):
        try:
            print(x, name, math.gamma(x) if name == "gamma" else math.lgamma(x))
        except (ValueError, OverflowError) as e:
            print(x, name, type(e).__name__, e)
