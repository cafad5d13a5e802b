"""Finding places in sorted lists."""

__all__ = ["bisect", "bisect_left", "bisect_right", "insort", "insort_left", "insort_right"]


def bisect_right(a, x, lo: int = 0, hi: int | None = None, *, key=None) -> int:
    """Give the place behind the elements of a sorted list that are not greater than `x`."""
    if lo < 0:
        raise ValueError("lo must be non-negative")
    high = len(a) if hi is None else hi
    while lo < high:
        middle = (lo + high) // 2
        item = a[middle] if key is None else key(a[middle])
        if x < item:
            high = middle
        else:
            lo = middle + 1
    return lo


def bisect_left(a, x, lo: int = 0, hi: int | None = None, *, key=None) -> int:
    """Give the place of the first element of a sorted list that is not less than `x`."""
    if lo < 0:
        raise ValueError("lo must be non-negative")
    high = len(a) if hi is None else hi
    while lo < high:
        middle = (lo + high) // 2
        item = a[middle] if key is None else key(a[middle])
        if item < x:
            lo = middle + 1
        else:
            high = middle
    return lo


def bisect(a, x, lo: int = 0, hi: int | None = None, *, key=None) -> int:
    """Give the place behind the elements of a sorted list that are not greater than `x`."""
    return bisect_right(a, x, lo, hi, key=key)


def insort_right(a, x, lo: int = 0, hi: int | None = None, *, key=None) -> None:
    """Put `x` into a sorted list, behind what equals it."""
    if key is None:
        a.insert(bisect_right(a, x, lo, hi), x)
    else:
        a.insert(bisect_right(a, key(x), lo, hi, key=key), x)


def insort_left(a, x, lo: int = 0, hi: int | None = None, *, key=None) -> None:
    """Put `x` into a sorted list, before what equals it."""
    if key is None:
        a.insert(bisect_left(a, x, lo, hi), x)
    else:
        a.insert(bisect_left(a, key(x), lo, hi, key=key), x)


def insort(a, x, lo: int = 0, hi: int | None = None, *, key=None) -> None:
    """Put `x` into a sorted list, behind what equals it."""
    insort_right(a, x, lo, hi, key=key)
