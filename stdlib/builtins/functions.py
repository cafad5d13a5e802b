"""Python's built-in functions, other than those that read or write."""

from pyc import inline, unroll
from pyc.unsafe import Keywords, object_address, word_text

from ._digits import prefixed_repr
from ._text import encode, encoded_size, new_text
from ._tuple_of import _TupleOf
from .errors import raise_type_error, raise_value_error
from .int import power_modulo

# Asking objects


@inline
def len(obj) -> int:
    """Give the number of elements."""
    return obj.__len__()


@inline
def repr(obj) -> str:
    """Give the text that shows what an object is."""
    return obj.__repr__()


@inline
def hash(obj) -> int:
    """Give a number that equal objects share."""
    return obj.__hash__()


def vars(object):
    """Give the attributes of an object by their names. Namespaces have such a dictionary."""
    return object.__dict__


def id(obj) -> int:
    """Give a number that no other living object has."""
    return object_address(obj)


def format(value, format_spec: str = "") -> str:
    """Give a value as text, in the form that `format_spec` describes."""
    return value.__format__(format_spec)


def ascii(obj) -> str:
    """Give `repr(obj)` with everything but ASCII escaped."""
    return obj.__repr__()._escape_non_ascii()


# Numbers


@inline
def abs(value):
    """Give the distance from zero."""
    return value.__abs__()


@inline
def divmod(left, right):
    """Give quotient and remainder."""
    return left.__divmod__(right)


@inline
def pow(base, exp, mod=None):
    """Raise to a power, modulo `mod` if it is given."""
    if mod is None:
        return base**exp
    else:
        return power_modulo(base, exp, mod)


@inline
def round(number, ndigits=None):
    """Round to an integer, or to `ndigits` digits behind the point; ties go to the even digit."""
    return number.__round__(ndigits)


def bin(number) -> str:
    """Give an integer in base two."""
    return prefixed_repr(number.__index__(), 1, 98)


def oct(number) -> str:
    """Give an integer in base eight."""
    return prefixed_repr(number.__index__(), 3, 111)


def hex(number) -> str:
    """Give an integer in base sixteen."""
    return prefixed_repr(number.__index__(), 4, 120)


# Characters


def chr(code: int) -> str:
    """Give the character with a code point."""
    if code < 0 or code > 0x10FFFF:
        raise_value_error("chr() arg not in range(0x110000)")
    if code < 128:
        return str._character(code)
    size = encoded_size(code)
    text = new_text(size, 1)
    encode(text._data, 0, code)
    return text


def ord(character: str) -> int:
    """Give the code point of a character."""
    if character._length != 1:
        raise_type_error("ord() expected a character, but string of length " + str(character._length) + " found")
    return character._code_at(0)


# Over iterables


def min(first, *others, key=None, **default: Keywords):
    """Give the least of several values, or of the elements of one; of equal ones the first."""
    check_default("min", default, others)
    if isinstance(others, _TupleOf):
        if len(others) == 0:
            return least_of(only_one(first), key, default)
        else:
            best = first
            rank = rank_of(first, key)
            for other in others:
                other_rank = rank_of(other, key)
                if other_rank < rank:
                    best = other
                    rank = other_rank
            return best
    elif len(others) == 0:
        return least_of(first, key, default)
    else:
        best = first
        rank = rank_of(first, key)
        for other in unroll(others):
            other_rank = rank_of(other, key)
            if other_rank < rank:
                best = other
                rank = other_rank
        return best


def max(first, *others, key=None, **default: Keywords):
    """Give the greatest of several values, or of the elements of one; of equal ones the first."""
    check_default("max", default, others)
    if isinstance(others, _TupleOf):
        if len(others) == 0:
            return greatest_of(only_one(first), key, default)
        else:
            best = first
            rank = rank_of(first, key)
            for other in others:
                other_rank = rank_of(other, key)
                if other_rank > rank:
                    best = other
                    rank = other_rank
            return best
    elif len(others) == 0:
        return greatest_of(first, key, default)
    else:
        best = first
        rank = rank_of(first, key)
        for other in unroll(others):
            other_rank = rank_of(other, key)
            if other_rank > rank:
                best = other
                rank = other_rank
        return best


@inline
def check_default(name: str, default, others) -> None:
    """Check what is given by name besides a key: a value for an empty iterable."""
    if len(default) > 0:
        if default[0][0] == "default":
            if len(others) > 0:
                raise TypeError(f"Cannot specify a default for {name}() with multiple positional arguments")
        else:
            raise TypeError(f"'{word_text(default[0][0])}' is an invalid keyword argument for {name}()")


def only_one(value):
    """Give the elements of the only value of `*values`, of whose number nothing was known."""
    if isinstance(value, tuple) or hasattr(value, "__iter__"):
        return value
    else:
        raise TypeError(f"'{type(value).__name__}' object is not iterable")


@inline
def rank_of(value, key):
    """Give what a value is compared by: its key, or itself."""
    if key is None:
        return value
    else:
        return key(value)


def least_of(iterable, key, default):
    """Give the least element."""
    if isinstance(iterable, tuple):
        if len(iterable) == 0:
            return of_nothing("min", default)
    empty = True
    if key is None:
        for item in iterable:
            if empty:
                best = item
                empty = False
            elif item < best:
                best = item
    else:
        for item in iterable:
            item_rank = key(item)
            if empty:
                best = item
                rank = item_rank
                empty = False
            elif item_rank < rank:
                best = item
                rank = item_rank
    if empty:
        return of_nothing("min", default)
    return best


def greatest_of(iterable, key, default):
    """Give the greatest element."""
    if isinstance(iterable, tuple):
        if len(iterable) == 0:
            return of_nothing("max", default)
    empty = True
    if key is None:
        for item in iterable:
            if empty:
                best = item
                empty = False
            elif item > best:
                best = item
    else:
        for item in iterable:
            item_rank = key(item)
            if empty:
                best = item
                rank = item_rank
                empty = False
            elif item_rank > rank:
                best = item
                rank = item_rank
    if empty:
        return of_nothing("max", default)
    return best


@inline
def of_nothing(name: str, default):
    """Give what is there instead of the least or greatest of no elements."""
    if len(default) == 0:
        raise ValueError(name + "() arg is an empty sequence")
    else:
        return default[0][1]


def sum(iterable, start=0):
    """Add up all elements, beginning with `start`."""
    # `start` is added to the first element outside the sum, which so has the type of the elements.
    empty = True
    for item in iterable:
        if empty:
            total = start + item
            empty = False
        else:
            total = total + item
    if empty:
        return start
    return total


def any(iterable) -> bool:
    """Say whether any element is true."""
    for item in iterable:
        if item:
            return True
    return False


def all(iterable) -> bool:
    """Say whether every element is true."""
    for item in iterable:
        if not item:
            return False
    return True


def sorted(iterable, *, key=None, reverse: bool = False):
    """Give a new sorted list of all elements; equal ones keep their order."""
    result = list(iterable)
    result.sort(key=key, reverse=reverse)
    return result
