"""Command lines, taken apart and put together as shells do it."""

__all__ = ["join", "quote", "split"]

_BLANKS = " \t\r\n"
# Besides letters and digits, what means nothing to a shell.
_SAFE = "@%+=:,./-_"


def split(s: str, comments: bool = False) -> list[str]:
    """Give the words of a command line, with the quotes and backslashes taken away.

    >>> split("cp 'my file' target\\\\ folder")
    ['cp', 'my file', 'target folder']
    """
    words: list[str] = []
    word: list[str] = []
    # Whether there is a word, which may be empty.
    is_word = False
    at = 0
    while at < len(s):
        letter = s[at]
        at += 1
        if letter in _BLANKS or (comments and letter == "#"):
            if is_word:
                words.append("".join(word))
                word = []
                is_word = False
            if letter == "#":
                end = s.find("\n", at)
                at = len(s) if end < 0 else end + 1
            continue
        is_word = True
        if letter == "\\":
            if at == len(s):
                raise ValueError("No escaped character")
            word.append(s[at])
            at += 1
        elif letter == "'" or letter == '"':
            at = _quoted(s, at, letter, word)
        else:
            word.append(letter)
    if is_word:
        words.append("".join(word))
    return words


def _quoted(s: str, at: int, quote: str, word: list[str]) -> int:
    """Take what is in quotes; give where it goes on behind them."""
    while at < len(s):
        letter = s[at]
        at += 1
        if letter == quote:
            return at
        if letter == "\\" and quote == '"':
            if at == len(s):
                raise ValueError("No escaped character")
            # Elsewhere the backslash stands for itself.
            if s[at] not in '"\\':
                word.append(letter)
            letter = s[at]
            at += 1
        word.append(letter)
    raise ValueError("No closing quotation")


def quote(s: str) -> str:
    """Give a text as one word of a command line.

    >>> quote("it's")
    '\\'it\\'"\\'"\\'s\\''
    """
    if s != "" and all([(letter.isascii() and letter.isalnum()) or letter in _SAFE for letter in s]):
        return s
    return "'" + s.replace("'", "'\"'\"'") + "'"


def join(split_command) -> str:
    """Give words as one command line."""
    return " ".join([quote(word) for word in split_command])
