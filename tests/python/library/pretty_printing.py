# Values on several lines.
import io
import json
import pprint
from collections import Counter
from pprint import pformat, pp
from typing import NamedTuple

for width in [80, 30, 10, 1]:
    pprint.pprint([1, 2, 3], width=width)
    pprint.pprint({"b": 1, "a": [1, 2, 3], "long key": {"x": "y" * 10, "z": (1, 2)}}, width=width)
    pprint.pprint("some words with spaces, and\na second  line\n", width=width)
    pprint.pprint(["some words with spaces " * 3, "x" * 40], width=width)
    pprint.pprint(b"bytes that are too long for a line" * 2, width=width)
    pprint.pprint([b"bytes that are too long", b"abc"], width=width)
    pprint.pprint(("one", 2, 3.5, None, True), width=width)
    pprint.pprint(("single element of some length",), width=width)
    pprint.pprint({5, 3, 11, 7, 2}, width=width)
    pprint.pprint({"frozen": frozenset(range(8))}, width=width)
    pprint.pprint([[1, 2], [3, [4, [5]]], []], width=width, indent=4)
    pprint.pprint(list(range(30)), width=width, compact=True)
    pprint.pprint({1: [("a", 1), ("bb", 22)], 0: [("c", 3)]}, width=width, compact=True, indent=2)
    pprint.pprint({"z": 1, "a": {"c": 2, "b": 3}}, width=width, sort_dicts=False)
for value in [[], [[]], {}, (), set(), "", b"", 0, -1.5, None, True]:
    pprint.pprint(value, width=1)
pprint.pprint({"a": {"b": {"c": 1}}, "l": [1, [2, [3]]], "t": (1, (2,))}, depth=2)
pprint.pprint([1, [2, [3]]], depth=1)
pprint.pprint([{"name": "x" * 30, "value": "y" * 30}] * 2)
pprint.pprint(list(range(40)))
pprint.pprint({"x": "a\nb\n" * 5, "é": "日本語 " * 20})
pp({"b": 1, "a": 2})
out = io.StringIO()
pprint.pprint(["x" * 50, "y" * 50], stream=out)
print(repr(out.getvalue()), repr(pformat({"k": ["v" * 40] * 3})))
printer = pprint.PrettyPrinter(indent=2, width=20)
printer.pprint({"numbers": [1, 2, 3, 4, 5, 6]})
print(printer.pformat(["a" * 15, "b" * 15]))
pprint.pprint(
    json.loads('{"users": [{"name": "Ann Example", "tags": ["x", "y"], "age": 30}, {"name": "Bob", "tags": [], "age": null}], "ok": true}'),
    width=40,
)
for width, depth in [(0, 1), (1, 0)]:
    try:
        pprint.PrettyPrinter(width=width, depth=depth)
    except ValueError as error:
        print(error)


class Point(NamedTuple):
    x: int
    name: str


pprint.pprint([Point(1, "a" * 40), Point(2, "b" * 50)])
pprint.pprint(Point(1, "a b " * 30))
pprint.pprint(Counter("abca"))
