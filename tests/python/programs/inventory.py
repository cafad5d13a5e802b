# Text in, report out.
RECORDS = """
widget,4,2.50
gadget,10,1.25
doohickey,0,9.99
gizmo,x,3.00
widget,6,2.50
broken line
"""


class Item:
    def __init__(self, name: str, quantity: int, price: float) -> None:
        self.name = name
        self.quantity = quantity
        self.price = price

    def value(self) -> float:
        return self.quantity * self.price

    def __repr__(self) -> str:
        return f"Item({self.name!r}, {self.quantity}, {self.price})"


def parse(line: str) -> Item:
    parts = line.split(",")
    if len(parts) != 3:
        raise ValueError(f"expected 3 fields, got {len(parts)}")
    return Item(parts[0], int(parts[1]), float(parts[2]))


items: dict[str, Item] = {}
problems: list[tuple[int, str]] = []
for number, line in enumerate(RECORDS.strip().split("\n"), start=1):
    try:
        item = parse(line)
    except ValueError as error:
        problems.append((number, str(error)))
        continue
    if item.name in items:
        items[item.name].quantity += item.quantity
    else:
        items[item.name] = item
print(f"{'name':<12}|{'qty':>5}|{'value':>10}")
print("-" * 29)
for name in sorted(items):
    item = items[name]
    print(f"{name:<12}|{item.quantity:>5}|{item.value():>10.2f}")
print(f"total {sum([item.value() for item in items.values()]):.2f}")
for number, problem in problems:
    print(f"line {number}: {problem}")
print(items["widget"], list(items.values())[-1])
