"""A module whose top does something, with state in its variables."""

import sys

print("the top runs as", __name__)
counter = 0
words: list[str] = []


def count() -> int:
    global counter
    counter += 1
    return counter


def remember(word: str) -> list[str]:
    words.append(word)
    return words


def say(text: str) -> None:
    print(text)


def say_and_fail(text: str) -> None:
    print(text)
    raise ValueError(text)


def arguments() -> int:
    return len(sys.argv)
