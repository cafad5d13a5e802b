"""Objects that equal others by what they hold, and have no hash."""


class E:
    def __init__(self, v):
        self.v = v

    def __eq__(self, o):
        return self.v == o.v


try:
    print(hash(E(1)))
except TypeError as e:
    print(e)
try:
    d = {E(1): 2}
except TypeError as e:
    print(e)
try:
    print({[1]: 2})
except TypeError as e:
    print(e)
try:
    print(hash((1, [2])))
except TypeError as e:
    print(e)
try:
    s = {set()}
except TypeError as e:
    print(e)
try:
    hash([1])
except TypeError as e:
    print(e)
try:
    print(hash([1]))
except TypeError as e:
    print(e)


def f(x):
    return hash(x)


try:
    f({})
except TypeError as e:
    print(e)


class Derived(E):
    pass


class Keyed(E):
    def __hash__(self):
        return self.v


try:
    print({Derived(1)})
except TypeError as e:
    print(e)
print(hash(Keyed(5)), {Keyed(1): 2}[Keyed(1)], len({Keyed(1), Keyed(1)}))
