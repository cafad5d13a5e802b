# A parameter without annotation makes the function generic over it.
def double(x):
    return x + x


print(double(2), double(1.5), double("ab"), double([1]))


def largest(xs):
    best = xs[0]
    for x in xs:
        if x > best:
            best = x
    return best


print(largest([3, 9, 2]), largest(["b", "a"]), largest([1.5, 0.5]))


def apply_twice(value, step=1):
    return value + step + step


print(apply_twice(1), apply_twice(1.5), apply_twice(2, 10), apply_twice("a", "b"))


def swap(pair):
    a, b = pair
    return b, a


print(swap((1, "x")), swap(("y", 2.5)))


def count(items, wanted):
    n = 0
    for item in items:
        if item == wanted:
            n += 1
    return n


print(count([1, 2, 1], 1), count("banana", "a"), count([(1, 2)], (1, 2)))


def show(x):
    print("value:", x)


show(1)
show([1, 2])
show(None)
