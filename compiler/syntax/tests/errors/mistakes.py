# --- `=` in a condition
if x = 3:
    pass
while x = 3: pass
# --- `=` in an expression
y = (x = 3)
f(a.b=1)
# --- missing colon
if x
    print(x)
def f(a)
    return a
class A: pass
while x y
# --- missing colon on one line
if x print(1)
# --- missing comma
f(a b)
x = [1, 2 3]
d = {"a": 1 "b": 2}
# --- print statement
print "hello"
print x, y
# --- unclosed bracket
x = foo(1,
    2
y = 3
def f(a, b:
    return a
z = [1, 2
# --- closing nothing
x = 1)
y = (1]
# --- mismatched indentation
if x:
        a = 1
    b = 2
c = 3
# --- unexpected indentation
x = 1
    y = 2
# --- missing block
if x:
y = 1
def f():
# --- tabs and spaces
if x:
        a = 1
	b = 2
# --- keyword as a name
class = 3
def import(): pass
x.class
f(lambda=1)
# --- other languages
a && b
a || b
!a
x++
a <> b
if x: pass
else if y: pass
a === b
import x from y
# --- strings
x = "abc
y = f"{x"
z = f"{}"
w = f"a}b"
v = b"é"
u = "\x1"
t = "\N{no such name}"
s = f"{lambda x: 1}"
r = f"{x!z}"
# --- numbers
0777
1abc
0xg
1__0
# --- targets
f() = 1
1 = x
a + b = c
(a, 1) = x
x += 1 = 2
None = 1
del f()
for 1 in x: pass
with a as 1: pass
a, b += 1
(x, y): int = 1
[x for f() in y]
lambda: x = 1
# --- arguments
f(a=1, b)
f(**a, *b)
f(x for x in y, 1)
f(1=2)
# --- parameters
def f(a=1, b): pass
def f(*): pass
def f(**k, a): pass
def f(a, *, /): pass
def f(/, a): pass
def f(a, *b, *c): pass
# --- clauses without a statement
else:
    pass
try:
    pass
x = 1
finally:
    pass
# --- except
try: pass
except A, B as e: pass
try: pass
except A: pass
except* B: pass
# --- decorator
@a
x = 1
# --- missing expression
x =
y = 1 +
return *
a.
f(1, , 2)
x = = 3
for x in: pass
# --- match
match x:
    y = 1
    case 1: pass
match x:
    case a.b(c=1, d): pass
    case {x: 1}: pass
    case 1 + 1: pass
# --- unknown characters
a ? b
x = $y
“quoted”
a − b
# --- several at once
def f(:
    pass
class A:
    def g(self):
        x = = 1
        return 2
    def h(self): return (
x = 1 1
y = 2
# --- star
*a
print(*a or b)
(*a)
x = *a and b
# --- import
from . import
import a.b as c.d
from x import (a, b
import
