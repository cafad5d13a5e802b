"""The exceptions that Python's builtins have.

Most exceptions are made with one text, which they keep as it is. Other arguments are kept in an object of their own.
"""

from pyc._runtime import file_flush, file_write, print_traceback
from pyc.fixed import u8
from pyc.unsafe import Ptr, call_pointer, callback_code, class_name, object_pointer


class _Arguments:
    """What an exception was made with, if that is not one text. Only the code that was made with it knows the types."""

    _code: Ptr[u8]
    _wants_text: bool
    _written: str
    _failure: BaseException | None

    def _write(self, wants_text: bool) -> str:
        self._wants_text = wants_text
        call_pointer(self._code, object_pointer(self))
        failure = self._failure
        if failure is not None:
            self._failure = None
            raise failure
        return self._written

    def text(self) -> str:
        """Give what `str` of the exception shows."""
        return self._write(True)

    def shown(self) -> str:
        """Give what `repr` of the exception shows between the parentheses."""
        return self._write(False)


class _ArgumentsOf[A](_Arguments):
    """Arguments of known types: a tuple."""

    values: A

    def __init__(self, values: A) -> None:
        self.values = values
        self._code = callback_code(self)
        self._written = ""

    def __call__(self) -> None:
        """Write what is wanted: the code, for which nobody catches what is raised."""
        try:
            self._written = self._text() if self._wants_text else self._shown()
        except BaseException as e:
            self._failure = e

    def _text(self) -> str:
        if len(self.values) == 1:
            return str(self.values[0])
        return repr(self.values)

    def _shown(self) -> str:
        if len(self.values) == 1:
            return repr(self.values[0])
        return repr(self.values)[1:-1]


class BaseException:
    """The root of all exceptions."""

    _message: str | None
    _arguments: _Arguments | None
    __cause__: BaseException | None
    __context__: BaseException | None
    __suppress_context__: bool
    _notes: list[str] | None

    def __init__(self, *args) -> None:
        self._keep(args)

    def _keep(self, args) -> None:
        """Take over the arguments of a call of the class, given as a tuple."""
        self._message = None
        self._arguments = None
        if len(args) == 1:
            argument = args[0]
            if isinstance(argument, str):
                self._message = argument
                return
        if len(args) > 0:
            self._arguments = _ArgumentsOf(args)

    def __str__(self) -> str:
        message = self._message
        if message is not None:
            return message
        arguments = self._arguments
        return "" if arguments is None else arguments.text()

    def _argument_text(self) -> str:
        """Give the arguments as `repr` shows them."""
        message = self._message
        if message is not None:
            return message.__repr__()
        arguments = self._arguments
        return "" if arguments is None else arguments.shown()

    def _texts(self) -> tuple[str, ...]:
        """Give the arguments of an exception that has none but a text."""
        message = self._message
        return () if message is None else (message,)

    @property
    def args(self):
        """The arguments that the exception was made with. The compiler knows which there are, and puts them in the place of this."""
        return self._texts()

    @args.setter
    def args(self, values) -> None:
        self._keep(tuple(values))

    def __repr__(self) -> str:
        return _bare_name(class_name(self)) + "(" + self._argument_text() + ")"

    def add_note(self, note: str) -> None:
        """Add a line that is shown behind the exception."""
        notes = self._notes
        if notes is None:
            self._notes = [note]
        else:
            notes.append(note)

    @property
    def __notes__(self) -> list[str]:
        notes = self._notes
        if notes is None:
            raise AttributeError("'" + _bare_name(class_name(self)) + "' object has no attribute '__notes__'")
        return notes

    @property
    def __traceback__(self) -> _Traceback:
        return _Traceback()

    def with_traceback(self, traceback):
        """Give the exception itself: its traceback is its own."""
        return self


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
    print_exception(e)
    return 1


def print_exception(e: BaseException) -> None:
    """Print the tracebacks of an exception and of those that led to it, the oldest first."""
    cause = e.__cause__
    context = e.__context__
    if cause is not None:
        print_exception(cause)
        _print_text("\nThe above exception was the direct cause of the following exception:\n\n")
    elif context is not None and not e.__suppress_context__:
        print_exception(context)
        _print_text("\nDuring handling of the above exception, another exception occurred:\n\n")
    text = last_line(e)
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


def last_line(e: BaseException) -> str:
    """Give the name of an exception with its text, and its notes."""
    name = class_name(e)
    try:
        text = e.__str__()
    except Exception:
        return name + ": <exception str() failed>"
    if len(text) == 0:
        text = name
    else:
        text = name + ": " + text
    notes = e._notes
    if notes is not None:
        for note in notes:
            text += "\n" + note
    return text


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
        message = self._message
        if message is not None:
            return message.__repr__()
        arguments = self._arguments
        if arguments is None:
            return ""
        shown = arguments.shown()
        text = arguments.text()
        return text if text == "(" + shown + ")" else shown


class MemoryError(Exception):
    """There is no more memory."""


class NameError(Exception):
    """A name is not bound."""


class UnboundLocalError(NameError):
    """A local name is not bound yet."""


class OSError(Exception):
    """The system reports an error: by a number, what that means, and maybe the name of a file."""

    errno: int | None
    strerror: str | None
    filename: str | None
    filename2: str | None

    def __init__(self, *args) -> None:
        self.errno = None
        self.strerror = None
        self.filename = None
        self.filename2 = None
        if len(args) >= 2 and len(args) <= 5:
            self._keep(args[:2])
            self.errno = args[0]
            self.strerror = args[1]
            if len(args) >= 3:
                self.filename = args[2]
            if len(args) == 5:
                self.filename2 = args[4]
        else:
            self._keep(args)

    def __str__(self) -> str:
        if self.errno is None:
            return super().__str__()
        text = "[Errno " + str(self.errno) + "] " + str(self.strerror)
        if self.filename is None:
            return text
        text += ": " + repr(self.filename)
        return text if self.filename2 is None else text + " -> " + repr(self.filename2)


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


class BytesWarning(Warning):
    """Bytes are mixed up with text."""


class EncodingWarning(Warning):
    """Text is read or written without saying how it is encoded."""


class ImportWarning(Warning):
    """Something looks wrong in an import."""


class ResourceWarning(Warning):
    """Something is used up."""


class UnicodeWarning(Warning):
    """Something looks wrong in a text."""


# Names from before Python 3.3
EnvironmentError = OSError
IOError = OSError
