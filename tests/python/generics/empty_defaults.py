"""A container made of nothing holds what is wanted of it."""

from typing import Generic, Iterable, TypeVar

T = TypeVar("T")


class Stack(Generic[T]):
    def __init__(self, items: Iterable[T] = ()) -> None:
        self._items: list[T] = list(items)

    def push(self, x: T) -> None:
        self._items.append(x)


s = Stack[int]()
s.push(1)
print(s._items)
t = Stack([1, 2])
t.push(4)
print(t._items)
