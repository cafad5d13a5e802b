"""Empty containers that functions give, joined with others."""


def nothing():
    return []


def joined():
    return ["a"] + nothing()


first = nothing()
print(["a"] + nothing(), joined(), ["b"] + first)
