"""Declared variables that functions assign hold what those gave them last."""

best: int | None = None


def see(x: int) -> None:
    global best
    best = x


see(3)
print(best)
state: str | None = None
steps = 0


def step():
    global state, steps
    steps += 1
    if steps == 3:
        state = "done"


while state is None:
    step()
print(state, steps)


def outer():
    found: int | None = None

    def look():
        nonlocal found
        found = 7

    look()
    print(found)
    if found is not None:
        print(found + 1)


outer()
