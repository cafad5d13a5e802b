"""What sets and frozensets do together with other iterables: each operation in CPython's way, for it decides on the order of the result."""

from pyc import inline
from pyc.unsafe import same_object, shift_left, shift_right, wrapping_add, wrapping_mul

from ._set_table import SetTable
from ._text import TextBuilder


def add_all(table, iterable) -> None:
    """Add all elements of an iterable."""
    if isinstance(iterable, (set, frozenset)):
        table._merge(iterable)
    else:
        if isinstance(iterable, dict):
            table._make_room(len(iterable))
        for item in iterable:
            table._add(item)


def put_intersection[T](result: SetTable[T], table: SetTable[T], other) -> None:
    """Put the elements that are in both into an empty table; the smaller set is gone through."""
    if isinstance(other, (set, frozenset)):
        if same_object(table, other):
            result._merge(table)
        elif other._used > table._used:
            put_common(result, other, table)
        else:
            put_common(result, table, other)
    else:
        for item in other:
            if item in table:
                result._add(item)


def put_common(result, known, asked) -> None:
    """Put those elements into a table that are in one set and known to another."""
    for place in asked.places():
        item = asked.key_at(place)
        hashed = asked.hash_at(place)
        if known.finds(item, hashed):
            result._add_hashed(item, hashed)


def put_difference[T](result: SetTable[T], table: SetTable[T], other) -> None:
    """Put the elements that are not in the other into an empty table."""
    if not is_sized(other) or (table._used >> 2) > len(other):
        result._merge(table)
        remove_all(result, other)
        return
    for place in table.places():
        item = table.key_at(place)
        hashed = table.hash_at(place)
        if not is_in(item, hashed, other):
            result._add_hashed(item, hashed)


@inline
def is_in(item, hashed: int, other) -> bool:
    """Say whether an element whose hash is known is in a set or is a key."""
    if isinstance(other, (set, frozenset)):
        return other.finds(item, hashed)
    else:
        return item in other


@inline
def is_sized(other) -> bool:
    """Say whether something is looked into instead of gone through, where it is not much smaller."""
    return isinstance(other, (set, frozenset)) or isinstance(other, dict)


def remove_all(table, other) -> None:
    """Remove all elements of an iterable."""
    if isinstance(other, (set, frozenset)):
        if same_object(table, other):
            table._remove_all()
        else:
            for place in other.places():
                table._remove_hashed(other.key_at(place), other.hash_at(place))
    else:
        for item in other:
            table._remove(item)
    table._tidy()


def toggle_all(table, other) -> None:
    """Remove those elements of an iterable that are there, and add the others."""
    if isinstance(other, (set, frozenset)):
        toggle_table(table, other)
    elif isinstance(other, dict):
        for item in other:
            if not table._remove(item):
                table._add(item)
    else:
        toggle_table(table, set(other))


def toggle_table(table, source) -> None:
    """Remove those elements of another table that are there, and add the others."""
    if same_object(table, source):
        table._remove_all()
    else:
        for place in source.places():
            item = source.key_at(place)
            if not table._remove(item):
                table._add(item)


# Comparison


def is_part(table, other) -> bool:
    """Say whether all elements are in another table."""
    if table._used > other._used:
        return False
    if table._used == 0:
        return True
    if other._is_crowded:
        return is_part_of_crowded(table, other)
    for place in table.places():
        if not other.is_first(table.key_at(place), table.hash_at(place)):
            return False
    return True


def is_part_of_crowded(table, other) -> bool:
    """Say whether all elements are in another table, where they may be in other places than their first."""
    for place in table.places():
        if not other.finds(table.key_at(place), table.hash_at(place)):
            return False
    return True


def has_all(table, iterable) -> bool:
    """Say whether all elements of an iterable are there."""
    if isinstance(iterable, (set, frozenset)):
        return is_part(iterable, table)
    else:
        for item in iterable:
            if item not in table:
                return False
        return True


def has_none(table, iterable) -> bool:
    """Say whether no element of an iterable is there."""
    for item in iterable:
        if item in table:
            return False
    return True


def hash_of_all(table) -> int:
    """Give a hash of all elements, in whatever order: CPython's."""
    hashed = 0
    for place in table.places():
        hashed = hashed ^ shuffled(table.hash_at(place))
    hashed = hashed ^ wrapping_mul(table._used + 1, 1927868237)
    hashed = hashed ^ (shift_right(hashed, 11) & 0x1FFFFFFFFFFFFF) ^ (shift_right(hashed, 25) & 0x7FFFFFFFFF)
    hashed = wrapping_add(wrapping_mul(hashed, 69069), 907133923)
    return 590923713 if hashed == -1 else hashed


@inline
def shuffled(hashed: int) -> int:
    """Spread the bits of a hash, so that those of neighbours do not cancel each other."""
    return wrapping_mul((hashed ^ 89869747) ^ shift_left(hashed, 16), 3644798167)


# Text


def items_text(table) -> str:
    """Give the elements as they stand between braces."""
    result = TextBuilder()
    result.append_byte(123)
    first = True
    for place in table.places():
        if not first:
            result.append(", ")
        first = False
        result.append(repr(table.key_at(place)))
    result.append_byte(125)
    return result.finish()
