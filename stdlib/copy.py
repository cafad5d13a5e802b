"""Copies of values."""

from pyc import unroll
from pyc.unsafe import (
    alloc,
    by_class,
    by_class_with,
    field_words,
    free,
    has_method,
    new_object,
    object_address,
    ptr_cast,
    ptr_init,
    ptr_load,
)

__all__ = ["Error", "copy", "deepcopy"]


class Error(Exception):
    """Something can't be copied."""


def copy[T](x: T) -> T:
    """Give a new object with the same contents; what can't change is its own copy.

    >>> copy([1, 2])
    [1, 2]
    """
    if isinstance(x, (int, float, bool, str, tuple)) or x is None:
        return x
    elif isinstance(x, (list, dict, set, frozenset)):
        return x.copy()
    else:
        return by_class(_copy_object, x)


def _copy_object[T](x: T) -> T:
    """Give a new object of the same class with the same fields, unless the class says how it is copied."""
    if has_method[T, "_is_its_own_copy"]():
        return x
    elif has_method[T, "__copy__"]():
        return x.__copy__()
    else:
        result = new_object[T](0)
        for name in unroll(field_words[T]()):
            setattr(result, name, getattr(x, name))
        return result


def deepcopy[T](x: T, memo=None) -> T:
    """Give a new object with copies of the contents, and of their contents; what is there twice is there twice in the copy as well.

    >>> deepcopy([[1], [2]])
    [[1], [2]]
    """
    if memo is None:
        return _deep(x, {})
    else:
        return _deep(x, memo)


def _deep[T](x: T, known: dict[int, int]) -> T:
    """`known` has the address of the copy for the address of what is copied already."""
    if isinstance(x, (int, float, bool, str, frozenset)) or x is None:
        return x
    elif isinstance(x, list):
        if object_address(x) in known:
            return _object_at[T](known[object_address(x)])
        items = x.copy()
        known[object_address(x)] = object_address(items)
        for at in range(len(items)):
            items[at] = _deep(items[at], known)
        return items
    elif isinstance(x, dict):
        if object_address(x) in known:
            return _object_at[T](known[object_address(x)])
        entries = x.copy()
        known[object_address(x)] = object_address(entries)
        for key in list(entries):
            entries[key] = _deep(entries[key], known)
        return entries
    elif isinstance(x, set):
        if object_address(x) in known:
            return _object_at[T](known[object_address(x)])
        elements = x.copy()
        known[object_address(x)] = object_address(elements)
        return elements
    elif isinstance(x, tuple):
        return _deep_tuple(x, known)
    else:
        return by_class_with(_deep_object, x, known)


def _deep_object[T](x: T, known: dict[int, int]) -> T:
    """Give a new object of the same class with copies of the fields, unless the class says how it is copied."""
    if has_method[T, "_is_its_own_copy"]():
        return x
    elif object_address(x) in known:
        return _object_at[T](known[object_address(x)])
    elif has_method[T, "__deepcopy__"]():
        result = x.__deepcopy__(known)
        known[object_address(x)] = object_address(result)
        return result
    else:
        result = new_object[T](0)
        known[object_address(x)] = object_address(result)
        for name in unroll(field_words[T]()):
            setattr(result, name, _deep(getattr(x, name), known))
        return result


def _deep_tuple(x, known: dict[int, int]):
    if isinstance(x, _TupleOf):
        return tuple([_deep(item, known) for item in x])
    elif len(x) == 0:
        return x
    else:
        return (_deep(x[0], known), *_deep_tuple(x[1:], known))


def _object_at[T](address: int) -> T:
    """Give the object at an address."""
    place = alloc(8)
    ptr_init(ptr_cast[int](place), 0, address)
    found = ptr_load(ptr_cast[T](place), 0)
    free(place)
    return found
