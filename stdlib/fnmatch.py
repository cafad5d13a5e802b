"""Names that match shell patterns: `*`, `?`, `[seq]` and `[!seq]`."""

__all__ = ["filter", "fnmatch", "fnmatchcase"]


def fnmatch(name: str, pat: str) -> bool:
    """Say whether a name matches a pattern.

    >>> fnmatch("report.txt", "*.t[xy]t")
    True
    """
    return fnmatchcase(name, pat)


def filter(names, pat: str) -> list[str]:
    """Give the names that match."""
    return [name for name in names if fnmatchcase(name, pat)]


def fnmatchcase(name: str, pat: str) -> bool:
    """Say whether a name matches a pattern, case included."""
    # Where to go on with the last star if what follows it does not match.
    star = -1
    resumed = 0
    place = 0
    at = 0
    while True:
        step = _step(pat, at, name[place]) if place < len(name) and at < len(pat) else 0
        if at < len(pat) and pat[at] == "*":
            star = at
            resumed = place
            at += 1
        elif step > 0:
            at += step
            place += 1
        elif place == len(name) and at == len(pat):
            return True
        elif star >= 0 and resumed < len(name):
            resumed += 1
            place = resumed
            at = star + 1
        else:
            return False


def _step(pattern: str, at: int, letter: str) -> int:
    """Give the length of the piece of the pattern that matches a letter, or 0."""
    if pattern[at] == "?":
        return 1
    if pattern[at] == "[":
        start = at + 1
        if pattern[start : start + 1] == "!":
            start += 1
        # A bracket that closes is one of the set's characters where it is the first.
        end = pattern.find("]", start + 1)
        if end > 0:
            inside = _is_among(pattern[start:end], letter)
            return end + 1 - at if inside != (pattern[at + 1] == "!") else 0
    return 1 if pattern[at] == letter else 0


def _is_among(members: str, letter: str) -> bool:
    """Say whether a letter is one of a set, which may have ranges."""
    at = 0
    while at < len(members):
        if at + 2 < len(members) and members[at + 1] == "-":
            if members[at] <= letter <= members[at + 2]:
                return True
            at += 3
        else:
            if members[at] == letter:
                return True
            at += 1
    return False
