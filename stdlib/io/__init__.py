"""Streams: files, and texts and bytes in memory that are used like files."""

from builtins._binary_file import BinaryFile
from builtins.io import TextFile, open

from ._bytes_io import BytesIO
from ._error import UnsupportedOperation
from ._string_io import StringIO

__all__ = ["BytesIO", "SEEK_CUR", "SEEK_END", "SEEK_SET", "StringIO", "TextIOWrapper", "UnsupportedOperation", "open"]

SEEK_SET: int = 0
SEEK_CUR: int = 1
SEEK_END: int = 2
DEFAULT_BUFFER_SIZE: int = 8192

type TextIOWrapper = TextFile
type BufferedReader = BinaryFile
type BufferedWriter = BinaryFile
