"""Paths as objects."""

import os
from builtins.io import TextFile, open_binary, path_of
from fnmatch import fnmatchcase
from os import stat_result

__all__ = ["Path"]


class Path:
    """A path of the system.

    >>> path = Path("/usr") / "lib" / "python3.tar.gz"
    >>> path.name, path.suffix, path.stem, path.parent.name
    ('python3.tar.gz', '.gz', 'python3.tar', 'lib')
    """

    # Empty in paths that do not begin at the root.
    root: str
    drive: str
    _names: list[str]

    def __init__(self, *pathsegments) -> None:
        self.root = ""
        self.drive = ""
        self._names = []
        for segment in pathsegments:
            self._add(str(path_of(segment)))

    def _add(self, text: str) -> None:
        if text.startswith("/"):
            self.root = "//" if text.startswith("//") and not text.startswith("///") else "/"
            self._names = []
        for name in text.split("/"):
            if name != "" and name != ".":
                self._names.append(name)

    def _with(self, names: list[str]) -> Path:
        """Give a path with the same root and other names."""
        path = Path()
        path.root = self.root
        path._names = names
        return path

    # As text

    def __str__(self) -> str:
        text = self.root + "/".join(self._names)
        return text if text != "" else "."

    def __fspath__(self) -> str:
        return str(self)

    def __repr__(self) -> str:
        return f"PosixPath({str(self)!r})"

    def __bytes__(self) -> bytes:
        return str(self).encode()

    def as_posix(self) -> str:
        """Give the path as text."""
        return str(self)

    def as_uri(self) -> str:
        """Give the path as an address."""
        if self.root == "":
            raise ValueError("relative path can't be expressed as a file URI")
        parts: list[str] = []
        for byte in str(self).encode():
            letter = chr(byte)
            parts.append(letter if letter.isascii() and (letter.isalnum() or letter in "/_.-~") else f"%{byte:02X}")
        return "file://" + "".join(parts)

    # Comparing

    def __eq__(self, other) -> bool:
        if isinstance(other, Path):
            return self.root == other.root and self._names == other._names
        else:
            return False

    def __hash__(self) -> int:
        return hash(str(self))

    def __lt__(self, other: Path) -> bool:
        return self.parts < other.parts

    def __le__(self, other: Path) -> bool:
        return self.parts <= other.parts

    def __gt__(self, other: Path) -> bool:
        return self.parts > other.parts

    def __ge__(self, other: Path) -> bool:
        return self.parts >= other.parts

    # Parts

    @property
    def parts(self) -> tuple[str, ...]:
        """The root, if there is one, and the names."""
        return tuple(([self.root] if self.root != "" else []) + self._names)

    @property
    def anchor(self) -> str:
        """The root."""
        return self.root

    @property
    def name(self) -> str:
        """The last name."""
        return self._names[-1] if len(self._names) > 0 else ""

    @property
    def suffix(self) -> str:
        """The last extension, with its dot."""
        name = self.name
        dot = name.rfind(".")
        return name[dot:] if 0 < dot < len(name) - 1 else ""

    @property
    def suffixes(self) -> list[str]:
        """All extensions."""
        name = self.name
        if name.endswith("."):
            return []
        return ["." + part for part in name.lstrip(".").split(".")[1:]]

    @property
    def stem(self) -> str:
        """The last name without its extension."""
        name = self.name
        return name[: len(name) - len(self.suffix)]

    @property
    def parent(self) -> Path:
        """The path without its last name."""
        return self._with(self._names[:-1])

    @property
    def parents(self) -> tuple[Path, ...]:
        """All paths around it, the nearest first."""
        return tuple([self._with(self._names[:count]) for count in range(len(self._names) - 1, -1, -1)])

    def is_absolute(self) -> bool:
        """Say whether it begins at the root."""
        return self.root != ""

    # Other paths

    def __truediv__(self, key) -> Path:
        return Path(self, key)

    def __rtruediv__(self, key) -> Path:
        return Path(key, self)

    def joinpath(self, *pathsegments) -> Path:
        """Put paths behind it."""
        path = self._with(self._names.copy())
        for segment in pathsegments:
            path._add(str(path_of(segment)))
        return path

    def with_name(self, name: str) -> Path:
        """Replace the last name."""
        if self.name == "":
            raise ValueError(f"{self!r} has an empty name")
        if name == "" or "/" in name or name == ".":
            raise ValueError(f"Invalid name {name!r}")
        return self._with(self._names[:-1] + [name])

    def with_stem(self, stem: str) -> Path:
        """Replace the last name but for its extension."""
        return self.with_name(stem + self.suffix)

    def with_suffix(self, suffix: str) -> Path:
        """Replace the last extension."""
        if "/" in suffix or (suffix != "" and not suffix.startswith(".")) or suffix == ".":
            raise ValueError(f"Invalid suffix {suffix!r}")
        if self.name == "":
            raise ValueError(f"{self!r} has an empty name")
        return self._with(self._names[:-1] + [self.stem + suffix])

    def relative_to(self, *other) -> Path:
        """Give the path from a folder that it is in."""
        base = Path(*other)
        count = len(base._names)
        if self.root != base.root or self._names[:count] != base._names:
            raise ValueError(
                f"{str(self)!r} is not in the subpath of {str(base)!r}"
                " OR one path is relative and the other is absolute."
            )
        path = Path()
        path._names = self._names[count:]
        return path

    def is_relative_to(self, *other) -> bool:
        """Say whether it is in a folder."""
        base = Path(*other)
        return self.root == base.root and self._names[: len(base._names)] == base._names

    def match(self, path_pattern: str) -> bool:
        """Say whether its last names match a pattern, or all if the pattern begins at the root."""
        pattern = Path(path_pattern)
        if len(pattern._names) == 0:
            raise ValueError("empty pattern")
        count = len(pattern._names)
        if pattern.root != "" and (pattern.root != self.root or len(self._names) != count):
            return False
        if len(self._names) < count:
            return False
        for at in range(count):
            if not fnmatchcase(self._names[len(self._names) - count + at], pattern._names[at]):
                return False
        return True

    def absolute(self) -> Path:
        """Give the path from the root."""
        return self if self.root != "" else Path(os.getcwd(), self)

    def resolve(self, strict: bool = False) -> Path:
        """Give the path from the root, without links and `..`."""
        return Path(os.path.realpath(self, strict=strict))

    def expanduser(self) -> Path:
        """Put the home folder in the place of `~`."""
        return Path(os.path.expanduser(self))

    @staticmethod
    def cwd() -> Path:
        """Give the folder that the program is in."""
        return Path(os.getcwd())

    @staticmethod
    def home() -> Path:
        """Give the user's folder."""
        return Path(os.path.expanduser("~"))

    # Asking

    def exists(self) -> bool:
        """Say whether there is something."""
        return os.path.exists(self)

    def is_file(self) -> bool:
        """Say whether there is a file."""
        return os.path.isfile(self)

    def is_dir(self) -> bool:
        """Say whether there is a folder."""
        return os.path.isdir(self)

    def is_symlink(self) -> bool:
        """Say whether there is a link."""
        return os.path.islink(self)

    def stat(self) -> stat_result:
        """Give what the system knows of the file."""
        return os.stat(self)

    def lstat(self) -> stat_result:
        """Give what the system knows of the file or the link."""
        return os.lstat(self)

    def samefile(self, other_path) -> bool:
        """Say whether another path leads to the same file."""
        return os.path.samefile(self, other_path)

    def readlink(self) -> Path:
        """Give where a link goes."""
        return Path(os.readlink(self))

    # Files

    def open(
        self,
        mode: str = "r",
        buffering: int = -1,
        encoding: str | None = None,
        errors: str | None = None,
        newline: str | None = None,
    ) -> TextFile:
        """Open a file of text. Files of bytes are opened by `open`, the function."""
        return open(str(self), mode, buffering, encoding, errors, newline)

    def read_text(self, encoding: str | None = None, errors: str | None = None) -> str:
        """Give what is in a file of text."""
        with self.open("r", -1, encoding, errors) as file:
            return file.read()

    def read_bytes(self) -> bytes:
        """Give what is in a file."""
        with open_binary(str(self), "rb") as file:
            return file.read()

    def write_text(
        self, data: str, encoding: str | None = None, errors: str | None = None, newline: str | None = None
    ) -> int:
        """Make a file of a text."""
        with self.open("w", -1, encoding, errors, newline) as file:
            return file.write(data)

    def write_bytes(self, data) -> int:
        """Make a file of bytes."""
        with open_binary(str(self), "wb") as file:
            return file.write(data)

    def touch(self, mode: int = 0o666, exist_ok: bool = True) -> None:
        """Make an empty file if there is none."""
        self.open("a" if exist_ok else "x").close()

    def unlink(self, missing_ok: bool = False) -> None:
        """Remove a file."""
        try:
            os.remove(self)
        except FileNotFoundError:
            if not missing_ok:
                raise

    def rename(self, target) -> Path:
        """Give the file another path."""
        os.rename(self, target)
        return Path(target)

    def replace(self, target) -> Path:
        """Give the file another path, in the place of what is there."""
        os.replace(self, target)
        return Path(target)

    def symlink_to(self, target) -> None:
        """Make a link."""
        os.symlink(target, self)

    def chmod(self, mode: int) -> None:
        """Change who may do what with the file."""
        os.chmod(self, mode)

    # Folders

    def mkdir(self, mode: int = 0o777, parents: bool = False, exist_ok: bool = False) -> None:
        """Make a folder, and those that it is in if they are wanted."""
        try:
            os.mkdir(self, mode)
        except FileNotFoundError:
            if not parents or len(self._names) < 2:
                raise
            self.parent.mkdir(0o777, True, True)
            self.mkdir(mode, False, exist_ok)
        except OSError:
            if not exist_ok or not self.is_dir():
                raise

    def rmdir(self) -> None:
        """Remove an empty folder."""
        os.rmdir(self)

    def iterdir(self):
        """Give what is in a folder, in no order."""
        for name in os.listdir(self):
            yield self / name

    def glob(self, pattern: str):
        """Give what matches a pattern in the folder; `**` stands for all folders in it."""
        wanted = Path(pattern)
        if wanted.root != "":
            raise NotImplementedError("Non-relative patterns are unsupported")
        if len(wanted._names) == 0:
            raise ValueError(f"Unacceptable pattern: {pattern!r}")
        found: list[Path] = []
        seen: set[str] = set()
        self._select(wanted._names, found, seen)
        yield from found

    def rglob(self, pattern: str):
        """Give what matches a pattern in the folder and in all folders in it."""
        yield from self.glob("**/" + pattern)

    def _select(self, names: list[str], found: list[Path], seen: set[str]) -> None:
        """Collect what matches names that are left."""
        if len(names) == 0:
            if str(self) not in seen:
                seen.add(str(self))
                found.append(self)
            return
        if names[0] == "**":
            self._select(names[1:], found, seen)
            for inner in self._folders():
                inner._select(names, found, seen)
            return
        if "*" not in names[0] and "?" not in names[0] and "[" not in names[0]:
            if os.path.exists(self / names[0]):
                (self / names[0])._select(names[1:], found, seen)
            return
        if not self.is_dir():
            return
        for name in os.listdir(self):
            if fnmatchcase(name, names[0]) and (len(names) == 1 or (self / name).is_dir()):
                (self / name)._select(names[1:], found, seen)

    def _folders(self) -> list[Path]:
        """Give the folders in the folder, links left out."""
        if not self.is_dir():
            return []
        inner = [self / name for name in os.listdir(self)]
        return [path for path in inner if path.is_dir() and not path.is_symlink()]
