text = "  Hello, World  "
print(text.strip(), text.lstrip() + "|", text.rstrip() + "|")
print(text.upper(), text.lower())
word = "mississippi"
print(
    word.count("ss"),
    word.find("iss"),
    word.find("iss", 2),
    word.find("zz"),
    word.rfind("ss"),
    word.index("s"),
)
print(
    word.replace("ss", "SS"),
    word.replace("i", "", 2),
    word.startswith("mis"),
    word.endswith("ppi"),
    word.startswith("x"),
)
print(
    "a,b,,c".split(","),
    "  a  b c ".split(),
    "a-b-c".split("-", 1),
    "".split(),
    "".split(","),
)
print(", ".join(["x", "y", "z"]), "".join(["a", "b"]))
print("abc" < "abd", "abc" == "abc", "Z" < "a", "" < "a", "abc" > "ab")
print("ell" in "hello", "xyz" not in "hello", "" in "abc")
print("title case".title(), "CAPS and lower".capitalize(), "Swap".swapcase())
print(
    "7".zfill(3),
    "-7".zfill(4),
    "ab".rjust(5) + "|",
    "ab".ljust(5) + "|",
    "ab".center(6) + "|",
    "ab".center(7, "*"),
)
print(
    "123".isdigit(),
    "12a".isdigit(),
    "abc".isalpha(),
    "ab1".isalnum(),
    "  ".isspace(),
    "ABC".isupper(),
    "abc".islower(),
    "".isdigit(),
)
print("a\nb\nc\n".splitlines(), "one line".splitlines())
print("xxabcxx".strip("x"), "xxabcxx".lstrip("x"), "xxabcxx".rstrip("x"))
print("abc" * 3, 2 * "-", "x" * 0, "a" + "b")
print("key=value=x".partition("="), "none".partition("="))
print("prefix-body".removeprefix("prefix-"), "body.py".removesuffix(".py"))
print(len(""), len("abc"), ord("A"), chr(97), ord("é"), chr(8364))
