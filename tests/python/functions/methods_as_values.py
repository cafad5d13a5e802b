"""Methods, functions and classes as values."""

from typing import Callable
import operator

# meth
class A:
    def __init__(self, n):
        self.n = n
    def add(self, x):
        return self.n + x
    def twice(self, f):
        return f(f(1))
a = A(5)
f = a.add
print(f(2), a.twice(a.add), list(map(a.add, [1, 2])))
join = '-'.join
print(join(['a', 'b']))
l = []
push = l.append
push(1)
push(2)
print(l)
d = {'a': 3, 'b': 1}
print(sorted(d, key=d.get), max(d, key=d.get), sorted(['B', 'a'], key=str.lower), list(map(str.upper, ['x', 'y'])))
print(list(map(int, ['1', '2'])), list(map(len, ['ab', 'c'])), list(filter(str.isdigit, ['1', 'a'])), sorted(['bb', 'a'], key=len))
print(list(map(str, [1, 2])), list(map(float, ['1.5'])), list(filter(None, [0, 1, 2])))
class Base:
    def name(self):
        return 'base'
    @staticmethod
    def helper(x):
        return x * 2
class Derived(Base):
    def name(self):
        return 'derived'
names = [thing.name for thing in (Base(), Derived())]
print([n() for n in names], Base().helper(4), (Derived().helper)(3))
handlers = {'add': a.add, 'abs': abs}
print(handlers['add'](1), a.add.__name__, callable(a.add))
class Bus:
    def __init__(self):
        self.listeners = []
    def on(self, f):
        self.listeners.append(f)
    def fire(self, x):
        return [f(x) for f in self.listeners]
bus = Bus()
bus.on(a.add)
bus.on(lambda x: x * 100)
bus.on(abs)
print(bus.fire(2))


# ops
ops = {'+': operator.add, '-': lambda a, b: a - b}
print(ops['+'](1, 2), ops['-'](5, 3))
table = [('sq', lambda x: x * x), ('neg', operator.neg)]
for name, fn in table:
    print(name, fn(3))
print(f'{ops["-"](1, 2)}')
def one():
    'doc one'
    return 1
print(one.__name__, one.__doc__, one is one, one == one)
class Btn:
    def __init__(self, cb: Callable):
        self.cb = cb
    def click(self):
        return self.cb()
print(Btn(one).click(), Btn(lambda: 2).click())
def compose(*fs: Callable):
    def run(x):
        for f in fs:
            x = f(x)
        return x
    return run
print(compose(abs, str)(-5))
def apply(f: Callable[[int], int], n: int) -> int:
    return f(n)
print(apply(abs, -3), apply(lambda v: v + 1, 2))


# classes
shapes = [int, str, float]
print([c('3') for c in shapes])
class First:
    def who(self):
        return 'A'
class Second(First):
    def who(self):
        return 'B'
mk = {'a': First, 'b': Second}
print(mk['b']().who(), [k().who() for k in (First, Second)])
def make(cls):
    return cls()
print(make(First).who(), make(list), make(dict))


# lam
f = lambda x, y=2, *a, k=3, **kw: (x, y, a, k)
print(f(1), f(1, 5, 6, k=9))
g = (lambda x: x + 1) if len('ab') == 2 else (lambda x: x - 1)
print(g(1))
print((lambda: 5)(), sorted([3, 1, 2], key=lambda v: -v))
fs = {'add': lambda a, b: a + b, 'mul': lambda a, b: a * b}
print(fs['add'](1, 2), [fn(2, 3) for fn in fs.values()])


