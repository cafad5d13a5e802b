"""Every method of bytes with empty ones, ones that are no text, and numbers that are no bytes."""

BS = [b"", b"\xe2\x82", b"\xe2\x82A\xf0\x9f\x98", b"\xed\xa0\x80", b"abc", b"aXbXc", b"XX", b"  pad\t\n\x0b\x0c", b"\xff\xfe", b"x" * 50, b"Hello World", b"a\r\nb\nc\r", b"\x00\x01", b"12", b"\t a"]
SUBS = [b"", b"a", b"X", b"ab", b"\xff", b"x" * 49, b"\n"]


def fail(name: str, e: Exception) -> None:
    print(name, type(e).__name__, e)


for s in BS:
    print("==", s, len(s), s.hex(), s.hex("-") if s else "", s.hex(":", 2), s.hex("_", -3))
    print(s.upper(), s.lower(), s.title(), s.swapcase(), s.capitalize())
    print(s.isalpha(), s.isdigit(), s.isalnum(), s.isspace(), s.islower(), s.isupper(), s.istitle(), s.isascii())
    print(s.split(), s.rsplit(None, 1), s.splitlines(), s.splitlines(True), s.strip(), s.lstrip(), s.rstrip(), s.expandtabs())
    print(list(s), s[::-1], bytearray(s), s + b"!", s * 2, sorted(s), sum(s))
    for w in [0, 3, 12, -3]:
        print(s.center(w), s.ljust(w, b"*"), s.rjust(w), s.zfill(w))
    for sub in SUBS:
        print(s.find(sub), s.rfind(sub), s.count(sub), sub in s, s.startswith(sub), s.endswith(sub), s.find(sub, 1), s.find(sub, -2, -1))
        try:
            print(s.index(sub))
        except Exception as e:
            fail("index", e)
        try:
            print(s.partition(sub), s.rpartition(sub), s.split(sub), s.rsplit(sub, 1))
        except Exception as e:
            fail("part", e)
        print(s.replace(sub, b"<>"), s.strip(sub), s.removeprefix(sub), s.removesuffix(sub), sub.join([s, s]))
        print(s < sub, s <= sub, s == sub)
    for i in [0, 1, -1, 5, -5, 2**62, 97, 256, -1]:
        try:
            print(s[i], i in s)
        except Exception as e:
            fail("at", e)
        try:
            print(s.find(i), s.count(i))
        except Exception as e:
            fail("find", e)
    for enc in ["utf-8", "ascii", "latin-1"]:
        for err in ["strict", "ignore", "replace", "backslashreplace"]:
            try:
                print(ascii(s.decode(enc, err)))
            except Exception as e:
                fail(enc, e)
for text in ["", "00", "0", "zz", "a b", "aB cD", " 01 ", "é0", "0 1"]:
    try:
        print(bytes.fromhex(text))
    except Exception as e:
        fail("fromhex", e)
for n in [0, 3, -1]:
    try:
        print(bytes(n), bytearray(n))
    except Exception as e:
        fail("bytes", e)
for items in [[1, 2], [256], [-1], []]:
    try:
        print(bytes(items))
    except Exception as e:
        fail("bytes", e)
    try:
        print(bytearray(items))
    except Exception as e:
        fail("bytearray", e)
ba = bytearray(b"hello")
for i in [0, -1, 9, -9]:
    for v in [65, 300, -1]:
        try:
            ba[i] = v
        except Exception as e:
            fail("set", e)
        print(ba)
ba[1:3] = b"XYZ"
print(ba)
ba[::2] = b"1234"[: len(ba[::2])]
print(ba)
try:
    ba[::2] = b"1"
except Exception as e:
    fail("ext", e)
del ba[1:3]
ba.append(33)
ba.extend(b"ab")
ba.insert(-100, 90)
ba.reverse()
print(ba, ba.pop(), ba.pop(0))
for v in [1, 97]:
    try:
        ba.remove(v)
    except Exception as e:
        fail("rem", e)
try:
    print(ba.pop(99))
except Exception as e:
    fail("pop", e)
try:
    bytearray().pop()
except Exception as e:
    fail("pop", e)
ba += b"zz"
ba *= 2
print(ba, ba.copy(), ba == bytes(ba), b"a" == bytearray(b"a"))
ba.clear()
print(ba, bool(ba), len(ba))
print(int.from_bytes(b"\xff\x01", "little"), int.from_bytes(b"\xff\x01", "big", signed=True), (258).to_bytes(2, "big"), (-2).to_bytes(3, "little", signed=True))
for v, n in [(256, 1), (-1, 2), (0, 0), (1, 0)]:
    try:
        print(v.to_bytes(n, "big"))
    except Exception as e:
        fail("to_bytes", e)
print(bytes("é", "utf-8"), bytes([1, 2]).translate(bytes(range(256))))
for bad in ["text", 5, None]:
    try:
        print(str(bad, "utf-8"))
    except TypeError as e:
        print(e)
print(str(b"caf\xc3\xa9", "utf-8"), str(b"a\xff", "utf-8", "replace"), str(b"ab", encoding="ascii"), str(bytearray(b"z"), errors="ignore"))
