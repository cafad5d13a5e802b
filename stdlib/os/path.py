"""Paths as text."""

from builtins.io import path_of

from pyc.unsafe import alloc, free, ptr_is_null

from ._system import CText, c_realpath, current_folder, last_error, raise_os_error, status, text_at

__all__ = [
    "abspath",
    "altsep",
    "basename",
    "commonpath",
    "commonprefix",
    "curdir",
    "defpath",
    "devnull",
    "dirname",
    "exists",
    "expanduser",
    "expandvars",
    "extsep",
    "getatime",
    "getctime",
    "getmtime",
    "getsize",
    "isabs",
    "isdir",
    "isfile",
    "islink",
    "join",
    "lexists",
    "normcase",
    "normpath",
    "pardir",
    "pathsep",
    "realpath",
    "relpath",
    "samefile",
    "sep",
    "split",
    "splitdrive",
    "splitext",
]

curdir: str = "."
pardir: str = ".."
extsep: str = "."
sep: str = "/"
pathsep: str = ":"
defpath: str = "/bin:/usr/bin"
altsep: str | None = None
devnull: str = "/dev/null"

DIRECTORY = 0o040000
REGULAR = 0o100000
LINK = 0o120000
KIND = 0o170000


def text_of(path) -> str:
    """Give a path as text."""
    return str(path_of(path))


# Taking apart and putting together


def join(a, *p) -> str:
    """Put a `/` between parts; an absolute part begins anew."""
    path = text_of(a)
    for part in p:
        other = text_of(part)
        if other.startswith("/"):
            path = other
        elif path == "" or path.endswith("/"):
            path += other
        else:
            path += "/" + other
    return path


def split(p) -> tuple[str, str]:
    """Give what is before the last name, and the name."""
    path = text_of(p)
    place = path.rfind("/") + 1
    head = path[:place]
    if head.strip("/") != "":
        head = head.rstrip("/")
    return head, path[place:]


def basename(p) -> str:
    """Give the last name."""
    return split(p)[1]


def dirname(p) -> str:
    """Give what is before the last name."""
    return split(p)[0]


def splitext(p) -> tuple[str, str]:
    """Take the extension off."""
    path = text_of(p)
    start = path.rfind("/") + 1
    dot = path.rfind(".")
    while start < dot and path[start] == ".":
        start += 1
    return (path[:dot], path[dot:]) if start < dot else (path, "")


def splitdrive(p) -> tuple[str, str]:
    """Give the drive, which there is none, and the rest."""
    return "", text_of(p)


def isabs(s) -> bool:
    """Say whether a path begins at the root."""
    return text_of(s).startswith("/")


def normcase(s) -> str:
    """Give the path as it is."""
    return text_of(s)


def normpath(path) -> str:
    """Leave out what changes nothing."""
    text = text_of(path)
    if text == "":
        return "."
    # Two slashes at the start are not the same as one; three are.
    root = ""
    if text.startswith("/"):
        root = "//" if text.startswith("//") and not text.startswith("///") else "/"
    names: list[str] = []
    for name in text.split("/"):
        if name == "" or name == ".":
            continue
        if name != ".." or (root == "" and len(names) == 0) or (len(names) > 0 and names[-1] == ".."):
            names.append(name)
        elif len(names) > 0:
            names.pop()
    result = root + "/".join(names)
    return "." if result == "" else result


def abspath(path) -> str:
    """Give the path from the root."""
    text = text_of(path)
    return normpath(text if text.startswith("/") else join(current_folder(), text))


def relpath(path, start=".") -> str:
    """Give the path from a folder."""
    text = text_of(path)
    if text == "":
        raise ValueError("no path specified")
    base = [name for name in abspath(start).split("/") if name != ""]
    names = [name for name in abspath(text).split("/") if name != ""]
    same = 0
    while same < len(base) and same < len(names) and base[same] == names[same]:
        same += 1
    parts = [".."] * (len(base) - same) + names[same:]
    return "/".join(parts) if len(parts) > 0 else "."


def commonprefix(m) -> str:
    """Give what all texts begin with."""
    texts = [text_of(item) for item in m]
    if len(texts) == 0:
        return ""
    first = min(texts)
    last = max(texts)
    for place, letter in enumerate(first):
        if letter != last[place]:
            return first[:place]
    return first


def commonpath(paths) -> str:
    """Give the folder that all paths are in."""
    texts = [text_of(item) for item in paths]
    if len(texts) == 0:
        raise ValueError("commonpath() arg is an empty sequence")
    absolute = texts[0].startswith("/")
    parts: list[list[str]] = []
    for text in texts:
        if text.startswith("/") != absolute:
            raise ValueError("Can't mix absolute and relative paths")
        parts.append([name for name in text.split("/") if name != "" and name != "."])
    low = min(parts)
    high = max(parts)
    same = 0
    while same < len(low) and same < len(high) and low[same] == high[same]:
        same += 1
    return ("/" if absolute else "") + "/".join(low[:same])


def expanduser(path) -> str:
    """Put the home folder in the place of `~`."""
    from . import getenv

    text = text_of(path)
    home = getenv("HOME")
    if home is None or (text != "~" and not text.startswith("~/")):
        return text
    joined = home.rstrip("/") + text[1:]
    return joined if joined != "" else "/"


def expandvars(path) -> str:
    """Put the values of variables in the places of `$name` and `${name}`."""
    from . import getenv

    text = text_of(path)
    parts: list[str] = []
    place = 0
    while place < len(text):
        dollar = text.find("$", place)
        if dollar < 0:
            break
        parts.append(text[place:dollar])
        end = dollar + 1
        name = ""
        if text[end : end + 1] == "{":
            close = text.find("}", end)
            if close > 0:
                name = text[end + 1 : close]
                end = close + 1
        else:
            while end < len(text) and (text[end] == "_" or (text[end].isascii() and text[end].isalnum())):
                end += 1
            name = text[dollar + 1 : end]
        value = getenv(name) if name != "" else None
        parts.append(text[dollar:end] if value is None else value)
        place = end
    return "".join(parts) + text[place:]


# Asking


def has_kind(path, kind: int, follows: bool = True) -> bool:
    """Say whether there is a file of some kind."""
    found = status(text_of(path), follows)
    return found is not None and found.st_mode & KIND == kind


def exists(path) -> bool:
    """Say whether there is something."""
    return status(text_of(path), True) is not None


def lexists(path) -> bool:
    """Say whether there is something, be it a link that goes nowhere."""
    return status(text_of(path), False) is not None


def isfile(path) -> bool:
    """Say whether there is a file."""
    return has_kind(path, REGULAR)


def isdir(s) -> bool:
    """Say whether there is a folder."""
    return has_kind(s, DIRECTORY)


def islink(path) -> bool:
    """Say whether there is a link."""
    return has_kind(path, LINK, False)


def getsize(filename) -> int:
    """Give the size of a file in bytes."""
    from . import stat

    return stat(filename).st_size


def getmtime(filename) -> float:
    """Say when a file was changed last."""
    from . import stat

    return stat(filename).st_mtime


def getatime(filename) -> float:
    """Say when a file was used last."""
    from . import stat

    return stat(filename).st_atime


def getctime(filename) -> float:
    """Say when what is known of a file was changed last."""
    from . import stat

    return stat(filename).st_ctime


def samefile(f1, f2) -> bool:
    """Say whether two paths lead to one file."""
    from . import stat

    one = stat(f1)
    other = stat(f2)
    return one.st_ino == other.st_ino and one.st_dev == other.st_dev


def realpath(filename, *, strict: bool = False) -> str:
    """Give the path from the root without links."""
    path = abspath(filename)
    # What is not there has no links: the folder around it may have.
    rest = ""
    while True:
        c_path = CText(path)
        data = alloc(4096)
        found = not ptr_is_null(c_realpath(c_path.data, data))
        text = text_at(data) if found else ""
        free(data)
        if found:
            return join(text, rest) if rest != "" else text
        if strict or last_error() != 2:
            raise_os_error(last_error(), path)
        head, name = split(path)
        if head == path:
            return join(path, rest)
        rest = name if rest == "" else name + "/" + rest
        path = head
