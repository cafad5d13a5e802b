"""Texts in memory."""

from builtins._text import TextBuilder

from ._error import UnsupportedOperation


class StringIO:
    """A text that is written and read like a file.

    >>> stream = StringIO()
    >>> stream.write("one\\n")
    4
    >>> stream.getvalue()
    'one\\n'
    """

    closed: bool
    # What was written at the end is put together when it is asked for.
    _text: str
    _more: TextBuilder
    _place: int

    def __init__(self, initial_value: str | None = "", newline: str | None = "\n") -> None:
        if newline != "\n":
            raise UnsupportedOperation("StringIO translates no ends of lines: leave newline out")
        self.closed = False
        self._text = "" if initial_value is None else initial_value
        self._more = TextBuilder()
        self._place = 0

    def _check_open(self) -> None:
        if self.closed:
            raise ValueError("I/O operation on closed file")

    def _whole(self) -> str:
        self._check_open()
        if self._more._size > 0:
            self._text = self._text + self._more.finish()
            self._more = TextBuilder()
        return self._text

    def getvalue(self) -> str:
        """Give the whole text."""
        return self._whole()

    def write(self, text: str) -> int:
        """Write a text where the stream is; give its length."""
        self._check_open()
        if len(text) == 0:
            return 0
        length = len(self._text) + self._more._length
        if self._place == length:
            self._more.append(text)
        else:
            old = self._whole()
            if self._place > length:
                old += "\0" * (self._place - length)
            self._text = old[: self._place] + text + old[self._place + len(text) :]
        self._place += len(text)
        return len(text)

    def writelines(self, lines) -> None:
        """Write all texts of an iterable."""
        for line in lines:
            self.write(line)

    def read(self, size: int | None = -1) -> str:
        """Give so many characters, or the rest."""
        text = self._whole()
        rest = len(text) - self._place
        if rest <= 0:
            return ""
        count = rest if size is None or size < 0 or size > rest else size
        start = self._place
        self._place += count
        return text[start : start + count]

    def readline(self, size: int | None = -1) -> str:
        """Give the next line with its end, or an empty text."""
        text = self._whole()
        if self._place >= len(text):
            return ""
        end = text.find("\n", self._place) + 1
        if end == 0:
            end = len(text)
        if size is not None and 0 <= size < end - self._place:
            end = self._place + size
        start = self._place
        self._place = end
        return text[start:end]

    def readlines(self, hint: int = -1) -> list[str]:
        """Give the rest, line by line; with a hint, lines until they have so many characters."""
        lines: list[str] = []
        size = 0
        while hint <= 0 or size < hint:
            line = self.readline()
            if line == "":
                break
            size += len(line)
            lines.append(line)
        return lines

    def __iter__(self) -> StringIO:
        self._check_open()
        return self

    def __has_next__(self) -> bool:
        return self._place < len(self._whole())

    def __next__(self) -> str:
        return self.readline()

    def tell(self) -> int:
        """Give where the stream is, in characters."""
        self._check_open()
        return self._place

    def seek(self, offset: int, whence: int = 0) -> int:
        """Go to a place that `tell` gave, or to the end."""
        self._check_open()
        if whence == 0 and offset < 0:
            raise ValueError(f"Negative seek position {offset}")
        if whence < 0 or whence > 2:
            raise ValueError(f"Invalid whence ({whence}, should be 0, 1 or 2)")
        if whence != 0 and offset != 0:
            raise OSError("Can't do nonzero cur-relative seeks")
        if whence == 0:
            self._place = offset
        elif whence == 2:
            self._place = len(self._whole())
        return self._place

    def truncate(self, size: int | None = None) -> int:
        """End the text after so many characters, or where the stream is."""
        text = self._whole()
        end = self._place if size is None else size
        if end < 0:
            raise ValueError(f"Negative size value {end}")
        self._text = text[:end]
        return end

    def readable(self) -> bool:
        """Say that the text can be read."""
        self._check_open()
        return True

    def writable(self) -> bool:
        """Say that the text can be written."""
        self._check_open()
        return True

    def seekable(self) -> bool:
        """Say that there are places to go to."""
        self._check_open()
        return True

    def isatty(self) -> bool:
        """Say that this is no terminal."""
        self._check_open()
        return False

    def flush(self) -> None:
        """Do nothing: there is no buffer."""
        self._check_open()

    def close(self) -> None:
        """Forget the text."""
        self.closed = True

    def __enter__(self) -> StringIO:
        self._check_open()
        return self

    def __exit__(self, kind, value, traceback) -> None:
        self.close()
