"""What a program knows of the process that runs it."""

from builtins._decode import text_from_bytes

from pyc._runtime import argument, argument_count, file_flush, file_write, zero_terminated_size


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
    """The stream of what a program prints."""

    def write(self, text: str) -> int:
        """Write a text and give its length."""
        file_write(1, text._data, text._size)
        return text._length

    def flush(self) -> None:
        """Write what the buffer holds."""
        file_flush(1)


class StandardError:
    """The stream of messages. It has no buffer."""

    def write(self, text: str) -> int:
        """Write a text and give its length."""
        file_write(2, text._data, text._size)
        return text._length

    def flush(self) -> None:
        """Do nothing: everything is written already."""


argv: list[str] = read_arguments()
maxsize: int = 9223372036854775807
stdout: StandardOutput = StandardOutput()
stderr: StandardError = StandardError()


def setrecursionlimit(limit: int) -> None:
    """Do nothing: the depth of calls is limited by the stack."""


def getrecursionlimit() -> int:
    """Give Python's usual limit."""
    return 1000
