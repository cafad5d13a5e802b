# Hashes of bytes: every algorithm, in one piece and in several.
import hashlib

for name in ["md5", "sha1", "sha224", "sha256", "sha384", "sha512", "sha3_224", "sha3_256", "sha3_384", "sha3_512", "blake2b", "blake2s"]:
    made = hashlib.new(name)
    print(name, made.name, made.digest_size, made.block_size, made.hexdigest())
    for size in [1, 3, 55, 56, 63, 64, 65, 111, 112, 127, 128, 129, 1000]:
        made.update(bytes(range(256)) * 4 if size == 1000 else b"x" * size)
        print(made.hexdigest()[:16], end=" ")
    other = made.copy()
    other.update(b"more")
    print(made.digest() == other.digest(), made.digest()[:4], len(other.digest()))
for made in [hashlib.md5(b"a"), hashlib.sha1(b"a"), hashlib.sha224(b"a"), hashlib.sha256(b"a"), hashlib.sha384(b"a"), hashlib.sha512(b"a")]:
    print(made.name, made.hexdigest())
for made in [
    hashlib.sha3_224("é".encode()),
    hashlib.sha3_256(bytearray(b"a")),
    hashlib.sha3_384(),
    hashlib.sha3_512(),
    hashlib.blake2b(b""),
    hashlib.blake2s(b""),
]:
    print(made.name, made.hexdigest())
print(hashlib.new("SHA256", b"x").hexdigest() == hashlib.sha256(b"x").hexdigest(), hashlib.md5(b"", usedforsecurity=False).hexdigest())
print({"md5", "sha256", "blake2b"} <= hashlib.algorithms_guaranteed)
try:
    hashlib.new("none")
except ValueError as error:
    print(error)
try:
    hashlib.sha256("text")
except TypeError as error:
    print(error)
block = b"0" * 64
for nonce in range(3000):
    block = hashlib.sha256(block + str(nonce).encode()).digest()
print(block.hex())
