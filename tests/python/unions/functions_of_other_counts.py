# A function that is one of several, which take different numbers of arguments.
def one(a):
    return a
def two(a, b):
    return a + b
def three(a, b, c=0):
    return a
def none():
    return 0
for f in [one, two, three, none]:
    for args in [1, 2]:
        try:
            print(f(1) if args == 1 else f(1, 2))
        except TypeError as e:
            print(e)
