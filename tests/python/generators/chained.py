def fib():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b


for i, x in enumerate(fib()):
    if i > 10:
        break
    print(x, end=" ")
print()


def squares(n):
    for i in range(n):
        yield i * i


print(list(squares(5)), sum(squares(4)), max(x for x in squares(5)))


def chain(*its):
    for it in its:
        yield from it


print(list(chain([1], [2, 3])))
