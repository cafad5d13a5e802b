"""What JSON gives has Python's own classes to all who ask."""

import json
v = json.loads('[1, {"a": [], "b": {}, "c": "s", "d": 1.5, "e": true, "f": null}]')
print(type(v), type(v[1]), type(v).__name__, type(v[1]).__name__)
for k, x in v[1].items():
    print(k, type(x), type(x).__name__, isinstance(x, list), isinstance(x, dict), isinstance(x, str), x)
print(type(v[0]), type(v) is list, type(v) == list, type(v[1]) == dict)
try:
    v["x"]
except TypeError as e:
    print(e)
try:
    v + 1
except TypeError as e:
    print(e)
try:
    v[1]["zz"]
except KeyError as e:
    print(repr(e))
