"""A generic class that defines a method of its base anew: objects of each of its types have theirs. Classes may name each other in annotations."""

from typing import Generic, TypeVar

T = TypeVar("T")


class Shape:
    owner: "Owner | None" = None

    def name(self) -> str:
        return "shape"

    def both(self) -> str:
        return f"<{self.name()}>"


class Owner:
    shape: Shape | None

    def __init__(self, shape: Shape | None) -> None:
        self.shape = shape


class Box(Shape, Generic[T]):
    def __init__(self, content: T) -> None:
        self.content = content

    def name(self) -> str:
        return f"box of {self.content!r}"


class Lid(Box[T]):
    def name(self) -> str:
        return "lid on " + super().name()


shapes: list[Shape] = [Shape(), Box(1), Box("x"), Lid([2.5])]
for shape in shapes:
    print(shape.name(), shape.both(), isinstance(shape, Box))
owner = Owner(shapes[1])
shapes[0].owner = owner
print(owner.shape is shapes[1], shapes[0].owner is owner, shapes[1].owner)
