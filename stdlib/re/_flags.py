"""What patterns mean, in bits."""

from enum import IntFlag


class RegexFlag(IntFlag):
    """What a pattern means."""

    NOFLAG = 0
    ASCII = 256
    IGNORECASE = 2
    LOCALE = 4
    UNICODE = 32
    MULTILINE = 8
    DOTALL = 16
    VERBOSE = 64

    def __repr__(self) -> str:
        return "0" if self.value == 0 else flags_text(self.value)

    def __str__(self) -> str:
        return self.__repr__()


def flags_text(flags: int) -> str:
    """Show flags as a program writes them."""
    names: list[str] = []
    for bit, name in [
        (2, "IGNORECASE"),
        (4, "LOCALE"),
        (8, "MULTILINE"),
        (16, "DOTALL"),
        (32, "UNICODE"),
        (64, "VERBOSE"),
        (256, "ASCII"),
    ]:
        if flags & bit != 0:
            names.append("re." + name)
    return "|".join(names)
