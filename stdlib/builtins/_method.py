"""Methods as values."""


class method[F, T]:
    """A method with its object. The compiler calls it as it calls the method of the object."""

    _function: F
    __self__: T

    def __init__(self, function: F, object: T) -> None:
        self._function = function
        self.__self__ = object

    def __call__(self, *args):
        """Say that it can be called."""
        return self._function(self.__self__, *args)
