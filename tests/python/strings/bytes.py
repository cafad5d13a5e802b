b = b"Hello\x00\xff'\n"
print(
    b, len(b), b[0], b[-1], b[1:4], b[::-1], list(b), 72 in b, b"ell" in b, b"zz" in b
)
print(
    bytes(3),
    bytes([1, 2, 255]),
    bytes("héllo", "utf-8"),
    bytes(range(3)),
    b"",
    bytes(),
    bytes(b"x"),
)
print(
    "héllo €".encode(),
    "abc".encode("ascii"),
    "é".encode("latin-1"),
    b"h\xc3\xa9".decode(),
    b"abc".decode("utf-8"),
    b"\xe9".decode("latin1"),
)
print(
    b + b"x",
    b"ab" * 3,
    2 * b"-",
    b"a" < b"b",
    b"ab" == b"ab",
    b"a" != b"b",
    hash(b"q") == hash(b"q"),
    {b"k": 1}[b"k"],
)
print(
    b.hex(),
    bytes.fromhex("48 656c6C"),
    b"\x01\x02\x03".hex(":"),
    b"\x01\x02\x03\x04".hex(" ", 2),
)
print(
    b"a,b,,c".split(b","),
    b" a  b ".split(),
    b"-".join([b"x", b"y"]),
    b"aXbX".replace(b"X", b"--"),
    b"  pad ".strip(),
    b"xxaxx".strip(b"x"),
    b"abc".upper(),
    b"ABC".lower(),
)
print(
    b"hello".find(b"l"),
    b"hello".rfind(b"l"),
    b"hello".count(b"l"),
    b"hello".index(b"o"),
    b"hello".startswith(b"he"),
    b"hello".endswith((b"x", b"lo")),
    b"12".isdigit(),
    b"ab".isalpha(),
    b"ab".ljust(4) + b"|",
    b"7".zfill(3),
    b"a=b=c".partition(b"="),
    b"l1\nl2\r\n".splitlines(),
)
for x in b"ab":
    print(x, end=" ")
print(
    max(b"az"),
    sum(b"\x01\x02"),
    sorted(b"cab"),
    [chr(c) for c in b"hi"],
    "".join(f"{c:02X}" for c in b"\x0a\xff"),
)
a = bytearray(b"abc")
a.append(100)
a[0] = 65
a.extend(b"ef")
a += b"gh"
del a[1]
a.insert(0, 33)
print(
    a,
    len(a),
    a[2],
    a[1:3],
    a.pop(),
    bytes(a),
    a.decode(),
    bytearray(2),
    bytearray([1, 2]),
    a == bytearray(b"!Acdefg"),
    b"!Acdefg" == a,
)
a.reverse()
a[0:2] = b"ZZZ"
print(a, 90 in a, a.find(b"f"), a.hex())
print(
    (1024).to_bytes(2, "big"),
    (1024).to_bytes(4, "little"),
    (-2).to_bytes(2, "big", signed=True),
    int.from_bytes(b"\x04\x00", "big"),
    int.from_bytes(b"\xfe\xff", "little", signed=True),
    int.from_bytes([1, 2], "big"),
    int.from_bytes(b"\x7f" + b"\xff" * 7, "big"),
)
for bad in range(6):
    try:
        if bad == 0:
            print(bytes([256]))
        elif bad == 1:
            print(b"abc"[5])
        elif bad == 2:
            print("é".encode("ascii"))
        elif bad == 3:
            print(b"\x80".decode("ascii"))
        elif bad == 4:
            print((256).to_bytes(1, "big"))
        else:
            print(bytes.fromhex("4"))
    except (ValueError, IndexError, OverflowError) as e:
        print(type(e).__name__, e)


def f(data: bytes) -> str:
    return "".join(hex(byte)[2:].zfill(2).upper() for byte in list(data))


print(
    f(b"Hello World!"),
    isinstance(b, bytes),
    isinstance(a, bytearray),
    isinstance(b, str),
    f"{b!r} {b'x'}",
    str(b"q"),
    bool(b""),
    b or 1,
)
print(
    "hello".translate({104: "J", 101: None, ord("l"): 76}),
    "abc".translate(str.maketrans("ab", "xy")),
    "abc".translate(str.maketrans("a", "z", "c")),
    "abc".translate(str.maketrans({"a": "1", "b": None})),
    b"abc".translate(bytes.maketrans(b"a", b"z")),
)
print(
    list(filter(lambda v: v > 1, [1, 2, 3])),
    list(filter(None, [0, 1, 2])),
    list(map(lambda p, q: p + q, [1, 2], [10, 20, 30])),
    list(map(pow, [2, 3], [3, 2])),
)
