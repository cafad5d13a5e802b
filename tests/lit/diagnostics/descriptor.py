# What a class's variable gives is never left to its own class.
# RUN: %exits 1 %pyc check %s 2>&1 | FileCheck %s
# CHECK: error[E0501]: A descriptor can't be compiled
class Positive:
    def __get__(self, obj, objtype=None):
        return 1

    def __set__(self, obj, value):
        if value < 0:
            raise ValueError(value)


class Account:
    balance = Positive()

    def __init__(self, balance):
        self.balance = balance


print(Account(-1).balance)
