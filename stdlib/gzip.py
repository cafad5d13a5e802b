"""Files of gzip."""

import zlib

__all__ = ["BadGzipFile", "compress", "decompress"]


class BadGzipFile(OSError):
    """A file that is none of gzip."""


def compress(data, compresslevel: int = 9, *, mtime: float | None = None) -> bytes:
    """Compress bytes as a file of gzip.

    >>> decompress(compress(b"spam"))
    b'spam'
    """
    when = 0 if mtime is None else int(mtime)
    body = zlib.compress(data, compresslevel, 31)
    speed = b"\x02" if compresslevel == 9 else b"\x04" if compresslevel == 1 else b"\x00"
    return body[:4] + when.to_bytes(4, "little") + speed + b"\xff" + body[10:]


def decompress(data) -> bytes:
    """Read all parts of a file of gzip."""
    rest = bytes(data)
    result = b""
    while len(rest) > 0:
        if rest[:2] != b"\x1f\x8b":
            raise BadGzipFile(f"Not a gzipped file ({rest[:2]!r})")
        stream = zlib.decompressobj(31)
        result += stream.decompress(rest)
        if not stream.eof:
            raise EOFError("Compressed file ended before the end-of-stream marker was reached")
        rest = stream.unused_data.lstrip(b"\x00")
    return result
