"""What matches are replaced by."""

from ._error import error
from ._match import Match
from ._program import Program
from ._texts import joined


class Template[T]:
    """A text with references to groups."""

    # The text before each reference, and behind the last.
    texts: list[T]
    groups: list[int]

    def __init__(self, template: T, program: Program) -> None:
        self.texts = []
        self.groups = []
        reader = TemplateReader(template if isinstance(template, str) else template.decode("latin-1"), program)
        reader.read()
        self.groups = reader.groups
        for text in reader.texts:
            self.texts.append(text if isinstance(template, str) else text.encode("latin-1"))

    def filled(self, found: Match[T]) -> T:
        """Put in what groups have matched."""
        if len(self.groups) == 0:
            return self.texts[0]
        parts: list[T] = [self.texts[0]]
        for index, group in enumerate(self.groups):
            matched = found._part(group)
            if matched is not None:
                parts.append(matched)
            parts.append(self.texts[index + 1])
        return joined(found.string, parts)


class TemplateReader:
    """Takes a template apart."""

    texts: list[str]
    groups: list[int]
    _template: str
    _program: Program
    _text: list[str]
    _index: int

    def __init__(self, template: str, program: Program) -> None:
        self.texts = []
        self.groups = []
        self._template = template
        self._program = program
        self._text = []
        self._index = 0

    def read(self) -> None:
        """Read it all."""
        template = self._template
        while True:
            slash = template.find("\\", self._index)
            if slash < 0:
                break
            self._text.append(template[self._index : slash])
            self._index = slash + 2
            if self._index > len(template):
                raise error("bad escape (end of pattern)", template, slash)
            self._escape(template[slash + 1], slash)
        self._text.append(template[self._index :])
        self.texts.append("".join(self._text))

    def _escape(self, letter: str, start: int) -> None:
        template = self._template
        if letter == "g":
            if template[self._index : self._index + 1] != "<":
                raise error("missing <", template, self._index)
            close = template.find(">", self._index + 1)
            name = template[self._index + 1 : len(template) if close < 0 else close]
            if name == "":
                raise error("missing group name", template, self._index + 1)
            if close < 0:
                raise error("missing >, unterminated name", template, self._index + 1)
            self._reference(self._group(name, self._index + 1), self._index + 1)
            self._index = close + 1
        elif letter == "0":
            digits = self._digits("01234567", 2)
            self._text.append(chr(int("0" + digits, 8)))
        elif letter in "123456789":
            self._number(letter, start)
        elif letter in "abfnrtv":
            self._text.append("\a\b\f\n\r\t\v"["abfnrtv".index(letter)])
        elif letter == "\\":
            self._text.append("\\")
        elif letter.isascii() and letter.isalpha():
            raise error("bad escape \\" + letter, template, start)
        else:
            self._text.append("\\" + letter)

    def _digits(self, allowed: str, most: int) -> str:
        start = self._index
        while (
            self._index < len(self._template) and self._index - start < most and self._template[self._index] in allowed
        ):
            self._index += 1
        return self._template[start : self._index]

    def _number(self, letter: str, start: int) -> None:
        digits = letter + self._digits("0123456789", 1)
        if len(digits) == 2 and letter in "01234567" and digits[1] in "01234567":
            digits += self._digits("01234567", 1)
            if len(digits) == 3:
                code = int(digits, 8)
                if code > 255:
                    raise error(f"octal escape value \\{digits} outside of range 0-0o377", self._template, start)
                self._text.append(chr(code))
                return
        self._reference(int(digits), start + 1)

    def _group(self, name: str, place: int) -> int:
        if name.isidentifier():
            found = self._program.names.get(name)
            if found is None:
                raise IndexError(f"unknown group name {name!r}")
            return found
        number = -1
        try:
            number = int(name)
        except ValueError:
            pass
        if number < 0:
            raise error(f"bad character in group name {name!r}", self._template, place)
        return number

    def _reference(self, group: int, place: int) -> None:
        if group > self._program.groups:
            raise error(f"invalid group reference {group}", self._template, place)
        self.texts.append("".join(self._text))
        self._text = []
        self.groups.append(group)
