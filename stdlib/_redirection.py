"""Standard output and error that something in the program takes instead of the system."""

from builtins._decode import text_from_bytes

from pyc import export
from pyc._runtime import set_output
from pyc.fixed import u8
from pyc.unsafe import Ptr, function_address, ptr_null


class Sink:
    """Takes texts."""

    def take(self, text: str) -> None:
        """Take one."""


class SinkOf[T](Sink):
    """Writes to something that has `write`; to nothing for `None`."""

    _target: T

    def __init__(self, target: T) -> None:
        self._target = target

    def take(self, text: str) -> None:
        target = self._target
        if target is not None:
            target.write(text)


class _Stream:
    """One of the two, with those that take what is written: the last one does."""

    number: int
    sinks: list[Sink]
    # Who took it before.
    before: Ptr[u8]
    failure: BaseException | None

    def __init__(self, number: int) -> None:
        self.number = number
        self.sinks = []
        self.before = ptr_null[u8]()
        self.failure = None

    def begin(self, sink: Sink, writer: Ptr[u8]) -> None:
        """Hand what is written to a sink from now on."""
        if len(self.sinks) == 0:
            self.before = set_output(self.number, writer, False)
        self.sinks.append(sink)

    def end(self) -> None:
        """Hand it to the one before again; raise what the sink has raised."""
        self.sinks.pop()
        if len(self.sinks) == 0:
            set_output(self.number, self.before, True)
        failure = self.failure
        if failure is not None:
            self.failure = None
            raise failure

    def take(self, data: Ptr[u8], size: int) -> int:
        """Hand a text on. What that raises can't be raised here."""
        try:
            self.sinks[-1].take(text_from_bytes(data, size))
        except BaseException as error:
            self.failure = error
        return 0


_output: _Stream = _Stream(1)
_error: _Stream = _Stream(2)


@export("pyc_redirected_output")
def _write_output(data: Ptr[u8], size: int) -> int:
    return _output.take(data, size)


@export("pyc_redirected_error")
def _write_error(data: Ptr[u8], size: int) -> int:
    return _error.take(data, size)


def redirect_output(sink: Sink) -> None:
    """Hand standard output to a sink."""
    _output.begin(sink, function_address(_write_output))


def restore_output() -> None:
    """Undo that."""
    _output.end()


def redirect_error(sink: Sink) -> None:
    """Hand standard error to a sink."""
    _error.begin(sink, function_address(_write_error))


def restore_error() -> None:
    """Undo that."""
    _error.end()
