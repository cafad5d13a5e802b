"""Variables of modules that hold one number, and some that only look like it."""

A = 1
B = 2.5
C = True
D = 4
E = 5
F = 6
G = 7
for E in range(3):
    pass
A2, F = 1, 2
if len("x") == 1:
    G = 8


def f():
    global D
    D += 1
    return A, B, C, D, E, F, G


print(f(), f())


def g() -> None:
    print(late)


try:
    g()
except NameError as error:
    print(error)
late = 3
g()
(H := 4)
H = 5


def h():
    return H


print(h())


class K:
    A = 7

    def B(self):
        return A + B


print(K().B(), K.A)
