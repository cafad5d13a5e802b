"""Stands in for `pyc.unsafe`: addresses are places in lists."""


class Ptr:
    def __init__(self, items, start=0):
        self.items, self.start = items, start

    def __class_getitem__(cls, _):
        return cls

    def __getitem__(self, index):
        return self.items[self.start + index]

    def __setitem__(self, index, value):
        self.items[self.start + index] = value

    def __add__(self, count):
        return Ptr(self.items, self.start + count)
