"""What is done at the end of a program: threads are waited for, and functions called."""

from builtins.exceptions import report_exception

from pyc._runtime import call_at_end
from pyc.unsafe import callback_code, object_pointer


class Handler:
    """Something to do."""

    def run(self) -> None:
        """Do it."""


class _Ending:
    """Does everything."""

    threads: Handler | None
    handlers: list[Handler]
    is_known: bool

    def __init__(self) -> None:
        self.threads = None
        self.handlers = []
        self.is_known = False

    def __call__(self) -> None:
        threads = self.threads
        if threads is not None:
            _run(threads)
        # Those that are added meanwhile are called as well.
        while len(self.handlers) > 0:
            _run(self.handlers.pop())

    def announce(self) -> None:
        """Have this called at the end."""
        if not self.is_known:
            self.is_known = True
            call_at_end(callback_code(self), object_pointer(self))


_ending = _Ending()


def _run(handler: Handler) -> None:
    try:
        handler.run()
    except BaseException as error:
        report_exception(error)


def wait_with(handler: Handler) -> None:
    """Say how threads are waited for."""
    _ending.announce()
    _ending.threads = handler


def add_handler(handler: Handler) -> None:
    """Add something to do; what is added last is done first."""
    _ending.announce()
    _ending.handlers.append(handler)


def handlers() -> list[Handler]:
    """Give what is to be done."""
    return _ending.handlers
