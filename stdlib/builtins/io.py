"""Files of text, in UTF-8."""

from pyc import noinline
from pyc._runtime import error_text, file_close, file_flush, file_open, file_read, file_write, find_byte
from pyc.fixed import u8
from pyc.unsafe import Ptr, alloc, free, mem_move, ptr_offset, realloc

from ._decode import text_from_bytes
from ._text import TextBuilder, load_byte, store_byte
from .errors import raise_value_error


def open(file: str, mode: str = "r", buffering: int = -1, encoding: str | None = None) -> TextFile:
    """Open a file of text."""
    way = 0
    both = 0
    index = 0
    while index < mode._size:
        byte = load_byte(mode._data, index)
        if byte == 119:
            way = 1
        elif byte == 97:
            way = 2
        elif byte == 120:
            way = 3
        elif byte == 43:
            both = 4
        elif byte != 114 and byte != 116:
            raise_value_error("invalid mode: " + repr(mode))
        index += 1
    number = file_open(file._data, file._size, way + both)
    if number < 0:
        raise_os_error(-number, file)
    return TextFile(number, file, mode)


@noinline
def raise_os_error(error: int, path: str):
    """Raise the error that a number of the system stands for."""
    text = describe_error(error)
    if error == 2:
        raise FileNotFoundError(error, text, path)
    if error == 17:
        raise FileExistsError(error, text, path)
    if error == 13 or error == 1:
        raise PermissionError(error, text, path)
    if error == 21:
        raise IsADirectoryError(error, text, path)
    if error == 20:
        raise NotADirectoryError(error, text, path)
    raise OSError(error, text, path)


def describe_error(error: int) -> str:
    """Give the system's text for an error number."""
    data = alloc(256)
    text = text_from_bytes(data, error_text(error, data, 256))
    free(data)
    return text


class TextFile:
    """An open file of text. Ends of lines are read as `\\n` however they are written."""

    name: str
    mode: str
    closed: bool
    _number: int
    # Read but not given yet: from `_start` to before `_end`.
    _data: Ptr[u8]
    _start: int
    _end: int
    _capacity: int
    _at_end: bool
    # Written but not in the file yet.
    _output: TextBuilder

    def __init__(self, number: int, name: str, mode: str) -> None:
        self.name = name
        self.mode = mode
        self.closed = False
        self._number = number
        self._data = alloc(8192)
        self._start = 0
        self._end = 0
        self._capacity = 8192
        self._at_end = False
        self._output = TextBuilder()

    def __destroy__(self) -> None:
        if not self.closed:
            file_write(self._number, self._output._data, self._output._size)
            file_close(self._number)
        free(self._data)

    def _check_open(self) -> None:
        if self.closed:
            raise_value_error("I/O operation on closed file.")

    # Reading

    def _fill(self) -> None:
        """Read more, and note if there is nothing more."""
        if self._start > 0:
            mem_move(self._data, ptr_offset(self._data, self._start), self._end - self._start)
            self._end -= self._start
            self._start = 0
        if self._end == self._capacity:
            self._capacity = self._capacity * 2
            self._data = realloc(self._data, self._capacity)
        count = file_read(self._number, ptr_offset(self._data, self._end), self._capacity - self._end)
        if count < 0:
            raise_os_error(-count, self.name)
        if count == 0:
            self._at_end = True
        self._end += count

    def read(self) -> str:
        """Give the rest of the file."""
        self._check_open()
        while not self._at_end:
            self._fill()
        size = self._unite_line_ends(self._start, self._end) - self._start
        text = text_from_bytes(ptr_offset(self._data, self._start), size)
        self._start = self._end
        return text

    def _unite_line_ends(self, start: int, end: int) -> int:
        """Turn `\\r\\n` and `\\r` into `\\n`; give the new end."""
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

    def readline(self) -> str:
        """Give the next line with its end, or an empty text where there are no more."""
        self._check_open()
        index = self._start
        while True:
            found = find_byte(ptr_offset(self._data, index), 10, self._end - index)
            if found >= 0 and find_byte(ptr_offset(self._data, index), 13, found) < 0:
                return self._take_line(index + found + 1)
            while index < self._end:
                byte = load_byte(self._data, index)
                if byte == 10:
                    return self._take_line(index + 1)
                # Whether a `\n` follows is known only if there is something behind, or nothing any more.
                if byte == 13 and (index + 1 < self._end or self._at_end):
                    if index + 1 < self._end and load_byte(self._data, index + 1) == 10:
                        return self._take_line(index + 2)
                    return self._take_line(index + 1)
                if byte == 13:
                    break
                index += 1
            if self._at_end:
                return self._take_line(self._end)
            index -= self._start
            self._fill()

    def _take_line(self, end: int) -> str:
        """Give what is before a place."""
        start = self._start
        size = self._unite_line_ends(start, end) - start
        self._start = end
        return text_from_bytes(ptr_offset(self._data, start), size)

    def readlines(self) -> list[str]:
        """Give the rest of the file, line by line."""
        lines = list[str]()
        while True:
            line = self.readline()
            if line._size == 0:
                return lines
            lines.append(line)

    def __iter__(self) -> TextFile:
        return self

    def __has_next__(self) -> bool:
        self._check_open()
        if self._start == self._end and not self._at_end:
            self._fill()
        return self._start < self._end

    def __next__(self) -> str:
        return self.readline()

    # Writing

    def write(self, text: str) -> int:
        """Write a text and give its length."""
        self._check_open()
        self._output.append(text)
        if self._output._size >= 8192:
            self.flush()
        return text._length

    def writelines(self, lines) -> None:
        """Write all texts of an iterable."""
        for line in lines:
            self.write(line)

    def flush(self) -> None:
        """Put what was written into the file."""
        self._check_open()
        if self._output._size == 0:
            return
        count = file_write(self._number, self._output._data, self._output._size)
        self._output._size = 0
        self._output._length = 0
        if count < 0:
            raise_os_error(-count, self.name)

    # Closing

    def close(self) -> None:
        """Put what was written into the file and give it back to the system."""
        if not self.closed:
            self.flush()
            self.closed = True
            file_close(self._number)

    def __enter__(self) -> TextFile:
        self._check_open()
        return self

    def __exit__(self, kind, value, traceback) -> None:
        self.close()


def input(prompt: str = "") -> str:
    """Give a line of standard input, without its end."""
    file_write(1, prompt._data, prompt._size)
    file_flush(1)
    result = TextBuilder()
    data = alloc(1)
    found = False
    while file_read(0, data, 1) > 0:
        found = True
        byte = load_byte(data, 0)
        if byte == 10:
            break
        result.append_range(data, 1, 1)
    free(data)
    if not found:
        raise EOFError("EOF when reading a line")
    return text_from_bytes(result._data, result._size)
