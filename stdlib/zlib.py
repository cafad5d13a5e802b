"""Compressed data and checksums.

What is compressed can be read by everybody; it is not CPython's byte for byte, for that depends on its library's version.
"""

from builtins._byte_items import items_of
from builtins.bytes import bytes_of

from pyc._library import deflate_free, deflate_new, deflate_step, inflate_free, inflate_new, inflate_step
from pyc.fixed import u8
from pyc.unsafe import Ptr, mem_copy, ptr_cast, ptr_is_null, ptr_load

__all__ = [
    "DEFLATED",
    "DEF_BUF_SIZE",
    "DEF_MEM_LEVEL",
    "MAX_WBITS",
    "Z_BEST_COMPRESSION",
    "Z_BEST_SPEED",
    "Z_DEFAULT_COMPRESSION",
    "Z_DEFAULT_STRATEGY",
    "Z_FILTERED",
    "Z_FINISH",
    "Z_FIXED",
    "Z_FULL_FLUSH",
    "Z_HUFFMAN_ONLY",
    "Z_NO_COMPRESSION",
    "Z_NO_FLUSH",
    "Z_PARTIAL_FLUSH",
    "Z_RLE",
    "Z_SYNC_FLUSH",
    "adler32",
    "compress",
    "compressobj",
    "crc32",
    "decompress",
    "decompressobj",
    "error",
]

DEFLATED = 8
DEF_BUF_SIZE = 16384
DEF_MEM_LEVEL = 8
MAX_WBITS = 15
Z_NO_COMPRESSION = 0
Z_BEST_SPEED = 1
Z_BEST_COMPRESSION = 9
Z_DEFAULT_COMPRESSION = -1
Z_DEFAULT_STRATEGY = 0
Z_FILTERED = 1
Z_HUFFMAN_ONLY = 2
Z_RLE = 3
Z_FIXED = 4
Z_NO_FLUSH = 0
Z_PARTIAL_FLUSH = 1
Z_SYNC_FLUSH = 2
Z_FULL_FLUSH = 3
Z_FINISH = 4

# What surrounds the data.
_RAW = 0
_ZLIB = 1
_GZIP = 2
_ANY = 3


class error(Exception):
    """Data that can't be read, or a parameter that makes no sense."""


def _crc_table() -> list[int]:
    table: list[int] = []
    for byte in range(256):
        value = byte
        for _ in range(8):
            value = value >> 1 ^ (0xEDB88320 if value & 1 == 1 else 0)
        table.append(value)
    return table


_TABLE: list[int] = _crc_table()


def crc32(data, value: int = 0) -> int:
    """Give the checksum of Ethernet and ZIP; `value` is that of what comes before.

    >>> crc32(b"123456789")
    3421780262
    """
    check = value & 0xFFFFFFFF ^ 0xFFFFFFFF
    for byte in items_of(data):
        check = _TABLE[(check ^ int(byte)) & 0xFF] ^ check >> 8
    return check ^ 0xFFFFFFFF


def adler32(data, value: int = 1) -> int:
    """Give Adler's checksum; `value` is that of what comes before."""
    low = value & 0xFFFF
    high = value >> 16 & 0xFFFF
    for byte in items_of(data):
        low = (low + int(byte)) % 65521
        high = (high + low) % 65521
    return high << 16 | low


# Compressing


def _format_of(wbits: int) -> int:
    """Say what surrounds the data: `wbits` says that besides the size of a window."""
    if 9 <= wbits <= 15 or wbits == 0:
        return _ZLIB
    if -15 <= wbits <= -9:
        return _RAW
    if 25 <= wbits <= 31:
        return _GZIP
    if 41 <= wbits <= 47 or wbits == 32:
        return _ANY
    raise ValueError("Invalid initialization option")


def _made(words: list[int]) -> bytes:
    """Give a copy of what a step made."""
    items = [u8(0)] * words[1]
    mem_copy(items._items, ptr_load(ptr_cast[Ptr[u8]](words._items), 0), words[1])
    return bytes_of(items)


class Compress:
    """Compresses piece by piece."""

    _stream: Ptr[u8]
    _format: int
    _level: int
    _begun: bool
    _check: int
    _size: int

    def __init__(self, level: int, wbits: int) -> None:
        if not -1 <= level <= 9:
            raise error("Bad compression level")
        self._format = _format_of(wbits)
        if self._format == _ANY:
            raise ValueError("Invalid initialization option")
        self._stream = deflate_new(level, False)
        self._level = level
        self._begun = False
        self._check = 1 if self._format == _ZLIB else 0
        self._size = 0

    def __destroy__(self) -> None:
        if not ptr_is_null(self._stream):
            deflate_free(self._stream)

    def _step(self, data, flush: int) -> bytes:
        items = items_of(data)
        words = [0, 0, 0]
        deflate_step(self._stream, items._items, len(items), flush, words._items)
        result = _made(words)
        if self._format == _GZIP:
            self._check = crc32(data, self._check)
            self._size += len(items)
        elif self._format == _ZLIB:
            self._check = adler32(data, self._check)
        if not self._begun:
            self._begun = True
            return self._header() + result
        return result

    def _header(self) -> bytes:
        """Give what stands before the data: for zlib also how much effort was made."""
        if self._format == _GZIP:
            return b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03"
        if self._format == _RAW:
            return b""
        if self._level == -1 or self._level == 6:
            return b"\x78\x9c"
        return b"\x78\x01" if self._level < 2 else b"\x78\x5e" if self._level < 6 else b"\x78\xda"

    def compress(self, data) -> bytes:
        """Take more data, and give what is made so far."""
        return self._step(data, Z_NO_FLUSH)

    def flush(self, mode: int = Z_FINISH) -> bytes:
        """Give the rest."""
        result = self._step(b"", mode)
        if self._format == _GZIP and mode == Z_FINISH:
            result += self._check.to_bytes(4, "little") + (self._size & 0xFFFFFFFF).to_bytes(4, "little")
        elif self._format == _ZLIB and mode == Z_FINISH:
            result += self._check.to_bytes(4, "big")
        return result


def compressobj(
    level: int = -1, method: int = DEFLATED, wbits: int = MAX_WBITS, memLevel: int = 8, strategy: int = 0, zdict=None
) -> Compress:
    """Give what compresses piece by piece."""
    return Compress(level, wbits)


def compress(data, /, level: int = -1, wbits: int = MAX_WBITS) -> bytes:
    """Compress bytes.

    >>> len(compress(b"a" * 1000)) < 30
    True
    """
    stream = Compress(level, wbits)
    return stream.compress(data) + stream.flush()


# Reading


class Decompress:
    """Reads compressed data piece by piece."""

    eof: bool
    unused_data: bytes
    unconsumed_tail: bytes
    _stream: Ptr[u8]
    _format: int
    # What is still to be read of a header, and behind the data.
    _header: bytes
    _is_inside: bool
    _is_behind: bool
    _check: int

    def __init__(self, wbits: int) -> None:
        self.eof = False
        self.unused_data = b""
        self.unconsumed_tail = b""
        self._format = _format_of(wbits)
        self._header = b""
        self._is_inside = self._format == _RAW
        self._is_behind = False
        self._check = 0
        self._stream = inflate_new(self._format == _ZLIB or self._format == _ANY)

    def __destroy__(self) -> None:
        if not ptr_is_null(self._stream):
            inflate_free(self._stream)

    def decompress(self, data, max_length: int = 0) -> bytes:
        """Take more data, and give what it stands for."""
        if max_length < 0:
            raise ValueError("max_length must be non-negative")
        rest = bytes(data)
        if self.eof:
            self.unused_data += rest
            return b""
        if not self._is_inside:
            rest = self._begin(self._header + rest)
            if not self._is_inside:
                return b""
        result = b""
        if not self._is_behind:
            if max_length == 0 or len(rest) == 0:
                result, rest = self._read(rest, 0)
            else:
                # The last byte is held back: what is read may be more than is given, and as long as it is there is a rest.
                result, left = self._read(rest[:-1], max_length)
                rest = left + rest[-1:]
                if len(left) == 0 and len(result) < max_length and not self._is_behind:
                    more, rest = self._read(rest, max_length - len(result))
                    result += more
            if self._format == _GZIP:
                self._check = crc32(result, self._check)
            self.unconsumed_tail = b"" if self._is_behind else rest
        if self._is_behind:
            self._end(rest)
        return result

    def _read(self, data: bytes, most: int) -> tuple[bytes, bytes]:
        """Let the stream read; give what it makes and what is left."""
        items = items_of(data)
        words = [0, 0, 0]
        status = inflate_step(self._stream, items._items, len(items), most, words._items)
        if status < 0:
            raise error("Error -3 while decompressing data: invalid data")
        self._is_behind = status == 1
        return (_made(words), data[words[2] :])

    def _begin(self, data: bytes) -> bytes:
        """Read the header, if it is whole, and give what is to be read by the stream."""
        self._header = data
        if len(data) < 2:
            return data
        if self._format == _ANY:
            self._format = _GZIP if data[:2] == b"\x1f\x8b" else _ZLIB
            if self._format == _GZIP:
                inflate_free(self._stream)
                self._stream = inflate_new(False)
        if self._format == _ZLIB:
            if (data[0] * 256 + data[1]) % 31 != 0:
                raise error("Error -3 while decompressing data: incorrect header check")
            if data[0] & 15 != 8:
                raise error("Error -3 while decompressing data: unknown compression method")
            self._is_inside = True
            return data
        if data[:2] != b"\x1f\x8b":
            raise error("Error -3 while decompressing data: incorrect header check")
        end = _gzip_header_end(data)
        if end < 0:
            return data
        self._is_inside = True
        return data[end:]

    def _end(self, rest: bytes) -> None:
        """Read what is behind the data."""
        if self._format == _GZIP:
            self._header = self._header + rest if self._header[:2] != b"\x1f\x8b" else rest
            if len(self._header) < 8:
                return
            if int.from_bytes(self._header[:4], "little") != self._check:
                raise error("Error -3 while decompressing data: incorrect data check")
            rest = self._header[8:]
        self.unused_data = rest
        self.eof = True

    def flush(self, length: int = DEF_BUF_SIZE) -> bytes:
        """Give the rest."""
        tail = self.unconsumed_tail
        self.unconsumed_tail = b""
        return self.decompress(tail) if len(tail) > 0 else b""


def _gzip_header_end(data: bytes) -> int:
    """Give where the header of a file of gzip ends, or -1 if it is not whole."""
    if len(data) < 10:
        return -1
    if data[2] != 8:
        raise error("Error -3 while decompressing data: unknown compression method")
    flags = data[3]
    end = 10
    if flags & 4 != 0:
        if len(data) < end + 2:
            return -1
        end += 2 + int.from_bytes(data[end : end + 2], "little")
    for flag in (8, 16):
        if flags & flag != 0:
            zero = data.find(b"\x00", end)
            if zero < 0:
                return -1
            end = zero + 1
    if flags & 2 != 0:
        end += 2
    return end if end <= len(data) else -1


def decompressobj(wbits: int = MAX_WBITS, zdict=None) -> Decompress:
    """Give what reads compressed data piece by piece."""
    return Decompress(wbits)


def decompress(data, /, wbits: int = MAX_WBITS, bufsize: int = DEF_BUF_SIZE) -> bytes:
    """Read compressed bytes.

    >>> decompress(compress(b"spam, spam"))
    b'spam, spam'
    """
    stream = Decompress(wbits)
    result = stream.decompress(data)
    if not stream.eof:
        raise error("Error -5 while decompressing data: incomplete or truncated stream")
    return result
