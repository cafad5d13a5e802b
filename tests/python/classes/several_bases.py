"""Classes with several bases: the order in which names are looked up, `super()`, fields of all bases, tests, exceptions, mixins."""

from abc import ABC, abstractmethod


class A:
    def who(self):
        return "A"

    def chain(self):
        return ["A"]


class B(A):
    def who(self):
        return "B" + super().who()

    def chain(self):
        return ["B"] + super().chain()


class C(A):
    def who(self):
        return "C" + super().who()

    def chain(self):
        return ["C"] + super().chain()


class D(B, C):
    def who(self):
        return "D" + super().who()


class E(D):
    pass


class F(B, C):
    pass


for x in [A(), B(), C(), D(), E(), F()]:
    print(type(x).__name__, x.who(), x.chain(), isinstance(x, B), isinstance(x, C), isinstance(x, A))


def f(x: A):
    return x.who()


def g(x: C):
    return x.who()


print(f(D()), f(F()), g(C()), g(D()), g(E()), f(B()))
print(issubclass(D, C), issubclass(C, D), issubclass(F, B))


class Father:
    def __init__(self, eyes):
        self.eyes = eyes
        self.job = "none"

    def work(self):
        return "works as " + self.job


class Mother:
    tongue = "french"

    def __init__(self, hair):
        self.hair = hair

    def sing(self):
        return f"sings with {self.hair} hair"


class Child(Father, Mother):
    def __init__(self, eyes, hair, age):
        Father.__init__(self, eyes)
        Mother.__init__(self, hair)
        self.age = age

    def __str__(self):
        return f"{self.eyes} {self.hair} {self.age} {self.tongue}"


c = Child("blue", "red", 7)
print(c, c.work(), c.sing(), c.age + 1)
people = [c, Child("green", "black", 9)]
print([p.sing() for p in people])
m = Mother("grey")
print(m.sing(), m.tongue)


def perform(m):
    return m.sing().upper()


print(perform(m), perform(c))
crowd = [m, c]
for p in crowd:
    print(p.sing(), isinstance(p, Mother), isinstance(p, Father))
d = {"m": m}
d["c"] = c
print(sorted(k + v.hair for k, v in d.items()))


class Logger:
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.lines = []

    def log(self, s):
        self.lines.append(s)


class Titled:
    def __init__(self, name):
        self.name = name


class Service(Logger, Titled):
    def __init__(self, name):
        super().__init__(name=name)
        self.log("made " + self.name)


s = Service("web")
s.log("ready")
print(s.lines, s.name)


class Err(Exception):
    pass


class KeyErr(Err, KeyError):
    pass


try:
    raise KeyErr("z")
except KeyError as e:
    print("key", e, type(e).__name__)
try:
    raise KeyErr("z")
except LookupError as e:
    print("lookup", repr(e), isinstance(e, Err), isinstance(e, KeyError))


class Swimmer(ABC):
    @abstractmethod
    def swim(self): ...


class Flyer(ABC):
    altitude = 0

    @abstractmethod
    def fly(self): ...

    def up(self, n):
        self.altitude += n
        return self


class Animal:
    count = 0

    def __init__(self, name):
        self.name = name
        Animal.count += 1

    def __repr__(self):
        return f"{type(self).__name__}({self.name})"


class Duck(Animal, Swimmer, Flyer):
    def swim(self):
        return self.name + " paddles"

    def fly(self):
        return self.name + " flaps at " + str(self.altitude)


class Fish(Animal, Swimmer):
    def swim(self):
        return self.name + " glides"


class Plane(Flyer):
    def fly(self):
        return "zoom"


animals = [Duck("d"), Fish("f"), Animal("x")]
for a in animals:
    if isinstance(a, Swimmer):
        print(a, a.swim())
    else:
        print(a, "can't swim")
    if isinstance(a, Flyer):
        print(a.up(3).fly(), a.altitude)
flyers = [Duck("e"), Plane()]
print([f.fly() for f in flyers], [f.up(2).altitude for f in flyers], Animal.count)


def launch(f: Flyer) -> str:
    return f.fly()


print(launch(Plane()), launch(Duck("g")))
try:
    Flyer()
except TypeError as e:
    print(e)


class Cmp:
    def __le__(self, o):
        return self < o or self == o

    def __gt__(self, o):
        return not self <= o


class Num(Cmp):
    def __init__(self, v):
        self.v = v

    def __lt__(self, o):
        return self.v < o.v

    def __eq__(self, o):
        return self.v == o.v

    def __hash__(self):
        return hash(self.v)


class Shown:
    def __repr__(self):
        return f"<{self.__class__.__name__} {', '.join(self.parts())}>"

    def parts(self):
        return []


class N2(Shown, Num):
    def parts(self):
        return [str(self.v)] + super().parts()


print(N2(1) <= N2(1), N2(2) > N2(1), N2(5), sorted([N2(3), N2(1)]), len({N2(1), N2(1)}))
