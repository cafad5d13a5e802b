"""Kinds of characters."""

whitespace = " \t\n\r\v\f"
ascii_lowercase = "abcdefghijklmnopqrstuvwxyz"
ascii_uppercase = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
ascii_letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
digits = "0123456789"
hexdigits = "0123456789abcdefABCDEF"
octdigits = "01234567"
punctuation = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"
printable = (
    "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~ \t\n\r\v\f"
)


def capwords(s: str, sep: str | None = None) -> str:
    """Give the words of a text with capitals first, and one separator between them.

    >>> capwords("  hello   WORLD ")
    'Hello World'
    """
    return (" " if sep is None else sep).join([word.capitalize() for word in s.split(sep)])


class Template:
    """A text with names behind `$` that values are put in for.

    >>> Template("$who likes ${what}s").substitute(who="tim", what="kung pao")
    'tim likes kung paos'
    """

    template: str

    def __init__(self, template: str) -> None:
        self.template = template

    def substitute(self, mapping=None, /, **kws) -> str:
        """Give the text with a value for every name."""
        return _substituted(self.template, mapping, kws, False)

    def safe_substitute(self, mapping=None, /, **kws) -> str:
        """Give the text with a value for every name that has one."""
        return _substituted(self.template, mapping, kws, True)

    def is_valid(self) -> bool:
        """Say whether a name or another `$` is behind every `$`."""
        try:
            _names(self.template, False)
        except ValueError:
            return False
        return True

    def get_identifiers(self) -> list[str]:
        """Give the names, each once."""
        found: list[str] = []
        for start, end, name in _names(self.template, True):
            if name != "" and name not in found:
                found.append(name)
        return found


def _names(template: str, is_safe: bool) -> list[tuple[int, int, str]]:
    """Give the places of all names, and no name for `$$`."""
    found: list[tuple[int, int, str]] = []
    at = template.find("$")
    while at >= 0:
        if template[at + 1 : at + 2] == "$":
            found.append((at, at + 2, ""))
            at = template.find("$", at + 2)
            continue
        braced = template[at + 1 : at + 2] == "{"
        start = at + 2 if braced else at + 1
        end = start
        while end < len(template) and (template[end] == "_" or (template[end].isascii() and template[end].isalnum())):
            end += 1
        is_name = end > start and not template[start].isdecimal()
        if is_name and (not braced or template[end : end + 1] == "}"):
            found.append((at, end + 1 if braced else end, template[start:end]))
            at = template.find("$", end)
        elif is_safe:
            at = template.find("$", at + 1)
        else:
            line = template.count("\n", 0, at) + 1
            column = at - (template.rfind("\n", 0, at) + 1) + 1
            raise ValueError(f"Invalid placeholder in string: line {line}, col {column}")
    return found


def _substituted(template: str, mapping, kws, is_safe: bool) -> str:
    parts: list[str] = []
    at = 0
    for start, end, name in _names(template, is_safe):
        parts.append(template[at:start])
        at = end
        if name == "":
            parts.append("$")
        elif name in kws:
            parts.append(str(kws[name]))
        elif mapping is None:
            if not is_safe:
                raise KeyError(name)
            parts.append(template[start:end])
        elif is_safe and name not in mapping:
            parts.append(template[start:end])
        else:
            parts.append(str(mapping[name]))
    return "".join([*parts, template[at:]])
