class A:
    pass


class B(A):
    pass


for v in [A(), B()]:
    print(type(v) == A, type(v) is B, type(v) != B)
print(
    type(5) == int,
    type(True) == int,
    type("a") is str,
    type(2.5) == float,
    type(None) == int,
)


def kind(v):
    if type(v) == int:
        return "int"
    return "other"


print(kind(1), kind("x"), kind(True))
