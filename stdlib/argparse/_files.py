"""Files as values of arguments."""

from builtins.io import TextFile
from io._standard import standard_input

from ._errors import ArgumentTypeError


class FileType:
    """Opens files of text; `-` stands for what the program reads or prints."""

    _mode: str
    _encoding: str | None
    _errors: str | None

    def __init__(
        self, mode: str = "r", bufsize: int = -1, encoding: str | None = None, errors: str | None = None
    ) -> None:
        self._mode = mode
        self._encoding = encoding
        self._errors = errors

    def __call__(self, string: str) -> TextFile:
        if string == "-":
            if "r" in self._mode:
                return standard_input
            return open(1, self._mode)
        try:
            return open(string, self._mode, -1, self._encoding, self._errors)
        except OSError as error:
            raise ArgumentTypeError(f"can't open '{string}': {error}") from None

    def __repr__(self) -> str:
        return f"FileType({self._mode!r})"
