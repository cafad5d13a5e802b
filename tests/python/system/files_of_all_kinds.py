# Files of text and of bytes: modes, reading, writing, places, errors; streams in memory; standard input.
import io
import os
import sys

folder = "/tmp/pyc-test-files"
os.makedirs(folder, exist_ok=True)
os.chdir(folder)


def attempt(action):
    try:
        print(action())
    except (OSError, ValueError, LookupError) as error:
        print(type(error).__name__, error)


# Text
with open("text.txt", "w") as file:
    print(file.write("one\ntwö\n"), file.tell(), file.writelines(["three\n", "日本"]), file.tell())
    print(file.name, file.mode, file.encoding, file.closed, file.readable(), file.writable(), file.seekable(), file.isatty(), file)
print(file.closed)
attempt(lambda: file.write("x"))
attempt(lambda: open("text.txt").write("x"))
attempt(lambda: open("text.txt", "a").read())
with open("text.txt", encoding="utf-8") as file:
    print(
        repr(file.read(5)),
        file.tell(),
        repr(file.read(3)),
        repr(file.readline()),
        file.tell(),
        repr(file.readline(2)),
        repr(file.readline(100)),
        repr(file.read()),
        repr(file.read()),
        repr(file.readline()),
    )
    print(file.seek(0), file.readlines(), file.seek(4), repr(file.read(1)), file.seek(0, 2), repr(file.read()))
    attempt(lambda: file.seek(-1))
    attempt(lambda: file.seek(1, 1))
with open("text.txt", "a+") as file:
    print(file.tell(), file.write("!\n"), file.seek(0), file.readline(), file.write("end"), file.seek(0), file.read())
with open("text.txt", "r+") as file:
    print(
        file.readline(), file.write("2wo"), file.seek(0), file.read().splitlines(), file.seek(3), file.truncate(), file.seek(0), file.read()
    )
with open("text.txt", "w+") as file:
    print(repr(file.read()), file.write("ab\ncd"), file.seek(1), file.read(2), file.tell())
for line in open("text.txt"):
    print(repr(line))
print(
    [line.strip() for line in open("text.txt", "rt")],
    list(open("text.txt")),
    sum(len(line) for line in open("text.txt")),
    open("text.txt").readlines(1),
)
with open("text.txt") as file:
    print(next(file), end="")
    attempt(file.tell)
    print(next(file, "none"), next(file, "none"))
with open("ends.txt", "wb") as raw:
    raw.write(b"a\r\nb\rc\n\r\rd")
for newline in [None, "", "\n"]:
    with open("ends.txt", newline=newline) as file:
        print(
            newline,
            file.readlines(),
            file.seek(0),
            repr(file.read()),
            file.seek(0),
            repr(file.read(2)),
            repr(file.read(3)),
            repr(file.readline(1)),
        )
for newline in [None, "", "\n", "\r", "\r\n"]:
    with open("ends.txt", "w", newline=newline) as file:
        file.write("a\nb\r\n")
    print(repr(newline), open("ends.txt", "rb").read())
with open("latin.txt", "w", encoding="latin-1") as file:
    print(file.write("é\nÿ"), file.encoding)
print(
    open("latin.txt", "rb").read(),
    repr(open("latin.txt", encoding="latin-1").read()),
    open("latin.txt", encoding="latin-1").readlines(),
    open("latin.txt", encoding="ascii", errors="ignore").read(),
)
attempt(lambda: open("latin.txt", encoding="ascii").read())
attempt(lambda: open("latin.txt", "w", encoding="ascii").write("é"))
with open("mark.txt", "wb") as raw:
    raw.write("\ufeffä".encode())
print(repr(open("mark.txt", encoding="utf-8-sig").read()), repr(open("mark.txt").read()))
with open("print.txt", "w") as file:
    print("a", 1, None, sep="-", end=";", file=file)
    print(file=file)
    print("flushed", file=file, flush=True)
    print(open("print.txt").read())

# Bytes
with open("bytes.bin", "wb") as data_file:
    print(
        data_file.write(b"\x00\x01\n\xff"),
        data_file.write(bytearray(b"ab\ncd")),
        data_file.tell(),
        data_file,
        data_file.mode,
        data_file.name,
    )
with open("bytes.bin", "rb") as data_file:
    print(
        data_file.read(2),
        data_file.readline(),
        data_file.tell(),
        data_file.readlines(),
        data_file.read(),
        data_file.seek(1),
        data_file.read(1),
        data_file.seek(2, 1),
        data_file.read(1),
        data_file.seek(-2, 2),
        data_file.read(-1),
        data_file,
    )
    print(
        data_file.seek(0),
        list(data_file),
        data_file.seek(0),
        data_file.readline(1),
        data_file.readline(),
        data_file.peek(1)[:1],
        data_file.read1(2),
        [b for b in data_file.read()],
    )
    buffer = bytearray(4)
    print(data_file.seek(0), data_file.readinto(buffer), buffer)
    attempt(lambda: data_file.write(b""))
with open("bytes.bin", "r+b") as data_file:
    print(
        data_file.read(1),
        data_file.write(b"XY"),
        data_file.read(2),
        data_file.seek(0),
        data_file.read(),
        data_file.truncate(3),
        data_file.seek(0),
        data_file.read(),
    )
with open("bytes.bin", "ab") as data_file:
    print(data_file.tell(), data_file.write(b"!"), data_file.tell())
    attempt(data_file.read)
print(open("bytes.bin", mode="rb").read())
big = bytes(range(256)) * 500
with open("big.bin", "wb") as data_file:
    print(data_file.write(big))
with open("big.bin", "rb") as data_file:
    print(data_file.read() == big, data_file.seek(100000), data_file.read(3), len(data_file.readline()))
with open("big.txt", "w") as lines:
    for number in range(20000):
        lines.write(f"line {number} é\n")
with open("big.txt") as lines:
    print(sum(int(line.split()[1]) for line in lines))
with open("big.txt") as lines:
    print(len(lines.read(100000)), len(lines.read()))

# Errors
for name, mode in [
    ("missing.txt", "r"),
    ("missing.txt", "r+"),
    ("missing/x.txt", "w"),
    ("text.txt", "x"),
    (".", "r"),
    (".", "w"),
    ("text.txt/x", "r"),
    ("text.txt", ""),
    ("text.txt", "rw"),
    ("text.txt", "q"),
    ("text.txt", "r+w"),
    ("text.txt", "rr"),
    ("text.txt", "tb"),
]:
    try:
        open(name, mode)
    except OSError as error:
        print(type(error).__name__, error, error.errno, error.strerror, error.filename, repr(error))
    except ValueError as error:
        print("ValueError", error)
attempt(lambda: open("text.txt", "rb", encoding="utf-8"))
attempt(lambda: open("text.txt", encoding="utf-99"))
attempt(lambda: open("text.txt", newline="x"))
print(
    OSError(5, "five"), OSError("plain"), repr(OSError(5, "five", "f")), OSError().errno, isinstance(io.UnsupportedOperation("x"), OSError)
)

# Texts in memory
stream = io.StringIO("one\ntwo\nthree")
print(
    repr(stream.read(2)),
    stream.readline(),
    stream.tell(),
    stream.readlines(),
    stream.read(),
    stream.seek(4),
    stream.readline(2),
    list(stream),
    stream.seek(0, 2),
)
print(
    stream.write("!"),
    stream.getvalue(),
    stream.seek(0),
    stream.write("ONE"),
    stream.getvalue(),
    stream.tell(),
    stream.truncate(5),
    stream.getvalue(),
    stream.seek(7),
    stream.write("x"),
    repr(stream.getvalue()),
)
out = io.StringIO()
print("a", "b", file=out, sep=",")
out.writelines(["é", "\n"])
print(repr(out.getvalue()), out.readable(), out.writable(), out.seekable(), out.isatty(), out.closed)
attempt(lambda: out.seek(-1))
attempt(lambda: out.seek(1, 1))
with out:
    pass
attempt(out.getvalue)
data = io.BytesIO(b"ab\ncd")
print(
    data.read(1),
    data.readline(),
    data.read(),
    data.read(),
    data.seek(0),
    list(data),
    data.seek(1),
    data.write(b"XYZ"),
    data.getvalue(),
    data.tell(),
    data.seek(-1, 2),
    data.read(),
)
print(
    data.seek(7),
    data.write(b"!"),
    data.getvalue(),
    data.truncate(2),
    data.getvalue(),
    data.seek(0),
    data.readlines(),
    io.BytesIO().getvalue(),
    io.StringIO().read() == "",
)

# Standard streams
print(sys.stdout.write("written\n"), sys.stderr.fileno(), sys.stdout.name, sys.stdin.name, sys.stdout.writable(), sys.stdin.readable())
sys.stdout.writelines(["a", "b\n"])
sys.stdout.flush()
sys.stdout.buffer.write(b"bytes\n")
sys.stdout.flush()
print("to stderr", file=sys.stderr)
print(repr(sys.stdin.read()), repr(sys.stdin.readline()), sys.stdin.readlines())
try:
    input("more? ")
except EOFError as error:
    print(error)
for name in sorted(os.listdir()):
    print(name, os.path.getsize(name))
    os.remove(name)
os.rmdir(folder)
