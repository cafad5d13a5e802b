"""`**kwargs`, `**mapping` and `*values` in calls."""



# kw1
def f(**kwargs):
    for k, v in kwargs.items():
        print(k, v)
    return len(kwargs)
print(f(a=1, b=2), f())
def g(x, *args, y=1, **kw):
    print(x, args, y, kw)
g(1)
g(1, 2, 3, y=4, z=5)
def h(**kw: int) -> int:
    return sum(kw.values())
print(h(a=1, b=2))
def fwd(*args, **kwargs):
    return g(*args, **kwargs)
fwd(1, 2, q=7)


# kw2
def area(width, height=2):
    return width * height
d = {'width': 3, 'height': 4}
print(area(**d), area(**{'width': 5}), area(2, **{'height': 7}))
try:
    wrong = {'width': 1, 'hieght': 2}
    area(**wrong)
except TypeError as e:
    print(e)
def pos(a, b, /, c, *, d=4):
    return a, b, c, d
print(pos(1, 2, 3), pos(1, 2, c=5, d=6))
class A:
    def __init__(self, **kw):
        self.kw = kw
print(A(x=1, y=2).kw)
print(dict(**d, z=1))
try:
    area(1, **{k: v for k, v in [('width', 2)]})
except TypeError as e:
    print(e)
try:
    empty: dict[str, int] = {}
    area(**empty)
except TypeError as e:
    print(e)
def options(name, *, level=1, **rest):
    return name, level, rest
more = {'level': 5, 'color': 7}
print(options('a', **more), options('b', size=3, **more), options('c', **{'x': 1}))
class Point:
    def __init__(self, x, y=0):
        self.x, self.y = x, y
    def __repr__(self):
        return 'Point({x}, {y})'.format(x=self.x, y=self.y)
print(Point(**{'x': 1, 'y': 2}))
def three(a, b, c):
    return a, b, c
for values in ([1, 2], [1, 2, 3], [1, 2, 3, 4]):
    try:
        print(three(*values))
    except TypeError as e:
        print(e)
try:
    print(three(0, *[1]))
except TypeError as e:
    print(e)
def traced(f):
    def call(*args, **kwargs):
        print(f.__name__, args, kwargs)
        return f(*args, **kwargs)
    return call
@traced
def volume(w, h=1, d=1):
    return w * h * d
print(volume(2, d=3), volume(w=4, h=5))


# args
def f(*args):
    return len(args), args
print(f(), f(1), f(1, 'a'))
def g(*nums: int) -> int:
    return sum(nums)
print(g(1, 2, 3), g(*[4, 5]), g(*range(4)))
def h(a, b, c):
    return a + b + c
l = [1, 2, 3]
print(h(*l), h(*(1, 2), 3), h(1, *[2, 3]))
def m(x, acc=[]):
    acc.append(x)
    return acc
print(m(1), m(2), m(3, []))


