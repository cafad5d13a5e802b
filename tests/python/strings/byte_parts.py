"""Parts, letters and filling of `bytes` and `bytearray`."""

samples = [
    b"",
    b"abc",
    b"Hello World",
    b"HELLO",
    b"  a  b\tc\n",
    b"a\x85b\xa0c\x1cd",
    b"\xe9t\xe9 X",
    b"they're 3rd-class",
    b"a,b,,c,",
    b"x\ty\r\tz",
    b"A",
    b"1",
]
for s in samples:
    for v in (s, bytearray(s)):
        print(
            v.capitalize(),
            v.swapcase(),
            v.title(),
            v.istitle(),
            v.split(),
            v.rsplit(),
            v.split(None, 1),
            v.rsplit(None, 1),
            v.split(None, 0),
            v.rsplit(None, 0),
        )
        print(v.split(b","), v.rsplit(b",", 1), v.rpartition(b","), v.partition(b"b"), v.rpartition(b"zz"), v.expandtabs(), v.expandtabs(3))
        print(v.center(0), v.center(6), v.center(7, b"*"), v.center(12, b"-"), type(v.title()).__name__, type(v.rsplit()).__name__)
