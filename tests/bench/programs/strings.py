"""Builds, splits and joins strings.

pyc run --release tests/bench/programs/strings.py [COUNT]
"""

import sys


def build(count: int) -> str:
    text = ""
    for number in range(count):
        text += "item"
        text += str(number)
        text += ";"
    return text


def join(count: int) -> str:
    parts: list[str] = []
    for number in range(count):
        parts.append(f"key{number % 1000}={number}")
    return ",".join(parts)


def split(text: str) -> int:
    total = 0
    for pair in text.split(","):
        key, value = pair.split("=")
        total += len(key) * int(value) % 1000
    return total


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    built = build(count)
    print(len(built), built[-12:])
    joined = join(count)
    print(len(joined), joined[-12:])
    print(split(joined))
    words = joined.replace("=", " is ").upper().split()
    print(len(words), words[-1], "-".join(words[:5]))


main()
