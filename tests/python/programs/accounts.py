# bank with classes and inheritance
class Account:
    interest = 0.02

    def __init__(self, owner: str, balance: float = 0.0):
        self.owner = owner
        self.balance = balance
        self.history: list[tuple[str, float]] = []

    def deposit(self, amount: float) -> None:
        if amount <= 0:
            raise ValueError(f"invalid amount: {amount}")
        self.balance += amount
        self.history.append(("deposit", amount))

    def withdraw(self, amount: float) -> None:
        if amount > self.balance:
            raise InsufficientFunds(self.balance, amount)
        self.balance -= amount
        self.history.append(("withdraw", amount))

    def __str__(self) -> str:
        return f"{self.owner}: {self.balance:.2f}"

    def __repr__(self):
        return f"Account({self.owner!r}, {self.balance!r})"

    def __eq__(self, other):
        return isinstance(other, Account) and self.owner == other.owner


class InsufficientFunds(Exception):
    def __init__(self, balance, amount):
        super().__init__(f"need {amount} but have {balance}")
        self.balance = balance
        self.amount = amount


class Savings(Account):
    def __init__(self, owner, balance=0.0, rate=0.05):
        super().__init__(owner, balance)
        self.rate = rate

    def add_interest(self):
        self.deposit(self.balance * self.rate)

    def __str__(self):
        return "Savings " + super().__str__()


def main():
    accounts = [
        Account("ann", 10.0),
        Savings("bob", 100.0),
        Savings("cy", 50.0, rate=0.1),
    ]
    for a in accounts:
        a.deposit(5.0)
        if isinstance(a, Savings):
            a.add_interest()
        print(a)
    try:
        accounts[0].withdraw(1000.0)
    except InsufficientFunds as e:
        print("error:", e, e.balance, e.amount)
    print(accounts)
    print(accounts[0] == Account("ann"), accounts[0] != accounts[1])
    total = sum(a.balance for a in accounts)
    print(f"{total:10.3f}|")
    best = max(accounts, key=lambda a: a.balance)
    print(best)
    print(sorted([a.owner for a in accounts], reverse=True))


main()
