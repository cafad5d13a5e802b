"""What a program knows of the process that runs it."""

from builtins._byte_items import items_of
from builtins._decode import text_from_bytes
from builtins.io import TextFile
from io._standard import standard_input

from typing import NamedTuple

from pyc._runtime import argument, argument_count, file_flush, file_write, is_terminal, zero_terminated_size


def exit(code=None):
    """End the program by raising `SystemExit`."""
    raise SystemExit(code)


def read_arguments() -> list[str]:
    """Give the command line, the program first."""
    result = list[str]()
    index = 0
    while index < argument_count():
        data = argument(index)
        result.append(text_from_bytes(data, zero_terminated_size(data)))
        index += 1
    return result


class StandardOutput:
    """The stream of what a program prints, or that of its messages, which has no buffer."""

    name: str
    mode: str
    encoding: str
    errors: str
    closed: bool
    buffer: StandardBytes
    _number: int

    def __init__(self, name: str, number: int) -> None:
        self.name = name
        self.mode = "w"
        self.encoding = "utf-8"
        self.errors = "strict"
        self.closed = False
        self.buffer = StandardBytes(number)
        self._number = number

    def write(self, text: str) -> int:
        """Write a text and give its length."""
        file_write(self._number, text._data, text._size)
        return text._length

    def writelines(self, lines) -> None:
        """Write all texts of an iterable."""
        for line in lines:
            self.write(line)

    def flush(self) -> None:
        """Write what the buffer holds."""
        file_flush(self._number)

    def fileno(self) -> int:
        """Give the system's number of the stream."""
        return self._number

    def isatty(self) -> bool:
        """Say whether the stream is a terminal."""
        return is_terminal(self._number)

    def readable(self) -> bool:
        """Say that nothing can be read here."""
        return False

    def writable(self) -> bool:
        """Say that something can be written here."""
        return True

    def __repr__(self) -> str:
        return f"<_io.TextIOWrapper name={self.name!r} mode='w' encoding='utf-8'>"


class StandardBytes:
    """A stream of what a program writes, as one of bytes."""

    _number: int

    def __init__(self, number: int) -> None:
        self._number = number

    def write(self, data) -> int:
        """Write bytes and give their number."""
        items = items_of(data)
        file_write(self._number, items._items, len(items))
        return len(items)

    def flush(self) -> None:
        """Write what the buffer holds."""
        file_flush(self._number)


class _VersionInfo(NamedTuple):
    """The version of the language, part by part."""

    major: int
    minor: int
    micro: int
    releaselevel: str
    serial: int

    def __repr__(self) -> str:
        return (
            f"sys.version_info(major={self.major}, minor={self.minor}, micro={self.micro}, "
            f"releaselevel={self.releaselevel!r}, serial={self.serial})"
        )


class _FloatInfo(NamedTuple):
    """What floats are like."""

    max: float
    max_exp: int
    max_10_exp: int
    min: float
    min_exp: int
    min_10_exp: int
    dig: int
    mant_dig: int
    epsilon: float
    radix: int
    rounds: int


class _IntInfo(NamedTuple):
    """What CPython's integers are made of."""

    bits_per_digit: int
    sizeof_digit: int
    default_max_str_digits: int
    str_digits_check_threshold: int


class _HashInfo(NamedTuple):
    """How numbers are hashed."""

    width: int
    modulus: int
    inf: int
    nan: int
    imag: int


class _Implementation:
    """Who runs the program. Programs ask whether it is somebody whose gaps they know, so it has the name of the one whose library this is like."""

    name: str
    version: _VersionInfo
    hexversion: int

    def __init__(self) -> None:
        self.name = "cpython"
        self.version = version_info
        self.hexversion = hexversion


argv: list[str] = read_arguments()
maxsize: int = 9223372036854775807
stdin: TextFile = standard_input
stdout: StandardOutput = StandardOutput("<stdout>", 1)
stderr: StandardOutput = StandardOutput("<stderr>", 2)
byteorder: str = "little"
platform: str = "linux"
maxunicode: int = 0x10FFFF
version_info: _VersionInfo = _VersionInfo(3, 11, 7, "final", 0)
hexversion: int = 0x030B07F0
version: str = "3.11.7 (pyc)"
api_version: int = 1013
float_info: _FloatInfo = _FloatInfo(
    1.7976931348623157e308, 1024, 308, 2.2250738585072014e-308, -1021, -307, 15, 53, 2.220446049250313e-16, 2, 1
)
int_info: _IntInfo = _IntInfo(30, 4, 4300, 640)
hash_info: _HashInfo = _HashInfo(64, 2305843009213693951, 314159, 0, 1000003)
float_repr_style: str = "short"
implementation: _Implementation = _Implementation()


_recursion_limit = 1000


def setrecursionlimit(limit: int) -> None:
    """Change what `getrecursionlimit` gives: the depth of calls is limited by the stack."""
    global _recursion_limit
    if limit < 1:
        raise ValueError("recursion limit must be greater or equal than 1")
    _recursion_limit = limit


def getrecursionlimit() -> int:
    """Give the limit that was set, or Python's usual one."""
    return _recursion_limit


def getdefaultencoding() -> str:
    """Give the encoding of texts that say none."""
    return "utf-8"


def getfilesystemencoding() -> str:
    """Give the encoding of the names of files."""
    return "utf-8"


def intern(string: str) -> str:
    """Give the text: equal ones need not be one."""
    return string


def get_int_max_str_digits() -> int:
    """Give Python's usual limit, which no integer of 64 bits reaches."""
    return 4300


def set_int_max_str_digits(maxdigits: int) -> None:
    """Do nothing: no integer of 64 bits has as many digits."""


def exc_info(*, _handled=None):
    """Give the class of the exception that is being handled, the exception and where it came through. The compiler says which one it is."""
    return (type(_handled), _handled, _handled.__traceback__)


def exception(*, _handled=None):
    """Give the exception that is being handled. The compiler says which one it is."""
    return _handled
