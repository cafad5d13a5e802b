"""Writes `docs/reference/library-index.md`: which of CPython's names the library has, read from its source; with `--check` only compares.

The names of a module are those of its `__all__`, or those that do not begin with an underscore and are no modules, under the CPython that runs this: 3.11.
"""

import argparse
import builtins
import importlib
import re
import sys
import types
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
STDLIB = ROOT / "stdlib"
PAGE = ROOT / "docs/reference/library-index.md"
VERSION = (3, 11)

# Types whose methods are compared, with the files that hold them: methods that several types share lie in bases.
TYPES = {
    "bytearray": ["bytearray"],
    "bytes": ["bytes"],
    "complex": ["complex"],
    "dict": ["dict"],
    "float": ["float"],
    "frozenset": ["frozenset", "_set_operations", "_set_table"],
    "int": ["int"],
    "list": ["list"],
    "range": ["range"],
    "set": ["set", "_set_operations", "_set_table"],
    "slice": ["slice"],
    "str": ["str"],
    "tuple": ["tuple", "_tuple_of"],
}

HEAD = """# Index of the library

What the library has of CPython 3.11's, name by name. Written by `tests/docs/library_index.py` from the library's source; the tests compare it. [The library](library.md) says what differs.

"""


def defined(path: Path) -> set[str]:
    """The names that the top of a module binds. The source is of a newer Python, so that `ast` can't read it."""
    text = path.read_text("utf-8")
    names = set(re.findall(r"^(?:def|class|type) (\w+)", text, re.MULTILINE))
    for targets in re.findall(r"^((?:\w+(?:: [^=\n]+)? = )+)", text, re.MULTILINE):
        names.update(re.findall(r"(\w+)(?:: [^=\n]+)? = ", targets))
    names.update(re.findall(r"^(\w+): ", text, re.MULTILINE))
    for listed in re.findall(r"^ *from \S+ import (\([^)]*\)|[^\n]*)", text, re.MULTILINE):
        names.update(part.split()[-1] for part in listed.strip("()").split(",") if part.strip())
    return names


def members(path: Path) -> set[str]:
    """The names that the classes of a module define."""
    return set(re.findall(r"^    (?:def )?(\w+)(?=[(:\[])", path.read_text("utf-8"), re.MULTILINE))


def wanted(module: types.ModuleType) -> list[str]:
    """The names of a module of CPython."""
    listed = getattr(module, "__all__", None)
    if listed is None:
        listed = [name for name in dir(module) if not name.startswith("_") and not isinstance(getattr(module, name), types.ModuleType)]
    return sorted(set(listed))


def modules() -> list[tuple[str, Path]]:
    """The library's modules with Python's names."""
    found = []
    for path in STDLIB.rglob("*.py"):
        parts = list(path.relative_to(STDLIB).with_suffix("").parts)
        if parts[-1] == "__init__":
            parts.pop()
        if parts and parts[0] not in ("builtins", "pyc") and not any(part.startswith("_") for part in parts):
            found.append((".".join(parts), path))
    return sorted(found)


def row(name: str, names: list[str], has: set[str]) -> str:
    missing = [f"`{text}`" for text in names if text not in has]
    return f"| `{name}` | {len(names) - len(missing)} of {len(names)} | {', '.join(missing)} |\n"


def page() -> str:
    text = HEAD + "## Modules\n\n| module | has | lacks |\n|---|---|---|\n"
    for name, path in modules():
        try:
            module = importlib.import_module(name)
        except ImportError:
            # A part of a package that CPython has not.
            continue
        if hasattr(module, "__all__") or name.count(".") == 0:
            text += row(name, wanted(module), defined(path))
    text += "\n## Methods of built-in types\n\n| type | has | lacks |\n|---|---|---|\n"
    for name, files in TYPES.items():
        names = [text for text in dir(getattr(builtins, name)) if not text.startswith("_")]
        text += row(name, names, set().union(*(members(STDLIB / "builtins" / f"{file}.py") for file in files)))
    return text


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="write nothing, and fail if there is something to write")
    options = parser.parse_args()
    if sys.version_info[:2] != VERSION:
        print("the index is that of CPython 3.11: 0 passed, 0 failed")
        return 0
    text = page()
    if options.check:
        same = PAGE.exists() and PAGE.read_text("utf-8") == text
        print(
            "1 passed, 0 failed" if same else "docs/reference/library-index.md is old: run tests/docs/library_index.py\n0 passed, 1 failed"
        )
        return 0 if same else 1
    PAGE.write_text(text, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
