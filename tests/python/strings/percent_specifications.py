"""`%` and `str.format` with templates of all shapes, right and wrong."""

INTS = [0, 1, -1, 42, -255, 1234567, 9223372036854775807, -9223372036854775808, 65, 0x10FFFF, 0x110000, -5]
FLOATS = [0.0, -0.0, 1.0, -1.5, 3.14159, 1e16, 1e-7, 123456789.123456, float("inf"), float("-inf"), float("nan"), 5e-324, 2.5]
STRS = ["", "a", "héllo", "日本", "'q'"]
FLAGS = ["", "-", "+", " ", "0", "#", "-0", "+ ", "#0", "0-+ #"]
WIDTHS = ["", "1", "8", ".0", ".2", "10.3", ".", "5."]
KINDS = ["d", "i", "u", "o", "x", "X", "e", "E", "f", "F", "g", "G", "c", "r", "s", "a"]


def err(e: Exception) -> None:
    print(type(e).__name__, ascii(str(e)))


for at, flag in enumerate(FLAGS):
    for width in WIDTHS[at % 2 :: 2]:
        for kind in KINDS:
            spec = "%" + flag + width + kind
            print("==", spec)
            for i in INTS:
                try:
                    print(ascii(("<" + spec + ">") % i))
                except Exception as e:
                    err(e)
            for f in FLOATS:
                try:
                    print(ascii(("<" + spec + ">") % f))
                except Exception as e:
                    err(e)
            for s in STRS:
                try:
                    print(ascii(("<" + spec + ">") % s))
                except Exception as e:
                    err(e)
for spec in ["%", "%d", "%d %d", "%d %d %d", "%(a)s", "%(a)d %(b)s", "%z", "%l", "%ld", "%hd", "abc", "%*d", "%-*d|", "%.*f", "%*s %s", "%5%", "%%", "%c%c", "%s %s"]:
    print("==", spec)
    try:
        print(spec % (1, 2))
    except Exception as e:
        err(e)
    try:
        print(spec % (3, 2.5))
    except Exception as e:
        err(e)
    try:
        print(spec % {"a": 1, "b": 2})
    except Exception as e:
        err(e)
    try:
        print(spec % ())
    except Exception as e:
        err(e)
    try:
        print(spec % "t")
    except Exception as e:
        err(e)
    try:
        print(spec % [1, 2])
    except Exception as e:
        err(e)
    try:
        print(spec % (None,))
    except Exception as e:
        err(e)
for spec in ["{}", "{0}", "{1}", "{} {}", "{0} {}", "{} {0}", "{", "}", "{{}}", "{!r}", "{!x}", "{:>5}", "{:{}}", "{0:{1}}", "{:d}", "{:.2f}", "{0!s:>6}", "{ 0}", "{0 }", "{-1}", "{99999999999999999999}", "{:}}", "{:{{}}}", "{!r:^9}", "{0!r:}", "{0}{0}"]:
    print("==", spec)
    try:
        print(spec.format(5, 8))
    except Exception as e:
        err(e)
    try:
        print(spec.format("x", 7))
    except Exception as e:
        err(e)
    try:
        print(spec.format())
    except Exception as e:
        err(e)
    try:
        print(spec.format(1.5, None))
    except Exception as e:
        err(e)
