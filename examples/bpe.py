"""A byte-pair tokenizer: learns merges from the beginning of a text, and takes the whole text apart with them.

    pyc run --release examples/bpe.py TEXT [MERGES]

The text is cut into words, each with the space before it. A word starts as its bytes; again and again the neighbours that were merged first when
learning are merged, until no neighbours are known.
"""

import sys

LEARN_FROM = 200_000


def words_of(text: bytes, end: int) -> list[bytes]:
    """The words of text[:end], each with the space before it."""
    words = []
    start = 0
    for i in range(1, end):
        if text[i] == 32 or text[i] == 10:
            words.append(text[start:i])
            start = i
    if start < end:
        words.append(text[start:end])
    return words


def count_pairs(words: list[list[int]], counts: list[int]) -> dict[tuple[int, int], int]:
    pairs: dict[tuple[int, int], int] = {}
    for word, count in zip(words, counts):
        for i in range(len(word) - 1):
            pair = (word[i], word[i + 1])
            pairs[pair] = pairs.get(pair, 0) + count
    return pairs


def merge(word: list[int], pair: tuple[int, int], token: int) -> None:
    """Replaces every occurrence of a pair, in place."""
    place = 0
    i = 0
    while i < len(word):
        if i + 1 < len(word) and word[i] == pair[0] and word[i + 1] == pair[1]:
            word[place] = token
            i += 2
        else:
            word[place] = word[i]
            i += 1
        place += 1
    del word[place:]


def learn(text: bytes, merges: int) -> dict[tuple[int, int], int]:
    """The tokens that pairs become, from 256 on."""
    found: dict[bytes, int] = {}
    for word in words_of(text, min(len(text), LEARN_FROM)):
        found[word] = found.get(word, 0) + 1
    words = [list(word) for word in found]
    counts = list(found.values())
    tokens: dict[tuple[int, int], int] = {}
    for token in range(256, 256 + merges):
        best = (0, 0)
        most = 1
        for pair, count in count_pairs(words, counts).items():
            if count > most or (count == most and pair < best):
                best = pair
                most = count
        if most < 2:
            break
        tokens[best] = token
        for word in words:
            merge(word, best, token)
    return tokens


def encode(word: bytes, tokens: dict[tuple[int, int], int]) -> list[int]:
    """The tokens of one word."""
    parts = list(word)
    while len(parts) > 1:
        best = 1 << 60
        where = -1
        for i in range(len(parts) - 1):
            token = tokens.get((parts[i], parts[i + 1]), -1)
            if token >= 0 and token < best:
                best = token
                where = i
        if where < 0:
            break
        parts[where] = best
        del parts[where + 1]
    return parts


def main() -> None:
    if len(sys.argv) < 2:
        print("usage: bpe.py TEXT [MERGES]")
        sys.exit(2)
    merges = int(sys.argv[2]) if len(sys.argv) > 2 else 100
    with open(sys.argv[1], "rb") as file:
        text = file.read()
    tokens = learn(text, merges)
    total = 0
    check = 0
    start = 0
    for i in range(1, len(text) + 1):
        if i == len(text) or text[i] == 32 or text[i] == 10:
            for token in encode(text[start:i], tokens):
                check = (check * 31 + token) % 1_000_000_007
                total += 1
            start = i
    print(f"{len(text)} bytes, {len(tokens)} merges, {total} tokens, check {check}")


main()
