"""Accounts with errors of their own, and a stock of goods."""

from datetime import date
from abc import ABC, abstractmethod
from collections import OrderedDict


class InsufficientFunds(Exception):
    def __init__(self, balance, amount):
        super().__init__(f"need {amount - balance:.2f} more")
        self.balance = balance
        self.amount = amount


class Account(ABC):
    _next = 1000
    accounts = {}

    def __init__(self, owner, balance=0):
        self.owner = owner
        self._balance = balance
        self.number = Account._next
        Account._next += 1
        Account.accounts[self.number] = self
        self.history = []

    @property
    def balance(self):
        return self._balance

    @balance.setter
    def balance(self, value):
        if value < 0:
            raise ValueError("negative balance")
        self._balance = value

    @abstractmethod
    def interest(self): ...

    def deposit(self, amount):
        if amount <= 0:
            raise ValueError("Deposit must be positive")
        self.balance += amount
        self.history.append(("deposit", amount))

    def withdraw(self, amount):
        if amount > self.balance:
            raise InsufficientFunds(self.balance, amount)
        self.balance -= amount
        self.history.append(("withdraw", amount))

    def __str__(self):
        return f"{type(self).__name__}[{self.number}] {self.owner:<10}{self.balance:>10,.2f}"

    def __lt__(self, other):
        return self.balance < other.balance


class Savings(Account):
    rate = 0.05

    def interest(self):
        return self.balance * self.rate


class Checking(Account):
    def __init__(self, owner, balance=0, overdraft=100):
        super().__init__(owner, balance)
        self.overdraft = overdraft

    def interest(self):
        return 0

    def withdraw(self, amount):
        if amount > self.balance + self.overdraft:
            raise InsufficientFunds(self.balance + self.overdraft, amount)
        self._balance -= amount
        self.history.append(("withdraw", amount))


a = Savings("Ann", 1000)
b = Checking("Bob", 50)
c = Savings("Cy")
a.deposit(250.75)
b.withdraw(120)
for acct, amt in ((a, 5000), (b, 500), (c, 1)):
    try:
        acct.withdraw(amt)
    except InsufficientFunds as e:
        print("Error:", e, e.balance, e.amount)
try:
    c.balance = -5
except ValueError as e:
    print(e)
try:
    Account("x")
except TypeError as e:
    print(e)
for x in sorted(Account.accounts.values()):
    print(x, f"{x.interest():.3f}")
print([h for acc in Account.accounts.values() for h in acc.history])
print(max(Account.accounts.values(), key=lambda z: z.balance).owner)
total = sum(acc.balance for acc in Account.accounts.values())
print(f"{total:,.2f}", isinstance(a, Account), issubclass(Checking, Account))

inventory = OrderedDict()
for line in "apple,3,0.5;pear,10,0.25;kiwi,0,1".split(";"):
    name, qty, price = line.split(",")
    inventory[name] = {"qty": int(qty), "price": float(price)}
inventory.move_to_end("apple")
for name, item in inventory.items():
    print("%-8s %3d %6.2f %s" % (name, item["qty"], item["price"], "*" * int(item["qty"])))
print(sum(i["qty"] * i["price"] for i in inventory.values()))
