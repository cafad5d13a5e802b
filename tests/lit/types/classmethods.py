# RUN: %pyc check %s


class Maker:
    def __init__(self, number: int) -> None:
        self.number = number

    @classmethod
    def one(cls) -> "Maker":
        return cls(1)
