"""Writes the tables of letters that are the same in both cases, `src/regex/cases/tables.rs`, from what the CPython that runs this knows."""

import sys
import unicodedata
from pathlib import Path


def rows(items, per_line):
    """Array items in lines."""
    return "".join(f"    {' '.join(items[at : at + per_line])}\n" for at in range(0, len(items), per_line))


def main():
    """Write the tables."""
    letters = [chr(code) for code in range(0x110000)]
    lowered = [(c, c.lower()[0]) for c in letters if c.lower()[0] != c]
    by_upper = {}
    for c in letters:
        if c.islower() and c.lower() == c:
            by_upper.setdefault(c.upper(), []).append(c)
    alike = [group for group in by_upper.values() if len(group) > 1]
    pairs = [f"({ord(c):#x}, {ord(lower):#x})," for c, lower in lowered]
    groups = [f"&[{', '.join(f'{ord(c):#x}' for c in group)}]," for group in alike]
    target = Path(__file__).parent.parent / "src/regex/cases/tables.rs"
    text = f"//! Unicode {unicodedata.unidata_version}, written by `tools/case_tables.py`.\n"
    text += "\n/// Letters that are not lower-case, and their lower-case forms of one code point.\n"
    text += f"pub(super) static LOWERED: [(u32, u32); {len(pairs)}] = [\n{rows(pairs, 8)}];\n"
    text += "\n/// Lower-case letters with one upper-case form.\n"
    text += f"pub(super) static ALIKE: [&[u32]; {len(groups)}] = [\n{rows(groups, 6)}];\n"
    target.write_text(text, encoding="utf-8")
    sys.stdout.write(f"{target}: {target.stat().st_size} bytes\n")


if __name__ == "__main__":
    main()
