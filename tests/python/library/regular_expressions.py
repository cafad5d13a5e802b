# Regular expressions: what matches, where, and with which groups.
import re
from re import IGNORECASE, Match, Pattern


def show(found):
    if found is None:
        return None
    return found.span(), found.groups(), found.lastindex, found.lastgroup


print(re.search(r"(\w+)@(?P<host>\w+)\.(com|org)?", "write to me@home.org now"))
for pattern, text in [
    ("", ""),
    ("", "abc"),
    ("a*", "baac"),
    ("(a)|b", "b"),
    ("(a|ab)(c|bcd)(d*)", "abcd"),
    ("(?:(a)|(b))*", "ba"),
    ("(a*)*", "b"),
    ("(a*)+", "aab"),
    ("(a|b*)*", "abb"),
    (r"(\w)\1", "hello"),
    (r"(?P<q>['\"]).*?(?P=q)", 'say \'it"s\' or "so"'),
    (r"(?i)(é)\1", "Éé"),
    (r"\bfoo\b", "a foo, food"),
    (r"\Boo\b", "foo"),
    (r"\b", ""),
    (r"\B", ""),
    (r"\bé\b", "a é b"),
    ("^b", "a\nb"),
    ("(?m)^b$", "a\nb\nc"),
    ("a$", "a\n"),
    (r"a\Z", "a\n"),
    ("a.c", "a\nc"),
    ("(?s)a.c", "a\nc"),
    ("x{2,3}", "xxxx"),
    ("x{2,3}?", "xxxx"),
    ("x{,2}y", "xxxy"),
    ("x{,}", "xx"),
    ("x{a}", "x{a}"),
    ("x{2", "x{2"),
    ("(?=.*\\d)(?=.*[a-z]).{3,}", "ab1"),
    ("foo(?!bar)", "foobar foobaz"),
    ("(?<=[$])\\d+", "cost $42"),
    ("(?<!-)\\b\\d+", "-1 22"),
    ("(?>a+)ab", "aaab"),
    ("a++b", "aaab"),
    ("a*+a", "aaa"),
    ("(?:ab?)?+c", "abc"),
    (r"(\()?[^()]+(?(1)\))", "(a) b"),
    (r"(?(1)a|b)(c)?", "bc"),
    ("[]a]+", "]a]"),
    ("[^]]", "]x"),
    ("[a-]+", "a-b"),
    (r"[\]\-\\^]+", "a]-\\^"),
    (r"[\d.]+", "v1.25"),
    (r"\d+", "١٢ 34"),
    (r"(?a)\w+", "é_a1"),
    (r"\s+", "a\u00a0\u2003b"),
    (r"[^\W\d_]+", "12_äöü3"),
    ("(?i)straße", "STRASSE STRAßE"),
    ("(?i)[a-z]+", "ſK"),
    ("(?i)i+", "İIıi"),
    ("(?i:a)b", "AB Ab"),
    ("(?x) a  b # the rest\n c", "abc"),
    (r"\x41\u0042\101\0", "ABA\0"),
    ("日(本+)", "大日本本語"),
    ("\\.\\*", "a.*"),
    ("((((((((((((a))))))))))))\\12", "aa"),
]:
    print(repr(pattern), show(re.search(pattern, text)), [found.span() for found in re.finditer(pattern, text)])

# Where a search starts and ends
digits = re.compile(r"\d+")
for pos, endpos in [(0, 100), (2, 4), (-5, 2), (3, 3), (7, 2), (6, 7)]:
    print(
        pos,
        endpos,
        show(digits.search("12é345", pos, endpos)),
        show(digits.match("12é345", pos, endpos)),
        show(digits.fullmatch("12é345", pos, endpos)),
    )
print(re.compile("^a").search("ba", 1), re.compile(r"(?<=b)a").search("ba", 1), re.compile(r"a\b").search("ab", 0, 1))
print(re.match("a|ab", "ab"), re.fullmatch("a|ab", "ab"), re.fullmatch("a*?", "aaa"), re.fullmatch("a", "a\n"))

# Matches
found = re.search(r"(?P<year>\d{4})-(?P<month>\d\d)(?:-(?P<day>\d\d))?", "On 2024-05, maybe")
print(found.group(), found.group(1), found.group("month"), found.group("year", 2, 0), found.group(3))
print(found["year"], found[2], found[3], found.groups(), found.groups("?"), found.groupdict(), found.groupdict("-"))
print(found.start(), found.end("month"), found.span("day"), found.regs, found.pos, found.endpos, found.string)
print(found.lastindex, found.lastgroup, found.re == re.compile(found.re.pattern), found.expand(r"\g<month>/\1 \g<0>[\3]"), bool(found))
for bad in [4, -1]:
    try:
        found.group(bad)
    except IndexError as error:
        print("IndexError:", error)
try:
    found["week"]
except IndexError as error:
    print("IndexError:", error)
year = found.group(1)
print(int(year) + int(found[2]), year.startswith("2"))
try:
    int(found["day"])
except TypeError as error:
    print(error)

# All matches
print(
    re.findall(r"\d+", "a1b22c333"),
    re.findall("x", "abc"),
    re.findall("", "ab"),
    re.findall(r"(\w)=", "a=1,b=2"),
    re.findall("(a)|b", "ab"),
)
print(re.findall(r"(\w)=(\d)", "a=1,b=2"), dict(re.findall(r"(\w+)=(\w+)", "k=v x=y")), re.findall(r"(a)(b)?", "aab"))
print(
    re.compile(r"(\w)(\d)").findall("a1 b2 c", 1),
    re.compile(r"\w").findall("abc", 1, 2),
    sum(int(n) for n in re.findall(r"-?\d+", "1 -2 33")),
)
for key, value in re.findall(r"(\w+): (\w+)", "one: 1, two: 2"):
    print(key, value)
print([found.group(2) for found in re.finditer("(a)(.)", "abacad")])

# Splitting
print(re.split(r"[,;]\s*", "a, b;c,,d"), re.split(",", "a,b,c", 1), re.split("x", ""), re.split("", "ab"), re.split("x*", "axbc"))
print(re.split(r"(,)|;", "a,b;c"), re.split(r"(\W+)", " Words, words!"), re.split(r"\b", "a b"), re.compile("-").split("1-2-3", maxsplit=1))
print([int(part) for part in re.split(r"\s+", "1  2 3")], "".join(re.split("(b)", "abc")))

# Replacing
print(re.sub(r"(\w+) (\w+)", r"\2 \1", "hello world"), re.sub("a", "b", "aaa", 2), re.sub("a", "b", "xyz"), re.sub("x*", "-", "abxd"))
print(
    re.sub(r"(?P<n>\d)", r"<\g<n>\g<1>\g<0>>", "a1b2"),
    re.sub("b", r"\n\t\\\.", "abc"),
    re.sub("(a)|b", r"[\1]", "ab"),
    re.sub("é", "ß", "éaé"),
)
print(re.sub(r"\d+", lambda found: str(int(found.group()) * 2), "1 and 20"), re.subn("[aeiou]", "", "education"), re.subn("q", "", "a"))
print(
    re.sub("", "-", "abc"),
    re.sub("b|", "X", "abc"),
    re.sub(r"(.)", r"\g<1>\101", "ab"),
    re.compile("A", IGNORECASE).sub("_", "aAb", count=1),
)


def double(found: Match[str]) -> str:
    return found.group(0) * 2


shout: Pattern[str] = re.compile("[a-c]")
print(shout.sub(double, "abcd"), shout.subn(double, "xbx"))

# Patterns
pattern = re.compile(r"(?P<a>x)(?P<b>y)?", re.I | re.M)
print(pattern, pattern.pattern, pattern.flags, pattern.groups, pattern.groupindex, re.compile(pattern) is pattern)
print(re.compile("a") == re.compile("a"), re.compile("a") == re.compile("a", re.I), hash(re.compile("b")) == hash(re.compile("b")))
print(re.compile("(?i)a", re.S | re.X | re.A), re.compile("a'\n"), re.I, re.I | re.S, re.escape("a.b*c é_-/\n"), re.escape(""))
print(re.match("a", "A", re.I), re.match("a", "A", flags=re.IGNORECASE), re.findall("^a", "a\na", re.M))
re.purge()

# Bytes
data = re.search(rb"(\w+)=(\d+)", b"key=42\xff")
print(
    data,
    data.group(1),
    data.groups(),
    re.findall(rb"[\x80-\xff]", b"a\xffb\x80"),
    re.sub(rb"(a)", rb"<\1>", b"banana"),
    re.split(b",", b"a,b"),
)
print(
    re.findall(rb"\w", "aé".encode()),
    re.search(b"(?i)A", b"a"),
    re.escape(b"a.b"),
    re.fullmatch(b".*", b"\x00\n") is None,
    re.compile(b"x", re.I),
)

# Errors
for wrong in [
    "(", ")", "a)", "(?", "(?P", "(?P<", "(?P<a", "(?P<>x)", "(?P<1>x)", "(?P<a>x)(?P<a>y)", "(?P=a)", "(?P=", "(?Px)", "(?<x)", "(?z)",
    "(?a", "(?i-", "(?i-z:a)", "(?-i)", "(?i-i:a)", "x(?i)", "(?au:a)", "(?L)a", "*", "a|*", "a**", "a{2}{3}", "^*", "a{3,2}", "[", "[a", "[]",
    "[z-a]", "[a-\\d]", "[\\w-z]", "\\", "\\q", "[\\q]", "\\x1", "\\u12", "\\U00110000", "\\400", "[\\400]", "\\8", "\\2", "(\\1)", "(a)\\2",
    "(?(1)a|b|c)", "(?(2)a)", "(?(x)a)", "(?(0)a)", "(?(", "(?(a", "(?#", "(?<=a*)b", "(?<=(a)\\1)b", "a\n(?P<é é>)", "\n(", "(?<!a|bc)", "(?:",
]:  # fmt: skip
    try:
        print(repr(wrong), re.compile(wrong))
    except re.error as error:
        print(repr(wrong), error, "|", error.msg, error.pos, error.lineno, error.colno, error.pattern == wrong)
for template in ["\\2", "\\g", "\\g<", "\\g<>", "\\g<a b>", "\\g<2>", "\\q", "\\", "\\777"]:
    try:
        print(re.sub("(a)", template, "a"))
    except re.error as error:
        print(repr(template), error)
try:
    re.sub("a", r"\g<x>", "a")
except IndexError as error:
    print("IndexError:", error)
try:
    re.compile("x{99999999999}")
except OverflowError as error:
    print("OverflowError:", error)
for flags in [re.A | re.U, re.L]:
    try:
        re.compile("a", flags)
    except ValueError as error:
        print("ValueError:", error)
try:
    re.compile(pattern, re.I)
except ValueError as error:
    print("ValueError:", error)


# What is long: no recursion, and no time that grows with its square.
print(
    re.search("(?:ab|a)*c", "ab" * 20000 + "c").end(),
    re.fullmatch(r"(\w+\s?)*", "word " * 2000).end(),
    len(re.findall(r"[^,]+", "a," * 10000)),
)
print(
    re.sub(r"(?<=a)b", "", "ab" * 5000) == "a" * 5000,
    re.match("(a|b)*?$", "ab" * 3000).end(),
    re.search("(.)\\1$", "xy" * 100 + "zz").start(),
)


def tokens(source: str):
    kinds = [("number", r"\d+(?:\.\d*)?"), ("name", r"[A-Za-z_]\w*"), ("operator", r"[-+*/=()]"), ("space", r"\s+"), ("wrong", r".")]
    scanner = re.compile("|".join(f"(?P<{name}>{pattern})" for name, pattern in kinds))
    return [(found.lastgroup, found.group()) for found in scanner.finditer(source) if found.lastgroup != "space"]


print(tokens("speed = 3.5*(t + t0) ?"))
