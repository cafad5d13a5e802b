"""The system: files, folders, the environment and the process."""

from builtins._stream import describe_error, raise_os_error
from builtins.io import path_of

from pyc._runtime import file_flush
from pyc.fixed import i32, u32
from pyc.unsafe import alloc, free, int_cast, ptr_cast, ptr_null

from . import path
from ._system import (
    HERE,
    CText,
    c_access,
    c_chdir,
    c_chmod,
    c_getpid,
    c_mkdir,
    c_readlink,
    c_rename,
    c_rmdir,
    c_setenv,
    c_symlink,
    c_sysconf,
    c_unlink,
    c_unsetenv,
    check,
    current_folder,
    last_error,
    names_in,
    stat_result,
    status,
    text_from_bytes,
)
from .path import altsep, curdir, defpath, devnull, extsep, pardir, pathsep, sep

name: str = "posix"
linesep: str = "\n"
F_OK: int = 0
R_OK: int = 4
W_OK: int = 2
X_OK: int = 1
SEEK_SET: int = 0
SEEK_CUR: int = 1
SEEK_END: int = 2

# The environment


class _Environ(dict[str, str]):
    """The variables of the environment."""

    def __setitem__(self, key: str, value: str) -> None:
        c_key = CText(key)
        c_value = CText(value)
        c_setenv(c_key.data, c_value.data, i32(1))
        super().__setitem__(key, value)

    def __delitem__(self, key: str) -> None:
        super().__delitem__(key)
        c_key = CText(key)
        c_unsetenv(c_key.data)

    def __repr__(self) -> str:
        return "environ(" + super().__repr__() + ")"


def _read_environment() -> _Environ:
    variables = _Environ()
    with open("/proc/self/environ", "rb") as file:
        for entry in file.read().split(b"\0"):
            key, equals, value = entry.partition(b"=")
            if len(equals) > 0:
                variables[key.decode()] = value.decode()
    return variables


environ: _Environ = _read_environment()


def getenv(key: str, default: str | None = None) -> str | None:
    """Give a variable of the environment."""
    return environ.get(key, default)


def putenv(key: str, value: str) -> None:
    """Set a variable of the environment for programs that are started."""
    environ[key] = value


def unsetenv(key: str) -> None:
    """Remove a variable of the environment."""
    environ.pop(key, "")


# Folders


def getcwd() -> str:
    """Give the folder that the program is in."""
    return current_folder()


def chdir(path) -> None:
    """Go to a folder."""
    c_path = CText(path)
    check(c_chdir(c_path.data), c_path)


def listdir(path=".") -> list[str]:
    """Give the names in a folder, in no order."""
    return names_in(fspath(path))


def mkdir(path, mode: int = 0o777) -> None:
    """Make a folder."""
    c_path = CText(path)
    check(c_mkdir(c_path.data, u32(mode)), c_path)


def makedirs(name, mode: int = 0o777, exist_ok: bool = False) -> None:
    """Make a folder, and those that it is in."""
    text = fspath(name)
    head, tail = path.split(text)
    if tail == "":
        head, tail = path.split(head)
    if head != "" and tail != "" and not path.exists(head):
        makedirs(head, 0o777, True)
    if tail == ".":
        return
    try:
        mkdir(text, mode)
    except OSError:
        if not exist_ok or not path.isdir(text):
            raise


def rmdir(path) -> None:
    """Remove an empty folder."""
    c_path = CText(path)
    check(c_rmdir(c_path.data), c_path)


def removedirs(name) -> None:
    """Remove an empty folder, and those around it that are empty then."""
    text = fspath(name)
    rmdir(text)
    head, tail = path.split(text.rstrip("/"))
    while head != "" and tail != "":
        try:
            rmdir(head)
        except OSError:
            return
        head, tail = path.split(head)


class DirEntry:
    """A name in a folder."""

    name: str
    path: str

    def __init__(self, name: str, path: str) -> None:
        self.name = name
        self.path = path

    def is_dir(self, *, follow_symlinks: bool = True) -> bool:
        """Say whether it is a folder."""
        return path.has_kind(self.path, path.DIRECTORY, follow_symlinks)

    def is_file(self, *, follow_symlinks: bool = True) -> bool:
        """Say whether it is a file."""
        return path.has_kind(self.path, path.REGULAR, follow_symlinks)

    def is_symlink(self) -> bool:
        """Say whether it is a link."""
        return path.islink(self.path)

    def stat(self, *, follow_symlinks: bool = True) -> stat_result:
        """Give what the system knows of it."""
        return stat(self.path) if follow_symlinks else lstat(self.path)

    def __fspath__(self) -> str:
        return self.path

    def __repr__(self) -> str:
        return f"<DirEntry {self.name!r}>"


class _Scan:
    """The entries of a folder."""

    _entries: list[DirEntry]
    _place: int

    def __init__(self, folder: str) -> None:
        self._entries = [DirEntry(name, path.join(folder, name)) for name in names_in(folder)]
        self._place = 0

    def __iter__(self) -> _Scan:
        return self

    def __has_next__(self) -> bool:
        return self._place < len(self._entries)

    def __next__(self) -> DirEntry:
        self._place += 1
        return self._entries[self._place - 1]

    def close(self) -> None:
        """Forget the entries."""
        self._place = len(self._entries)

    def __enter__(self) -> _Scan:
        return self

    def __exit__(self, kind, value, traceback) -> None:
        self.close()


def scandir(path=".") -> _Scan:
    """Give the entries of a folder, in no order."""
    return _Scan(fspath(path))


def walk(top, topdown: bool = True):
    """Give each folder in and below `top`, with the names of the folders and of the files in it."""
    yield from _walk(fspath(top), topdown)


def _walk(top: str, topdown: bool):
    folders: list[str] = []
    files: list[str] = []
    try:
        for name in names_in(top):
            if path.isdir(path.join(top, name)):
                folders.append(name)
            else:
                files.append(name)
    except OSError:
        return
    if topdown:
        yield (top, folders, files)
    for name in folders:
        inner = path.join(top, name)
        if not path.islink(inner):
            yield from _walk(inner, topdown)
    if not topdown:
        yield (top, folders, files)


# Files


def remove(path) -> None:
    """Remove a file."""
    c_path = CText(path)
    check(c_unlink(c_path.data), c_path)


def unlink(path) -> None:
    """Remove a file."""
    remove(path)


def rename(src, dst) -> None:
    """Give a file or a folder another path."""
    old = CText(src)
    new = CText(dst)
    if int_cast[int](c_rename(old.data, new.data)) < 0:
        try:
            raise_os_error(last_error(), old.text)
        except OSError as problem:
            problem.filename2 = new.text
            raise


def replace(src, dst) -> None:
    """Give a file another path, in the place of a file that is there."""
    rename(src, dst)


def symlink(src, dst) -> None:
    """Make a link."""
    target = CText(src)
    c_path = CText(dst)
    check(c_symlink(target.data, c_path.data), c_path)


def readlink(path) -> str:
    """Give where a link goes."""
    c_path = CText(path)
    data = alloc(4096)
    size = c_readlink(c_path.data, data, 4096)
    text = text_from_bytes(data, max(size, 0))
    free(data)
    if size < 0:
        raise_os_error(last_error(), c_path.text)
    return text


def chmod(path, mode: int) -> None:
    """Change who may do what with a file."""
    c_path = CText(path)
    check(c_chmod(c_path.data, u32(mode)), c_path)


def access(path, mode: int) -> bool:
    """Say whether the program may do something with a file."""
    c_path = CText(path)
    return int_cast[int](c_access(c_path.data, i32(mode))) == 0


def stat(path) -> stat_result:
    """Give what the system knows of a file."""
    text = fspath(path)
    found = status(text, True)
    if found is None:
        raise_os_error(last_error(), text)
    return found


def lstat(path) -> stat_result:
    """Give what the system knows of a file or of a link."""
    text = fspath(path)
    found = status(text, False)
    if found is None:
        raise_os_error(last_error(), text)
    return found


def fspath(path) -> str:
    """Give a path as text."""
    return str(path_of(path))


# The process


def getpid() -> int:
    """Give the number of the process."""
    return int_cast[int](c_getpid())


def cpu_count() -> int | None:
    """Give the number of processors."""
    return c_sysconf(i32(84))


def strerror(code: int) -> str:
    """Give the system's text for an error number."""
    return describe_error(code)
