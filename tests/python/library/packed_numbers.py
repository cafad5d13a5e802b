# Numbers and bytes as C lays them out.
import struct


def attempt(action):
    try:
        print(action())
    except (struct.error, OverflowError) as error:
        print(type(error).__name__, error)


for order in ["", "@", "=", "<", ">", "!"]:
    for code, values in [
        ("b", [-128, 127]),
        ("B", [0, 255]),
        ("h", [-32768, 32767]),
        ("H", [65535]),
        ("i", [-(2**31), 2**31 - 1]),
        ("I", [2**32 - 1]),
        ("l", [-5]),
        ("L", [5]),
        ("q", [-9223372036854775807 - 1, 9223372036854775807]),
        ("Q", [9223372036854775807]),
    ]:
        for value in values:
            packed = struct.pack(order + code, value)
            print(order + code, packed.hex(), struct.unpack(order + code, packed), struct.calcsize(order + code))
    for value in [0.0, -0.0, 1.5, -1e300, 1e-310, float("inf"), 0.1]:
        packed = struct.pack(order + "d", value)
        print(packed.hex(), struct.unpack(order + "d", packed))
    for value in [0.0, -0.0, 1.5, 0.1, 3.4e38, 1e-45, float("-inf")]:
        packed = struct.pack(order + "f", value)
        print(packed.hex(), struct.unpack(order + "f", packed))
    print(
        struct.pack(order + "bhiq?c3s5px", 1, 2, 3, 4, True, b"z", b"ab", b"pascal").hex(),
        struct.calcsize(order + "bhiq?c3s5px"),
        struct.calcsize(order + "bq"),
        struct.calcsize(order + "qb"),
    )
print(
    struct.unpack("<3s2x?5p", b"abc\0\0\1\3abcd"),
    struct.pack("3h", 1, 2, 3),
    struct.pack(" i i ", 1, 2),
    struct.pack("0i"),
    struct.pack("i0q", 1),
    struct.pack("x3x"),
    struct.unpack("", b""),
    struct.pack("0s2s", b"", b"x"),
)
print(
    struct.pack("f", 1),
    struct.pack("?", 3),
    struct.pack("?", 0),
    struct.pack("i", True),
    struct.pack("nNP", 1, 2, 3),
    struct.pack("4s", bytearray(b"ab")),
)
a, b, c = struct.unpack(">hBi", b"\x01\x02\x03\xff\xff\xff\xfe")
print(
    a + b,
    c * 2,
    struct.unpack_from("<h", b"abcdef", 2),
    struct.unpack_from("<h", b"abcdef", -2),
    list(struct.iter_unpack("<hb", b"abcdef")),
)
layout = struct.Struct("<Id")
print(
    layout.size,
    layout.format,
    layout.pack(7, 0.5),
    layout.unpack(layout.pack(7, 0.5)),
    sum(x for (x,) in struct.iter_unpack(">H", b"\0\1\0\2")),
)
buffer = bytearray(8)
struct.pack_into(">H", buffer, 2, 513)
struct.pack_into("b", buffer, -1, -1)
print(buffer)
for code, value in [
    ("b", 128),
    ("B", -1),
    ("h", 40000),
    ("H", 70000),
    ("i", 2**31),
    ("I", -1),
    ("I", 2**32),
    ("<l", 2**31),
    ("L", -1),
    ("Q", -1),
    ("<Q", -1),
    ("N", -1),
]:
    attempt(lambda: struct.pack(code, value))
attempt(lambda: struct.pack("i", 1.5))
attempt(lambda: struct.pack("i", "a"))
attempt(lambda: struct.pack("f", "a"))
attempt(lambda: struct.pack("s", "a"))
attempt(lambda: struct.pack("c", b"ab"))
attempt(lambda: struct.pack("c", 1))
attempt(lambda: struct.pack("<f", 1e40))
attempt(lambda: struct.pack("ii", 1))
attempt(lambda: struct.pack("i", 1, 2))
for wrong in ["z", "2", "<n", "i$"]:
    attempt(lambda: struct.calcsize(wrong))
attempt(lambda: struct.unpack("i", b"abc"))
attempt(lambda: struct.unpack_from("i", b"abcde", 3))
attempt(lambda: struct.unpack_from("i", b"abcde", -9))
attempt(lambda: struct.unpack_from("i", b"abcde", -2))
attempt(lambda: list(struct.iter_unpack("<h", b"abc")))
attempt(lambda: struct.pack_into("i", buffer, 6, 1))
attempt(lambda: struct.pack_into("i", buffer, -2, 1))
attempt(lambda: struct.pack_into("i", buffer, -20, 1))
