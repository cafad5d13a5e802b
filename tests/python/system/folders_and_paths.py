# Folders, files and the environment through `os`, and paths as text.
import os
import os.path
from os import path as p

folder = "/tmp/pyc-test-folders"
os.makedirs(folder, exist_ok=True)
os.chdir(folder)


def attempt(action):
    try:
        print(action())
    except (OSError, ValueError) as error:
        print(type(error).__name__, error)


PATHS = [
    "",
    "/",
    "//",
    "///",
    "a",
    "/a",
    "a/",
    "a/b",
    "/a/b/",
    "a//b",
    "./a",
    "../a",
    "a/../b",
    "/../a",
    "a/./b/..",
    "..",
    ".",
    ".bashrc",
    "a.tar.gz",
    "a.b/c",
    ".a.b",
    "..c",
    "a.",
    "//a//b",
    "///x",
    "é/日.本",
    "a/..",
]
for text in PATHS:
    print(
        repr(text), p.split(text), p.basename(text), p.dirname(text), p.splitext(text), p.isabs(text), p.normpath(text), p.splitdrive(text)
    )
print(
    p.join("a"),
    p.join("a", "b"),
    p.join("a/", "b"),
    p.join("a", "/b"),
    p.join("", "b"),
    p.join("a", ""),
    p.join("a", "b", "c/", "d"),
    p.join("/", "x"),
)
print(p.abspath("x/../y"), p.abspath("/a/./b"), p.relpath("/a/b/c", "/a/d"), p.relpath("x"), p.relpath(folder), p.relpath("/", "/a"))
print(
    p.commonprefix(["abc", "abd", "ab"]),
    repr(p.commonprefix([])),
    p.commonpath(["/a/b/c", "/a/b/d"]),
    p.commonpath(["a/b", "a/c"]),
    repr(p.commonpath(["a", "b"])),
)
attempt(lambda: p.commonpath(["/a", "b"]))
attempt(lambda: p.commonpath([]))
attempt(lambda: p.relpath(""))
os.environ["PYC_TEST"] = "value"
print(p.expandvars("$PYC_TEST/${PYC_TEST}x/$NOPE/$"), p.expanduser("~/x") == os.environ["HOME"].rstrip("/") + "/x", p.expanduser("a~"))
print(os.getenv("PYC_TEST"), os.environ.get("PYC_TEST"), "PYC_TEST" in os.environ, os.getenv("PYC_NOPE"), os.getenv("PYC_NOPE", "default"))
del os.environ["PYC_TEST"]
print(os.getenv("PYC_TEST"), os.sep, os.linesep == "\n", os.pathsep, os.curdir, os.pardir, os.extsep, os.altsep, os.devnull, os.name)

print(os.getcwd(), os.listdir(), p.realpath("."))
os.mkdir("one")
os.makedirs("two/three/four")
os.makedirs("two/three", exist_ok=True)
attempt(lambda: os.mkdir("one"))
attempt(lambda: os.makedirs("one"))
attempt(lambda: os.mkdir("none/none"))
attempt(lambda: os.rmdir("two"))
attempt(lambda: os.rmdir("none"))
attempt(lambda: os.listdir("none"))
attempt(lambda: os.chdir("none"))
attempt(lambda: os.remove("none"))
attempt(lambda: os.remove("one"))
attempt(lambda: os.rename("none", "other"))
attempt(lambda: os.stat("none"))
attempt(lambda: p.getsize("none"))
for name in ["two/a.txt", "two/three/b.txt", "two/three/four/c.txt"]:
    with open(name, "w") as file:
        file.write(name)
print(
    p.exists("two"),
    p.isdir("two"),
    p.isfile("two"),
    p.isfile("two/a.txt"),
    p.isdir("two/a.txt"),
    p.exists("none"),
    p.getsize("two/a.txt"),
    p.islink("two"),
)
status = os.stat("two/a.txt")
print(
    status.st_size,
    oct(status.st_mode & 0o170000),
    status.st_nlink,
    status.st_mtime > 1.6e9,
    p.getmtime("two/a.txt") == status.st_mtime,
    status.st_mtime_ns > 0,
    p.samefile("two", "two/../two"),
    p.samefile("one", "two"),
)
print([(top, sorted(folders), sorted(files)) for top, folders, files in os.walk("two")])
print([(top, files) for top, folders, files in os.walk("two", topdown=False)])
for top, folders, files in os.walk("."):
    if "four" in folders:
        folders.remove("four")
    print(top, sorted(folders), sorted(files))
    folders.sort()
print(sorted((entry.name, entry.path, entry.is_dir(), entry.is_file(), entry.is_symlink()) for entry in os.scandir("two")))
with os.scandir() as entries:
    print(sorted(entry.name for entry in entries), list(os.walk("none")))
os.symlink("two/a.txt", "link")
os.symlink("nowhere", "broken")
print(
    p.islink("link"),
    os.readlink("link"),
    open("link").read(),
    p.exists("broken"),
    p.lexists("broken"),
    p.realpath("link") == p.abspath("two/a.txt"),
    p.realpath("missing/x"),
    os.lstat("link").st_size,
)
os.rename("two/a.txt", "two/z.txt")
os.replace("two/z.txt", "two/three/b.txt")
print(sorted(os.listdir("two")), open("two/three/b.txt").read())
os.chmod("two/three/b.txt", 0o600)
print(
    oct(os.stat("two/three/b.txt").st_mode & 0o777),
    os.access("two/three/b.txt", os.R_OK),
    os.access("none", os.F_OK),
    os.fspath("x"),
    os.getpid() > 0,
    os.cpu_count() > 0,
    os.strerror(2),
)
os.unlink("link")
os.remove("broken")
os.remove("two/three/b.txt")
os.remove("two/three/four/c.txt")
os.removedirs("two/three/four")
os.rmdir("one")
print(os.listdir(), p.exists(folder))
attempt(lambda: os.rmdir("gone"))
os.chdir("/")
if p.exists(folder):
    os.rmdir(folder)
