"""Bytes in memory."""


class BytesIO:
    """Bytes that are written and read like a file.

    >>> stream = BytesIO(b"abc")
    >>> stream.read(2), stream.tell()
    (b'ab', 2)
    """

    closed: bool
    _data: bytearray
    _place: int

    def __init__(self, initial_bytes=None) -> None:
        self.closed = False
        self._data = bytearray()
        if initial_bytes is not None:
            self._data.extend(initial_bytes)
        self._place = 0

    def _check_open(self) -> None:
        if self.closed:
            raise ValueError("I/O operation on closed file.")

    def getvalue(self) -> bytes:
        """Give all bytes."""
        self._check_open()
        return bytes(self._data)

    def write(self, data) -> int:
        """Write bytes where the stream is; give their number."""
        self._check_open()
        written = bytes(data)
        if len(written) == 0:
            return 0
        if self._place > len(self._data):
            self._data.extend(bytes(self._place - len(self._data)))
        if self._place == len(self._data):
            self._data.extend(written)
        else:
            self._data[self._place : self._place + len(written)] = written
        self._place += len(written)
        return len(written)

    def writelines(self, lines) -> None:
        """Write all bytes of an iterable."""
        for line in lines:
            self.write(line)

    def _take(self, end: int) -> bytes:
        start = min(self._place, len(self._data))
        self._place = max(end, self._place)
        return bytes(self._data[start:end])

    def read(self, size: int | None = -1) -> bytes:
        """Give so many bytes, or the rest."""
        self._check_open()
        rest = max(len(self._data) - self._place, 0)
        return self._take(self._place + (rest if size is None or size < 0 or size > rest else size))

    def readline(self, size: int | None = -1) -> bytes:
        """Give the next line with its end, or nothing."""
        self._check_open()
        if self._place >= len(self._data):
            return b""
        end = self._data.find(b"\n", self._place) + 1
        if end == 0:
            end = len(self._data)
        if size is not None and 0 <= size < end - self._place:
            end = self._place + size
        return self._take(end)

    def readlines(self, hint: int = -1) -> list[bytes]:
        """Give the rest, line by line; with a hint, lines until they have so many bytes."""
        lines: list[bytes] = []
        size = 0
        while hint <= 0 or size < hint:
            line = self.readline()
            if len(line) == 0:
                break
            size += len(line)
            lines.append(line)
        return lines

    def __iter__(self) -> BytesIO:
        self._check_open()
        return self

    def __has_next__(self) -> bool:
        self._check_open()
        return self._place < len(self._data)

    def __next__(self) -> bytes:
        return self.readline()

    def tell(self) -> int:
        """Give where the stream is."""
        self._check_open()
        return self._place

    def seek(self, offset: int, whence: int = 0) -> int:
        """Go to a place: from the start, from here (1) or from the end (2)."""
        self._check_open()
        if whence == 0 and offset < 0:
            raise ValueError(f"negative seek value {offset}")
        if whence < 0 or whence > 2:
            raise ValueError(f"invalid whence ({whence}, should be 0, 1 or 2)")
        base = 0 if whence == 0 else self._place if whence == 1 else len(self._data)
        self._place = max(base + offset, 0)
        return self._place

    def truncate(self, size: int | None = None) -> int:
        """End after so many bytes, or where the stream is."""
        self._check_open()
        end = self._place if size is None else size
        if end < 0:
            raise ValueError(f"negative size value {end}")
        del self._data[end:]
        return end

    def readable(self) -> bool:
        """Say that the bytes can be read."""
        self._check_open()
        return True

    def writable(self) -> bool:
        """Say that bytes can be written."""
        self._check_open()
        return True

    def seekable(self) -> bool:
        """Say that there are places to go to."""
        self._check_open()
        return True

    def flush(self) -> None:
        """Do nothing: there is no buffer."""
        self._check_open()

    def close(self) -> None:
        """Forget the bytes."""
        self.closed = True

    def __enter__(self) -> BytesIO:
        self._check_open()
        return self

    def __exit__(self, kind, value, traceback) -> None:
        self.close()
