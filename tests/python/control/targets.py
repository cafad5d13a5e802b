"""Targets, deletion, slices and loops of every form."""



# star
a, *b, c = [1, 2, 3, 4]
print(a, b, c)
*x, = 'abc'
print(x)
(p, (q, *r)), s = (1, [2, 3, 4]), 5
print(p, q, r, s)
[m, n] = 1, 2
print(m, n)
first, *rest = 'hello world'.split()
print(first, rest)
head, *tail = (1, 'a', 2.5)
print(head, tail)
print([*range(3), *'ab'], {*[1, 2], 3}, (*[1, 2], 3))
d = {**{'a': 1}, 'b': 2}
print(d)


# walrus
data = [1, 5, 10]
if (n := len(data)) > 2:
    print(n)
while (v := data.pop()) > 1:
    print(v)
print([y := 3, y ** 2], (k := 4) + k)
print([last := x for x in range(3)], last)
f = lambda x: (z := x * 2) + z
print(f(2))


# delx
a = [0, 1, 2, 3, 4, 5, 6, 7]
del a[1], a[2:4]
print(a)
del a[::2]
print(a)
d = {'x': 1, 'y': 2}
del d['x']
print(d)
def f():
    v = 1
    del v
    try:
        return v
    except UnboundLocalError as e:
        return str(e)
print(f())


# slices
a = list(range(10))
a[::2] = [0] * 5
print(a)
a[1:3] = [91, 92, 93]
print(a)
a[5:] = []
print(a)
cut = slice(1, 4, 2)
print([1, 2, 3, 4, 5][cut], 'hello'[cut], cut.start, cut.stop, cut.step, cut)
print(slice(None, 3).indices(10))
a[-1:] = [7, 8]
print(a)
b = [1, 2, 3]
b[len(b):] = [4]
b[:0] = [0]
print(b)
try:
    b[::2] = [1]
except ValueError as e:
    print(e)


# chain
a = b = c = []
a.append(1)
print(b, c)
x = y = 3
x += 1
print(x, y)
l = [1, 2]
l[0] = l[1] = 7
print(l)
m = {}
m['k'] = n = 5
m['k'] += 2
m['z'] = m.get('z', 0) + 1
print(m, n)
class P:
    pass
class Q:
    def __init__(self):
        self.v = [0]
q = Q()
q.v[0] += 5
q.v += [1]
print(q.v)
i = 0
l[i], i = 9, 1
print(l, i)
t = ([1], 2)
t[0].append(3)
print(t)
s = 'a'
s *= 3
s += 'b'
print(s)
z = 7
z //= 2
z **= 2
z <<= 1
z |= 1
z ^= 3
z %= 11
print(z)


# fors
for i, (a, b) in enumerate([(1, 2), (3, 4)]):
    print(i, a, b)
for k, *v in [(1, 2, 3), (4, 5, 6)]:
    print(k, v)
d = {}
for d['x'] in range(3):
    pass
print(d)
l = [0]
for l[0] in (8, 9):
    print(l)
for x in []:
    pass
else:
    print('empty else')
for x in range(3):
    if x == 1:
        break
else:
    print('no')
n = 0
while n < 2:
    n += 1
else:
    print('while else')
print([(x, y) for x in range(3) for y in range(x) if (x + y) % 2], {x: [y for y in range(x)] for x in range(3)})
print([[j for j in range(i)] for i in range(3) if i])


# glob
count = 0
name = 'x'
def inc():
    global count, name
    count += 1
    name = name + 'y'
inc()
inc()
print(count, name)
def mk():
    global made
    made = [1]
mk()
print(made)
def outer():
    x = 1
    def inner():
        nonlocal x
        x += 1
        return x
    inner()
    return inner()
print(outer())
try:
    print(never_made)
except NameError as e:
    print(e)
def maker():
    global never_made
    never_made = 1


