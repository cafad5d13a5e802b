"""Objects of CPython to values of the language: one function for each type, which takes an object and raises `Mismatch` if that is of another."""

from pyc.fixed import u8, u64
from pyc.unsafe import Ptr, int_cast, is_same
from pyc.unsafe import type_name as name_of

from ._api import (
    IS_DICT,
    IS_LIST,
    IS_STR,
    IS_TUPLE,
    dict_items,
    error_clear,
    float_as_double,
    incref,
    index_check,
    list_get,
    list_size,
    long_as_int,
    long_as_unsigned,
    number_check,
    number_index,
    tuple_get,
    tuple_size,
    type_is_subtype,
)
from ._objects import (
    FALSE,
    FLOAT_TYPE,
    NONE,
    TRUE,
    Mismatch,
    PythonError,
    Reference,
    checked,
    has_error,
    has_flag,
    text_of,
    type_name,
    type_of,
)

# Which type an object is of: what tells the members of a union apart.


def is_none(obj: Ptr[u8]) -> bool:
    """Say whether an object is `None`."""
    return obj == NONE


def is_bool(obj: Ptr[u8]) -> bool:
    """Say whether an object is a `bool`."""
    return obj == TRUE or obj == FALSE


def is_int(obj: Ptr[u8]) -> bool:
    """Say whether an object is an integer, NumPy's among them."""
    return int(index_check(obj)) != 0


def is_float(obj: Ptr[u8]) -> bool:
    """Say whether an object is a `float`."""
    return int(type_is_subtype(type_of(obj), FLOAT_TYPE)) != 0


def is_number(obj: Ptr[u8]) -> bool:
    """Say whether an object can be a `float`."""
    return int(number_check(obj)) != 0


def is_str(obj: Ptr[u8]) -> bool:
    """Say whether an object is a `str`."""
    return has_flag(obj, IS_STR)


def is_list(obj: Ptr[u8]) -> bool:
    """Say whether an object is a `list`."""
    return has_flag(obj, IS_LIST)


def is_tuple(obj: Ptr[u8]) -> bool:
    """Say whether an object is a `tuple`."""
    return has_flag(obj, IS_TUPLE)


def is_dict(obj: Ptr[u8]) -> bool:
    """Say whether an object is a `dict`."""
    return has_flag(obj, IS_DICT)


def mismatch(obj: Ptr[u8]):
    """Raise the error of an object that is of another type."""
    raise Mismatch(type_name(obj))


# Plain values


def none_from(obj: Ptr[u8]) -> None:
    """Take `None`."""
    if obj != NONE:
        mismatch(obj)


def bool_from(obj: Ptr[u8]) -> bool:
    """Take a `bool`."""
    if obj == TRUE:
        return True
    if obj != FALSE:
        mismatch(obj)
    return False


def int_from(obj: Ptr[u8]) -> int:
    """Take an integer. One beyond 64 bits is Python's `OverflowError`."""
    value = long_as_int(obj)
    if value == -1 and has_error():
        number_failed(obj, is_int(obj))
    return value


def float_from(obj: Ptr[u8]) -> float:
    """Take a number."""
    value = float_as_double(obj)
    if value == -1.0 and has_error():
        number_failed(obj, is_number(obj))
    return value


def number_failed(obj: Ptr[u8], is_number: bool):
    """Raise the error of an object that is no number, or one that has no value."""
    if is_number:
        raise PythonError()
    error_clear()
    mismatch(obj)


def fixed_from[T](obj: Ptr[u8]) -> T:
    """Take an integer that fits a type of fixed width."""
    if is_same[T, u64]():
        return int_cast[T](unsigned_from(obj))
    value = int_from(obj)
    made = int_cast[T](value)
    if int_cast[int](made) != value:
        raise OverflowError(f"{value} is out of range for {name_of[T]()}")
    return made


def unsigned_from(obj: Ptr[u8]) -> u64:
    """Take an integer of up to 64 bits without a sign."""
    if not is_int(obj):
        mismatch(obj)
    number = Reference(checked(number_index(obj)))
    value = long_as_unsigned(number.obj)
    if int(value) == -1 and has_error():
        raise PythonError()
    return value


def str_from(obj: Ptr[u8]) -> str:
    """Take a text."""
    if not is_str(obj):
        mismatch(obj)
    return text_of(obj)


# Containers: what they hold is copied. `convert` takes an element.


def element_from(item: Ptr[u8], container: str, convert):
    """Take an element, which a container lends: Python code that runs meanwhile may remove it there."""
    incref(item)
    owner = Reference(item)
    try:
        return convert(owner.obj)
    except Mismatch as problem:
        raise Mismatch(f"a {container} with {problem} in it")


def list_from(obj: Ptr[u8], convert):
    """Take a list."""
    if not is_list(obj):
        mismatch(obj)
    values = []
    index = 0
    while index < list_size(obj):
        values.append(element_from(list_get(obj, index), "list", convert))
        index += 1
    return values


def check_tuple(obj: Ptr[u8], size: int) -> None:
    """Raise unless an object is a tuple of some length."""
    if not is_tuple(obj):
        mismatch(obj)
    if tuple_size(obj) != size:
        raise Mismatch(f"a tuple of {tuple_size(obj)}")


def tuple_element(obj: Ptr[u8], index: int, convert):
    """Take an element of a tuple."""
    return element_from(tuple_get(obj, index), "tuple", convert)


def dict_from(obj: Ptr[u8], convert_key, convert_value):
    """Take a dict."""
    if not is_dict(obj):
        mismatch(obj)
    items = Reference(checked(dict_items(obj)))
    values = {}
    for index in range(list_size(items.obj)):
        pair = list_get(items.obj, index)
        key = element_from(tuple_get(pair, 0), "dict", convert_key)
        values[key] = element_from(tuple_get(pair, 1), "dict", convert_value)
    return values
