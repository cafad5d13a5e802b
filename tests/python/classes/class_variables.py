class A:
    x = 1
    names = ["k"]
    tag = "t"

    def set(self):
        self.names = ["own"]

    def bump(self):
        self.x += 1


a = A()
print(a.names, a.x)
a.set()
a.bump()
print(a.names, a.x, A().names)
class First:
    x = 1
    kind = "a"

    def bump(self):
        self.x += 1

    def show(self):
        return f"{self.kind}{self.x}"


class Second(First):
    x = 5

    def __init__(self):
        self.kind = "b"


b = Second()
a = First()
print(a.show(), b.show(), Second.x, First.x)
b.bump()
print(b.show(), Second().show(), First().show(), First.kind)


class Config:
    level = 0
    names = ["k"]
    limit = 10 * 2


c = Config()
c.level = 3
c.names = ["z"]
print(c.level, c.names, Config.level, Config().names, Config.limit, c.limit)


class Counter:
    total = 0

    def __init__(self):
        Counter.total += 1
        self.number = Counter.total


x, y = Counter(), Counter()
print(x.number, y.number, Counter.total, x.total)


class Typed:
    size: int = 4
    label: str = "l"


t = Typed()
t.size = 9
print(t.size, Typed.size, Typed.label, Typed().size)


class Tally:
    made = 0

    def __init__(self):
        type(self).made += 1
        self.__class__.made += 1

    @classmethod
    def reset(cls):
        cls.made = 0


Tally()
Tally()
print(Tally.made, Tally().made)
Tally.reset()
print(Tally.made)
