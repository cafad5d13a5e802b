"""`re.findall` and `re.split` where the pattern is a constant, or is known only at run time."""

import re

WORD = r"(\w)(\w*)"
ONE = r"(\d)\."
SPACES = "[ ,]+"


def found(pattern, text):
    return re.findall(pattern, text)


def parts(pattern, text, most=0):
    return re.split(pattern, text, maxsplit=most)


def local():
    pattern = r"(\d+)-(\d+)"
    pairs = re.findall(pattern, "1-2 33-44")
    return [int(low) + int(high) for low, high in pairs]


print(re.findall(WORD, "ab c"), [first.upper() for first, rest in re.findall(WORD, "ab c")])
print(re.findall(ONE, "1.2.3"), [digit + "!" for digit in re.findall(SPACES, "a, b")], local())
for pattern in ("a", "(a)", "(a)(b)?", "", "x", "(?:a)(b)"):
    print(pattern, found(pattern, "ab a"), parts(pattern, "ab a"), parts(pattern, "cabab", 1))
    compiled = re.compile(pattern)
    print(compiled.findall("aab"), compiled.split("aab"), compiled.groups)
print(re.split(SPACES, "a, b c"), re.split(r"(,)|(;)", "a,b;c"), re.compile(r"(-)?x").split("a-xbxc"), re.compile("[;]").split("a;b"))
print(["+".join(pair) for pair in re.compile(WORD).findall("ab cd")], re.compile(SPACES).split("a b"))
print(found(b"(a)(b)", b"ab"), parts(b"(a)", b"bab"), found(re.compile("(b)(c)"), "abc"), re.match("(a)(b)", "ab").re.findall("abab"))
print([len(match) for match in found("[ab]", "abc")], "-".join(found("[ab]", "abc")))
