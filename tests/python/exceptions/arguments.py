"""What exceptions are made with: arguments of any number and types, kept by every class."""

e = ValueError(1, "x")
print(e.args, str(e), repr(e))
print(e.args[0] + 1)


class MyError(Exception):
    def __init__(self, code, message):
        super().__init__(message)
        self.code = code


class Other(Exception):
    def __init__(self, code):
        self.code = code


class Third(MyError):
    pass


class Fourth(Exception):
    def __str__(self):
        return "fourth!"


try:
    raise MyError(3, "bad")
except MyError as e:
    print(e, repr(e), e.args, e.code)
try:
    raise Other(5)
except Other as e:
    print(e, repr(e), e.args, e.code)
try:
    raise Third(7, "worse")
except MyError as e:
    print(e, repr(e), e.args, e.code)
try:
    raise Fourth("x", 2)
except Exception as e:
    print(e, repr(e), e.args)
try:
    raise KeyError("a")
except KeyError as e:
    print(e, e.args[0], repr(e))
try:
    {1: 2}[3]
except KeyError as e:
    print(e, e.args[0], repr(e), e.args)
try:
    raise ValueError
except ValueError as e:
    print(e.args, len(e.args), repr(e))
a, b = ValueError(2, 3).args
print(a, b)
try:
    raise Exception("spam", "eggs")
except Exception as inst:
    print(type(inst))
    print(inst.args)
    print(inst)
    x, y = inst.args
    print("x =", x)
    print("y =", y)


class Base(Exception):
    pass


class Level(Base):
    def __init__(self, msg, *, level=1):
        super().__init__(msg, level)
        self.level = level

    def __str__(self):
        return f"B<{self.args[0]}@{self.level}>"


errors = [Base("x"), Level("y"), Level("z", level=3), ValueError(2.5), KeyError(("a", 1)), Exception()]
for e in errors:
    try:
        raise e
    except Base as err:
        print("A", err, repr(err), err.args)
    except (ValueError, KeyError) as err:
        print("VK", err, repr(err), err.args)
    except Exception as err:
        print("E", err, repr(err), err.args)
print(ValueError("a") == ValueError("a"))
print(isinstance(errors[1], Base), issubclass(Level, Base))
err = None
try:
    raise Level("q")
except Level as e:
    err = e
print(err, err.level)


def f(x):
    if x < 0:
        raise ValueError(f"negative: {x}", x)
    return x**0.5


for v in (4, -1):
    try:
        print(f(v))
    except ValueError as e:
        print(e.args[0], e.args[1])
        print(e)
try:
    raise FileNotFoundError(2, "No such file")
except OSError as e:
    print(e, e.errno, e.strerror, repr(e))
try:
    open("/nonexistent/x")
except FileNotFoundError as e:
    print(e, e.errno, e.filename)
try:
    int("z") + 1
except (TypeError, ValueError) as e:
    print(e)
raise Level("last", level=9)
