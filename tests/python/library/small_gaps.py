"""`heapq.merge`, `string.Template` and `capwords`, states of `random`."""

import heapq
import random
import string
from string import Template


def fails(action) -> None:
    try:
        print(repr(action()))
    except Exception as e:
        print(type(e).__name__, e)


print(list(heapq.merge([1, 4, 7], [2, 5], [], [0, 9])), list(heapq.merge()), list(heapq.merge("ace", "bd")))
print(
    list(heapq.merge([7, 4], [5, 2], reverse=True)),
    list(heapq.merge(["a", "ccc"], ["bb"], key=len)),
    list(heapq.merge([(1, "x")], [(1, "y")], key=lambda p: p[0])),
)
print(list(heapq.merge(range(3), (x for x in (1, 1)))))

print(string.capwords("  hello   WORLD foo "), string.capwords("a-b-C", "-"), string.capwords(""))
t = Template("$a and ${b}c costs $$5, $a_1")
print(t.substitute(a=1, b=2.5, a_1="z"), t.substitute({"a": "x", "b": "y", "a_1": ""}), t.template, t.get_identifiers(), t.is_valid())
fails(lambda: t.substitute(a=1))
fails(lambda: Template("x $1").substitute({"a": 1}))
fails(lambda: Template("a\nb ${x").substitute({"x": 1}))
print(
    Template("$x $1 $ ${y $$ $z").safe_substitute({"z": 3}), Template("$x").safe_substitute({"x": "!"}, x="?"), Template("x $").is_valid()
)

random.seed(7)
state = random.getstate()
first = [random.random() for _ in range(3)]
random.gauss(0, 1)
random.setstate(state)
print(first == [random.random() for _ in range(3)], state[0], len(state[1]), state[2])
r = random.Random(5)
r.gauss(0, 1)
kept = r.getstate()
print(r.gauss(0, 1), r.randbytes(0), r.randbytes(1), r.randbytes(7), r.randbytes(8))
r.setstate(kept)
print(r.gauss(0, 1), random.randbytes(3))
