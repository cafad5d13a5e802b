"""Counts the words of a text and prints the most frequent ones.

    pyc run examples/wordfreq.py TEXT [HOW_MANY]
"""

import sys


def words_of(line: str) -> list[str]:
    """The words of a line in lower case: runs of letters, apostrophes inside of them included."""
    words = []
    word = ""
    for c in line.lower():
        if c.isalpha() or (c == "'" and word):
            word += c
        elif word:
            words.append(word.rstrip("'"))
            word = ""
    if word:
        words.append(word.rstrip("'"))
    return words


def count_words(path: str) -> dict[str, int]:
    counts: dict[str, int] = {}
    for line in open(path, encoding="utf-8"):
        for word in words_of(line):
            counts[word] = counts.get(word, 0) + 1
    return counts


def main() -> None:
    if len(sys.argv) < 2:
        print("usage: wordfreq.py TEXT [HOW_MANY]")
        sys.exit(2)
    how_many = int(sys.argv[2]) if len(sys.argv) > 2 else 10
    counts = count_words(sys.argv[1])
    ranked = sorted([(-count, word) for word, count in counts.items()])
    print(f"{sum(counts.values())} words, {len(counts)} different")
    for count, word in ranked[:how_many]:
        print(f"{word:12} {-count:5}")


main()
