"""Generators that yield in the place of others, and are advanced, thrown into and ended by somebody else meanwhile."""


def count(name, stop):
    try:
        for number in range(stop):
            yield f"{name}{number}"
    finally:
        print("end of", name)


def chain(name, inner):
    yield f"{name}("
    yield from inner
    yield f"){name}"


def through(depth, inner):
    if depth:
        yield from through(depth - 1, inner)
    else:
        yield from inner


def nested(depth):
    if depth:
        yield from nested(depth - 1)
        yield depth
        yield from nested(depth - 1)


print(list(nested(6)))
print(sum(nested(12)))

# The one in the middle is advanced directly, also over its end.
inner = count("a", 6)
middle = chain("m", inner)
outer = chain("o", middle)
print(next(outer), next(outer), next(outer), next(middle), next(inner), next(outer), next(inner), next(inner))
print(next(middle, "none"), next(inner, "none"), next(outer, "none"))
print(list(outer), list(middle), list(inner))

# The last is ended by somebody else, then another goes on in its place.
inner = count("b", 3)
outer = through(5, chain("c", inner))
print(next(outer), next(outer))
inner.close()
print(next(outer), next(outer, "none"))

# One that was advanced directly ends inside of a chain.
inner = count("d", 4)
middle = through(3, inner)
print(next(middle), next(middle))
outer = through(3, middle)
print(next(outer), next(middle), next(outer, "none"), next(middle, "none"))


def again():
    for name in "ef":
        middle = through(2, count(name, 2))
        yield next(middle)
        yield from middle


print(list(again()))
print(list(through(40, again())))


def reentered():
    yield 1
    try:
        next(everything)
    except ValueError as e:
        print(e)
    try:
        next(part)
    except ValueError as e:
        print(e)
    yield 2


part = through(2, reentered())
everything = through(2, part)
print(list(everything))


def caught(name):
    while True:
        try:
            yield name
        except KeyError as e:
            yield f"caught {e}"


part = through(2, caught("k"))
everything = through(2, part)
print(next(everything), everything.throw(KeyError("x")), next(part), part.throw(KeyError("y")), next(everything))
everything.close()
print(next(part, "none"), next(everything, "none"))

# Many that live at once, advanced in turns.
chains = [through(at, count("", 3)) for at in range(20)]
print([[next(chain) for chain in chains] for _ in range(3)])
