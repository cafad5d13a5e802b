class ConfigError(Exception):
    pass


def load(name: str) -> int:
    if name == "bad":
        raise ConfigError(f"can't load {name}")
    return 1


def start() -> int:
    return load("good") + load("bad")


print("starting")
print(start())
