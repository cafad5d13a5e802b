"""Values as text of several lines."""

from collections import ChainMap, Counter, OrderedDict, defaultdict, deque

from pyc import unroll
from pyc.unsafe import word_text

__all__ = ["PrettyPrinter", "pformat", "pp", "pprint"]


class PrettyPrinter:
    """Writes values.

    >>> PrettyPrinter(width=12).pprint({"b": [1, 2, 3], "a": 1})
    {'a': 1,
     'b': [1,
           2,
           3]}
    """

    _indent: int
    _width: int
    _depth: int | None
    _compact: bool
    _sorts: bool
    _parts: list[str]

    def __init__(
        self,
        indent: int = 1,
        width: int = 80,
        depth: int | None = None,
        *,
        compact: bool = False,
        sort_dicts: bool = True,
    ) -> None:
        if indent < 0:
            raise ValueError("indent must be >= 0")
        if depth is not None and depth <= 0:
            raise ValueError("depth must be > 0")
        if width == 0:
            raise ValueError("width must be != 0")
        self._indent = indent
        self._width = width
        self._depth = depth
        self._compact = compact
        self._sorts = sort_dicts
        self._parts = []

    def pprint(self, object) -> None:
        """Print a value."""
        print(self.pformat(object))

    def pformat(self, object) -> str:
        """Give a value as text."""
        self._parts = []
        self._format(object, 0, 0, 0)
        text = "".join(self._parts)
        self._parts = []
        return text

    # On one line

    def _flat(self, value, level: int) -> str:
        """Give a value as `repr` does, with keys in order and no more levels than are wanted."""
        depth = self._depth
        ends = depth is not None and level >= depth
        if isinstance(value, dict):
            if type(value).__name__ != "dict":
                return repr(value)
            if len(value) == 0:
                return "{}"
            if ends:
                return "{...}"
            items = [self._flat(key, level + 1) + ": " + self._flat(value[key], level + 1) for key in self._keys(value)]
            return "{" + ", ".join(items) + "}"
        elif isinstance(value, list):
            if len(value) == 0:
                return "[]"
            return "[...]" if ends else "[" + ", ".join([self._flat(item, level + 1) for item in value]) + "]"
        elif isinstance(value, tuple):
            # A tuple whose elements have names shows them.
            return repr(value) if type(value).__name__ != "tuple" else self._flat_tuple(value, level, ends)
        else:
            return repr(value)

    def _flat_tuple(self, value, level: int, ends: bool) -> str:
        if len(value) == 0:
            return "()"
        if ends:
            return "(...,)" if len(value) == 1 else "(...)"
        items: list[str] = []
        for item in unroll(value):
            items.append(self._flat(item, level + 1))
        return "(" + items[0] + ",)" if len(items) == 1 else "(" + ", ".join(items) + ")"

    def _keys(self, value):
        """Give the keys of a dictionary in the order in which they are written."""
        keys = list(value)
        if self._sorts and len(keys) > 1:
            return sorted_keys(keys)
        return keys

    # On several lines

    def _format(self, value, indent: int, allowance: int, level: int) -> None:
        """Write a value, behind which there has to be room."""
        flat = self._flat(value, level)
        if len(flat) <= self._width - indent - allowance or flat in ("set()", "frozenset()", "''"):
            self._parts.append(flat)
        elif isinstance(value, (OrderedDict, defaultdict, Counter, deque, ChainMap)):
            if len(value) == 0:
                self._parts.append(flat)
            else:
                self._collection(value, indent, allowance, level + 1)
        elif isinstance(value, dict):
            self._dict(value, flat, indent, allowance, level + 1)
        elif isinstance(value, list):
            self._items("[", "]", value, indent, allowance, level + 1)
        elif isinstance(value, tuple):
            if type(value).__name__ != "tuple":
                self._parts.append(flat)
            else:
                self._tuple(value, indent, allowance, level + 1)
        elif isinstance(value, set):
            self._items("{", "}", sorted_keys(list(value)), indent, allowance, level + 1)
        elif isinstance(value, frozenset):
            self._items("frozenset({", "})", sorted_keys(list(value)), indent, allowance, level + 1)
        elif isinstance(value, str):
            self._str(value, indent, allowance, level + 1)
        elif isinstance(value, bytes):
            self._bytes(value, indent, allowance, level + 1)
        elif hasattr(value, "_dataclass_fields"):
            if len(value._dataclass_shown()) > 0:
                self._object(value, indent, allowance, level + 1)
            else:
                self._parts.append(flat)
        else:
            self._parts.append(flat)

    def _collection(self, value, indent: int, allowance: int, level: int) -> None:
        """Write what is in brackets behind the name of a class."""
        name = type(value).__name__
        self._parts.append(name + "(")
        indent += len(name) + 1
        if isinstance(value, OrderedDict):
            self._format(list(value.items()), indent, allowance + 1, level)
        elif isinstance(value, defaultdict):
            self._parts.append(repr(value.default_factory) + ",\n" + " " * indent)
            self._entries([(key, value[key]) for key in self._keys(value)], indent, allowance + 1, level)
        elif isinstance(value, Counter):
            self._entries(value.most_common(), indent, allowance + 1, level)
        elif isinstance(value, deque):
            most = value.maxlen
            if most is None:
                self._items("[", "]", list(value), indent, allowance + 1, level)
            else:
                self._items("[", "]", list(value), indent, 1, level)
                self._parts.append(",\n" + " " * indent + f"maxlen={most}")
        elif isinstance(value, ChainMap):
            for place, mapping in enumerate(value.maps):
                is_last = place == len(value.maps) - 1
                self._format(mapping, indent, allowance + 1 if is_last else 1, level)
                if not is_last:
                    self._parts.append(",\n" + " " * indent)
        self._parts.append(")")

    def _object(self, value, indent: int, allowance: int, level: int) -> None:
        """Write the fields of an object of a dataclass."""
        name = type(value).__name__
        self._parts.append(name + "(")
        indent += len(name) + 1
        place = 0
        names = value._dataclass_shown()
        for field in unroll(names):
            place += 1
            is_last = place == len(names)
            self._parts.append(word_text(field) + "=")
            inner = indent + len(word_text(field)) + 1
            self._format(getattr(value, field), inner, allowance + 1 if is_last else 1, level)
            if not is_last:
                self._parts.append(",\n" + " " * indent)
        self._parts.append(")")

    def _dict(self, value, flat: str, indent: int, allowance: int, level: int) -> None:
        if len(value) == 0 or flat == "{...}":
            self._parts.append(flat)
            return
        self._entries([(key, value[key]) for key in self._keys(value)], indent, allowance, level)

    def _entries(self, entries, indent: int, allowance: int, level: int) -> None:
        """Write keys with their values in braces."""
        self._parts.append("{" + " " * (self._indent - 1))
        indent += self._indent
        for place, (key, value) in enumerate(entries):
            name = self._flat(key, level)
            is_last = place == len(entries) - 1
            self._parts.append(name + ": ")
            self._format(value, indent + len(name) + 2, allowance + 1 if is_last else 1, level)
            if not is_last:
                self._parts.append(",\n" + " " * indent)
        self._parts.append("}")

    def _items(self, begin: str, end: str, items, indent: int, allowance: int, level: int) -> None:
        """Write elements between brackets."""
        self._parts.append(begin)
        if begin == "frozenset({":
            indent += 10
        rows = _Rows(self, indent, allowance + len(end))
        for place, item in enumerate(items):
            rows.add(item, place == len(items) - 1, level)
        self._parts.append(end)

    def _tuple(self, items, indent: int, allowance: int, level: int) -> None:
        end = ",)" if len(items) == 1 else ")"
        self._parts.append("(")
        rows = _Rows(self, indent, allowance + len(end))
        place = 0
        for item in unroll(items):
            place += 1
            rows.add(item, place == len(items), level)
        self._parts.append(end)

    def _str(self, text: str, indent: int, allowance: int, level: int) -> None:
        if level == 1:
            indent += 1
            allowance += 1
        chunks: list[str] = []
        lines = text.splitlines(True)
        for number, line in enumerate(lines):
            is_last = number == len(lines) - 1
            width = self._width - indent
            if len(repr(line)) <= (width - allowance if is_last else width):
                chunks.append(repr(line))
                continue
            words = words_of(line)
            current = ""
            for place, word in enumerate(words):
                if place == len(words) - 1 and is_last:
                    width -= allowance
                if len(repr(current + word)) > width:
                    if current != "":
                        chunks.append(repr(current))
                    current = word
                else:
                    current += word
            if current != "":
                chunks.append(repr(current))
        if len(chunks) == 1:
            self._parts.append(repr(lines[-1]))
        else:
            self._chunks(chunks, indent, level)

    def _bytes(self, value: bytes, indent: int, allowance: int, level: int) -> None:
        if len(value) <= 4:
            self._parts.append(repr(value))
            return
        if level == 1:
            indent += 1
            allowance += 1
        chunks: list[str] = []
        width = self._width - indent
        current = b""
        for start in range(0, len(value), 4):
            part = value[start : start + 4]
            if start == len(value) // 4 * 4:
                width -= allowance
            if len(repr(current + part)) > width:
                if len(current) > 0:
                    chunks.append(repr(current))
                current = part
            else:
                current += part
        if len(current) > 0:
            chunks.append(repr(current))
        self._chunks(chunks, indent, level)

    def _chunks(self, chunks: list[str], indent: int, level: int) -> None:
        """Write pieces of a text below each other; outside of everything else in parentheses."""
        text = ("\n" + " " * indent).join(chunks)
        self._parts.append("(" + text + ")" if level == 1 else text)


class _Rows:
    """Writes elements below each other, or as many on a line as there is room for."""

    _printer: PrettyPrinter
    _indent: int
    _allowance: int
    _width: int
    _most: int
    _between: str

    def __init__(self, printer: PrettyPrinter, indent: int, allowance: int) -> None:
        self._printer = printer
        self._indent = indent + printer._indent
        self._allowance = allowance
        self._most = printer._width - self._indent + 1
        self._width = self._most
        self._between = ""
        printer._parts.append(" " * (printer._indent - 1))

    def add(self, item, is_last: bool, level: int) -> None:
        """Write an element."""
        printer = self._printer
        line = ",\n" + " " * self._indent
        if is_last:
            self._most -= self._allowance
            self._width -= self._allowance
        if printer._compact:
            flat = printer._flat(item, level)
            size = len(flat) + 2
            if self._width < size:
                self._width = self._most
                if self._between != "":
                    self._between = line
            if self._width >= size:
                self._width -= size
                printer._parts.append(self._between + flat)
                self._between = ", "
                return
        printer._parts.append(self._between)
        self._between = line
        printer._format(item, self._indent, self._allowance if is_last else 1, level)


def sorted_keys[K](keys: list[K]) -> list[K]:
    """Sort keys. If `None` is all that they can be, there is one."""
    for key in keys:
        if key is not None:
            return sorted(keys)
    return keys


def words_of(line: str) -> list[str]:
    """Take a line apart behind spaces."""
    words: list[str] = []
    start = 0
    for place in range(1, len(line)):
        if line[place - 1].isspace() and not line[place].isspace():
            words.append(line[start:place])
            start = place
    words.append(line[start:])
    return words


def pformat(
    object,
    indent: int = 1,
    width: int = 80,
    depth: int | None = None,
    *,
    compact: bool = False,
    sort_dicts: bool = True,
) -> str:
    """Give a value as text."""
    return PrettyPrinter(indent, width, depth, compact=compact, sort_dicts=sort_dicts).pformat(object)


def pprint(
    object,
    stream=None,
    indent: int = 1,
    width: int = 80,
    depth: int | None = None,
    *,
    compact: bool = False,
    sort_dicts: bool = True,
) -> None:
    """Print a value."""
    text = PrettyPrinter(indent, width, depth, compact=compact, sort_dicts=sort_dicts).pformat(object)
    print(text, file=stream)


def pp(
    object,
    stream=None,
    indent: int = 1,
    width: int = 80,
    depth: int | None = None,
    *,
    compact: bool = False,
    sort_dicts: bool = False,
) -> None:
    """Print a value, with keys in the order of the dictionary."""
    pprint(object, stream, indent, width, depth, compact=compact, sort_dicts=sort_dicts)
