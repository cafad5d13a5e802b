class Counter:
    made = 0

    def __init__(self) -> None:
        Counter.made += 1
        self.id = Counter.made

    def __repr__(self) -> str:
        return f"<{self.id}>"


items = [Counter() for _ in range(3)]
print(items, Counter.made)


class Temperature:
    def __init__(self, celsius: float) -> None:
        self._celsius = celsius

    @property
    def fahrenheit(self) -> float:
        return self._celsius * 9 / 5 + 32

    @staticmethod
    def freezing() -> float:
        return 0.0

    @classmethod
    def from_fahrenheit(cls, value: float) -> "Temperature":
        return cls((value - 32) * 5 / 9)


t = Temperature(100.0)
print(t.fahrenheit, Temperature.freezing(), Temperature.from_fahrenheit(212.0)._celsius)
