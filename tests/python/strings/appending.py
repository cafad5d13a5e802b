"""Appending in place, which nobody else may see; words, places and hashes of short and long texts."""


def f(s: str) -> str:
    s += "x"
    s += s
    return s


def g(t):
    a = t
    a += "é"
    a += "abc" * 3
    return a


base = "start"
b = base + ""
print(f(b), b, g(b), b)
x = "".join(["ab", "cd"])
y = x
x += "!"
x += x
print(x, y, len(x))
t = ""
for i in range(1000):
    t += str(i)
    if i % 100 == 0:
        u = t
d = {t: 1}
t += "é"
t += "ü"
print(len(t), len(u), hash(t) == hash(t + ""), t[-3:], t in d)


class A:
    def __init__(self):
        self.s = ""

    def add(self, x):
        self.s += x
        return self


a = A()
for i in range(10):
    a.add("ab").add(str(i))
print(a.s)
ls = ["a", "b"]
ls[0] += "c"
ls[0] += "d"
k = ls[0]
ls[0] += "e"
print(ls, k)
print(
    "a b\tc\nd\x1ee".split(),
    " ".split(),
    "".split(),
    " a  b ".split(None, 1),
    "abcdefghijkl".find("kl"),
    "aaab".find("ab"),
    "x".find(""),
    "ab".find("abc"),
)
print(b"abc"[1], b"abc"[-1], bytearray(b"xyz")[2])
for w in ["", "a", "ab", "abc", "abcd", "abcdefg", "abcdefgh", "abcdefghi" * 9]:
    d[w] = len(w)
for w in ["", "a", "ab", "abc", "abcd", "abcdefg", "abcdefgh", "abcdefghi" * 9]:
    print(d[w + ""], end=" ")
print("abcdefghX" == "abcdefghY", "Xbcdefghi" == "Ybcdefghi", "a" * 100 == "a" * 99 + "b")

# Hashes of texts of every length, with bytes above 127.
for size in range(20):
    text = "\\é" * size + "x" * (size % 3)
    print({text: size}[text], text[: size // 2] in {text, "é\\\\b"})
