"""Raising, out of line: callers stay small, and each message is written once."""

from pyc import noinline


@noinline
def raise_index_error(message: str):
    """Raise an `IndexError`."""
    raise IndexError(message)


@noinline
def raise_value_error(message: str):
    """Raise a `ValueError`."""
    raise ValueError(message)


@noinline
def raise_type_error(message: str):
    """Raise a `TypeError`."""
    raise TypeError(message)


@noinline
def raise_runtime_error(message: str):
    """Raise a `RuntimeError`."""
    raise RuntimeError(message)


@noinline
def raise_key_error(key):
    """Raise a `KeyError` for a key of any type."""
    raise KeyError(key)


@noinline
def raise_import_error(message: str):
    """Raise an `ImportError`."""
    raise ImportError(message)


@noinline
def raise_module_not_found(message: str):
    """Raise a `ModuleNotFoundError`."""
    raise ModuleNotFoundError(message)


@noinline
def raise_recursion_error():
    """Raise the error of a stack that has no more room."""
    raise RecursionError("maximum recursion depth exceeded")


@noinline
def raise_overflow():
    """Raise the error of a result that is out of the range of `int`."""
    raise OverflowError("integer overflow")


@noinline
def raise_overflow_error(message: str):
    """Raise an `OverflowError` with another message than that of `raise_overflow`."""
    raise OverflowError(message)


@noinline
def raise_zero_division(message: str):
    """Raise a `ZeroDivisionError`."""
    raise ZeroDivisionError(message)


@noinline
def raise_none_attribute(name: str):
    """Raise the error of an attribute of `None`."""
    raise AttributeError("'NoneType' object has no attribute '" + name + "'")


@noinline
def raise_unbound_local(name: str):
    """Raise the error of a local variable that holds nothing yet."""
    raise UnboundLocalError("cannot access local variable '" + name + "' where it is not associated with a value")


@noinline
def raise_free_variable(name: str):
    """Raise the error of a variable of an enclosing function that holds nothing yet."""
    raise NameError(
        "cannot access free variable '" + name + "' where it is not associated with a value in enclosing scope"
    )


@noinline
def raise_no_attribute(kind: str, attribute: str):
    """Raise the error of an attribute that objects of a class lack."""
    raise AttributeError("'" + kind + "' object has no attribute '" + attribute + "'")


@noinline
def raise_name_error(name: str):
    """Raise the error of a global variable that holds nothing yet."""
    raise NameError("name '" + name + "' is not defined")


@noinline
def raise_assertion(message):
    """Raise the error of an `assert` with a message of any type."""
    raise AssertionError(message)


@noinline
def raise_assertion_plain():
    """Raise the error of an `assert` without a message."""
    raise AssertionError()


@noinline
def raise_unpack_too_few(expected: int, got: int):
    """Raise the error of an unpacking that finds fewer values than names."""
    raise ValueError("not enough values to unpack (expected " + str(expected) + ", got " + str(got) + ")")


@noinline
def raise_unpack_too_many(expected: int):
    """Raise the error of an unpacking that finds more values than names."""
    raise ValueError("too many values to unpack (expected " + str(expected) + ")")


@noinline
def raise_attribute_error(message: str):
    """Raise `AttributeError`."""
    raise AttributeError(message)
