"""Counts the words of a text.

pyc run --release tests/bench/programs/word_count.py TEXT
"""

import sys


def count_words(path: str) -> dict[str, int]:
    counts: dict[str, int] = {}
    with open(path, encoding="utf-8") as text:
        for line in text:
            for word in line.split():
                counts[word] = counts.get(word, 0) + 1
    return counts


def main() -> None:
    if len(sys.argv) < 2:
        return
    counts = count_words(sys.argv[1])
    ranked = sorted([(-count, word) for word, count in counts.items()])
    print(len(counts), sum(counts.values()))
    for count, word in ranked[:20]:
        print(word, -count)


main()
