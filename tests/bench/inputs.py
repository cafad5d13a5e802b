"""Makes the inputs of the benchmarks, the same ones every time."""

import json
import random
from collections.abc import Callable
from itertools import accumulate
from pathlib import Path

# Ignored by git.
FOLDER = Path(__file__).resolve().parent / "inputs"
CONSONANTS, VOWELS = "bcdfghjklmnprstvwz", "aeiou"
WORDS_IN_A_LINE = 12


def vocabulary(chance: random.Random, count: int) -> list[str]:
    """Pronounceable words; those that are used often, which come first, are short."""
    words: dict[str, None] = {}
    while len(words) < count:
        syllables = 1 + len(words).bit_length() // 5 + chance.randrange(2)
        words["".join(chance.choice(CONSONANTS) + chance.choice(VOWELS) + chance.choice(["", "", "n", "s"]) for _ in range(syllables))] = (
            None
        )
    return list(words)


def text(size: int) -> bytes:
    """A text whose words are as unevenly used as those of a language."""
    chance = random.Random(1)
    words = vocabulary(chance, 50_000)
    weights = list(accumulate(1 / (rank + 3) for rank in range(len(words))))
    lines, length = [], 0
    while length < size:
        line = " ".join(chance.choices(words, cum_weights=weights, k=WORDS_IN_A_LINE))
        lines.append(line)
        length += len(line) + 1
    return "\n".join(lines).encode() + b"\n"


def records(size: int) -> bytes:
    """Objects as services exchange them, in JSON."""
    chance = random.Random(2)
    words = vocabulary(chance, 5_000)
    lines, length = [], 0
    while length < size // 20:
        record = {
            "id": chance.randrange(1 << 31),
            "name": " ".join(chance.choices(words, k=3)),
            "score": round(chance.uniform(-100, 100), 3),
            "tags": chance.choices(words, k=chance.randrange(6)),
            "active": chance.random() < 0.5,
            "note": None if chance.random() < 0.5 else 'said "%s"\n' % chance.choice(words),
            "place": {"x": chance.uniform(0, 1), "y": chance.uniform(0, 1)},
        }
        line = json.dumps(record)
        lines.append(line)
        length += len(line) + 2
    block = ",\n".join(lines)
    return ("[" + ",\n".join([block] * 20) + "]\n").encode()


def path(make: Callable[[int], bytes], megabytes: int) -> str:
    """The path of an input, which is made if it is not there."""
    file = FOLDER / f"{make.__name__}-{megabytes}MB"
    if not file.exists():
        FOLDER.mkdir(exist_ok=True)
        part = file.with_suffix(".part")
        part.write_bytes(make(megabytes * 1_000_000))
        part.rename(file)
    return str(file)
