"""Files whose paths match shell patterns."""

import os
from fnmatch import fnmatchcase

__all__ = ["escape", "glob", "iglob"]


def glob(pathname: str, *, recursive: bool = False, include_hidden: bool = False) -> list[str]:
    """Give the paths that match, in no order; with `recursive`, `**` stands for all folders."""
    return [path for path in paths_of(pathname, recursive, include_hidden) if path != ""]


def paths_of(pathname: str, recursive: bool, hidden: bool) -> list[str]:
    """Give the paths that match, among them the empty one where `**` stands for no folder."""
    folder, name = os.path.split(pathname)
    if not has_magic(pathname):
        found = os.path.lexists(pathname) if name != "" else os.path.isdir(folder)
        return [pathname] if found else []
    folders = [folder]
    if folder != pathname and has_magic(folder):
        folders = paths_of(folder, recursive, hidden)
    paths: list[str] = []
    for path in folders:
        for match in matches_in(path, name, recursive, hidden):
            paths.append(os.path.join(path, match))
    return paths


def iglob(pathname: str, *, recursive: bool = False, include_hidden: bool = False):
    """Give the paths that match one by one."""
    return iter(glob(pathname, recursive=recursive, include_hidden=include_hidden))


def has_magic(text: str) -> bool:
    """Say whether something is a pattern."""
    return "*" in text or "?" in text or "[" in text


def matches_in(folder: str, name: str, recursive: bool, hidden: bool) -> list[str]:
    """Give what matches a pattern in a folder."""
    if name == "**" and recursive:
        return ([""] if folder == "" or os.path.isdir(folder) else []) + below(folder, hidden)
    if not has_magic(name):
        found = os.path.isdir(folder) if name == "" else os.path.lexists(os.path.join(folder, name))
        return [name] if found else []
    shows = hidden or name.startswith(".")
    return [found for found in names_of(folder) if (shows or not found.startswith(".")) and fnmatchcase(found, name)]


def names_of(folder: str) -> list[str]:
    """Give the names in a folder, or none where it can't be read."""
    try:
        return os.listdir(folder if folder != "" else ".")
    except OSError:
        return []


def below(folder: str, hidden: bool) -> list[str]:
    """Give the names in a folder and in those in it."""
    found: list[str] = []
    for name in names_of(folder):
        if hidden or not name.startswith("."):
            found.append(name)
            path = os.path.join(folder, name)
            if os.path.isdir(path):
                found.extend([os.path.join(name, inner) for inner in below(path, hidden)])
    return found


def escape(pathname: str) -> str:
    """Give a pattern that matches a path as it is."""
    return "".join(["[" + letter + "]" if letter in "*?[" else letter for letter in pathname])
