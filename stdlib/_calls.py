"""Calls that are made later."""


class Work:
    """Something to do."""

    def do(self) -> None:
        """Do it."""


class Call[F, A, K](Work):
    """A function with its arguments; nothing to call where it is `None`."""

    _function: F
    _args: A
    _kwargs: K

    def __init__(self, function: F, args: A, kwargs: K) -> None:
        self._function = function
        self._args = args
        self._kwargs = kwargs

    def do(self) -> None:
        function = self._function
        kwargs = self._kwargs
        if function is None:
            pass
        elif kwargs is None:
            function(*self._args)
        else:
            function(*self._args, **kwargs)
