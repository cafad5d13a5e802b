"""Writes what `unicodedata` says of characters, `src/characters/tables.rs` and `names.bin`, from what the CPython that runs this knows."""

import sys
import unicodedata
import zlib
from pathlib import Path

LIMIT = 0x110000
CATEGORIES = "Cn Lu Ll Lt Lm Lo Mn Mc Me Nd Nl No Pc Pd Ps Pe Pi Pf Po Sm Sc Sk So Zs Zl Zp Cc Cf Cs Co".split()
DIRECTIONS = ["", *"L R AL EN ES ET AN CS NSM BN B S WS ON LRE LRO RLE RLO PDF LRI RLI FSI PDI".split()]
WIDTHS = "N Na W F H A".split()
TAGS = ["", *"font noBreak initial medial final isolated circle super sub vertical wide narrow small square fraction compat".split()]


def properties(c):
    """Category, direction, width, mirrored and combining class as the bits of a number."""
    return (
        CATEGORIES.index(unicodedata.category(c))
        | DIRECTIONS.index(unicodedata.bidirectional(c)) << 5
        | WIDTHS.index(unicodedata.east_asian_width(c)) << 10
        | unicodedata.mirrored(c) << 13
        | unicodedata.combining(c) << 14
    )


def rows(items, per_line):
    """Array items in lines."""
    return "".join(f"    {' '.join(items[at : at + per_line])}\n" for at in range(0, len(items), per_line))


def array(doc, name, kind, items, per_line):
    """An array with its comment."""
    return f"\n/// {doc}\npub(super) static {name}: [{kind}; {len(items)}] = [\n{rows(items, per_line)}];\n"


def decompositions():
    """Code point, tag, and what it is made of; Hangul syllables follow a rule."""
    for code in range(LIMIT):
        written = unicodedata.decomposition(chr(code)).split()
        if written:
            tag = written.pop(0)[1:-1] if written[0].startswith("<") else ""
            yield code, TAGS.index(tag), [int(part, 16) for part in written]


def number_runs():
    """Runs of numbers that grow by one: the first code point, how many, and the first number."""
    found = []
    for code in range(LIMIT):
        value = unicodedata.numeric(chr(code), None)
        if value is None:
            continue
        if found and (start := found[-1])[0] + start[1] == code and start[2] + start[1] == value:
            start[1] += 1
        else:
            found.append([code, 1, value])
    return found


def names():
    """The names of characters that follow no rule, one a line; a number in front where code points are left out."""
    lines = []
    last = -1
    for code in range(LIMIT):
        name = unicodedata.name(chr(code), "")
        if name and name != f"CJK UNIFIED IDEOGRAPH-{code:X}" and not name.startswith("HANGUL SYLLABLE "):
            lines.append(name if code == last + 1 else f"{code:x} {name}")
            last = code
    return "\n".join(lines)


def main():
    """Write the tables."""
    values = [properties(chr(code)) for code in range(LIMIT)]
    sets = sorted(set(values))
    runs = [code << 9 | sets.index(value) for code, value in enumerate(values) if code == 0 or values[code - 1] != value]
    parts = []
    made = []
    for code, tag, written in decompositions():
        made.append(f"({code | tag << 24:#x}, {len(parts) << 5 | len(written):#x}),")
        parts.extend(written)
    composed = []
    for code, tag, written in decompositions():
        if tag == 0 and len(written) == 2 and unicodedata.normalize("NFC", chr(code)) == chr(code):
            composed.append((*written, code))
    digits = [code for code in range(LIMIT) if unicodedata.digit(chr(code), -1) != unicodedata.decimal(chr(code), -1)]
    text = f"//! Unicode {unicodedata.unidata_version}, written by `tools/character_tables.py`.\n"
    text += array("Sets of properties.", "SETS", "u32", [f"{value:#x}," for value in sets], 12)
    text += array("Where each run of code points starts, above the number of its set.", "RUNS", "u32", [f"{run:#x}," for run in runs], 12)
    text += array("What can be taken apart, with the kind above it: where its parts lie, above their number.", "TAKEN_APART", "(u32, u32)", made, 8)
    text += array("The parts.", "PARTS", "u32", [f"{part:#x}," for part in parts], 14)
    composed = [f"({first:#x}, {second:#x}, {code:#x})," for first, second, code in sorted(composed)]
    text += array("What two code points are put together to.", "PUT_TOGETHER", "(u32, u32, u32)", composed, 6)
    text += array("Digits that are not decimal, with their values.", "DIGITS", "(u32, u8)", [f"({code:#x}, {unicodedata.digit(chr(code))})," for code in digits], 10)
    numbers = [f"({code:#x}, {count}, {value!r})," for code, count, value in number_runs()]
    text += array("Runs of numbers that grow by one: the first code point, how many, and the first number.", "NUMBERS", "(u32, u8, f64)", numbers, 6)
    target = Path(__file__).parent.parent / "src/characters"
    (target / "tables.rs").write_text(text, encoding="utf-8")
    (target / "names.bin").write_bytes(zlib.compress(names().encode(), 9))
    for path in sorted(target.iterdir()):
        sys.stdout.write(f"{path}: {path.stat().st_size} bytes\n")


if __name__ == "__main__":
    main()
