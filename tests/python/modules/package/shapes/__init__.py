from .square import Square

UNIT = "cm"


def describe(square: Square) -> str:
    return f"{square.side}{UNIT} square"
