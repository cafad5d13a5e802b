"""A program of a thousand lines, as people write them: classes, containers, text and numbers."""

PART = """

@dataclass
class Item{n}:
    name: str
    price: float
    count: int = {n}

    def total(self) -> float:
        return self.price * self.count

    def renamed(self, name: str) -> "Item{n}":
        return Item{n}(name, self.price, self.count)


class Store{n}:
    def __init__(self, items: list[Item{n}]) -> None:
        self.items = items
        self.by_name = {{item.name: item for item in items}}

    def find(self, name: str) -> Item{n} | None:
        return self.by_name.get(name)

    def most_valuable(self, count: int) -> list[str]:
        ranked = sorted(self.items, key=lambda item: (-item.total(), item.name))
        return [item.name for item in ranked[:count]]

    def totals(self) -> dict[str, float]:
        sums: dict[str, float] = {{}}
        for item in self.items:
            sums[item.name[0]] = sums.get(item.name[0], 0.0) + item.total()
        return sums


def words_{n}(text: str) -> dict[str, int]:
    counts = defaultdict(int)
    for word in text.lower().split():
        counts[word.strip(".,")] += 1
    return dict(counts)


def primes_{n}(limit):
    found = []
    for candidate in range(2, limit):
        if all(candidate % prime for prime in found if prime * prime <= candidate):
            found.append(candidate)
    return found


def work_{n}() -> None:
    store = Store{n}([Item{n}(f"item {{i}}", i * 1.5 + {n}, i % 7) for i in range(20)])
    print(store.most_valuable(3), len(store.totals()))
    found = store.find("item 3")
    if found is not None:
        print(found.renamed("other"), f"{{found.total():.2f}}")
    print(words_{n}("the cat, the dog. the end"), sum(primes_{n}(50 + {n})))
    try:
        print(store.items[{n} + 30].name)
    except IndexError as e:
        print("no such item:", e)
"""


def sample_program() -> str:
    parts = ["from collections import defaultdict\nfrom dataclasses import dataclass\n"]
    lines = 0
    number = 0
    while lines < 950:
        parts.append(PART.format(n=number))
        lines += PART.count("\n")
        number += 1
    parts.append("\n\n" + "".join(f"work_{n}()\n" for n in range(number)))
    return "".join(parts)
