"""Takes a JSON text apart into tokens, and counts each kind of them.

pyc run --release tests/bench/programs/json_tokens.py FILE
"""

import sys

QUOTE = 34
BACKSLASH = 92
MINUS = 45


def skip_string(text: bytes, at: int) -> int:
    """The position behind the string that begins at `at`."""
    at += 1
    while text[at] != QUOTE:
        if text[at] == BACKSLASH:
            at += 1
        at += 1
    return at + 1


def is_of_number(code: int) -> bool:
    return 48 <= code <= 57 or code == 43 or code == MINUS or code == 46 or code == 69 or code == 101


def main() -> None:
    if len(sys.argv) < 2:
        return
    with open(sys.argv[1], "rb") as file:
        text = file.read()
    strings = numbers = words = marks = 0
    string_bytes = 0
    total = 0
    at = 0
    end = len(text)
    while at < end:
        code = text[at]
        if code == 32 or code == 10 or code == 13 or code == 9:
            at += 1
        elif code == QUOTE:
            behind = skip_string(text, at)
            strings += 1
            string_bytes += behind - at - 2
            at = behind
        elif code == MINUS or 48 <= code <= 57:
            value = 0
            while at < end and is_of_number(text[at]):
                if text[at] >= 48 and text[at] <= 57:
                    value = (value * 10 + text[at] - 48) & 0xFFFFFFFF
                at += 1
            numbers += 1
            total += value
        elif 97 <= code <= 122:
            while at < end and 97 <= text[at] <= 122:
                at += 1
            words += 1
        else:
            marks += 1
            at += 1
    print(strings, string_bytes, numbers, total, words, marks)


main()
