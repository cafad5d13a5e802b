"""The error of what a stream can't do."""


class UnsupportedOperation(OSError):
    """The stream has no such operation."""
