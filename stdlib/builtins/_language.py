"""What statements call that have no function of Python's for what they do. The compiler knows these by name."""

from pyc import inline
from pyc.unsafe import add_overflows, mem_set, object_pointer, ptr_cast, ptr_offset, ptr_take, size_of, wrapping_add

from .errors import raise_unpack_too_few, raise_unpack_too_many, raise_value_error


class _Object:
    """What `object()` makes."""


class NotImplementedType:
    """The type of `NotImplemented`, which a method gives that does not take its operands."""

    def __repr__(self) -> str:
        return "NotImplemented"

    def __bool__(self) -> bool:
        return True


def _has_made_up(object, name: str) -> bool:
    """Ask an object's `__getattr__` whether there is an attribute."""
    try:
        object.__getattr__(name)
    except AttributeError:
        return False
    return True


def _attribute_or(object, name: str, default):
    """Give what an object's `__getattr__` finds, or a default."""
    try:
        return object.__getattr__(name)
    except AttributeError:
        return default


class _Cell[T]:
    """A variable that functions inside another share with it."""

    value: T
    is_bound: bool

    def _clear(self) -> None:
        """Forget the value, for `del`."""
        self.is_bound = False
        # The value stands behind the two words that every object begins with. It is let go when its place is empty, for that may run anything.
        place = ptr_offset(object_pointer(self), 16)
        value = ptr_take(ptr_cast[T](place), 0)
        mem_set(place, 0, size_of[T]())
        _forget(value)


def _forget[T](value: T) -> None:
    """Take a value that nobody needs any more."""


@inline
def _check_range_step(step: int) -> None:
    """Raise the error of a range that would not move."""
    if step == 0:
        raise_value_error("range() arg 3 must not be zero")


@inline
def _range_advance(counter: int, stop: int, step: int) -> int:
    """Give the next number of a range, or its end where that would be out of range."""
    if add_overflows(counter, step):
        return stop
    return wrapping_add(counter, step)


@inline
def _checked_length(length: int) -> int:
    """Give what a class's own `__len__` gave; raise the error of a length that there is not."""
    if length < 0:
        raise_value_error("__len__() should return >= 0")
    return length


@inline
def _check_unpack(length: int, wanted: int) -> None:
    """Raise the error of an unpacking into another number of names."""
    if length < wanted:
        raise_unpack_too_few(wanted, length)
    if length > wanted:
        raise_unpack_too_many(wanted)


@inline
def _check_arguments(name: str, length: int, required: int, before: int, names: str, has_rest: bool) -> None:
    """Raise the error of `*values` that are too few, or too many, for the parameters whose names stand between spaces."""
    if length < required or (not has_rest and length > names.count(" ") + (1 if len(names) > 0 else 0)):
        raise_wrong_arguments(name, length, required, before, names.split())


def raise_wrong_arguments(name: str, length: int, required: int, before: int, names: list[str]):
    """Raise the error of too few or too many arguments."""
    if length < required:
        missing = [repr(parameter) for parameter in names[length:required]]
        shown = ", ".join(missing)
        if len(missing) == 2:
            shown = " and ".join(missing)
        elif len(missing) > 2:
            shown = ", ".join(missing[:-1]) + ", and " + missing[-1]
        plural = "s" if len(missing) > 1 else ""
        raise TypeError(f"{name}() missing {len(missing)} required positional argument{plural}: {shown}")
    most = before + len(names)
    least = before + required
    wanted = str(most) if least == most else f"from {least} to {most}"
    plural = "s" if most != 1 else ""
    given = before + length
    raise TypeError(
        f"{name}() takes {wanted} positional argument{plural} but {given} {'was' if given == 1 else 'were'} given"
    )


@inline
def _item_or(items, index: int, default):
    """Give the value for a parameter that has a default."""
    if index < len(items):
        return items[index]
    return default


@inline
def _check_unpack_at_least(length: int, wanted: int) -> None:
    """Raise the error of an unpacking into more names than there are values."""
    if length < wanted:
        raise_too_few_for_star(wanted, length)


def raise_too_few_for_star(wanted: int, length: int):
    """Raise the error of an unpacking with a star."""
    message = "not enough values to unpack (expected at least " + str(wanted) + ", got " + str(length) + ")"
    raise ValueError(message)


def _starred_middle[T](values: list[T], start: int, behind: int) -> list[T]:
    """Give the values for the name with a star: those from `start` on but for the last `behind`."""
    return values._slice(start, len(values) - behind)
