"""Arguments that are one character."""


class Missing:
    """Stands for a default that is not given."""


def code_of(text: str, argument: str) -> int:
    """Give the code point of a text that is one character."""
    if len(text) != 1:
        raise TypeError(f"{argument} must be a unicode character, not str")
    return ord(text)
