x = object()
y = object()
print(x is y, x is x, x == y)
SENTINEL = object()


def f(v=SENTINEL):
    return v is SENTINEL


print(f())
