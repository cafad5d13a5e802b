"""`yield from` of generators: chains of them, shared ones, and what is thrown into them."""


class Tree:
    def __init__(self, left, value, right):
        self.left = left
        self.value = value
        self.right = right

    def __iter__(self):
        if self.left:
            yield from self.left
        yield self.value
        if self.right:
            yield from self.right


def tree(low, high):
    if low >= high:
        return None
    middle = (low + high) // 2
    return Tree(tree(low, middle), middle, tree(middle + 1, high))


print(list(tree(0, 20)), sum(tree(0, 1000)))


def inner(name):
    try:
        for i in range(4):
            print(name, "gives", i)
            yield i
    except ValueError as e:
        print(name, "caught", e)
        yield -1
    finally:
        print(name, "ends")


def middle(it):
    print("middle starts")
    yield from it
    print("middle goes on")
    yield 100


def outer(it):
    yield from middle(it)
    print("outer goes on")
    yield 200


print(list(outer(inner("plain"))))

# Somebody else takes a value from the innermost in between, or all of them, or closes it.
shared = inner("shared")
chain = outer(shared)
print(next(chain), next(shared), next(chain), next(shared))
print(list(shared))
print(list(chain))
shared = inner("closed")
chain = outer(shared)
print(next(chain))
shared.close()
print(list(chain))
shared = inner("peeked")
print(next(shared))
print(list(outer(shared)))
print(list(outer(shared)))

# One that has a link in the middle, which is run by somebody else.
link = middle(inner("linked"))


def around(it):
    yield from it
    print("around goes on")


chain = around(link)
print(next(chain), next(link), next(chain), list(link), list(chain))

# Throwing and closing go to the innermost.
chain = outer(inner("thrown"))
print(next(chain))
print(chain.throw(ValueError("from outside")))
print(next(chain), next(chain), list(chain))
chain = outer(inner("uncaught"))
print(next(chain))
try:
    chain.throw(KeyError("key"))
except KeyError as e:
    print("out came", repr(e))
print(list(chain))
chain = outer(inner("left"))
print(next(chain), next(chain))
chain.close()
print(list(chain))


def dropped():
    for value in outer(inner("dropped")):
        if value == 1:
            return value


print(dropped())


# Exceptions of the innermost pass through.
def failing(n):
    yield n
    if n == 0:
        raise RuntimeError("at the bottom")
    try:
        yield from failing(n - 1)
    except RuntimeError as e:
        print("level", n, e)
        yield -n
        raise


try:
    for value in failing(3):
        print(value)
except RuntimeError as e:
    print("came up:", e)


# Generators that run themselves are told so.
def own():
    yield 1
    try:
        next(again)
    except ValueError as e:
        print(e)
    try:
        yield from again
    except ValueError as e:
        print(e)
    yield 2


again = own()
print(list(again))


def below():
    yield 1
    try:
        next(above)
    except ValueError as e:
        print(e)
    try:
        next(deepest)
    except ValueError as e:
        print(e)
    yield 2


deepest = below()
above = outer(deepest)
print(list(above))


# A result comes up through the chain, whatever the types.
def counted(n):
    total = 0
    for i in range(n):
        yield i
        total += i
    return total


def results():
    first = yield from counted(3)
    print("first", first)
    second = yield from counted(4)
    print("second", second)
    return first + second


def report():
    whole = yield from results()
    print("whole", whole)


print(list(report()))


# One whose values are of another type, and one that takes what is sent.
def mixed():
    yield "text"
    yield from counted(2)
    yield None


print(list(mixed()))


def echo():
    got = None
    while got != "end":
        got = yield got
        print("echo got", got)
    return "done"


def through():
    result = yield from echo()
    yield result


talk = through()
print(next(talk), talk.send("a"), talk.send("b"), talk.send("end"))


# Deep chains, and many at once.
def ladder(n):
    if n > 0:
        yield n
        yield from ladder(n - 1)


print(sum(ladder(300)))
many = [ladder(5) for _ in range(200)]
print(sum(next(one) for one in many), sum(sum(one) for one in many))


def ending(n):
    if n > 0:
        yield from ending(n - 1)
    else:
        try:
            yield 1
        except GeneratorExit:
            print("asked to end")


end = ending(3)
print(next(end))
end.close()
print(list(end))


def closes_itself():
    yield 1
    try:
        closing.close()
    except ValueError as e:
        print(e)
    yield 2


closing = closes_itself()
print(list(closing))


# Nothing was sent before the first of them ends.
def not_yet_sent():
    r = yield from counts_down(3)
    print("result:", r)


def counts_down(n):
    while n > 0:
        got = yield n
        if got == 7:
            return "stopped"
        n -= 1
    return "done"


print(list(not_yet_sent()))
g = not_yet_sent()
next(g)
try:
    g.send(7)
except StopIteration:
    print("end")
