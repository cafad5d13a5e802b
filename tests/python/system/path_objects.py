# Paths as objects, and names that match patterns.
import fnmatch
import os
from pathlib import Path

folder = Path("/tmp/pyc-test-pathlib")
folder.mkdir(exist_ok=True)
os.chdir(folder)


def attempt(action):
    try:
        print(action())
    except (OSError, ValueError) as error:
        print(type(error).__name__, error)


for text in [
    "",
    "/",
    "//",
    "///a",
    "a",
    "/a",
    "a/",
    "a/b.txt",
    "/a/b/",
    "a//b",
    "./a",
    "../a",
    "a/../b",
    ".bashrc",
    "a.tar.gz",
    "a.b/c",
    "a.",
    "..",
    "é.日本",
    ".a.b",
]:
    path = Path(text)
    print(
        repr(path),
        path,
        path.parts,
        repr(path.name),
        repr(path.suffix),
        path.suffixes,
        repr(path.stem),
        path.parent,
        path.root,
        path.is_absolute(),
        path.as_posix(),
    )
print(
    Path("a", "b") / "c" / Path("d"),
    "x" / Path("y"),
    Path("a") / "/b",
    Path("a").joinpath("b", "c/d"),
    Path("a/b/c").parents[0],
    Path("/a/b").parents[1],
    len(Path("/a/b").parents),
    list(Path("a/b").parents),
)
print(
    Path("a/b") == Path("a//b/."),
    Path("a") == Path("b"),
    Path("a") == "a",
    Path("a") < Path("b"),
    Path("a/b") < Path("a.b"),
    sorted([Path("b"), Path("a/c"), Path("a")]),
    len({Path("a"), Path("./a")}),
    {Path("k"): 1}[Path("k")],
)
print(
    Path("a/b.txt").with_name("c"),
    Path("a/b.txt").with_suffix(".md"),
    Path("a/b").with_suffix(".x"),
    Path("a/b.c.d").with_suffix(""),
    Path("a/b.txt").with_stem("z"),
)
attempt(lambda: Path("/").with_name("x"))
attempt(lambda: Path("a").with_name("x/y"))
attempt(lambda: Path("a").with_suffix("txt"))
print(
    Path("/a/b/c").relative_to("/a"),
    Path("a/b").relative_to("a", "b"),
    Path("/a/b").is_relative_to("/a"),
    Path("/a/b").is_relative_to("/x"),
    Path("é x").absolute().as_uri()[-11:],
)
attempt(lambda: Path("/a").relative_to("/b"))
print(
    Path("a/b.py").match("*.py"),
    Path("/a/b/c.py").match("b/*.py"),
    Path("/a/b/c.py").match("/a/*.py"),
    Path("a.py").match("*.PY"),
    Path("/a.py").match("/*.py"),
)
print(
    Path.cwd().name, Path("x").absolute() == Path.cwd() / "x", Path("a/../b").resolve().name, Path("~/x").expanduser() == Path.home() / "x"
)

one = Path("one")
print(one.exists(), one.mkdir(), one.exists(), one.is_dir(), one.is_file())
attempt(one.mkdir)
attempt(lambda: Path("p/q/r").mkdir())
print(Path("p/q/r").mkdir(parents=True), Path("p/q").mkdir(parents=True, exist_ok=True), Path("p/q/r").is_dir())
print(
    (one / "a.txt").write_text("héllo\nworld\n"),
    (one / "a.txt").read_text(),
    (one / "b.bin").write_bytes(b"\x00\xff"),
    (one / "b.bin").read_bytes(),
    (one / "a.txt").stat().st_size,
)
with (one / "a.txt").open() as file:
    print(file.readlines())
with open(one / "a.txt", "a") as file:
    file.write("more")
print(open(one / "a.txt").read().split(), os.path.join(one, "x"), os.fspath(one), os.path.getsize(one / "b.bin"))
attempt(lambda: Path("none").read_text())
attempt(lambda: Path("none").unlink())
print(
    Path("none").unlink(missing_ok=True),
    (one / "t").touch(),
    (one / "t").touch(),
    (one / "t").stat().st_size,
    (one / "t").rename(one / "u"),
    (one / "u").replace("p/q/v.txt"),
)
attempt(lambda: (one / "a.txt").touch(exist_ok=False))
Path("link").symlink_to("one")
print(
    Path("link").is_symlink(),
    Path("link").readlink(),
    Path("link").samefile("one"),
    Path("link/a.txt").resolve() == (Path.cwd() / "one/a.txt"),
)
print(sorted(one.iterdir()), sorted(path.name for path in one.iterdir() if path.suffix == ".txt"))
print(
    sorted(Path(".").glob("*")),
    sorted(Path("one").glob("*.txt")),
    sorted(Path(".").glob("*/?.txt")),
    sorted(Path(".").glob("p/q/*")),
    list(Path(".").glob("none/*")),
)
print(sorted(Path(".").rglob("*.txt")), sorted(Path("p").glob("**")), sorted(Path("p").rglob("*")), sorted(Path(".").glob("one/a.txt")))

for pattern in ["*", "*.txt", "a?c", "[abc]*", "[!abc]*", "[a-c]x", "*b*b", "", "[", "[]]", "[!]]", "a*c*e", "**", "x[y", "[a-]"]:
    print(
        pattern,
        fnmatch.filter(["abc", "a.txt", "bx", "xbxb", "", "[", "]", "abcde", "x[y", "-", "é"], pattern),
        fnmatch.fnmatch("abc", pattern),
    )

for name in ["link", "one/a.txt", "one/b.bin", "p/q/v.txt"]:
    Path(name).unlink()
for name in ["one", "p/q/r", "p/q", "p"]:
    Path(name).rmdir()
print(list(folder.iterdir()))
os.chdir("/")
folder.rmdir()
