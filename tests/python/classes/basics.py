class Account:
    """A bank account."""

    rate = 0.05

    def __init__(self, owner: str, balance: int = 0) -> None:
        self.owner = owner
        self.balance = balance
        self.history: list[int] = []

    def deposit(self, amount: int) -> "Account":
        self.balance += amount
        self.history.append(amount)
        return self

    def withdraw(self, amount: int) -> bool:
        if amount > self.balance:
            return False
        self.balance -= amount
        self.history.append(-amount)
        return True

    def interest(self) -> float:
        return self.balance * self.rate

    def __str__(self) -> str:
        return f"{self.owner}: {self.balance}"


account = Account("Ann", 100)
account.deposit(50).deposit(25)
print(
    account,
    account.withdraw(500),
    account.withdraw(30),
    account.balance,
    account.history,
)
print(account.interest(), Account.rate)
other = Account("Bob")
print(other.balance, other.owner, other is account, account is account)
alias = account
alias.balance = 1
print(account.balance)
other.owner += "by"
print(other)
accounts = [account, other, Account(owner="Cy", balance=7)]
for each in accounts:
    print(each)
print(sum([a.balance for a in accounts]))
