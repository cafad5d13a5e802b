# Checksums, bytes as ASCII, options of command lines, paths by patterns.
import binascii
import getopt
import glob
import os
import zlib

for data in [b"", b"a", b"123456789", bytes(range(256)), b"\xff" * 1000]:
    print(
        zlib.crc32(data),
        zlib.adler32(data),
        binascii.crc32(data),
        binascii.crc_hqx(data, 0),
        zlib.crc32(data, 5),
        zlib.adler32(data, 7),
        binascii.crc_hqx(data, 99),
    )
print(zlib.crc32(b"6789", zlib.crc32(b"12345")) == zlib.crc32(b"123456789"), zlib.crc32(bytearray(b"x")), zlib.adler32(b"x", 2**32 - 1))
print(
    binascii.hexlify(b"az\x00\xff"),
    binascii.hexlify(b"abcd", "-"),
    binascii.b2a_hex(b"abcde", ":", 2),
    binascii.unhexlify("617A"),
    binascii.a2b_hex(b"00ff"),
    binascii.unhexlify(""),
)
print(
    binascii.b2a_base64(b"hello"), binascii.b2a_base64(b"", newline=False), binascii.a2b_base64(b"aGVsbG8=\n"), binascii.a2b_base64("aGk=")
)
for wrong in ["abc", "zz", "é0"]:
    try:
        binascii.unhexlify(wrong)
    except ValueError as error:
        print(error)
print(int(b"101", 2), int(bytearray(b" 42 ")), int(b"-7"))

SHORT = "ab:c"
LONG = ["alpha", "beta=", "bet", "gamma", "gamble="]
for line in [
    "", "x y", "-a x", "-ac x", "-b1 x", "-b 1 x", "-abv -c", "- x", "-- -a", "-a -- -c", "--alpha x", "--al", "--beta=1", "--beta 2 z", "--beta", "--bet", "--be", "--gam", "--gamm", "--gambl 3", "--alpha=1", "--nope",
    "-z", "-b", "-:", "x -a", "--beta= y", "-a x -c --alpha y",
]:  # fmt: skip
    for read in [getopt.getopt, getopt.gnu_getopt]:
        try:
            print(repr(line), read(line.split(), SHORT, LONG))
        except getopt.GetoptError as error:
            print(repr(line), error, error.msg, error.opt)
print(getopt.getopt(["-x"], "x"), getopt.getopt(["--one"], "", "one"), getopt.gnu_getopt(["a", "-x"], "+x"))
options, rest = getopt.getopt(["-n", "5", "file"], "n:")
for name, value in options:
    if name == "-n":
        print(int(value) + 1, rest)

folder = "/tmp/pyc-test-glob"
os.makedirs(folder + "/a/b", exist_ok=True)
os.chdir(folder)
for name in ["x.txt", "y.py", ".hidden", "a/x.txt", "a/b/z.txt", "[odd].txt"]:
    open(name, "w").close()
for pattern in [
    "*",
    "*.txt",
    "?.py",
    "a/*",
    "*/*.txt",
    "**/*.txt",
    "a",
    "none",
    "x.txt",
    "[xy].*",
    ".*",
    "a/",
    "*/",
    glob.escape("[odd].txt"),
    folder + "/*.py",
]:
    print(pattern, sorted(glob.glob(pattern)), sorted(glob.glob(pattern, recursive=True)), sorted(glob.iglob(pattern)))
print(sorted(glob.glob("**", recursive=True)), sorted(glob.glob("a/**", recursive=True)))
for top, folders, files in os.walk(".", topdown=False):
    for name in files:
        os.remove(os.path.join(top, name))
    for name in folders:
        os.rmdir(os.path.join(top, name))
os.chdir("/")
os.rmdir(folder)
