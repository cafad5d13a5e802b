"""`zip` where the call says `strict`: iterables that end before the others may be an error."""

from .iteration import iter, next, zip
from ._tuple_of import _TupleOf
from .exceptions import StopIteration, ValueError


def zip_strict(*iterables, strict: bool):
    """Give an iterator over tuples of one element each; if `strict`, iterables of different lengths are an error."""
    if isinstance(iterables, _TupleOf):
        return zip_rows_strict([list(iterable) for iterable in iterables._list], strict)
    elif len(iterables) < 2:
        return zip(*iterables)
    elif len(iterables) == 2:
        return zip_pairs_strict(iterables[0], iterables[1], strict)
    else:
        return zip_last_strict(zip_strict(*iterables[:-1], strict=strict), iterables[-1], len(iterables), strict)


def zip_pairs_strict(first, second, strict: bool):
    """Give pairs."""
    left = iter(first)
    right = iter(second)
    while True:
        try:
            item = next(left)
        except StopIteration:
            break
        try:
            other = next(right)
        except StopIteration:
            if strict:
                raise ValueError("zip() argument 2 is shorter than argument 1")
            return
        yield (item, other)
    if strict:
        check_end(right, 2)


def zip_last_strict(tuples, last, position: int, strict: bool):
    """Add elements of the last iterable, which is the argument at `position`, to tuples of the others'."""
    right = iter(last)
    for item in tuples:
        try:
            other = next(right)
        except StopIteration:
            if strict:
                raise ValueError(f"zip() argument {position} is shorter than arguments 1-{position - 1}")
            return
        yield (*item, other)
    if strict:
        check_end(right, position)


def check_end(iterator, position: int):
    """Raise if the iterable that is the argument at `position` has elements left."""
    try:
        next(iterator)
    except StopIteration:
        return
    others = "argument 1" if position == 2 else f"arguments 1-{position - 1}"
    raise ValueError(f"zip() argument {position} is longer than {others}")


def zip_rows_strict(rows, strict: bool):
    """Give the columns of rows whose number is known only at run time."""
    lengths = [len(row) for row in rows]
    for place in range(min(lengths, default=0)):
        yield tuple([row[place] for row in rows])
    if strict:
        for position in range(1, len(lengths)):
            others = "argument 1" if position == 1 else f"arguments 1-{position}"
            if lengths[position] < lengths[0]:
                raise ValueError(f"zip() argument {position + 1} is shorter than {others}")
            elif lengths[position] > lengths[0]:
                raise ValueError(f"zip() argument {position + 1} is longer than {others}")
