# What may be an integer or something else, where the library takes an integer.
def f(n):
    return list(range(n))
def g(flag):
    return 3 if flag else None
def h(flag):
    return 3 if flag else "x"
print(f(g(True)))
for t in [lambda: f(g(False)), lambda: f(h(False)), lambda: [1, 2][h(True) - 2], lambda: "a" * g(True), lambda: chr(g(False)), lambda: "abc".zfill(h(True)), lambda: [0, 1, 2][g(True) - 1], lambda: [5, 6][g(False)]]:
    try:
        print(t())
    except TypeError as e:
        print(e)
