# `and` and `or` within each other, as values and as conditions: deep ones too, which must not take longer with each level than with the one before.


def said(value: int) -> int:
    print(value, end=" ")
    return value


def deep(a: int, b: int) -> int:
    return (
        (
            (
                (
                    (
                        (
                            (
                                (
                                    (
                                        (
                                            (
                                                (
                                                    (
                                                        (
                                                            (
                                                                (
                                                                    (
                                                                        (
                                                                            (
                                                                                (
                                                                                    (
                                                                                        (
                                                                                            (
                                                                                                (
                                                                                                    (
                                                                                                        (
                                                                                                            (
                                                                                                                (
                                                                                                                    (
                                                                                                                        (
                                                                                                                            (
                                                                                                                                a
                                                                                                                                and b
                                                                                                                            )
                                                                                                                            or a
                                                                                                                        )
                                                                                                                        and b
                                                                                                                    )
                                                                                                                    or a
                                                                                                                )
                                                                                                                and b
                                                                                                            )
                                                                                                            or a
                                                                                                        )
                                                                                                        and b
                                                                                                    )
                                                                                                    or a
                                                                                                )
                                                                                                and b
                                                                                            )
                                                                                            or a
                                                                                        )
                                                                                        and b
                                                                                    )
                                                                                    or a
                                                                                )
                                                                                and b
                                                                            )
                                                                            or a
                                                                        )
                                                                        and b
                                                                    )
                                                                    or a
                                                                )
                                                                and b
                                                            )
                                                            or a
                                                        )
                                                        and b
                                                    )
                                                    or a
                                                )
                                                and b
                                            )
                                            or a
                                        )
                                        and b
                                    )
                                    or a
                                )
                                and b
                            )
                            or a
                        )
                        and b
                    )
                    or a
                )
                and b
            )
            or a
        )
        and b
    ) or a


def same(value: int) -> int:
    return value


def calls(a: int, b: int) -> int:
    return same(
        same(
            same(
                same(
                    same(
                        same(
                            same(
                                same(
                                    same(
                                        same(
                                            same(
                                                same(
                                                    same(
                                                        same(
                                                            same(
                                                                same(
                                                                    same(
                                                                        same(
                                                                            same(
                                                                                same(
                                                                                    same(
                                                                                        same(
                                                                                            same(
                                                                                                same(
                                                                                                    same(
                                                                                                        same(
                                                                                                            same(
                                                                                                                same(
                                                                                                                    same(
                                                                                                                        same(
                                                                                                                            same(
                                                                                                                                same(
                                                                                                                                    same(
                                                                                                                                        same(
                                                                                                                                            same(
                                                                                                                                                same(
                                                                                                                                                    same(
                                                                                                                                                        same(
                                                                                                                                                            same(
                                                                                                                                                                same(
                                                                                                                                                                    a
                                                                                                                                                                    and b
                                                                                                                                                                )
                                                                                                                                                                and b
                                                                                                                                                            )
                                                                                                                                                            and b
                                                                                                                                                        )
                                                                                                                                                        and b
                                                                                                                                                    )
                                                                                                                                                    and b
                                                                                                                                                )
                                                                                                                                                and b
                                                                                                                                            )
                                                                                                                                            and b
                                                                                                                                        )
                                                                                                                                        and b
                                                                                                                                    )
                                                                                                                                    and b
                                                                                                                                )
                                                                                                                                and b
                                                                                                                            )
                                                                                                                            and b
                                                                                                                        )
                                                                                                                        and b
                                                                                                                    )
                                                                                                                    and b
                                                                                                                )
                                                                                                                and b
                                                                                                            )
                                                                                                            and b
                                                                                                        )
                                                                                                        and b
                                                                                                    )
                                                                                                    and b
                                                                                                )
                                                                                                and b
                                                                                            )
                                                                                            and b
                                                                                        )
                                                                                        and b
                                                                                    )
                                                                                    and b
                                                                                )
                                                                                and b
                                                                            )
                                                                            and b
                                                                        )
                                                                        and b
                                                                    )
                                                                    and b
                                                                )
                                                                and b
                                                            )
                                                            and b
                                                        )
                                                        and b
                                                    )
                                                    and b
                                                )
                                                and b
                                            )
                                            and b
                                        )
                                        and b
                                    )
                                    and b
                                )
                                and b
                            )
                            and b
                        )
                        and b
                    )
                    and b
                )
                and b
            )
            and b
        )
        and b
    )


def comparisons(a: bool, b: bool) -> bool:
    return (
        (
            (
                (
                    (
                        (
                            (
                                (
                                    (
                                        (
                                            (
                                                (
                                                    (
                                                        (
                                                            (
                                                                (
                                                                    (
                                                                        (
                                                                            (
                                                                                (
                                                                                    (
                                                                                        (
                                                                                            (
                                                                                                (
                                                                                                    (
                                                                                                        (
                                                                                                            (
                                                                                                                (
                                                                                                                    (
                                                                                                                        (
                                                                                                                            (
                                                                                                                                (
                                                                                                                                    (
                                                                                                                                        (
                                                                                                                                            (
                                                                                                                                                (
                                                                                                                                                    (
                                                                                                                                                        (
                                                                                                                                                            (
                                                                                                                                                                a
                                                                                                                                                                == b
                                                                                                                                                                and b
                                                                                                                                                            )
                                                                                                                                                            == b
                                                                                                                                                            and b
                                                                                                                                                        )
                                                                                                                                                        == b
                                                                                                                                                        and b
                                                                                                                                                    )
                                                                                                                                                    == b
                                                                                                                                                    and b
                                                                                                                                                )
                                                                                                                                                == b
                                                                                                                                                and b
                                                                                                                                            )
                                                                                                                                            == b
                                                                                                                                            and b
                                                                                                                                        )
                                                                                                                                        == b
                                                                                                                                        and b
                                                                                                                                    )
                                                                                                                                    == b
                                                                                                                                    and b
                                                                                                                                )
                                                                                                                                == b
                                                                                                                                and b
                                                                                                                            )
                                                                                                                            == b
                                                                                                                            and b
                                                                                                                        )
                                                                                                                        == b
                                                                                                                        and b
                                                                                                                    )
                                                                                                                    == b
                                                                                                                    and b
                                                                                                                )
                                                                                                                == b
                                                                                                                and b
                                                                                                            )
                                                                                                            == b
                                                                                                            and b
                                                                                                        )
                                                                                                        == b
                                                                                                        and b
                                                                                                    )
                                                                                                    == b
                                                                                                    and b
                                                                                                )
                                                                                                == b
                                                                                                and b
                                                                                            )
                                                                                            == b
                                                                                            and b
                                                                                        )
                                                                                        == b
                                                                                        and b
                                                                                    )
                                                                                    == b
                                                                                    and b
                                                                                )
                                                                                == b
                                                                                and b
                                                                            )
                                                                            == b
                                                                            and b
                                                                        )
                                                                        == b
                                                                        and b
                                                                    )
                                                                    == b
                                                                    and b
                                                                )
                                                                == b
                                                                and b
                                                            )
                                                            == b
                                                            and b
                                                        )
                                                        == b
                                                        and b
                                                    )
                                                    == b
                                                    and b
                                                )
                                                == b
                                                and b
                                            )
                                            == b
                                            and b
                                        )
                                        == b
                                        and b
                                    )
                                    == b
                                    and b
                                )
                                == b
                                and b
                            )
                            == b
                            and b
                        )
                        == b
                        and b
                    )
                    == b
                    and b
                )
                == b
                and b
            )
            == b
            and b
        )
        == b
        and b
    ) == b and b


class Node:
    def __init__(self, name: str, next: "Node | None" = None) -> None:
        self.name = name
        self.next = next


def name_of(node: Node | None) -> str:
    return (node and node.name) or "none"


def second(node: Node | None) -> bool:
    return (node is not None and node.next is not None) and node.next.name == "b"


def either(left: str | None, right: str | None) -> str:
    return (left or right) or "neither"


for a in range(3):
    for b in range(3):
        print(
            deep(a, b),
            calls(a, b),
            comparisons(a > 0, b > 0),
            (a or b) and (b or a),
            (a and b) or 7,
            end="; ",
        )
print()
print((said(0) or said(3)) and said(4))
print((said(0) and said(3)) or said(5))
print((said(1) and (said(0) or said(2))) and said(6))
print(name_of(None), name_of(Node("a")), name_of(Node("")))
print(second(None), second(Node("a")), second(Node("a", Node("b"))))
print(either(None, None), either("", "r"), either("l", None))
if (count := said(2)) and (count > 1 or said(9)):
    print("counted", count)
x = (count := said(4)) > 3 and count
print(x)
