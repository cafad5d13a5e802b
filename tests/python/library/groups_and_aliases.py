"""Groups of matches used as texts, other names of modules, and generator expressions for annotated containers."""

import math
import re
from collections import Counter, deque

m = math


def rounded(x):
    return m.floor(x)


print(m.sqrt(4), rounded(2.5))
total = 0
for line in ["1-3 a: abcde", "1-3 b: cdefg"]:
    low, high, letter, word = re.match(r"(\d+)-(\d+) (\w): (\w+)", line).groups()
    if int(low) <= word.count(letter) <= int(high):
        total += 1
print(total)
matched = re.match(r"(\w+)(\d)?", "abc")
first, second = matched.groups()
print(first.upper(), second)
try:
    print("abc".count(second))
except TypeError as error:
    print(error)
queue: deque[int] = deque(x for x in range(3))
print(queue)


def votes(given: list[int]):
    counted: Counter[int] = Counter()
    counted = Counter(vote for vote in given if vote)
    return counted


print(votes([1, 0, 1]))
