"""`pprint` of objects of dataclasses and of `collections` that need several lines."""

from collections import ChainMap, Counter, OrderedDict, defaultdict, deque
from dataclasses import dataclass, field
from pprint import pformat, pprint


@dataclass
class Item:
    name: str
    price: float
    tags: list[str] = field(default_factory=list)
    secret: int = field(default=0, repr=False)


@dataclass
class Order:
    number: int
    items: list[Item]
    notes: dict[str, str]


@dataclass
class Plain:
    text: str

    def __repr__(self):
        return "Plain<" + self.text + ">"


@dataclass
class Nothing:
    pass


items = [Item("screw", 0.25, ["small", "metal", "round"]), Item("a very long name of a thing" * 2, 1e10)]
pprint(Item("nut", 1.0))
pprint(items)
pprint(Order(7, items, {"to": "somebody who lives far away", "from": "somebody else who lives here"}))
pprint(Plain("x" * 100))
pprint([Nothing()] * 20)
print(pformat(items[0], width=20, indent=4))
words = "the quick brown fox jumps over the lazy dog and runs away from it".split()
pprint(OrderedDict([(word, len(word)) for word in words]))
pprint(Counter(letter for word in words for letter in word))
pprint(Counter({word * 5: len(word) for word in words}))
groups = defaultdict(list)
for word in words:
    groups[len(word)].append(word)
pprint(groups, width=40)
pprint(deque(words))
pprint(deque(words, maxlen=9), width=30)
pprint({"inner": deque(words), "other": [OrderedDict(a=1)]}, width=60)
pprint(ChainMap({word: 1 for word in words}, {"other": 2}))
for empty in (OrderedDict(), Counter(), deque(), defaultdict(int)):
    pprint(empty, width=2)
