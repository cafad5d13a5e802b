"""Docstrings with examples that pass.

>>> twice(4)
8
"""

import functools


def twice(number):
    """
    >>> twice(1)
    2
    >>> for number in range(2):
    ...     print(twice(number))
    0
    2
    >>> # nothing
    >>> twice(None) # doctest: +SKIP
    """
    return number * 2


@functools.lru_cache(maxsize=None)
def half(number):
    """
    >>> half(4)
    2.0
    >>> half("")
    Traceback (most recent call last):
        ...
    TypeError: unsupported operand type(s) for /: 'str' and 'int'
    """
    return number / 2


class Box:
    """
    >>> Box().size
    0
    """

    size = 0

    def grow(self):
        """
        >>> box = Box()
        >>> box.grow()
        >>> box.size
        1
        """
        self.size += 1

    @property
    def double(self):
        """
        >>> Box().double
        0
        """
        return self.size * 2

    @staticmethod
    def name():
        """
        >>> Box.name()
        'box'
        """
        return "box"


def plain():
    def inner():
        """
        >>> this is not looked at
        """

    return inner


if __name__ == "__main__":
    import doctest
    from doctest import testmod

    print(doctest.testmod())
    failed, attempted = testmod(verbose=False, optionflags=doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE)
    print(failed, attempted, twice(3), half(3))
    if doctest.testmod().failed == 0:
        print("passed")
