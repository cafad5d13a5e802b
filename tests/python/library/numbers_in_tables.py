"""`csv` with numbers and surplus values, and floats of 16 bits in `struct`."""

import csv
import math
import struct

rows = list(csv.reader(['1,"2",x' if False else '1,"2",3.5', '"a",,-1e3', '""," b"'], quoting=csv.QUOTE_NONNUMERIC))
print(rows, sum(value for value in rows[0] if isinstance(value, float)))
try:
    list(csv.reader(["a,1"], quoting=csv.QUOTE_NONNUMERIC))
except ValueError as error:
    print(error)
reader = csv.reader(["1;2"], delimiter=";", quoting=csv.QUOTE_NONNUMERIC)
print(next(reader), reader.line_num)
for row in csv.DictReader(["a,b", "1,2", "1", "1,2,3,4", "", "5,6,7"]):
    print(row, row["a"], row.get("b"))
for row in csv.DictReader(["a,b", "1,2,3"], restkey="more", restval="?"):
    print(row["more"], list(row))
print(list(csv.DictReader(["1,2,3"], fieldnames=["x"], restkey="rest")), list(csv.DictReader(["1"], ["x", "y"], restval="none")))

values = [
    0.0,
    -0.0,
    1.0,
    -2.0,
    0.1,
    65504.0,
    65519.0,
    6e-8,
    2.9e-8,
    3e-8,
    -1e-9,
    6.1e-5,
    6.097e-05,
    2049.0,
    2051.0,
    math.inf,
    -math.inf,
    math.nan,
    3,
]
for value in values:
    packed = struct.pack("<e", value)
    print(value, packed.hex(), struct.unpack("<e", packed)[0], struct.pack(">e", value) == packed[::-1])
for value in (65520.0, -1e300):
    try:
        print(struct.pack("e", value))
    except OverflowError as error:
        print(error)
print(struct.calcsize("e"), struct.calcsize("be"), struct.calcsize("<3e"), struct.unpack("3e", struct.pack("3e", 1.5, 2.5, -3.25)))
print([struct.unpack("<e", bits.to_bytes(2, "little"))[0] for bits in (1, 0x3FF, 0x400, 0x7BFF, 0x8001, 0xFC00, 0x3C01)])
try:
    struct.pack("e", "x")
except struct.error as error:
    print(error)
