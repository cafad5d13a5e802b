from __future__ import annotations
from dataclasses import dataclass, field, InitVar


class Tag:
    def __repr__(self):
        return "Tag()"


@dataclass
class Base:
    name: str
    tag: Tag
    sizes: list[int] = field(default_factory=list)
    weight: float = 1.5


@dataclass(order=True, frozen=True)
class Key:
    a: int
    b: str = "k"
