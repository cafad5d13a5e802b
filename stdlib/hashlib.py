"""Hashes of bytes."""

from builtins._byte_items import items_of
from builtins.bytes import bytes_of

from pyc._library import hash_copy, hash_digest, hash_free, hash_new, hash_update
from pyc.fixed import u8
from pyc.unsafe import Ptr, ptr_is_null

__all__ = [
    "algorithms_available",
    "algorithms_guaranteed",
    "blake2b",
    "blake2s",
    "file_digest",
    "md5",
    "new",
    "sha1",
    "sha224",
    "sha256",
    "sha384",
    "sha3_224",
    "sha3_256",
    "sha3_384",
    "sha3_512",
    "sha512",
]

# The numbers of the algorithms, with the sizes of the blocks that they work on.
_NAMES = [
    ("md5", 64),
    ("sha1", 64),
    ("sha224", 64),
    ("sha256", 64),
    ("sha384", 128),
    ("sha512", 128),
    ("sha3_224", 144),
    ("sha3_256", 136),
    ("sha3_384", 104),
    ("sha3_512", 72),
    ("blake2b", 128),
    ("blake2s", 64),
]

algorithms_guaranteed: set[str] = {name for name, _ in _NAMES}
algorithms_available: set[str] = {name for name, _ in _NAMES}


class Hash:
    """The hash of what it was given so far.

    >>> md5(b"abc").hexdigest()
    '900150983cd24fb0d6963f7d28e17f72'
    """

    name: str
    digest_size: int
    block_size: int
    _state: Ptr[u8]

    def __init__(self, name: str, block_size: int, state: Ptr[u8]) -> None:
        self.name = name
        self.block_size = block_size
        self._state = state
        self.digest_size = len(self.digest())

    def __destroy__(self) -> None:
        if not ptr_is_null(self._state):
            hash_free(self._state)

    def update(self, data) -> None:
        """Hash more bytes."""
        if isinstance(data, str):
            raise TypeError("Strings must be encoded before hashing")
        else:
            items = items_of(data)
            hash_update(self._state, items._items, len(items))

    def digest(self) -> bytes:
        """Give the hash."""
        items = [u8(0)] * 64
        size = hash_digest(self._state, items._items)
        return bytes_of(items[:size])

    def hexdigest(self) -> str:
        """Give the hash in base 16."""
        return self.digest().hex()

    def copy(self) -> Hash:
        """Give another hash that goes on from here."""
        return Hash(self.name, self.block_size, hash_copy(self._state))


def _begin(number: int, data) -> Hash:
    name, block_size = _NAMES[number]
    made = Hash(name, block_size, hash_new(number))
    made.update(data)
    return made


def new(name: str, data=None, *, usedforsecurity: bool = True) -> Hash:
    """Begin a hash by the name of its algorithm."""
    wanted = name.lower().replace("-", "_")
    for number, (known, _) in enumerate(_NAMES):
        if known == wanted or (wanted.startswith("sha_") and known == wanted.replace("_", "")):
            return _begin(number, b"" if data is None else data)
    raise ValueError("unsupported hash type " + name)


def file_digest(fileobj, digest) -> Hash:
    """Hash what is in a file of bytes."""
    made = new(digest) if isinstance(digest, str) else digest()
    made.update(fileobj.read())
    return made


def md5(data=None, *, usedforsecurity: bool = True) -> Hash:
    """Begin a hash by MD5."""
    return _begin(0, b"" if data is None else data)


def sha1(data=None, *, usedforsecurity: bool = True) -> Hash:
    """Begin a hash by SHA-1."""
    return _begin(1, b"" if data is None else data)


def sha224(data=None, *, usedforsecurity: bool = True) -> Hash:
    """Begin a hash by SHA-224."""
    return _begin(2, b"" if data is None else data)


def sha256(data=None, *, usedforsecurity: bool = True) -> Hash:
    """Begin a hash by SHA-256."""
    return _begin(3, b"" if data is None else data)


def sha384(data=None, *, usedforsecurity: bool = True) -> Hash:
    """Begin a hash by SHA-384."""
    return _begin(4, b"" if data is None else data)


def sha512(data=None, *, usedforsecurity: bool = True) -> Hash:
    """Begin a hash by SHA-512."""
    return _begin(5, b"" if data is None else data)


def sha3_224(data=None, *, usedforsecurity: bool = True) -> Hash:
    """Begin a hash by SHA3-224."""
    return _begin(6, b"" if data is None else data)


def sha3_256(data=None, *, usedforsecurity: bool = True) -> Hash:
    """Begin a hash by SHA3-256."""
    return _begin(7, b"" if data is None else data)


def sha3_384(data=None, *, usedforsecurity: bool = True) -> Hash:
    """Begin a hash by SHA3-384."""
    return _begin(8, b"" if data is None else data)


def sha3_512(data=None, *, usedforsecurity: bool = True) -> Hash:
    """Begin a hash by SHA3-512."""
    return _begin(9, b"" if data is None else data)


def blake2b(data=None, *, usedforsecurity: bool = True) -> Hash:
    """Begin a hash by BLAKE2b."""
    return _begin(10, b"" if data is None else data)


def blake2s(data=None, *, usedforsecurity: bool = True) -> Hash:
    """Begin a hash by BLAKE2s."""
    return _begin(11, b"" if data is None else data)
