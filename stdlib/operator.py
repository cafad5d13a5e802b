"""Python's operators as functions."""

from pyc.unsafe import Keywords, Word

__all__ = [
    "abs",
    "add",
    "and_",
    "attrgetter",
    "call",
    "concat",
    "contains",
    "countOf",
    "delitem",
    "eq",
    "floordiv",
    "ge",
    "getitem",
    "gt",
    "iadd",
    "iand",
    "iconcat",
    "ifloordiv",
    "ilshift",
    "imatmul",
    "imod",
    "imul",
    "index",
    "indexOf",
    "inv",
    "invert",
    "ior",
    "ipow",
    "irshift",
    "is_",
    "is_not",
    "isub",
    "itemgetter",
    "itruediv",
    "ixor",
    "le",
    "length_hint",
    "lshift",
    "lt",
    "matmul",
    "methodcaller",
    "mod",
    "mul",
    "ne",
    "neg",
    "not_",
    "or_",
    "pos",
    "pow",
    "rshift",
    "setitem",
    "sub",
    "truediv",
    "truth",
    "xor",
]

# Arithmetic


def add(a, b):
    """Give `a + b`."""
    return a + b


def sub(a, b):
    """Give `a - b`."""
    return a - b


def mul(a, b):
    """Give `a * b`."""
    return a * b


def matmul(a, b):
    """Give `a @ b`."""
    return a @ b


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


def pos(a):
    """Give `+a`."""
    return +a


def abs(a):
    """Give the distance of `a` from zero."""
    return a.__abs__()


def index(a) -> int:
    """Give `a` as an `int`, for what stands for one."""
    return a.__index__()


# Bits


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


def invert(a):
    """Give `~a`."""
    return ~a


inv = invert

# Comparison and truth


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


def not_(a) -> bool:
    """Give `not a`."""
    return not a


def truth(a) -> bool:
    """Say whether `a` is true."""
    return True if a else False


def is_(a, b) -> bool:
    """Give `a is b`."""
    return a is b


def is_not(a, b) -> bool:
    """Give `a is not b`."""
    return a is not b


# Containers


def concat(a, b):
    """Give `a + b`, for sequences."""
    return a + b


def contains(a, b) -> bool:
    """Give `b in a`."""
    return b in a


def countOf(a, b) -> int:
    """Count the elements of `a` that equal `b`."""
    count = 0
    for item in a:
        if item == b:
            count += 1
    return count


def indexOf(a, b) -> int:
    """Give the place of the first element of `a` that equals `b`."""
    for place, item in enumerate(a):
        if item == b:
            return place
    raise ValueError("sequence.index(x): x not in sequence")


def getitem(a, b):
    """Give `a[b]`."""
    return a[b]


def setitem(a, b, c) -> None:
    """Do `a[b] = c`."""
    a[b] = c


def delitem(a, b) -> None:
    """Do `del a[b]`."""
    del a[b]


def length_hint(obj, default: int = 0) -> int:
    """Give the length of what has one."""
    if hasattr(obj, "__len__"):
        return len(obj)
    else:
        return default


# In place


def iadd(a, b):
    """Do `a += b` and give `a`."""
    a += b
    return a


def iconcat(a, b):
    """Do `a += b` for sequences, and give `a`."""
    a += b
    return a


def isub(a, b):
    """Do `a -= b` and give `a`."""
    a -= b
    return a


def imul(a, b):
    """Do `a *= b` and give `a`."""
    a *= b
    return a


def imatmul(a, b):
    """Do `a @= b` and give `a`."""
    a @= b
    return a


def itruediv(a, b):
    """Do `a /= b` and give `a`."""
    a /= b
    return a


def ifloordiv(a, b):
    """Do `a //= b` and give `a`."""
    a //= b
    return a


def imod(a, b):
    """Do `a %= b` and give `a`."""
    a %= b
    return a


def ipow(a, b):
    """Do `a **= b` and give `a`."""
    a **= b
    return a


def iand(a, b):
    """Do `a &= b` and give `a`."""
    a &= b
    return a


def ior(a, b):
    """Do `a |= b` and give `a`."""
    a |= b
    return a


def ixor(a, b):
    """Do `a ^= b` and give `a`."""
    a ^= b
    return a


def ilshift(a, b):
    """Do `a <<= b` and give `a`."""
    a <<= b
    return a


def irshift(a, b):
    """Do `a >>= b` and give `a`."""
    a >>= b
    return a


# Functions that get something out of what they are called with


def call(obj, /, *args, **kwargs: Keywords):
    """Give `obj(*args, **kwargs)`."""
    return obj(*args, **kwargs)


def attrgetter(*attrs: Word):
    """Give a function that gives an attribute of what it is called with, or a tuple of several; names may have dots in them.

    >>> class Point:
    ...     def __init__(self, x, y):
    ...         self.x = x
    ...         self.y = y
    >>> attrgetter("y", "x")(Point(1, 2))
    (2, 1)
    """

    def get(obj):
        if len(attrs) == 1:
            return getattr(obj, attrs[0])
        else:
            return _attributes(obj, attrs)

    return get


def _attributes(obj, attrs):
    if len(attrs) == 0:
        return ()
    else:
        return (getattr(obj, attrs[0]), *_attributes(obj, attrs[1:]))


def itemgetter(*items):
    """Give a function that gives an element of what it is called with, or a tuple of several.

    >>> itemgetter(2, 0)("abc")
    ('c', 'a')
    """

    def get(operand):
        if len(items) == 1:
            return operand[items[0]]
        else:
            return _elements(operand, items)

    return get


def _elements(operand, items):
    if len(items) == 0:
        return ()
    else:
        return (operand[items[0]], *_elements(operand, items[1:]))


def methodcaller(name: Word, /, *args, **kwargs: Keywords):
    """Give a function that calls a method of what it is called with.

    >>> methodcaller("rjust", 4, "-")("ab")
    '--ab'
    """

    def caller(obj):
        return getattr(obj, name)(*args, **kwargs)

    return caller


# The names of the methods that the operators call
__abs__ = abs
__add__ = add
__and__ = and_
__call__ = call
__concat__ = concat
__contains__ = contains
__delitem__ = delitem
__eq__ = eq
__floordiv__ = floordiv
__ge__ = ge
__getitem__ = getitem
__gt__ = gt
__iadd__ = iadd
__iand__ = iand
__iconcat__ = iconcat
__ifloordiv__ = ifloordiv
__ilshift__ = ilshift
__imatmul__ = imatmul
__imod__ = imod
__imul__ = imul
__index__ = index
__invert__ = invert
__ior__ = ior
__ipow__ = ipow
__irshift__ = irshift
__isub__ = isub
__itruediv__ = itruediv
__ixor__ = ixor
__le__ = le
__lshift__ = lshift
__lt__ = lt
__matmul__ = matmul
__mod__ = mod
__mul__ = mul
__ne__ = ne
__neg__ = neg
__not__ = not_
__or__ = or_
__pos__ = pos
__pow__ = pow
__rshift__ = rshift
__setitem__ = setitem
__sub__ = sub
__truediv__ = truediv
__xor__ = xor
