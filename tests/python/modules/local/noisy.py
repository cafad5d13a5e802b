print("noisy runs")
level = 3


def shout(text: str) -> str:
    return text.upper() + "!" * level


class Voice:
    pitch = 2

    def __init__(self, name: str):
        self.name = name
