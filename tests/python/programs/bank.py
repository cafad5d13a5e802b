class InsufficientFunds(Exception):
    def __init__(self, needed: int, available: int) -> None:
        super().__init__(f"needed {needed}, available {available}")
        self.needed = needed
        self.available = available


class Account:
    def __init__(self, owner: str, balance: int = 0) -> None:
        self.owner = owner
        self.balance = balance

    def withdraw(self, amount: int) -> None:
        if amount <= 0:
            raise ValueError(f"invalid amount: {amount}")
        if amount > self.balance:
            raise InsufficientFunds(amount, self.balance)
        self.balance -= amount

    def fee(self) -> int:
        return 0


class Premium(Account):
    def __init__(self, owner: str, balance: int, limit: int) -> None:
        super().__init__(owner, balance)
        self.limit = limit

    def withdraw(self, amount: int) -> None:
        if self.balance + self.limit < amount:
            raise InsufficientFunds(amount, self.balance + self.limit)
        self.balance -= amount

    def fee(self) -> int:
        return 5


class Bank:
    def __init__(self) -> None:
        self.accounts: dict[str, Account] = {}
        self.log: list[str] = []

    def add(self, account: Account) -> None:
        self.accounts[account.owner] = account

    def transfer(self, source: str, target: str, amount: int) -> bool:
        try:
            giver = self.accounts[source]
            receiver = self.accounts[target]
            giver.withdraw(amount + giver.fee())
            receiver.balance += amount
        except KeyError as error:
            self.log.append(f"unknown account {error}")
            return False
        except InsufficientFunds as error:
            self.log.append(
                f"{source}: {error} (short by {error.needed - error.available})"
            )
            return False
        except ValueError as error:
            self.log.append(str(error))
            return False
        else:
            self.log.append(f"{source} -> {target}: {amount}")
            return True
        finally:
            self.log.append("---")


bank = Bank()
bank.add(Account("ann", 100))
bank.add(Premium("bob", 50, 200))
print(bank.transfer("ann", "bob", 30))
print(bank.transfer("ann", "bob", 300))
print(bank.transfer("bob", "ann", 200))
print(bank.transfer("bob", "zed", 1))
print(bank.transfer("ann", "bob", -5))
for line in bank.log:
    print(line)
print({owner: account.balance for owner, account in bank.accounts.items()})
