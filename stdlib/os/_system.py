"""What the modules of the system call of C's library."""

from builtins._decode import text_from_bytes
from builtins._stream import raise_os_error
from builtins.io import path_of

from pyc import extern
from pyc._runtime import zero_terminated_size
from pyc.fixed import i32, u8, u16, u32
from pyc.unsafe import Ptr, alloc, free, int_cast, mem_copy, ptr_cast, ptr_is_null, ptr_load, ptr_offset, ptr_store


@extern("__errno_location")
def errno_location() -> Ptr[i32]:
    """Give where the number of the last error lies."""
    ...


@extern("mkdir")
def c_mkdir(path: Ptr[u8], mode: u32) -> i32:
    """Make a folder."""
    ...


@extern("rmdir")
def c_rmdir(path: Ptr[u8]) -> i32:
    """Remove an empty folder."""
    ...


@extern("unlink")
def c_unlink(path: Ptr[u8]) -> i32:
    """Remove a file."""
    ...


@extern("rename")
def c_rename(old: Ptr[u8], new: Ptr[u8]) -> i32:
    """Give a file another path."""
    ...


@extern("symlink")
def c_symlink(target: Ptr[u8], path: Ptr[u8]) -> i32:
    """Make a link."""
    ...


@extern("readlink")
def c_readlink(path: Ptr[u8], data: Ptr[u8], room: int) -> int:
    """Write where a link goes."""
    ...


@extern("chdir")
def c_chdir(path: Ptr[u8]) -> i32:
    """Go to a folder."""
    ...


@extern("chmod")
def c_chmod(path: Ptr[u8], mode: u32) -> i32:
    """Change who may do what with a file."""
    ...


@extern("access")
def c_access(path: Ptr[u8], mode: i32) -> i32:
    """Ask whether the program may do something with a file."""
    ...


@extern("getcwd")
def c_getcwd(data: Ptr[u8], room: int) -> Ptr[u8]:
    """Write the path of the folder that the program is in."""
    ...


@extern("realpath")
def c_realpath(path: Ptr[u8], data: Ptr[u8]) -> Ptr[u8]:
    """Write a path without links."""
    ...


@extern("statx")
def c_statx(folder: i32, path: Ptr[u8], flags: i32, mask: u32, data: Ptr[u8]) -> i32:
    """Write what the system knows of a file."""
    ...


@extern("opendir")
def c_opendir(path: Ptr[u8]) -> Ptr[u8]:
    """Open a folder."""
    ...


@extern("readdir")
def c_readdir(folder: Ptr[u8]) -> Ptr[u8]:
    """Give the next entry of a folder, or null."""
    ...


@extern("closedir")
def c_closedir(folder: Ptr[u8]) -> i32:
    """Close a folder."""
    ...


@extern("getpid")
def c_getpid() -> i32:
    """Give the number of the process."""
    ...


@extern("setenv")
def c_setenv(name: Ptr[u8], value: Ptr[u8], replaces: i32) -> i32:
    """Set a variable of the environment."""
    ...


@extern("unsetenv")
def c_unsetenv(name: Ptr[u8]) -> i32:
    """Remove a variable of the environment."""
    ...


@extern("utimensat")
def c_utimensat(folder: i32, path: Ptr[u8], times: Ptr[u8], flags: i32) -> i32:
    """Set when a file was used and changed; null means now."""
    ...


@extern("sysconf")
def c_sysconf(name: i32) -> int:
    """Give a property of the system."""
    ...


# Where paths begin that are not absolute: at the folder that the program is in.
HERE = -100
# `statx` does not follow a link.
NO_FOLLOW = 0x100


class CText:
    """A text with a zero byte behind it."""

    text: str
    data: Ptr[u8]

    def __init__(self, path) -> None:
        text = str(path_of(path))
        if "\0" in text:
            raise ValueError("embedded null byte")
        self.text = text
        self.data = alloc(text._size + 1)
        mem_copy(self.data, text._data, text._size)
        ptr_store(self.data, text._size, u8(0))

    def __destroy__(self) -> None:
        if not ptr_is_null(self.data):
            free(self.data)


def last_error() -> int:
    """Give the number of the last error."""
    return int_cast[int](ptr_load(errno_location(), 0))


def check(result: i32, path: CText) -> None:
    """Raise the error of a call that gave less than zero."""
    if int_cast[int](result) < 0:
        raise_os_error(last_error(), path.text)


def text_at(data: Ptr[u8]) -> str:
    """Give the text before a zero byte."""
    return text_from_bytes(data, zero_terminated_size(data))


def current_folder() -> str:
    """Give the path of the folder that the program is in."""
    data = alloc(4096)
    if ptr_is_null(c_getcwd(data, 4096)):
        free(data)
        raise_os_error(last_error(), "")
    text = text_at(data)
    free(data)
    return text


def names_in(path: str) -> list[str]:
    """Give the names in a folder, in the system's order."""
    c_path = CText(path)
    folder = c_opendir(c_path.data)
    if ptr_is_null(folder):
        raise_os_error(last_error(), path)
    names: list[str] = []
    while True:
        entry = c_readdir(folder)
        if ptr_is_null(entry):
            break
        name = text_at(ptr_offset(entry, 19))
        if name != "." and name != "..":
            names.append(name)
    c_closedir(folder)
    return names


class stat_result:
    """What the system knows of a file."""

    st_mode: int
    st_ino: int
    st_dev: int
    st_nlink: int
    st_uid: int
    st_gid: int
    st_size: int
    st_atime_ns: int
    st_mtime_ns: int
    st_ctime_ns: int

    def __init__(self, data: Ptr[u8]) -> None:
        words = ptr_cast[int](data)
        halves = ptr_cast[u32](data)
        self.st_nlink = int_cast[int](ptr_load(halves, 4))
        self.st_uid = int_cast[int](ptr_load(halves, 5))
        self.st_gid = int_cast[int](ptr_load(halves, 6))
        self.st_mode = int_cast[int](ptr_load(ptr_cast[u16](data), 14))
        self.st_ino = ptr_load(words, 4)
        self.st_size = ptr_load(words, 5)
        self.st_dev = int_cast[int](ptr_load(halves, 34)) << 8 | int_cast[int](ptr_load(halves, 35))
        self.st_atime_ns = ptr_load(words, 8) * 1000000000 + int_cast[int](ptr_load(halves, 18))
        self.st_ctime_ns = ptr_load(words, 12) * 1000000000 + int_cast[int](ptr_load(halves, 26))
        self.st_mtime_ns = ptr_load(words, 14) * 1000000000 + int_cast[int](ptr_load(halves, 30))

    @property
    def st_atime(self) -> float:
        """When the file was used last, in seconds."""
        return self.st_atime_ns / 1e9

    @property
    def st_mtime(self) -> float:
        """When the file was changed last, in seconds."""
        return self.st_mtime_ns / 1e9

    @property
    def st_ctime(self) -> float:
        """When what the system knows of the file was changed last, in seconds."""
        return self.st_ctime_ns / 1e9


def status(path: str, follows: bool) -> stat_result | None:
    """Give what the system knows of a file, or nothing where there is none."""
    if "\0" in path:
        return None
    c_path = CText(path)
    data = alloc(256)
    failed = int_cast[int](c_statx(i32(HERE), c_path.data, i32(0 if follows else NO_FOLLOW), u32(0x7FF), data)) < 0
    found = None if failed else stat_result(data)
    free(data)
    return found
