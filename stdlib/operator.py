"""Python's operators as functions."""


def add(a, b):
    """Give `a + b`."""
    return a + b


def sub(a, b):
    """Give `a - b`."""
    return a - b


def mul(a, b):
    """Give `a * b`."""
    return a * b


def truediv(a, b):
    """Give `a / b`."""
    return a / b


def floordiv(a, b):
    """Give `a // b`."""
    return a // b


def mod(a, b):
    """Give `a % b`."""
    return a % b


def pow(a, b):
    """Give `a ** b`."""
    return a**b


def neg(a):
    """Give `-a`."""
    return -a


def not_(a) -> bool:
    """Give `not a`."""
    return not a


def and_(a, b):
    """Give `a & b`."""
    return a & b


def or_(a, b):
    """Give `a | b`."""
    return a | b


def xor(a, b):
    """Give `a ^ b`."""
    return a ^ b


def lshift(a, b):
    """Give `a << b`."""
    return a << b


def rshift(a, b):
    """Give `a >> b`."""
    return a >> b


def eq(a, b):
    """Give `a == b`."""
    return a == b


def ne(a, b):
    """Give `a != b`."""
    return a != b


def lt(a, b):
    """Give `a < b`."""
    return a < b


def le(a, b):
    """Give `a <= b`."""
    return a <= b


def gt(a, b):
    """Give `a > b`."""
    return a > b


def ge(a, b):
    """Give `a >= b`."""
    return a >= b


def contains(a, b) -> bool:
    """Give `b in a`."""
    return b in a


def getitem(a, b):
    """Give `a[b]`."""
    return a[b]


def itemgetter(item):
    """Give a function that gives `operand[item]`."""

    def get(operand):
        return operand[item]

    return get
