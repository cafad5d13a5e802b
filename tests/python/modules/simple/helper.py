total = 10


def double(x):
    return x + x


def add_to_total(n: int) -> int:
    global total
    total += n
    return total


class Counter:
    def __init__(self) -> None:
        self.count = 0

    def bump(self) -> None:
        self.count += 1


if __name__ == "__main__":
    print("not when imported")
