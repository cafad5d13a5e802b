"""What is done at the end of a program: threads are waited for, and functions called."""

from builtins.exceptions import report_exception

from _calls import Work
from pyc._runtime import call_at_end
from pyc.unsafe import callback_code, object_pointer


class _Ending:
    """Does everything."""

    threads: Work | None
    handlers: list[Work]
    is_known: bool

    def __init__(self) -> None:
        self.threads = None
        self.handlers = []
        self.is_known = False

    def __call__(self) -> None:
        threads = self.threads
        if threads is not None:
            _run(threads)
        # Not those that are added meanwhile.
        for place in range(len(self.handlers) - 1, -1, -1):
            _run(self.handlers[place])
        self.handlers.clear()

    def announce(self) -> None:
        """Have this called at the end."""
        if not self.is_known:
            self.is_known = True
            call_at_end(callback_code(self), object_pointer(self))


_ending = _Ending()


def _run(handler: Work) -> None:
    try:
        handler.do()
    except BaseException as error:
        report_exception(error)


def wait_with(handler: Work) -> None:
    """Say how threads are waited for."""
    _ending.announce()
    _ending.threads = handler


def add_handler(handler: Work) -> None:
    """Add something to do; what is added last is done first."""
    _ending.announce()
    _ending.handlers.append(handler)
