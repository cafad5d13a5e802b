"""How functions show themselves, alone and in containers."""

import math


def named(x):
    return x


def outer():
    def inner():
        return None

    return inner


class Holder:
    def method(self):
        return None


def without_place(shown):
    return shown.split(" at 0x")[0]


print([len], len, (abs, max))
print({"len": len, "sqrt": math.sqrt})
print(f"{len}", str(sorted), repr(print), "%s %r" % (len, len))
print(without_place(str(named)), without_place(repr(outer())), without_place(str(lambda: 0)))
print(named.__qualname__, outer().__qualname__, Holder.method.__qualname__)
