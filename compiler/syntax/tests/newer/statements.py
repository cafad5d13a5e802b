try:
    pass
except A, B:
    pass
except C:
    pass
try:
    pass
except* A, B:
    pass
with (a as b, c as d,):
    pass
with (a, b): pass
with (a, b) as c: pass
with (a): pass
with (a), (b) as c: pass
with (yield x): pass
with (a := b): pass
with (a := b, c): pass
with (a := b), c: pass
with (*a, b): pass
with (x for x in y): pass
with (): pass
with (a as b): pass
with (a.b)(c), d[0] as (e, f): pass
