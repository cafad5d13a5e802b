class OutOfStock(Exception):
    def __init__(self, item: str, missing: int) -> None:
        super().__init__(f"no more {item}")
        self.missing = missing


levels = {"nut": 5, "bolt": 3}


def take(item: str, count: int) -> int:
    if levels[item] < count:
        raise OutOfStock(item, count - levels[item])
    levels[item] -= count
    return levels[item]
