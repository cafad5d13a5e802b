"""Files of bytes."""

from pyc import inline
from pyc._runtime import file_read, file_seek, find_byte
from pyc.fixed import u8
from pyc.unsafe import Ptr, mem_copy, ptr_offset

from ._byte_items import items_of
from ._stream import Opening, Stream, raise_os_error
from .bytes import bytes_of


class BinaryFile(Stream):
    """An open file of bytes."""

    def __init__(self, file: str | int, mode: str) -> None:
        self._open(file, Opening(mode), mode)

    def __enter__(self) -> BinaryFile:
        self._check_open()
        return self

    def __repr__(self) -> str:
        kind = "BufferedReader"
        if self._writes:
            kind = "BufferedRandom" if self._reads else "BufferedWriter"
        return f"<_io.{kind} name={self.name!r}>"

    # Reading

    def _take(self, size: int) -> bytes:
        """Give bytes that were read ahead."""
        items = [u8(0)] * size
        mem_copy(items._items, ptr_offset(self._data, self._start), size)
        self._start += size
        return bytes_of(items)

    def read(self, size: int | None = -1) -> bytes:
        """Give so many bytes, or the rest of the file."""
        self._begin_reading("read")
        wanted = -1 if size is None else size
        if wanted < 0:
            return self._read_rest()
        while not self._at_end and self._end - self._start < wanted:
            self._fill()
        have = self._end - self._start
        return self._take(have if wanted > have else wanted)

    def _read_rest(self) -> bytes:
        """Give the rest of the file, which is read to where it stays."""
        have = self._end - self._start
        here = file_seek(self._number, 0, 1)
        ahead = 0
        if here >= 0:
            ahead = max(0, file_seek(self._number, 0, 2) - here)
            file_seek(self._number, here, 0)
        items = list[u8]._with_capacity(have + max(ahead + 1, 8192))
        mem_copy(items._items, ptr_offset(self._data, self._start), have)
        items._size = have
        self._start = self._end
        while not self._at_end:
            items._reserve(items._size + 1)
            count = file_read(self._number, ptr_offset(items._items, items._size), items._capacity - items._size)
            if count < 0:
                raise_os_error(-count, str(self.name))
            self._at_end = count == 0
            items._size += count
        return bytes_of(items)

    def read1(self, size: int = -1) -> bytes:
        """Give bytes without waiting for more than there are."""
        self._begin_reading("read")
        if self._start == self._end and not self._at_end:
            self._fill()
        have = self._end - self._start
        return self._take(have if size < 0 or size > have else size)

    def peek(self, size: int = 0) -> bytes:
        """Give bytes that are next without going on."""
        start = self._start
        found = self.read1()
        self._start = max(0, self._end - len(found)) if start > self._end else self._end - len(found)
        return found

    def readinto(self, buffer: bytearray) -> int:
        """Fill a buffer; give how many bytes there were."""
        found = self.read(len(buffer))
        buffer[: len(found)] = found
        return len(found)

    def readline(self, size: int | None = -1) -> bytes:
        """Give the next line with its end, or nothing where there are no more."""
        self._begin_reading("read")
        limit = -1 if size is None else size
        seen = 0
        while True:
            have = self._end - self._start
            found = find_byte(ptr_offset(self._data, self._start + seen), 10, have - seen)
            end = have if found < 0 else seen + found + 1
            if limit >= 0 and end >= limit:
                return self._take(limit)
            if found >= 0 or self._at_end:
                return self._take(end)
            seen = have
            self._fill()

    def readlines(self, hint: int = -1) -> list[bytes]:
        """Give the rest of the file, line by line; with a hint, lines until they have so many bytes."""
        lines: list[bytes] = []
        size = 0
        while hint <= 0 or size < hint:
            line = self.readline()
            if len(line) == 0:
                break
            size += len(line)
            lines.append(line)
        return lines

    def __iter__(self) -> BinaryFile:
        self._check_open()
        return self

    def __has_next__(self) -> bool:
        self._begin_reading("read")
        if self._start == self._end and not self._at_end:
            self._fill()
        return self._start < self._end

    def __next__(self) -> bytes:
        return self.readline()

    # Writing

    def write(self, data) -> int:
        """Write bytes and give their number."""
        self._begin_writing("write")
        items = items_of(data)
        self._output.append_range(items._items, len(items), 0)
        if self._output._size >= 8192:
            self.flush()
        return len(items)

    def writelines(self, lines) -> None:
        """Write all bytes of an iterable."""
        for line in lines:
            self.write(line)

    # Places

    def tell(self) -> int:
        """Give where the program is in the file."""
        return self._place()

    def seek(self, offset: int, whence: int = 0) -> int:
        """Go to a place: from the start, from here (1) or from the end (2)."""
        if whence == 1:
            return self._go(self._place() + offset, 0)
        return self._go(offset, whence)
