"""The root of all classes. Its methods are compiled once for each class that uses them."""

from pyc.unsafe import class_name, object_address, same_object, shift_right


class object:
    """What every class is derived from."""

    def __init__(self) -> None:
        pass

    def __repr__(self) -> str:
        return "<" + class_name(self) + " object at " + hex(object_address(self)) + ">"

    def __str__(self) -> str:
        return self.__repr__()

    def __format__(self, format_spec: str) -> str:
        if len(format_spec) > 0:
            raise TypeError("unsupported format string passed to " + class_name(self) + ".__format__")
        return self.__str__()

    def __eq__(self, other) -> bool:
        return same_object(self, other)

    def __ne__(self, other) -> bool:
        return not (self == other)

    def __hash__(self) -> int:
        return shift_right(object_address(self), 4)

    def _by_index(self):
        """Stand for `__iter__` in classes that have a `__getitem__` alone."""
        from .iteration import IndexIterator

        return IndexIterator(self)

    def _unhashable(self) -> int:
        """Stand for `__hash__` in classes that have an `__eq__` but no `__hash__` of their own."""
        raise TypeError("unhashable type: '" + class_name(self) + "'")
