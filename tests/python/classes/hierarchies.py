class Animal:
    def __init__(self, name): self.name = name
    def speak(self): raise NotImplementedError("speak")
    def __repr__(self): return f"{type(self).__name__}({self.name!r})"
    def __lt__(self, o): return self.name < o.name
class Dog(Animal):
    def speak(self): return "woof"
class Cat(Animal):
    lives = 9
    def speak(self): return "meow"
class Puppy(Dog):
    def speak(self): return super().speak() + "!"
zoo = [Dog("b"), Cat("a"), Puppy("c")]
print([x.speak() for x in zoo], sorted(zoo), min(zoo), zoo)
for z in zoo:
    if isinstance(z, Cat): print(z.lives)
    elif isinstance(z, (Dog, Puppy)): print("dog", z.name)
print(issubclass(Puppy, Dog), issubclass(Cat, Dog), isinstance(zoo[2], Dog), Puppy.__mro__ if False else "", Puppy.__bases__ if False else "")
d = {type(z).__name__: z for z in zoo}
print(d)
try:
    Animal("x").speak()
except NotImplementedError as e:
    print("NI", e)
class P:
    __slots__ = ("x", "y")
    def __init__(self, x, y): self.x = x; self.y = y
p = P(1, 2)
print(p.x, p.__class__.__name__, P.__slots__)
print(callable(p), callable(P), id(p) == id(p), p is p, p == p, p != P(1, 2))
print(vars(p) if False else "", p.__dict__ if False else "")
