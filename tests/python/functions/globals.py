counter = 0
LIMIT = 3
names = ["x"]


def bump() -> int:
    global counter
    counter += 1
    return counter


def read() -> str:
    return f"{counter}/{LIMIT} {names}"


def extend(name: str) -> None:
    names.append(name)


bump()
bump()
extend("y")
print(read())


def local() -> int:
    counter = 100
    return counter


print(local(), counter)
for i in range(2):
    bump()
print(counter, i)
