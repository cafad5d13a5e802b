# Tuples of unknown length within other values, and tuples beside lists.
import itertools
from functools import partial


def check(expected: int, *nums: int) -> tuple[bool, tuple[int, ...]]:
    if sum(nums) == expected:
        return (True, nums)
    else:
        return (False, nums)


print(check(6, 1, 2, 3))
p = partial(check, 6)
print(p(1, 2, 3))
print(list(itertools.starmap(check, [(1, 2, 3)])))
print(list(itertools.starmap(p, [(1, 2, 3)])))
print([1, 2] == (1, 2), [1, 2] in [(1, 2)], (1, 2) in [[1, 2]], {1} == [1], [(1, 2)].count([1, 2]))


def f(x):
    if x == None:
        return 1
    return x + 1


print(f(None), f(3))


def raises():
    try:
        raise ValueError("a", "b", "c")
    except ValueError as e:
        return e.args


print(raises())
print((1, 2) == [1, 2], (1, 2) != [1, 2])
t = (1, 2)
xs = [1, 2]
print(t == xs, xs == t, t != xs)


def f(a, b):
    return a == b


print(f(t, xs), f(xs, t), f(tuple(xs), xs), f(xs, tuple(xs)))
print(1 in [1, 2] in [(1, 2)], 1 < 2 in (2, 3) in [(2, 3)])
