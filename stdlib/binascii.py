"""Bytes as text of ASCII, and checksums."""

from base64 import Error, b64decode, b64encode
from builtins._byte_items import items_of
from zlib import crc32

__all__ = [
    "Error",
    "a2b_base64",
    "a2b_hex",
    "b2a_base64",
    "b2a_hex",
    "crc32",
    "crc_hqx",
    "hexlify",
    "unhexlify",
]


def hexlify(data, sep: str = "", bytes_per_sep: int = 1) -> bytes:
    """Give bytes in base 16.

    >>> hexlify(b"az")
    b'617a'
    """
    whole = bytes(data)
    return (whole.hex() if sep == "" else whole.hex(sep, bytes_per_sep)).encode()


def b2a_hex(data, sep: str = "", bytes_per_sep: int = 1) -> bytes:
    """Give bytes in base 16."""
    return hexlify(data, sep, bytes_per_sep)


def unhexlify(hexstr) -> bytes:
    """Read bytes in base 16."""
    text = hexstr if isinstance(hexstr, str) else hexstr.decode("latin-1")
    if isinstance(hexstr, str) and not text.isascii():
        raise ValueError("string argument should contain only ASCII characters")
    if len(text) % 2 != 0:
        raise Error("Odd-length string")
    for letter in text:
        if letter not in "0123456789abcdefABCDEF":
            raise Error("Non-hexadecimal digit found")
    return bytes.fromhex(text)


def a2b_hex(hexstr) -> bytes:
    """Read bytes in base 16."""
    return unhexlify(hexstr)


def b2a_base64(data, *, newline: bool = True) -> bytes:
    """Give bytes in base 64, as a line."""
    return b64encode(bytes(data)) + (b"\n" if newline else b"")


def a2b_base64(data) -> bytes:
    """Read bytes in base 64."""
    return b64decode(data)


def crc_hqx(data, crc: int) -> int:
    """Give the checksum of BinHex; `crc` is that of what comes before."""
    check = crc & 0xFFFF
    for byte in items_of(data):
        check ^= int(byte) << 8
        for _ in range(8):
            check = (check << 1 ^ 0x1021 if check & 0x8000 else check << 1) & 0xFFFF
    return check
