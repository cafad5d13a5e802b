"""What a program knows of the process that runs it."""

from builtins._byte_items import items_of
from builtins._decode import text_from_bytes
from builtins.io import TextFile
from io._standard import standard_input

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


argv: list[str] = read_arguments()
maxsize: int = 9223372036854775807
stdin: TextFile = standard_input
stdout: StandardOutput = StandardOutput("<stdout>", 1)
stderr: StandardOutput = StandardOutput("<stderr>", 2)
byteorder: str = "little"
platform: str = "linux"


def setrecursionlimit(limit: int) -> None:
    """Do nothing: the depth of calls is limited by the stack."""


def getrecursionlimit() -> int:
    """Give Python's usual limit."""
    return 1000
