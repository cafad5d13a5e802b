def deco(function):
    def manage(*args):
        return function(*args)

    return manage


@deco
def tag(name):
    print(f"<{name}>")
    yield name.upper()


for t in tag("a"):
    print(t)


def gen():
    while True:
        try:
            yield 1
        except ValueError as e:
            print("thrown", e)
            yield 2


g = gen()
print(next(g))
print(g.throw(ValueError("v")))
print(next(g))
g.close()
