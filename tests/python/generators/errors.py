def failing(n):
    for i in range(n):
        yield i
    raise KeyError("end")


def reader():
    yield from failing(1)


g = failing(0)
try:
    next(g)
except KeyError as e:
    print("caught", e)
print(next(g, "finished"))


def swallow():
    try:
        yield 1
        yield 2
    except ValueError:
        yield 3


print(list(swallow()))


for x in reader():
    print(x)
