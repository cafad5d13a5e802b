"""What CPython has in a module of this name."""


class Empty(Exception):
    """There is nothing to get."""
