class Tree:
    def __init__(self, value, left=None, right=None):
        self.value = value
        self.left = left
        self.right = right

    def __iter__(self):
        if self.left is not None:
            yield from self.left
        yield self.value
        if self.right is not None:
            yield from self.right


t = Tree(4, Tree(2, Tree(1), Tree(3)), Tree(6))
print(list(t), sum(t), [x * 2 for x in t])


def countdown(n):
    try:
        while n > 0:
            yield n
            n -= 1
    finally:
        print("cleanup", n)


for x in countdown(5):
    if x == 3:
        break
    print(x)
print(list(countdown(2)))
g = countdown(3)
print(next(g), next(g))
g.close()
print(next(g, "done"))


def bad():
    yield 1
    raise ValueError("inside")


try:
    for v in bad():
        print(v)
except ValueError as e:
    print("caught", e)


def primes():
    found = []
    n = 2
    while True:
        if all(n % p for p in found):
            found.append(n)
            yield n
        n += 1


def take(n, it):
    for i, x in enumerate(it):
        if i >= n:
            return
        yield x


print(list(take(10, primes())))


def pairs(a, b):
    for x in a:
        for y in b:
            yield x, y


for x, y in pairs([1, 2], "ab"):
    print(x, y)


def permutations(items):
    if not items:
        yield []
        return
    for i in range(len(items)):
        for rest in permutations(items[:i] + items[i + 1 :]):
            yield [items[i]] + rest


print(list(permutations([1, 2, 3])))
print(dict(zip("abc", take(3, primes()))), max(countdown(2)), sorted(countdown(3)))


def mixed():
    yield 1
    yield "two"
    yield None


for m in mixed():
    print(m)


def echo():
    yield


print(list(echo()))
it = take(2, primes())
print(next(it), next(it))
try:
    next(it)
except StopIteration:
    print("stop")


def flatten(xs):
    for x in xs:
        if isinstance(x, list):
            for y in x:
                yield y
        else:
            yield x


print(list(flatten([1, [2, 3], 4])))


def outer(n):
    total = 0

    def gen():
        nonlocal total
        for i in range(n):
            total += i
            yield total

    return list(gen()), total


print(outer(4))


def deep(n):
    if n:
        yield from deep(n - 1)
    yield n


print(sum(deep(100)))


def uses_string():
    for w in "a b c".split():
        yield w + "!"


print(" ".join(uses_string()), "b!" in uses_string())
unused = countdown(1)
print(any(x > 1 for x in countdown(3)))
