"""Mistakes that the compiler would report, in a `try` that catches them: they raise, as in Python."""


def f(x):
    try:
        return "a" + x
    except TypeError as e:
        print("TE", e)
        return None


print(f("b"), f(1))


def g():
    try:
        return "a" + 1
    except TypeError as e:
        return str(e)


print(g())
try:
    None.foo
except AttributeError as e:
    print(e)
try:
    x = 5
    x.foo()
except AttributeError as e:
    print(e)
try:
    len(5)
except TypeError as e:
    print(e)
try:
    for i in 5:
        pass
except TypeError as e:
    print(e)
try:
    items = [1]
    items["a"]
except Exception as e:
    print(e)
try:
    five = 5
    five()
except:
    print("bare")
try:
    -"x"
except (ValueError, TypeError) as e:
    print(e)
try:
    sorted([1, "a"])
except TypeError as e:
    print(e)
try:
    max(3, "x")
except TypeError as e:
    print(e)
try:
    sum(["a"])
except TypeError as e:
    print(e)
try:
    (1, 2)[0] = 3
except TypeError as e:
    print(e)
try:
    "abc"[0] = "x"
except TypeError as e:
    print(e)
try:
    {[1]: 2}
except TypeError as e:
    print(e)
try:
    hash([])
except TypeError as e:
    print(e)
try:
    {1, [2]}
except TypeError as e:
    print(e)


def two(a, b):
    return a


try:
    two(1)
except TypeError as e:
    print(e)
try:
    two(1, 2, 3)
except TypeError as e:
    print(e)
try:
    two(1, c=3)
except TypeError as e:
    print(e)
try:
    print(undefined_name)
except NameError as e:
    print(e)
try:
    float(None)
except TypeError as e:
    print(e)
try:
    "a".join([1, 2])
except TypeError as e:
    print(e)
try:
    a, b = 1, 2, 3
except ValueError as e:
    print(e)
try:
    a, b = 5
except TypeError as e:
    print(e)


class K:
    pass


try:
    K().x
except AttributeError as e:
    print(e)
try:
    K() < K()
except TypeError as e:
    print(e)
try:
    K()[0]
except TypeError as e:
    print(e)
try:
    3 in 5
except TypeError as e:
    print(e)
try:
    [].foo
except AttributeError as e:
    print(e)
try:
    ord("ab")
except TypeError as e:
    print(e)
try:
    with 5:
        pass
except (TypeError, AttributeError) as e:
    print(e)


class Vector:
    def __init__(self, *parts):
        self.parts = parts

    def __add__(self, other):
        if len(self.parts) != len(other.parts):
            raise ValueError("other length")
        return Vector(*(a + b for a, b in zip(self.parts, other.parts)))

    def scaled(self, by):
        return [part * by for part in self.parts]


def half(x):
    return x / 2


for attempt in range(2):
    try:
        print((Vector(1, 2) + Vector(3, 4)).parts)
        print(Vector(1) + 5)
    except AttributeError as e:
        print(attempt, e)
try:
    print(half("ab"))
except TypeError as e:
    print(e)
try:
    Vector(1) + Vector(1, 2)
except (TypeError, ValueError) as e:
    print(e)
print(half(5), Vector(2, 3).scaled(2))
try:
    try:
        None + 1
    except ValueError:
        print("not here")
except TypeError as e:
    print("outer", e)
try:
    print([x + "a" for x in "bc"], 1 + "a")
except TypeError as e:
    print(e)
try:
    text = unicode("a")
except NameError:
    text = str("a")
print(text)
try:
    abs("x")
except TypeError as e:
    print(e)
try:
    round("x")
except TypeError as e:
    print(e)
pair = (1, 2)
try:
    del pair[0]
except TypeError as e:
    print(e)


def unpacked(x):
    first, second = x
    return first


def unpacked_rest(x):
    first, *rest = x
    return rest


for attempt in (lambda: unpacked(5), lambda: unpacked(None), lambda: unpacked_rest(1.5), lambda: unpacked((1, 2))):
    try:
        print(attempt())
    except TypeError as error:
        print(error)
try:
    left, right = None
except TypeError as error:
    print(error)
