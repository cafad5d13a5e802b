"""The error of patterns."""


class error(Exception):
    """What is wrong with a pattern, and where."""

    msg: str
    pattern: str | None
    pos: int | None
    lineno: int | None
    colno: int | None

    def __init__(self, msg: str, pattern: str | None = None, pos: int | None = None) -> None:
        self.msg = msg
        self.pattern = pattern
        self.pos = pos
        self.lineno = None
        self.colno = None
        text = msg
        if pattern is not None and pos is not None:
            text = f"{msg} at position {pos}"
            self.lineno = pattern.count("\n", 0, pos) + 1
            self.colno = pos - pattern.rfind("\n", 0, pos)
            if "\n" in pattern:
                text = f"{text} (line {self.lineno}, column {self.colno})"
        super().__init__(text)
