class AppError(Exception):
    pass


def low(n):
    if n == 0:
        raise KeyError("low")
    return n


def middle(n):
    try:
        return low(n)
    except KeyError:
        try:
            low(0)
        except KeyError:
            return int("x")


def top():
    try:
        middle(0)
    except ValueError as e:
        raise AppError("top") from e


try:
    top()
except AppError as e:
    c = e.__cause__
    print(repr(e), repr(c), repr(e.__context__))
    if c is not None:
        print(repr(c.__context__), c.__suppress_context__, e.__suppress_context__)
try:
    raise ValueError("a") from None
except ValueError as e:
    print(e.__cause__, e.__suppress_context__)
top()
