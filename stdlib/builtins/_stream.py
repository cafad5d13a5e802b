"""What open files of text and of bytes share: the system's file, and buffers for what was read ahead and what is not written yet."""

from io._error import UnsupportedOperation

from pyc import extern, noinline
from pyc._runtime import error_text, file_close, file_open, file_read, file_seek, file_write, is_terminal
from pyc.fixed import i32, u8
from pyc.unsafe import Ptr, alloc, free, int_cast, mem_move, ptr_is_null, ptr_offset, realloc

from ._decode import text_from_bytes
from ._text import TextBuilder
from .errors import raise_value_error

_ROOM = 8192


@extern("ftruncate")
def cut_file(file: i32, size: int) -> i32:
    """Make a file as long as that."""
    ...


class Opening:
    """What the mode of a call of `open` says."""

    # 0 reads, 1 writes anew, 2 appends, 3 creates.
    way: int
    is_both: bool
    is_binary: bool

    def __init__(self, mode: str) -> None:
        self.way = -1
        self.is_both = False
        self.is_binary = False
        is_text = False
        for letter in mode:
            if mode.count(letter) > 1 or letter not in "rwaxbt+":
                raise_value_error("invalid mode: " + repr(mode))
            if letter == "+":
                self.is_both = True
            elif letter == "b":
                self.is_binary = True
            elif letter == "t":
                is_text = True
        if is_text and self.is_binary:
            raise_value_error("can't have text and binary mode at once")
        for letter in mode:
            if letter in "rwax":
                if self.way >= 0:
                    raise_value_error("must have exactly one of create/read/write/append mode")
                self.way = "rwax".index(letter)
        if self.way < 0:
            raise_value_error("Must have exactly one of create/read/write/append mode and at most one plus")


class Stream:
    """An open file."""

    name: str | int
    mode: str
    closed: bool
    _number: int
    _reads: bool
    _writes: bool
    # Read but not given yet: from `_start` to before `_end`.
    _data: Ptr[u8]
    _start: int
    _end: int
    _capacity: int
    _at_end: bool
    # Written but not in the file yet.
    _output: TextBuilder

    def _open(self, file: str | int, opening: Opening, mode: str) -> None:
        """Open a file by its name, or take one over by its number."""
        self.name = file
        self.mode = mode
        self.closed = True
        self._data = alloc(_ROOM)
        self._start = 0
        self._end = 0
        self._capacity = _ROOM
        self._at_end = False
        self._output = TextBuilder()
        self._reads = opening.way == 0 or opening.is_both
        self._writes = opening.way > 0 or opening.is_both
        if isinstance(file, int):
            self._number = file
        else:
            self._number = file_open(file._data, file._size, opening.way + (4 if opening.is_both else 0))
            if self._number < 0:
                raise_os_error(-self._number, file)
        self.closed = False
        if opening.way == 0:
            problem = file_read(self._number, self._data, 0)
            if problem < 0:
                self.close()
                raise_os_error(-problem, str(file))
        elif opening.way == 2:
            file_seek(self._number, 0, 2)

    def __destroy__(self) -> None:
        if ptr_is_null(self._data):
            # It was refused before it was opened.
            return
        if not self.closed:
            file_write(self._number, self._output._data, self._output._size)
            if self._number > 2:
                file_close(self._number)
        free(self._data)

    # Asking

    def fileno(self) -> int:
        """Give the system's number of the file."""
        self._check_open()
        return self._number

    def isatty(self) -> bool:
        """Say whether the file is a terminal."""
        self._check_open()
        return is_terminal(self._number)

    def readable(self) -> bool:
        """Say whether the file can be read."""
        self._check_open()
        return self._reads

    def writable(self) -> bool:
        """Say whether the file can be written."""
        self._check_open()
        return self._writes

    def seekable(self) -> bool:
        """Say whether the file has places to go to."""
        self._check_open()
        return file_seek(self._number, 0, 1) >= 0

    def _check_open(self) -> None:
        if self.closed:
            raise_value_error("I/O operation on closed file.")

    def _begin_reading(self, refusal: str) -> None:
        self._check_open()
        if not self._reads:
            raise UnsupportedOperation(refusal)
        if self._output._size > 0:
            self.flush()

    def _begin_writing(self, refusal: str) -> None:
        self._check_open()
        if not self._writes:
            raise UnsupportedOperation(refusal)
        if self._start < self._end or self._at_end:
            self._forget_read()

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
            raise_os_error(-count, str(self.name))
        if count == 0:
            self._at_end = True
        self._end += count

    def _forget_read(self) -> None:
        """Go back to where the program is in the file."""
        if self._start < self._end:
            file_seek(self._number, self._start - self._end, 1)
        self._start = 0
        self._end = 0
        self._at_end = False

    # Places

    def _place(self) -> int:
        """Give where the program is in the file, in bytes."""
        self._check_open()
        place = file_seek(self._number, 0, 1)
        if place < 0:
            raise_os_error(-place, "")
        return place - (self._end - self._start) + self._output._size

    def _go(self, offset: int, whence: int) -> int:
        """Go to a place."""
        self._check_open()
        if whence == 0 and offset < 0:
            raise_value_error("negative seek position " + str(offset))
        self.flush()
        self._forget_read()
        place = file_seek(self._number, offset, whence)
        if place < 0:
            raise_os_error(-place, "")
        return place

    def truncate(self, size: int | None = None) -> int:
        """Make the file as long as that, or end where the program is."""
        self._begin_writing("truncate")
        self.flush()
        end = self._place() if size is None else size
        if int_cast[int](cut_file(int_cast[i32](self._number), end)) < 0:
            raise_os_error(22, "")
        return end

    # Writing

    def flush(self) -> None:
        """Put what was written into the file."""
        self._check_open()
        if self._output._size == 0:
            return
        count = file_write(self._number, self._output._data, self._output._size)
        self._output._size = 0
        self._output._length = 0
        if count < 0:
            raise_os_error(-count, "")

    def close(self) -> None:
        """Put what was written into the file and give it back to the system."""
        if not self.closed:
            self.flush()
            self.closed = True
            file_close(self._number)

    def __exit__(self, kind, value, traceback) -> None:
        self.close()


@noinline
def raise_os_error(error: int, path: str):
    """Raise the error that a number of the system stands for, about a file or about none."""
    text = describe_error(error)
    shown: str | None = path
    if path == "":
        shown = None
    if error == 2:
        raise FileNotFoundError(error, text, shown)
    if error == 17:
        raise FileExistsError(error, text, shown)
    if error == 13 or error == 1:
        raise PermissionError(error, text, shown)
    if error == 21:
        raise IsADirectoryError(error, text, shown)
    if error == 20:
        raise NotADirectoryError(error, text, shown)
    if error == 32:
        raise BrokenPipeError(error, text, shown)
    raise OSError(error, text, shown)


def describe_error(error: int) -> str:
    """Give the system's text for an error number."""
    data = alloc(256)
    text = text_from_bytes(data, error_text(error, data, 256))
    free(data)
    return text
