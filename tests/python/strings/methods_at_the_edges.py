"""Every method of text with empty, long and foreign texts, and places far outside."""

STRS = ["", "a", "abc", "aXbXc", "XX", "  pad\t\n", "Zürich", "日本語", "ß", "ǆ", "İi", "a\x00b", "éa\u0301", "😀x😀", "ΣΑΣ", "ﬁ", "\x1c\x85\u2028", "x" * 300, "abababab", "Hello World 42", "they're bill's", "0x1F", "１２", "²", "½", "a\rb\r\nc\n\nd", "ŉ", "ǅabc", "\u00aa", "_x1", "class", "-5", "+7", "\t a\tb"]
SUBS = ["", "a", "X", "ab", "日", "😀", "\n", "x" * 299, "c", "ß", " "]
INTS = [0, 1, -1, 3, -3, 100, -100, 2**61, -(2**61)]


def show(name: str, value: object) -> None:
    print(name, ascii(value))


def fail(name: str, e: Exception) -> None:
    print(name, type(e).__name__, ascii(str(e)))


for s in STRS:
    print("==", ascii(s), len(s))
    show("upper", s.upper())
    show("lower", s.lower())
    show("title", s.title())
    show("swap", s.swapcase())
    show("cap", s.capitalize())
    show("fold", s.casefold())
    print(s.isalpha(), s.isdigit(), s.isdecimal(), s.isnumeric(), s.isalnum(), s.isspace(), s.islower(), s.isupper(), s.istitle(), s.isidentifier(), s.isprintable(), s.isascii())
    print(s.split() == s.split(None), [ascii(p) for p in s.split()], [ascii(p) for p in s.rsplit(None, 1)], [ascii(p) for p in s.split(None, 1)])
    print([ascii(p) for p in s.splitlines()], [ascii(p) for p in s.splitlines(True)])
    show("strip", s.strip())
    show("expand", s.expandtabs())
    show("expand3", s.expandtabs(3))
    show("expand0", s.expandtabs(0))
    show("repr", repr(s))
    show("rev", s[::-1])
    for w in [0, 1, 5, 12, -3]:
        show("w", [s.center(w), s.ljust(w), s.rjust(w), s.zfill(w), s.center(w, "*"), s.ljust(w, "日"), s.rjust(w, "é")])
    for sub in SUBS:
        try:
            print(s.find(sub), s.rfind(sub), s.count(sub), sub in s, s.startswith(sub), s.endswith(sub))
        except Exception as e:
            fail("find", e)
        try:
            print(s.index(sub), s.rindex(sub))
        except Exception as e:
            fail("index", e)
        try:
            show("part", [s.partition(sub), s.rpartition(sub)])
        except Exception as e:
            fail("part", e)
        try:
            show("split", [s.split(sub), s.split(sub, 1), s.rsplit(sub, 1), s.split(sub, 0), s.split(sub, -1)])
        except Exception as e:
            fail("split", e)
        show("repl", [s.replace(sub, "<>"), s.replace(sub, "", 1), s.replace(sub, "é", 0), s.replace(sub, "q", -1)])
        show("strip", [s.strip(sub), s.lstrip(sub), s.rstrip(sub), s.removeprefix(sub), s.removesuffix(sub)])
        show("join", sub.join([s, s]))
        for i in INTS:
            print(s.find(sub, i), s.rfind(sub, i), s.count(sub, i), s.startswith(sub, i), s.endswith(sub, i), end=" ")
            for j in [0, 2, -1, 2**62]:
                print(s.find(sub, i, j), s.rfind(sub, i, j), s.count(sub, i, j), s.startswith(sub, i, j), s.endswith(sub, i, j), end=" ")
        print()
    for i in INTS:
        try:
            show("at", s[i])
        except Exception as e:
            fail("at", e)
        show("slice", [s[i:], s[:i], s[i:-1], s[1:i]])
        for step in [2, -2, 2**61]:
            show("step", [s[i::step], s[:i:step], s[::step]])
        try:
            show("step0", s[::i][:3])
        except Exception as e:
            fail("step0", e)
    for enc in ["utf-8", "ascii", "latin-1", "UTF8"]:
        for err in ["strict", "ignore", "replace", "backslashreplace", "xmlcharrefreplace"]:
            try:
                print(enc, err, s.encode(enc, err))
            except Exception as e:
                fail(enc, e)
    for o in STRS[:12]:
        print(s < o, s <= o, s == o, s > o, s >= o, s != o, end=" ")
    print(min(s, default="-") == "-", max(s, default="-") == "-", sorted(s)[:5] == list(s)[:5])
print("é".join([]), "é".join(["a"]), ",".join("日本"))
print("abc".translate({97: "x", 98: None, 99: 100}), "abc".translate(str.maketrans("ab", "xy", "c")))
print("a,b,c".split(",", 1), "abc".maketrans("a", "b"))
print(ascii("é\u0100😀\x7f\x80\xad'\""), repr("é\u0100😀\x7f\x80\xad'\""), repr("'"), repr('"'), repr("'\""))
