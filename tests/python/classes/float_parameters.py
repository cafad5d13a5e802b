class Account:
    def __init__(self, owner: str, balance: float = 0.0):
        self.owner = owner
        self.balance = balance

    def deposit(self, amount: float) -> float:
        self.balance += amount
        return self.balance


a = Account("ann", 10)
b = Account("bob", 2.5)
c = Account("cy")
print(a.balance, b.balance, c.balance)
print(a.deposit(5), b.deposit(1), c.deposit(1))
for account in [a, b, c]:
    print(
        f"{account.owner} {account.balance} {account.balance * 2} {account.balance:.2f}"
    )


class Circle:
    def __init__(self, r: float):
        self.r = r

    def area(self) -> float:
        return 3.0 * self.r**2


print(Circle(2).area(), Circle(1.5).area(), Circle(2).r)
