"""Copies of values."""

from pyc.unsafe import alloc, free, object_address, ptr_cast, ptr_init, ptr_load

__all__ = ["copy", "deepcopy"]


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
        return x.__copy__()


def deepcopy[T](x: T) -> T:
    """Give a new object with copies of the contents, and of their contents; what is there twice is there twice in the copy as well.

    >>> deepcopy([[1], [2]])
    [[1], [2]]
    """
    return _deep(x, {})


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
        return x.__deepcopy__(known)


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
