"""Values of the language to objects of CPython: one function for each type, which gives a new reference."""

from pyc.fixed import u8, u64
from pyc.unsafe import Ptr, int_cast, is_same

from ._api import (
    dict_new,
    dict_set,
    float_from_double,
    incref,
    list_new,
    list_set,
    long_from_int,
    long_from_unsigned,
    tuple_new,
    tuple_set,
)
from ._objects import FALSE, NONE, TRUE, Reference, check_status, checked, text_object


def none_to(value: None) -> Ptr[u8]:
    """Give `None`."""
    incref(NONE)
    return NONE


def bool_to(value: bool) -> Ptr[u8]:
    """Give a `bool`."""
    found = TRUE if value else FALSE
    incref(found)
    return found


def int_to(value: int) -> Ptr[u8]:
    """Give an `int`."""
    return checked(long_from_int(value))


def fixed_to[T](value: T) -> Ptr[u8]:
    """Give a number of fixed width as an `int`."""
    if is_same[T, u64]():
        return checked(long_from_unsigned(int_cast[u64](value)))
    return checked(long_from_int(int_cast[int](value)))


def float_to(value: float) -> Ptr[u8]:
    """Give a `float`."""
    return checked(float_from_double(value))


def str_to(value: str) -> Ptr[u8]:
    """Give a `str`."""
    return text_object(value)


def list_to(values, convert) -> Ptr[u8]:
    """Give a new list."""
    made = Reference(checked(list_new(len(values))))
    index = 0
    for value in values:
        check_status(int(list_set(made.obj, index, convert(value))))
        index += 1
    return made.take()


def new_tuple(size: int) -> Reference:
    """Give a tuple that is still to be filled."""
    return Reference(checked(tuple_new(size)))


def set_element(made: Reference, index: int, item: Ptr[u8]) -> None:
    """Fill a place of a new tuple."""
    check_status(int(tuple_set(made.obj, index, item)))


def dict_to(values, convert_key, convert_value) -> Ptr[u8]:
    """Give a new dict."""
    made = Reference(checked(dict_new()))
    for key, value in values.items():
        key_object = Reference(convert_key(key))
        value_object = Reference(convert_value(value))
        check_status(int(dict_set(made.obj, key_object.obj, value_object.obj)))
    return made.take()
