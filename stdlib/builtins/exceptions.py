"""The exceptions that Python's builtins have.

An exception keeps its arguments as text: what `str` shows, and what `repr` shows between the parentheses.
"""

from pyc._runtime import file_flush, file_write, print_traceback
from pyc.unsafe import class_name


class BaseException:
    """The root of all exceptions."""

    _message: str | None
    # Between the parentheses of the `repr`; `None` while it is the `repr` of the message.
    _arguments: str | None
    __cause__: BaseException | None
    __context__: BaseException | None
    __suppress_context__: bool

    def __init__(self, *args) -> None:
        self._keep(args)

    def _keep(self, args) -> None:
        """Take over the arguments of a call of the class, given as a tuple."""
        if len(args) == 0:
            self._message = None
            self._arguments = ""
        elif len(args) == 1:
            argument = args[0]
            if isinstance(argument, str):
                self._message = argument
                self._arguments = None
            else:
                self._message = str(argument)
                self._arguments = repr(argument)
        else:
            text = repr(args)
            self._message = text
            self._arguments = text[1:-1]

    def __str__(self) -> str:
        message = self._message
        if message is None:
            return ""
        return message

    def _argument_text(self) -> str:
        """Give the arguments as `repr` shows them."""
        arguments = self._arguments
        if arguments is None:
            message = self._message
            if message is None:
                return ""
            return message.__repr__()
        return arguments

    @property
    def args(self) -> tuple[str, ...]:
        """The text that the exception was made with, if any. Other arguments are not kept as values."""
        message = self._message
        arguments = self._arguments
        kept: list[str] = []
        if arguments is None and message is not None:
            kept.append(message)
        elif arguments != "":
            raise RuntimeError("the arguments of this exception are not kept: only a single text is")
        return tuple(kept)

    def __repr__(self) -> str:
        return _bare_name(class_name(self)) + "(" + self._argument_text() + ")"


def _bare_name(qualified: str) -> str:
    """Give the name of a class without its module."""
    return qualified[qualified.rfind(".") + 1 :]


class _ExceptionType:
    """The class of an exception that `with` hands to `__exit__`, where only the program's run tells which it is."""

    _exception: BaseException

    def __init__(self, exception: BaseException) -> None:
        self._exception = exception

    @property
    def __name__(self) -> str:
        return _bare_name(class_name(self._exception))

    @property
    def __qualname__(self) -> str:
        return _bare_name(class_name(self._exception))

    def __repr__(self) -> str:
        return "<class '" + class_name(self._exception) + "'>"


class _Traceback:
    """The traceback that `with` hands to `__exit__`. What is in it is not kept."""


def report_exception(e: BaseException) -> int:
    """Say on standard error how an exception that nothing handles ended the program; give the exit status."""
    if isinstance(e, SystemExit):
        return e._leave()
    _print(e)
    return 1


def _print(e: BaseException) -> None:
    """Print the tracebacks of an exception and of those that led to it, the oldest first."""
    cause = e.__cause__
    context = e.__context__
    if cause is not None:
        _print(cause)
        _print_text("\nThe above exception was the direct cause of the following exception:\n\n")
    elif context is not None and not e.__suppress_context__:
        _print(context)
        _print_text("\nDuring handling of the above exception, another exception occurred:\n\n")
    text = _last_line(e)
    print_traceback(e, text._data, text._size)


def _print_text(text: str) -> None:
    file_write(2, text._data, text._size)


def set_cause(e: BaseException, cause: BaseException | None) -> None:
    """Remember what `raise … from cause` says."""
    e.__cause__ = cause
    e.__suppress_context__ = True


def set_context(e: BaseException, handled: BaseException) -> None:
    """Remember at the end of what led to `e` that `handled` was being handled; no exception comes to be its own context."""
    oldest = e
    while oldest is not handled:
        context = oldest.__context__
        if context is None:
            _append_context(oldest, e, handled)
            return
        oldest = context


def _append_context(oldest: BaseException, e: BaseException, handled: BaseException) -> None:
    link = handled
    while True:
        context = link.__context__
        if context is None:
            break
        if context is oldest:
            if oldest is not e:
                # They have one past.
                return
            # It was raised again.
            link.__context__ = None
            break
        link = context
    oldest.__context__ = handled


def _last_line(e: BaseException) -> str:
    name = class_name(e)
    try:
        text = e.__str__()
    except Exception:
        return name + ": <exception str() failed>"
    if len(text) == 0:
        return name
    return name + ": " + text


class Exception(BaseException):
    """The root of the exceptions that programs handle."""


class GeneratorExit(BaseException):
    """A generator is closed."""


class KeyboardInterrupt(BaseException):
    """The user interrupts the program."""


class SystemExit(BaseException):
    """The program ends."""

    code: int | str | None

    def __init__(self, code: int | str | None = None) -> None:
        self.code = code
        if code is None:
            self._keep(())
        else:
            self._keep((code,))

    def _leave(self) -> int:
        """Say what the program leaves with; give the exit status."""
        code = self.code
        if code is None:
            return 0
        if isinstance(code, str):
            file_flush(1)
            text = code + "\n"
            file_write(2, text._data, text._size)
            return 1
        return code


class StopIteration(Exception):
    """An iterator has no more values."""

    _value: object
    _has_value: bool

    def __init__(self, *args) -> None:
        self._keep(args)
        if len(args) > 0:
            self._value = args[0]
            self._has_value = True

    @property
    def value(self):
        """What the generator has given at its end."""
        if self._has_value:
            return self._value
        return None


class StopAsyncIteration(Exception):
    """An asynchronous iterator has no more values."""


class ArithmeticError(Exception):
    """The root of the errors of arithmetic."""


class FloatingPointError(ArithmeticError):
    """A floating-point operation fails."""


class OverflowError(ArithmeticError):
    """A result is too large."""


class ZeroDivisionError(ArithmeticError):
    """A divisor is zero."""


class AssertionError(Exception):
    """An `assert` fails."""


class AttributeError(Exception):
    """An object has no such attribute."""


class BufferError(Exception):
    """A buffer can't be used so."""


class EOFError(Exception):
    """Input has ended."""


class ImportError(Exception):
    """A module can't be imported."""


class ModuleNotFoundError(ImportError):
    """A module can't be found."""


class LookupError(Exception):
    """The root of the errors of indexing."""


class IndexError(LookupError):
    """An index is out of range."""


class KeyError(LookupError):
    """A key is not there."""

    def __str__(self) -> str:
        # A key is shown as it is written, for it may be an empty text; several arguments are shown as a tuple.
        if self._arguments is None:
            return self._argument_text()
        message = self._message
        if message is None:
            return ""
        if len(self._argument_text()) == len(message) - 2:
            return message
        return self._argument_text()


class MemoryError(Exception):
    """There is no more memory."""


class NameError(Exception):
    """A name is not bound."""


class UnboundLocalError(NameError):
    """A local name is not bound yet."""


class OSError(Exception):
    """The system reports an error."""


class BlockingIOError(OSError):
    """An operation would block."""


class ChildProcessError(OSError):
    """An operation on a child process fails."""


class ConnectionError(OSError):
    """The root of the errors of connections."""


class BrokenPipeError(ConnectionError):
    """The other end of a pipe is closed."""


class ConnectionAbortedError(ConnectionError):
    """The peer aborts a connection."""


class ConnectionRefusedError(ConnectionError):
    """The peer refuses a connection."""


class ConnectionResetError(ConnectionError):
    """The peer resets a connection."""


class FileExistsError(OSError):
    """A file is there already."""


class FileNotFoundError(OSError):
    """A file is not there."""


class InterruptedError(OSError):
    """A signal interrupts a call."""


class IsADirectoryError(OSError):
    """A file is a directory."""


class NotADirectoryError(OSError):
    """A file is no directory."""


class PermissionError(OSError):
    """An operation is not permitted."""


class ProcessLookupError(OSError):
    """A process is not there."""


class TimeoutError(OSError):
    """An operation takes too long."""


class ReferenceError(Exception):
    """A weakly referenced object is gone."""


class RuntimeError(Exception):
    """An error that fits nowhere else."""


class NotImplementedError(RuntimeError):
    """A method is to be defined by a derived class."""


class RecursionError(RuntimeError):
    """Calls are nested too deeply."""


class SyntaxError(Exception):
    """A text is no program."""


class IndentationError(SyntaxError):
    """A line is indented wrongly."""


class TabError(IndentationError):
    """Tabs and spaces are mixed."""


class SystemError(Exception):
    """The system fails."""


class TypeError(Exception):
    """A value has the wrong type."""


class ValueError(Exception):
    """A value is of the right type but wrong."""


class UnicodeError(ValueError):
    """The root of the errors of encodings."""


class UnicodeDecodeError(UnicodeError):
    """Bytes are no text."""


class UnicodeEncodeError(UnicodeError):
    """A text can't be encoded."""


class UnicodeTranslateError(UnicodeError):
    """A text can't be translated."""


class Warning(Exception):
    """The root of the warnings."""


class DeprecationWarning(Warning):
    """Something will go away."""


class FutureWarning(Warning):
    """Something will change."""


class PendingDeprecationWarning(Warning):
    """Something will be deprecated."""


class RuntimeWarning(Warning):
    """Something looks wrong at run time."""


class SyntaxWarning(Warning):
    """Something looks wrong in a program."""


class UserWarning(Warning):
    """A warning of a program."""
