"""Writes the runtime's Unicode tables, `src/unicode/tables.rs`, from what the CPython that runs this knows."""

import sys
import unicodedata
from pathlib import Path

LIMIT = 0x110000


def is_cased(c):
    """What comes behind a cased letter is not at the start of a word."""
    return (c + "a").title()[len(c.title()) :] == "a"


def is_case_ignorable(c):
    """Whether a sigma behind a letter and this is at the end of its word, and one behind this alone is not."""
    return ("a" + c + "\u03a3").lower().endswith("\u03c2") and not is_cased(c)


def flags(code):
    """The properties of a code point, lowest bit first."""
    c = chr(code)
    tests = [
        c.isalpha(), c.isdecimal(), c.isdigit(), c.isnumeric(), c.isspace(), c.isprintable(), c.islower(), c.isupper(),
        unicodedata.category(c) == "Lt", is_cased(c), is_case_ignorable(c), c.isidentifier(), ("a" + c).isidentifier(),
    ]  # fmt: skip
    return sum(1 << bit for bit, test in enumerate(tests) if test)


def ranges(values):
    """Where runs of one value start."""
    return [(code, value) for code, value in enumerate(values) if code == 0 or values[code - 1] != value]


def runs(mapped):
    """Runs of single mappings with one difference, of every or every other code point."""
    found = []
    for code, target in sorted(mapped.items()):
        delta = target - code
        if found:
            start, count, stride, old = found[-1]
            step = code - (start + (count - 1) * stride)
            if delta == old and (step == stride or count == 1 and step in (1, 2)):
                found[-1] = (start, count + 1, step, old)
                continue
        found.append((code, 1, 1, delta))
    return found


def rows(items, per_line=8):
    """Array items in lines."""
    return "".join(f"    {' '.join(items[at : at + per_line])}\n" for at in range(0, len(items), per_line))


def main():
    """Write the tables."""
    values = [flags(code) for code in range(LIMIT)]
    sets = sorted(set(values))
    out = [f"//! Unicode {unicodedata.unidata_version}, written by `tools/unicode_tables.py`.\n"]
    found = [f"{code << 8 | sets.index(value):#x}," for code, value in ranges(values)]
    out.append(f"\n/// Sets of properties.\npub(super) static SETS: [u16; {len(sets)}] = [\n{rows([f'{value},' for value in sets], 16)}];\n")
    out.append(f"\n/// Where each run of code points starts, above the number of its set.\npub(super) static RUNS: [u32; {len(found)}] = [\n{rows(found, 12)}];\n")
    digits = [code for code in range(LIMIT) if unicodedata.decimal(chr(code), -1) == 0]
    out.append(f"\n/// The zeros of all scripts; nine more digits follow each.\npub(super) static ZEROS: [u32; {len(digits)}] = [\n{rows([f'{code:#x},' for code in digits], 12)}];\n")
    special = []
    for number, (name, mapping) in enumerate([("LOWER", str.lower), ("UPPER", str.upper), ("TITLE", str.title), ("FOLDED", str.casefold)]):
        single = {}
        for code in range(LIMIT):
            text = mapping(chr(code))
            if len(text) > 1:
                special.append((code, number, [ord(c) for c in text] + [0] * (3 - len(text))))
            elif text != chr(code):
                single[code] = ord(text)
        items = [f"({start:#x}, {count}, {stride}, {delta})," for start, count, stride, delta in runs(single)]
        out.append(f"\n/// First code point, how many, how far apart, and the difference.\npub(super) static {name}: [(u32, u16, u16, i32); {len(items)}] = [\n{rows(items, 6)}];\n")
    items = [f"({code:#x}, {number}, [{', '.join(map(hex, text))}])," for code, number, text in special]
    out.append(f"\n/// What becomes several: the code point, the mapping, and up to three.\npub(super) static SPECIAL: [(u32, u8, [u32; 3]); {len(items)}] = [\n{rows(items, 4)}];\n")
    target = Path(__file__).parent.parent / "src/unicode/tables.rs"
    target.write_text("".join(out), encoding="utf-8")
    sys.stdout.write(f"{target}: {target.stat().st_size} bytes\n")


if __name__ == "__main__":
    main()
