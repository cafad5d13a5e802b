"""`timeit`: functions are called as often as is said."""

import timeit
from timeit import Timer, default_timer

calls = []


def work():
    calls.append(1)


taken = timeit.timeit(work, number=7)
print(len(calls), taken >= 0.0, isinstance(taken, float))
print(len(timeit.repeat(work, number=2, repeat=3)), len(calls))
timer = Timer(work, lambda: calls.clear())
print(timer.timeit(5) >= 0.0, len(calls), len(timer.repeat(2, 4)), len(calls))
print(timeit.timeit(lambda: sum(range(10)), number=10) < 5.0, default_timer() > 0.0, timeit.timeit(number=3) >= 0.0)
