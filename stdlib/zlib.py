"""Checksums. What compresses in CPython is not here: its output is that of one library, byte for byte."""

from builtins._byte_items import items_of

__all__ = ["adler32", "crc32"]


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
