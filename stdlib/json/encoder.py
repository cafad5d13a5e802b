"""Values → texts in JSON."""

from builtins._text import TextBuilder, encoded_size
from enum import IntEnum, IntFlag, StrEnum

from pyc import unroll


class Style:
    """How values are written."""

    ensure_ascii: bool
    allow_nan: bool
    skip_keys: bool
    sort_keys: bool
    # What a level is indented by; nothing for texts of one line.
    indent: str | None
    item_separator: str
    key_separator: str

    def __init__(
        self, ensure_ascii: bool, allow_nan: bool, skip_keys: bool, sort_keys: bool, indent, separators
    ) -> None:
        self.ensure_ascii = ensure_ascii
        self.allow_nan = allow_nan
        self.skip_keys = skip_keys
        self.sort_keys = sort_keys
        self.indent = None
        if isinstance(indent, str):
            self.indent = indent
        elif isinstance(indent, int):
            self.indent = " " * indent
        self.item_separator = ", " if self.indent is None else ","
        self.key_separator = ": "
        if separators is not None:
            self.item_separator = separators[0]
            self.key_separator = separators[1]


class Writer[D]:
    """Writes a text. `default` gives what stands for an object of another type."""

    _style: Style
    _default: D
    _text: TextBuilder
    _level: int

    def __init__(self, style: Style, default: D) -> None:
        self._style = style
        self._default = default
        self._text = TextBuilder()
        self._level = 0

    def finish(self) -> str:
        """Give what was written."""
        return self._text.finish()

    def value(self, value) -> None:
        """Write a value."""
        if isinstance(value, str):
            self._text.append(quoted(value, self._style.ensure_ascii))
        elif value is None:
            self._text.append("null")
        elif isinstance(value, bool):
            self._text.append("true" if value else "false")
        elif isinstance(value, int):
            self._text.append(repr(int(value)))
        elif isinstance(value, float):
            self._text.append(self._number(value))
        elif isinstance(value, dict):
            self._object(value)
        elif isinstance(value, list):
            self._array(value)
        elif isinstance(value, tuple):
            self._tuple(value)
        elif isinstance(value, (IntEnum, IntFlag)):
            self._text.append(repr(int(value)))
        elif isinstance(value, StrEnum):
            self._text.append(quoted(str(value), self._style.ensure_ascii))
        else:
            self._other(value)

    def _other(self, value) -> None:
        default = self._default
        if default is None:
            raise TypeError(f"Object of type {type(value).__name__} is not JSON serializable")
        else:
            self.value(default(value))

    def _number(self, value: float) -> str:
        if value - value == 0.0:
            return repr(value)
        if not self._style.allow_nan:
            raise ValueError("Out of range float values are not JSON compliant")
        if value != value:
            return "NaN"
        return "Infinity" if value > 0.0 else "-Infinity"

    def _line(self) -> None:
        """Begin a line, if there are several."""
        indent = self._style.indent
        if indent is not None:
            self._text.append("\n" + indent * self._level)

    def _begin(self, bracket: str) -> None:
        self._text.append(bracket)
        self._level += 1
        self._line()

    def _end(self, bracket: str) -> None:
        self._level -= 1
        self._line()
        self._text.append(bracket)

    def _next(self) -> None:
        self._text.append(self._style.item_separator)
        self._line()

    def _array(self, items) -> None:
        if len(items) == 0:
            self._text.append("[]")
            return
        self._begin("[")
        is_first = True
        for item in items:
            if not is_first:
                self._next()
            is_first = False
            self.value(item)
        self._end("]")

    def _tuple(self, items) -> None:
        if len(items) == 0:
            self._text.append("[]")
            return
        self._begin("[")
        is_first = True
        for item in unroll(items):
            if not is_first:
                self._next()
            is_first = False
            self.value(item)
        self._end("]")

    def _object(self, items) -> None:
        if len(items) == 0:
            self._text.append("{}")
            return
        is_first = True
        for key in in_order(list(items)) if self._style.sort_keys else list(items):
            name = self._key(key)
            if name is None:
                continue
            if is_first:
                self._begin("{")
            else:
                self._next()
            is_first = False
            self._text.append(quoted(name, self._style.ensure_ascii))
            self._text.append(self._style.key_separator)
            self.value(items[key])
        if is_first:
            self._begin("{")
        self._end("}")

    def _key(self, key) -> str | None:
        """Give a key as text, or nothing if it is left out."""
        if isinstance(key, str):
            return key
        elif key is None:
            return "null"
        elif isinstance(key, bool):
            return "true" if key else "false"
        elif isinstance(key, int):
            return repr(int(key))
        elif isinstance(key, float):
            return self._number(key)
        elif self._style.skip_keys:
            return None
        else:
            raise TypeError(f"keys must be str, int, float, bool or None, not {type(key).__name__}")


def in_order[K](keys: list[K]) -> list[K]:
    """Sort keys. If `None` is all that they can be, there is one."""
    for key in keys:
        if key is not None:
            return sorted(keys)
    return keys


def quoted(text: str, ensure_ascii: bool) -> str:
    """Give a string in quotes."""
    result = TextBuilder()
    result.append_byte(34)
    place = 0
    start = 0
    while place < text._size:
        code = text._code_at(place)
        size = encoded_size(code)
        if code < 32 or code == 34 or code == 92 or (ensure_ascii and code > 126):
            result.append(text._part(start, place))
            result.append(escaped(code))
            start = place + size
        place += size
    result.append(text._part(start, place))
    result.append_byte(34)
    return result.finish()


def escaped(code: int) -> str:
    """Give a character behind a backslash."""
    if code == 34:
        return '\\"'
    if code == 92:
        return "\\\\"
    if code == 10:
        return "\\n"
    if code == 13:
        return "\\r"
    if code == 9:
        return "\\t"
    if code == 12:
        return "\\f"
    if code == 8:
        return "\\b"
    if code < 0x10000:
        return f"\\u{code:04x}"
    rest = code - 0x10000
    return f"\\u{0xD800 | rest >> 10:04x}\\u{0xDC00 | rest & 0x3FF:04x}"
