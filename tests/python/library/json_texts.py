# JSON: what is written, what is read, and what is wrong with texts.
import io
import json
from dataclasses import asdict, dataclass
from enum import IntEnum

# Writing
for value in [0, -1, 9223372036854775807, 1.0, -0.0, 1e16, 1e-7, 0.1, float("inf"), float("-inf"), float("nan")]:
    print(json.dumps(value), end=" ")
print(json.dumps(True), json.dumps(False), json.dumps(None), json.dumps(""), json.dumps([]), json.dumps({}), json.dumps(()))
for text in ['"', "\\", "/", "\n\r\t\f\b", "\x00\x1f\x7f", "é", "日本", "😀", "a\u2028b", "'", "<&>"]:
    print(json.dumps(text), json.dumps(text, ensure_ascii=False))
print(json.dumps([1, "two", 3.0, None, True, [4, [5]], {"six": 6}]))
print(json.dumps((1, ("a", 2.5))), json.dumps({"a": 1, "b": [1, 2], "c": {"d": "e"}}))
print(
    json.dumps({1: "a", 2: "b"}),
    json.dumps({1.5: 1, 0.1: 2}),
    json.dumps({True: 1, False: 2}),
    json.dumps({None: 1}),
    json.dumps({"z": 1, "a": 2}, sort_keys=True),
)
print(
    json.dumps([1, 2], separators=(",", ":")), json.dumps({"a": 1, "b": 2}, separators=("; ", " = ")), json.dumps([[], {}, [1]], indent=2)
)
print(json.dumps({"a": [1, {"b": [], "c": {}}], "d": "x"}, indent=4))
print(json.dumps([1, [2]], indent=0), json.dumps([1, [2]], indent="\t"), json.dumps({"a": [1]}, indent=1, separators=(", ", ":")))
print(json.dumps({"b": 1, "a": {"d": 1, "c": 2}}, indent=2, sort_keys=True, ensure_ascii=False))


class Color(IntEnum):
    RED = 1


@dataclass
class Point:
    x: int
    y: float


print(json.dumps(Color.RED), json.dumps(asdict(Point(1, 2.5))), json.dumps([asdict(Point(0, 0.5)), asdict(Point(1, 1.5))]))
print(
    json.dumps(Point(1, 2.0), default=asdict),
    json.dumps([{1, 2}], default=sorted),
    json.dumps({"p": Point(3, 4.0)}, default=lambda p: [p.x, p.y]),
)
try:
    json.dumps(Point(1, 2.0))
except TypeError as error:
    print(error)
try:
    json.dumps([1.0, float("nan")], allow_nan=False)
except ValueError as error:
    print(error)
try:
    json.dumps({(1, 2): 3})
except TypeError as error:
    print(error)
print(json.dumps({(1, 2): 3}, skipkeys=True))

# Reading
for text in [
    "0",
    "-0",
    "12",
    "-7",
    "1.5",
    "-0.0",
    "1e3",
    "1E-2",
    "2.5e+1",
    "1e400",
    "true",
    "false",
    "null",
    '""',
    "[]",
    "{}",
    " \n[ ] ",
    "NaN",
    "Infinity",
    "-Infinity",
]:
    print(json.loads(text), end=" ")
print()
for text in [
    '"a"',
    r'"\"\\\/\b\f\n\r\t"',
    r'"\u00e9\u65E5"',
    r'"\ud83d\ude00"',
    '"é日😀"',
    '[1, 2.0, "x", null, true]',
    '{"a": {"b": [1, {"c": []}]}, "a2": ""}',
    '{"a": 1, "a": 2}',
]:
    print(repr(json.loads(text)))

data = json.loads(
    '{"name": "Ann", "age": 30, "tags": ["x", "y"], "address": {"city": "Oslo", "geo": [59.9, 10.7]}, "ok": true, "none": null}'
)
print(
    data["name"], data["age"] + 1, data["tags"][1], data["address"]["city"].upper(), data["address"]["geo"][0] * 2, data["ok"], data["none"]
)
print(
    len(data), "age" in data, "x" in data, list(data), sorted(data), data.get("x"), data.get("name"), data.get("x", 5), data["tags"] + ["z"]
)
for key, value in data.items():
    print(
        key, value, isinstance(value, str), isinstance(value, (int, float)), isinstance(value, dict), isinstance(value, list), value is None
    )
print(
    [tag.title() for tag in data["tags"]],
    data["tags"] == ["x", "y"],
    data["address"] == {"city": "Oslo"},
    data["age"] == 30,
    data["name"] == "Ann",
)
print(

    max(json.loads("[1.5, 0.5]")),
    [n * 2 for n in json.loads("[1, 2]")],
    json.loads("[1, 2, 3, 4]")[1:3],
    json.loads("[3, 1]")[-1],
)
data["age"] = 31
data["new"] = None
data["tags"].append("w")
del data["ok"]
print(data, json.dumps(data), json.loads(json.dumps(data)) == data)


def depth(value) -> int:
    if isinstance(value, dict):
        return 1 + max([depth(item) for item in value.values()], default=0)
    if isinstance(value, list):
        return 1 + max([depth(item) for item in value], default=0)
    return 0


print(depth(data), depth(json.loads("[[[[]], 1]]")), depth(json.loads("3")))
print(json.loads(b'{"a": "\xc3\xa9"}'), json.loads(bytearray(b"[1]")))
match json.loads('{"kind": "circle", "r": 2}'):
    case {"kind": "circle", "r": r}:
        print("circle", r)
    case _:
        print("other")
for bad in ["x", 1]:
    try:
        print(data[bad])
    except KeyError as error:
        print("KeyError", error)
try:
    print(data["tags"]["x"])
except TypeError as error:
    print(error)
try:
    print(data["age"]["x"])
except TypeError as error:
    print(error)

# Errors
for text in [
    "", " ", "x", "[", "[1", "[1,", "[1,]", "[1 2]", "{", "{1: 2}", '{"a"', '{"a" 1}', '{"a":', '{"a":}', '{"a": 1', '{"a": 1,', '{"a": 1,}', '{"a": 1 "b"}', "{'a': 1}",
    "1 2", "[] x", "01", "-", "+1", ".5", "1.", "1.e", "1e", "tru", "True", '"', '"a', '"\\', '"\\q"', '"\\u12"', '"\\u12G4"', '"\\u1234', '"a\nb"', '"\t"', "[\n1,\n  oops]", "\ufeff1", '{"é": x}', "nan", "]",
]:  # fmt: skip
    try:
        print(repr(text), json.loads(text))
    except json.JSONDecodeError as error:
        print(repr(text), error, "|", error.msg, error.pos, error.lineno, error.colno, error.doc == text)
try:
    json.loads("{")
except ValueError as error:
    print("ValueError", error)

# Files
with io.StringIO() as file:
    json.dump({"a": [1, 2]}, file, indent=1)
    print(file.getvalue())
    file.seek(0)
    print(json.load(file))

# Values of several types
print(sum(json.loads("[1, 2]")))
d = json.loads('{"a": [1, 2.5, null], "b": {"c": "x"}}')
print(d["a"][1] + 1, d["b"]["c"].upper(), len(d), [k for k in d])
