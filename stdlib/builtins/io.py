"""Files of text."""

from io._error import UnsupportedOperation

from pyc._runtime import file_flush, file_write, find_byte
from pyc.fixed import u8
from pyc.unsafe import Ptr, mem_copy, ptr_offset

from ._binary_file import BinaryFile
from ._codecs import decoded, encoded, normal_codec
from ._decode import text_from_bytes
from ._stream import Opening, Stream
from ._text import load_byte, step_size, store_byte
from .errors import raise_value_error


def open(
    file,
    mode: str = "r",
    buffering: int = -1,
    encoding: str | None = None,
    errors: str | None = None,
    newline: str | None = None,
) -> TextFile:
    """Open a file of text, by its path or by its number."""
    if Opening(mode).is_binary:
        raise_value_error("the mode of a binary file has to be written in the call of open")
    return TextFile(path_of(file), mode, encoding, errors, newline)


def open_binary(
    file,
    mode: str = "r",
    buffering: int = -1,
    encoding: str | None = None,
    errors: str | None = None,
    newline: str | None = None,
) -> BinaryFile:
    """Open a file of bytes: what `open` is in calls whose mode says so."""
    Opening(mode)
    if encoding is not None:
        raise_value_error("binary mode doesn't take an encoding argument")
    if errors is not None:
        raise_value_error("binary mode doesn't take an errors argument")
    if newline is not None:
        raise_value_error("binary mode doesn't take a newline argument")
    return BinaryFile(path_of(file), mode)


def path_of(file) -> str | int:
    """Give a path as text; numbers stand for files that are open."""
    if isinstance(file, str):
        return file
    elif isinstance(file, int):
        return int(file)
    elif isinstance(file, bytes):
        return file.decode()
    else:
        return file.__fspath__()


class TextFile(Stream):
    """An open file of text. Ends of lines are read as `\\n` however they are written, unless `newline` is given."""

    encoding: str
    errors: str
    _codec: str
    # How `\\n` is written.
    _line_end: str
    # Whether other ends of lines end lines, and whether they become `\\n`.
    _is_universal: bool
    _translates: bool
    _tells: bool
    _bytes: BinaryFile | None

    def __init__(
        self, file: str | int, mode: str, encoding: str | None, errors: str | None, newline: str | None
    ) -> None:
        self._tells = True
        self._bytes = None
        self.encoding = "UTF-8" if encoding is None else encoding
        self.errors = "strict" if errors is None else errors
        self._codec = normal_codec(self.encoding.removesuffix("-sig"))
        self._line_end = "\n"
        self._is_universal = True
        self._translates = newline is None
        if newline is not None:
            if newline not in ("", "\n", "\r", "\r\n"):
                raise_value_error("illegal newline value: " + newline)
            self._is_universal = newline == ""
            if newline != "":
                self._line_end = newline
        opening = Opening(mode)
        if self._line_end != "\n" and opening.way == 0:
            raise_value_error("reading with newline=" + repr(newline) + " is not supported: give newline=''")
        self._open(file, opening, mode)
        if self.encoding.endswith("-sig") and opening.way == 0:
            self._fill()
            if self._end >= 3 and text_from_bytes(self._data, 3) == "\ufeff":
                self._start = 3

    def __enter__(self) -> TextFile:
        self._check_open()
        return self

    def __repr__(self) -> str:
        return f"<_io.TextIOWrapper name={self.name!r} mode={self.mode!r} encoding={self.encoding!r}>"

    @property
    def buffer(self) -> BinaryFile:
        """The same stream as one of bytes, for standard streams. What was read ahead here is not read there."""
        known = self._bytes
        if known is not None:
            return known
        if self._number > 2:
            raise UnsupportedOperation("open the file in a binary mode")
        made = BinaryFile(self._number, "rb" if self._reads else "wb")
        self._bytes = made
        return made

    # Reading

    def _text(self, data: Ptr[u8], size: int) -> str:
        """Give bytes as text."""
        if self._codec == "utf-8" and self.errors == "strict":
            return text_from_bytes(data, size)
        items = [u8(0)] * size
        mem_copy(items._items, data, size)
        return decoded(items, self._codec, self.errors)

    def read(self, size: int | None = -1) -> str:
        """Give so many characters, or the rest of the file."""
        self._begin_reading("not readable")
        if size is not None and size >= 0:
            return self._read_characters(size)
        while not self._at_end:
            self._fill()
        count = self._unite_line_ends(self._start, self._end) - self._start
        text = self._text(ptr_offset(self._data, self._start), count)
        self._start = self._end
        return text

    def _read_characters(self, count: int) -> str:
        """Give the next characters. A `\\r` is one only if what follows it is known."""
        place = 0
        while count > 0:
            while self._start + place + 4 > self._end and not self._at_end:
                self._fill()
            if self._start + place >= self._end:
                break
            place = self._step(self._start + place) - self._start
            count -= 1
        return self._take_line(min(self._end, self._start + place))

    def _unite_line_ends(self, start: int, end: int) -> int:
        """Turn `\\r\\n` and `\\r` into `\\n`; give the new end."""
        if not self._translates:
            return end
        first = find_byte(ptr_offset(self._data, start), 13, end - start)
        if first < 0:
            return end
        source = start + first
        target = source
        while source < end:
            byte = load_byte(self._data, source)
            source += 1
            if byte == 13:
                byte = 10
                if source < end and load_byte(self._data, source) == 10:
                    source += 1
            store_byte(self._data, target, byte)
            target += 1
        return target

    def readline(self, size: int = -1) -> str:
        """Give the next line with its end, or an empty text where there are no more."""
        self._begin_reading("not readable")
        end = self._find_line()
        if size < 0:
            return self._take_line(end)
        place = self._start
        while size > 0 and place < end:
            place = self._step(place)
            size -= 1
        return self._take_line(min(place, end))

    def _step(self, place: int) -> int:
        """Give where the character ends that begins at a place."""
        byte = load_byte(self._data, place)
        if byte == 13 and self._translates and place + 1 < self._end and load_byte(self._data, place + 1) == 10:
            return place + 2
        return place + (step_size(byte) if self._codec == "utf-8" else 1)

    def _find_line(self) -> int:
        """Read as far as the next line goes; give where it ends."""
        index = self._start
        while True:
            rest = ptr_offset(self._data, index)
            found = find_byte(rest, 10, self._end - index)
            size = found if found >= 0 else self._end - index
            other = find_byte(rest, 13, size) if self._is_universal else -1
            if other < 0 and found >= 0:
                return index + found + 1
            index += size if other < 0 else other
            # Whether a `\n` follows is known only if there is something behind, or nothing any more.
            if other >= 0 and index + 1 < self._end:
                return index + (2 if load_byte(self._data, index + 1) == 10 else 1)
            if other >= 0 and self._at_end:
                return index + 1
            if self._at_end:
                return self._end
            index -= self._start
            self._fill()

    def _take_line(self, end: int) -> str:
        """Give what is before a place."""
        start = self._start
        size = self._unite_line_ends(start, end) - start
        self._start = end
        return self._text(ptr_offset(self._data, start), size)

    def readlines(self, hint: int = -1) -> list[str]:
        """Give the rest of the file, line by line; with a hint, lines until they have so many characters."""
        lines: list[str] = []
        size = 0
        while hint <= 0 or size < hint:
            line = self.readline()
            if line._size == 0:
                break
            size += len(line)
            lines.append(line)
        return lines

    def __iter__(self) -> TextFile:
        self._check_open()
        return self

    def __has_next__(self) -> bool:
        self._begin_reading("not readable")
        if self._start == self._end and not self._at_end:
            self._fill()
        self._tells = self._start == self._end
        return self._start < self._end

    def __next__(self) -> str:
        return self._take_line(self._find_line())

    # Writing

    def write(self, text: str) -> int:
        """Write a text and give its length."""
        # As in CPython, what was read ahead counts as read.
        self._start = self._end
        self._begin_writing("not writable")
        written = text if self._line_end == "\n" else text.replace("\n", self._line_end)
        if self._codec == "utf-8":
            self._output.append(written)
        else:
            items = encoded(written, self._codec, self.errors)
            self._output.append_range(items._items, len(items), 0)
        if self._output._size >= 8192:
            self.flush()
        return text._length

    def writelines(self, lines) -> None:
        """Write all texts of an iterable."""
        for line in lines:
            self.write(line)

    # Places

    def tell(self) -> int:
        """Give where the program is in the file: a number for `seek`."""
        self._check_open()
        if not self._tells:
            raise OSError("telling position disabled by next() call")
        return self._place()

    def seek(self, offset: int, whence: int = 0) -> int:
        """Go to a place that `tell` gave, or to the end."""
        self._check_open()
        if whence == 1 and offset != 0:
            raise UnsupportedOperation("can't do nonzero cur-relative seeks")
        if whence == 2 and offset != 0:
            raise UnsupportedOperation("can't do nonzero end-relative seeks")
        self._tells = True
        return self._place() if whence == 1 else self._go(offset, whence)


def input(prompt="") -> str:
    """Give a line of standard input, without its end."""
    from io._standard import standard_input

    text = str(prompt)
    file_write(1, text._data, text._size)
    file_flush(1)
    line = standard_input.readline()
    if line._size == 0:
        raise EOFError("EOF when reading a line")
    return line.removesuffix("\n")
