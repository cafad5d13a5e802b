xs = [3, 1, 2]
xs.append(5)
xs.insert(1, 9)
print(xs, len(xs), xs[0], xs[-1])
xs[2] = 7
xs[-1] += 10
print(xs)
print(xs.pop(), xs.pop(0), xs)
xs.extend([4, 4, 8])
xs.remove(4)
print(xs, xs.index(8), xs.count(4), 7 in xs, 100 in xs)
xs.reverse()
print(xs)
xs.sort()
print(xs, sorted([3, 1, 2]), sorted(["pear", "fig", "apple"]))
xs.sort(reverse=True)
print(xs, list(reversed([1, 2, 3])))
ys = xs.copy()
ys.clear()
print(xs, ys, xs == ys, [1, 2] == [1, 2], [1, 2] < [1, 3], [1] < [1, 0], [2] > [1, 5])
print([1, 2] + [3], [0] * 4, [[0] * 2] * 2, 2 * ["a"])
total = [1]
total += [2, 3]
total *= 2
print(total, sum(total), min(total), max(total))
print(list(range(5)), list("abc"), list((1, 2)))
empty: list[int] = []
print(empty, not empty, len(empty))
del xs[0]
print(xs)


# `bool` is an `int`, also as an index.
flags = [10, 20]
print(flags[True], flags[False], "ab"[True])


def at(i):
    return flags[i]


print(at(1 > 0))
flags[True] = 5
print(flags)
