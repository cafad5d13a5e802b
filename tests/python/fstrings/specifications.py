"""Format specifications of all shapes, for values of all types: most of them are errors for some."""

INTS = [0, 1, -1, 42, -255, 1234567, 10**12, 9223372036854775807, -9223372036854775808, 0x10FFFF, 65]
FLOATS = [0.0, -0.0, 1.0, -1.5, 3.14159, 1e16, 1e-7, 123456789.123456, float("inf"), float("-inf"), float("nan"), 5e-324, 1.7976931348623157e308, 0.5, 2.5, 1e22, 999999.5, 0.00001234]
STRS = ["", "a", "héllo", "日本", "long text here", "'q'"]
ALIGN = ["", "<", ">", "^", "=", "*<", "é>", "0^", "x="]
SIGN = ["", "+", "-", " "]
REST = ["", "#", "0", "5", "08", "#10", ",", "_", "12,", "012_", ".2", ".0", "10.3", "010.3", ",.2", "z", "z.1", "#.3", "5.", "1000000000000", ".1000", "_."]
TYPES = ["", "d", "b", "o", "x", "X", "c", "n", "e", "E", "f", "F", "g", "G", "%", "s", "q", "dd"]


def err(e: Exception) -> None:
    print(type(e).__name__, ascii(str(e)))


n = 0
specs: list[str] = []
for a in ALIGN:
    for s in SIGN:
        for r in REST:
            if r in ("1000000000000",) and a:
                continue
            for t in TYPES:
                n += 1
                if n % 23 == 0 or (not a and not s and n % 2 == 0):
                    specs.append(a + s + r + t)
specs = [s for s in specs if "1000000000000" not in s or s == "1000000000000q"]
for spec in specs:
    print("==", ascii(spec))
    for i in INTS:
        try:
            print(ascii(format(i, spec)))
        except Exception as e:
            err(e)
    for f in FLOATS:
        try:
            print(ascii(format(f, spec)))
        except Exception as e:
            err(e)
    for t in STRS:
        try:
            print(ascii(format(t, spec)))
        except Exception as e:
            err(e)
    try:
        print(ascii(format(True, spec)))
    except Exception as e:
        err(e)
    try:
        print(ascii(format(1.5 - 2j, spec)))
    except Exception as e:
        err(e)
    try:
        print(ascii(format(None, spec)))
    except Exception as e:
        err(e)
    try:
        print(ascii(format([1], spec)))
    except Exception as e:
        err(e)
