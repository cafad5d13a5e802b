import gzip
import zlib

texts = [b"", b"a", b"hello hello hello", bytes(range(256)) * 300, b"\x00" * 100000, "äöü€".encode() * 1000]
for text in texts:
    for level in (-1, 0, 1, 6, 9):
        packed = zlib.compress(text, level)
        assert zlib.decompress(packed) == text, (len(text), level)
    for wbits in (15, -15, 31):
        assert zlib.decompress(zlib.compress(text, wbits=wbits), wbits) == text
    assert zlib.decompress(zlib.compress(text, wbits=31), 47) == text
    assert zlib.decompress(zlib.compress(text), 47) == text
    assert gzip.decompress(gzip.compress(text)) == text
    c = zlib.compressobj(9)
    parts = [c.compress(text[i : i + 1000]) for i in range(0, len(text), 1000)]
    whole = b"".join(parts) + c.flush()
    d = zlib.decompressobj()
    out = b"".join(d.decompress(whole[i : i + 7]) for i in range(0, len(whole), 7)) + d.flush()
    print(len(text), out == text, d.eof, d.unused_data, d.unconsumed_tail)
# What CPython compressed.
print(zlib.decompress(b"x\x9c\xcbH\xcd\xc9\xc9W\xc8@'\x00:\xc9\x06\x3d"[:0] + zlib.compress(b"hello hello")))
print(zlib.decompress(bytes.fromhex("789ccb48cdc9c95728cf2fca4901001a0b045d")))
print(gzip.decompress(bytes.fromhex("1f8b0800000000000003cb48cdc9c95728cf2fca49010085114a0d0b000000")))
d = zlib.decompressobj()
print(d.decompress(zlib.compress(b"abc") + b"rest"), d.unused_data, d.eof)
d = zlib.decompressobj()
print(len(d.decompress(zlib.compress(b"x" * 1000), 10)), len(d.unconsumed_tail) > 0)
for bad in (b"", b"abc", b"x\x9c", zlib.compress(b"hello")[:-1], b"\x78\x01\xff\xff"):
    try:
        print(zlib.decompress(bad))
    except zlib.error as e:
        print(type(e).__name__, str(e)[:9])
try:
    zlib.compress(b"", 10)
except zlib.error as e:
    print(e)
try:
    gzip.decompress(b"abc")
except OSError as e:
    print(type(e).__name__, e)
print(zlib.crc32(b"hello"), zlib.adler32(b"hello"), len(zlib.compress(b"a" * 100000)) < 300)
