"""Objects with `__getitem__` and no `__iter__`: loops ask for 0, 1 and so on, until there is an IndexError."""

from collections.abc import Iterable


class Squares:
    def __init__(self, count):
        self.count = count

    def __getitem__(self, index):
        if index >= self.count:
            raise IndexError("no more")
        return index * index


class Words:
    def __init__(self, text: str) -> None:
        self.words = text.split()

    def __len__(self) -> int:
        return len(self.words)

    def __getitem__(self, index: int) -> str:
        return self.words[index]


class Longer(Words):
    pass


class Broken:
    def __getitem__(self, index):
        return 10 // (2 - index)


squares = Squares(4)
for square in squares:
    print(square, end=" ")
print(list(squares), [x + 1 for x in squares], sum(squares), max(squares), 9 in squares, 5 in squares)
print(tuple(Squares(0)), sorted(Squares(3), reverse=True), {x for x in Squares(2)}, isinstance(squares, Iterable))
first, *rest = squares
print(first, rest, *squares)
words = Words("the quick brown fox")
print(len(words), words[1], ",".join(words), list(enumerate(words)), list(zip(words, squares)), "fox" in words)
print([word.upper() for word in Longer("a b")], dict(zip("ab", Longer("x y"))))
steps = iter(words)
print(next(steps), next(steps), list(steps), next(steps, "end"))
try:
    for value in Broken():
        print(value)
except ZeroDivisionError as e:
    print(e)
