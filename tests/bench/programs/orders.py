"""An order book: parsing, pricing, stock and reports. As a program of everyday size for measuring compile times."""


class OrderError(Exception):
    pass


class UnknownProduct(OrderError):
    def __init__(self, sku: str) -> None:
        super().__init__(f"unknown product {sku}")
        self.sku = sku


class OutOfStock(OrderError):
    def __init__(self, sku: str, wanted: int, available: int) -> None:
        super().__init__(f"{sku}: wanted {wanted}, available {available}")
        self.missing = wanted - available


class Product:
    def __init__(self, sku: str, name: str, cents: int, weight: float) -> None:
        self.sku = sku
        self.name = name
        self.cents = cents
        self.weight = weight

    def tax_percent(self) -> int:
        return 20

    def price(self, quantity: int) -> int:
        return self.cents * quantity

    def label(self) -> str:
        return f"{self.sku}:{self.name}"


class Book(Product):
    def __init__(self, sku: str, name: str, cents: int, pages: int) -> None:
        super().__init__(sku, name, cents, pages * 0.005)
        self.pages = pages

    def tax_percent(self) -> int:
        return 5

    def label(self) -> str:
        return super().label() + f" ({self.pages} p.)"


class Bulk(Product):
    def __init__(self, sku: str, name: str, cents: int, weight: float, threshold: int) -> None:
        super().__init__(sku, name, cents, weight)
        self.threshold = threshold

    def price(self, quantity: int) -> int:
        full = super().price(quantity)
        if quantity >= self.threshold:
            return full * 9 // 10
        return full


class Line:
    def __init__(self, product: Product, quantity: int) -> None:
        self.product = product
        self.quantity = quantity

    def net(self) -> int:
        return self.product.price(self.quantity)

    def tax(self) -> int:
        return self.net() * self.product.tax_percent() // 100

    def weight(self) -> float:
        return self.product.weight * self.quantity


class Order:
    def __init__(self, number: int, customer: str) -> None:
        self.number = number
        self.customer = customer
        self.lines: list[Line] = []
        self.coupon: str | None = None

    def add(self, product: Product, quantity: int) -> None:
        for line in self.lines:
            if line.product is product:
                line.quantity += quantity
                return
        self.lines.append(Line(product, quantity))

    def net(self) -> int:
        return sum([line.net() for line in self.lines])

    def discount(self) -> int:
        if self.coupon is None:
            return 0
        if self.coupon.startswith("PCT"):
            return self.net() * int(self.coupon[3:]) // 100
        if self.coupon == "TENOFF":
            return min(1000, self.net())
        return 0

    def tax(self) -> int:
        return sum([line.tax() for line in self.lines])

    def shipping(self) -> int:
        weight = sum([line.weight() for line in self.lines])
        if weight == 0:
            return 0
        if weight < 1.0:
            return 300
        return 300 + int(weight * 150)

    def total(self) -> int:
        return self.net() - self.discount() + self.tax() + self.shipping()


class Shop:
    def __init__(self) -> None:
        self.products: dict[str, Product] = {}
        self.stock: dict[str, int] = {}
        self.orders: list[Order] = []
        self.problems: list[str] = []

    def register(self, product: Product, quantity: int) -> None:
        self.products[product.sku] = product
        self.stock[product.sku] = self.stock.get(product.sku, 0) + quantity

    def find(self, sku: str) -> Product:
        product = self.products.get(sku)
        if product is None:
            raise UnknownProduct(sku)
        return product

    def take(self, sku: str, quantity: int) -> None:
        available = self.stock[sku]
        if available < quantity:
            raise OutOfStock(sku, quantity, available)
        self.stock[sku] = available - quantity

    def place(self, text: str) -> Order | None:
        fields = text.split(";")
        try:
            order = self.parse(fields)
        except UnknownProduct as error:
            self.problems.append(f"{text}: {error}")
            return None
        except OutOfStock as error:
            self.problems.append(f"{text}: {error} (missing {error.missing})")
            return None
        except ValueError as error:
            self.problems.append(f"{text}: {error}")
            return None
        self.orders.append(order)
        return order

    def parse(self, fields: list[str]) -> Order:
        if len(fields) < 2:
            raise ValueError("too few fields")
        order = Order(len(self.orders) + 1, fields[0].strip())
        for item in fields[1].split(","):
            sku, _, count = item.strip().partition("*")
            quantity = int(count) if count else 1
            product = self.find(sku)
            self.take(sku, quantity)
            order.add(product, quantity)
        if len(fields) > 2 and fields[2]:
            order.coupon = fields[2]
        return order


def money(cents: int) -> str:
    return f"{cents // 100}.{cents % 100:02d}"


def invoice(order: Order) -> list[str]:
    lines = [f"order {order.number} for {order.customer}"]
    for line in order.lines:
        lines.append(f"  {line.quantity:3} x {line.product.label():<28} {money(line.net()):>9}")
    if order.discount() > 0:
        lines.append(f"  discount {money(order.discount()):>34}")
    lines.append(f"  tax {money(order.tax()):>39}")
    lines.append(f"  shipping {money(order.shipping()):>34}")
    lines.append(f"  total {money(order.total()):>37}")
    return lines


def by_customer(orders: list[Order]) -> dict[str, int]:
    totals: dict[str, int] = {}
    for order in orders:
        totals[order.customer] = totals.get(order.customer, 0) + order.total()
    return totals


def best_sellers(orders: list[Order]) -> list[tuple[int, str]]:
    counts: dict[str, int] = {}
    for order in orders:
        for line in order.lines:
            counts[line.product.name] = counts.get(line.product.name, 0) + line.quantity
    ranking = [(-count, name) for name, count in counts.items()]
    ranking.sort()
    return ranking


def histogram(values: list[int], width: int) -> list[str]:
    if not values:
        return []
    largest = max(values)
    bars = []
    for value in values:
        length = value * width // largest
        bars.append("#" * length + "." * (width - length))
    return bars


def median(values: list[int]) -> float:
    ordered = sorted(values)
    middle = len(ordered) // 2
    if len(ordered) % 2 == 1:
        return ordered[middle] * 1.0
    return (ordered[middle - 1] + ordered[middle]) / 2


def wrap(text: str, width: int) -> list[str]:
    lines: list[str] = []
    current = ""
    for word in text.split():
        if current and len(current) + 1 + len(word) > width:
            lines.append(current)
            current = word
        elif current:
            current += " " + word
        else:
            current = word
    if current:
        lines.append(current)
    return lines


def stocked_shop() -> Shop:
    shop = Shop()
    shop.register(Product("P1", "kettle", 2499, 1.2), 10)
    shop.register(Product("P2", "lamp", 3950, 2.5), 4)
    shop.register(Book("B1", "atlas", 4500, 420), 3)
    shop.register(Book("B2", "novel", 1250, 310), 25)
    shop.register(Bulk("K1", "screws", 5, 0.01, 100), 5000)
    shop.register(Bulk("K2", "nails", 4, 0.008, 200), 3000)
    return shop


REQUESTS = [
    "ann;P1,B2*2",
    "bob;K1*250,K2*50;PCT10",
    "cy;B1*2,P2;TENOFF",
    "dee;X9",
    "ann;B1*5",
    "eve;P2*2,P2,B2;NOSUCH",
    "bob;K2*many",
    "nobody",
    "cy;B2*3,K1*99,K2*1000;PCT25",
]


def main() -> None:
    shop = stocked_shop()
    for request in REQUESTS:
        order = shop.place(request)
        if order is not None:
            for line in invoice(order):
                print(line)
    print("problems:")
    for problem in shop.problems:
        for line in wrap(problem, 40):
            print("  " + line)
    totals = by_customer(shop.orders)
    for customer in sorted(totals):
        print(f"{customer:<6}{money(totals[customer]):>10}")
    for count, name in best_sellers(shop.orders)[:3]:
        print(f"{name}: {-count}")
    values = [order.total() for order in shop.orders]
    for bar in histogram(values, 20):
        print(bar)
    print(f"median {median(values):.1f}")
    print({sku: count for sku, count in shop.stock.items() if count < 10})


main()
