"""`atexit`: what is called at the end, the last one first."""

import atexit
import sys


def say(*words, end="\n"):
    print(*words, end=end)


@atexit.register
def first():
    print("first registered, last called")


def late():
    print("registers another")
    atexit.register(say, "added meanwhile")


class Counter:
    def __init__(self):
        self.count = 0

    def show(self, factor):
        print("count", self.count * factor)


counter = Counter()
atexit.register(say, "a", 1, None, end="!\n")
atexit.register(late)
atexit.register(counter.show, factor=2)
atexit.register(print, "to the error stream", file=sys.stderr)
atexit.register(lambda: print("lambda"))
counter.count = 21
print(first.__name__, atexit.register(say).__name__)
print("end of the program")
