"""`ChainMap`: several dictionaries as one."""

from collections import ChainMap

chain = ChainMap({"size": 3}, {"size": 1, "color": 2})
print(chain, chain["size"], chain["color"], len(chain), list(chain), chain.get("q"), chain.get("q", 5), "color" in chain, "q" in chain)
chain["new"] = 4
print({**chain}, sorted(chain), [key for key in chain])
print(chain, list(chain.items()), list(chain.values()), chain.keys(), chain.parents, chain.maps)
print(chain.new_child(), chain.new_child({"z": 1}), ("size", 3) in chain.items(), 4 in chain.values(), len(chain.items()))
for wrong in ("nope", "color"):
    try:
        del chain[wrong]
    except KeyError as error:
        print(error)
    try:
        print(chain.pop(wrong))
    except KeyError as error:
        print(error)
try:
    print(chain["nope"])
except KeyError as error:
    print(error)
del chain["new"]
print(chain.pop("size"), chain.pop("size", None), chain, bool(chain), bool(ChainMap({}, {})))
print(chain == {"size": 1, "color": 2}, chain == ChainMap({"size": 1}, {"color": 2}), chain != {})
chain.update(a=1)
print(chain.setdefault("b", 2), chain.setdefault("color", 7))
copied = chain.copy()
copied["zz"] = 1
print(chain, copied, chain | {"k": 3}, dict(chain))
try:
    ChainMap({}, {1: 2}).popitem()
except KeyError as error:
    print(error)
empty = ChainMap()
empty["x"] = 1
print(empty, empty.popitem(), empty)
