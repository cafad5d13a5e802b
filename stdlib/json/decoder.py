"""Texts in JSON → values."""

from builtins._text import TextBuilder, load_byte

from ._values import Json, _Dict, _List


class JSONDecodeError(ValueError):
    """What is wrong with a text, and where."""

    msg: str
    doc: str
    pos: int
    lineno: int
    colno: int

    def __init__(self, msg: str, doc: str, pos: int) -> None:
        self.msg = msg
        self.doc = doc
        self.pos = pos
        self.lineno = doc.count("\n", 0, pos) + 1
        self.colno = pos - doc.rfind("\n", 0, pos)
        super().__init__(f"{msg}: line {self.lineno} column {self.colno} (char {pos})")


class Reader:
    """Goes through a text. Places are counted in bytes."""

    text: str
    place: int

    def __init__(self, text: str) -> None:
        self.text = text
        self.place = 0

    def fail(self, message: str, place: int):
        """Raise an error."""
        raise JSONDecodeError(message, self.text, len(self.text._part(0, place)))

    def peek(self) -> int:
        """Give the next byte, or -1 at the end."""
        return load_byte(self.text._data, self.place) if self.place < self.text._size else -1

    def skip_spaces(self) -> None:
        """Go to what is no space."""
        while self.place < self.text._size:
            byte = load_byte(self.text._data, self.place)
            if byte != 32 and byte != 10 and byte != 9 and byte != 13:
                return
            self.place += 1

    def value(self) -> Json:
        """Read what begins here."""
        byte = self.peek()
        if byte == 34:
            return self.string()
        if byte == 123:
            return self.object()
        if byte == 91:
            return self.array()
        if byte == 45 or 48 <= byte <= 57:
            return self.number()
        if self.accept("true"):
            return True
        if self.accept("false"):
            return False
        if self.accept("null"):
            return None
        if self.accept("NaN"):
            return float("nan")
        if self.accept("Infinity"):
            return float("inf")
        self.fail("Expecting value", self.place)

    def accept(self, word: str) -> bool:
        """Go over a word if it is next."""
        for index in range(word._size):
            if self.place + index >= self.text._size:
                return False
            if load_byte(self.text._data, self.place + index) != load_byte(word._data, index):
                return False
        self.place += word._size
        return True

    def array(self) -> _List:
        """Read a list."""
        items = _List()
        self.place += 1
        self.skip_spaces()
        if self.peek() == 93:
            self.place += 1
            return items
        while True:
            items.append(self.value())
            self.skip_spaces()
            byte = self.peek()
            if byte == 93:
                self.place += 1
                return items
            if byte != 44:
                self.fail("Expecting ',' delimiter", self.place)
            self.place += 1
            self.skip_spaces()

    def object(self) -> _Dict:
        """Read a dictionary."""
        items = _Dict()
        self.place += 1
        self.skip_spaces()
        if self.peek() == 125:
            self.place += 1
            return items
        while True:
            if self.peek() != 34:
                self.fail("Expecting property name enclosed in double quotes", self.place)
            key = self.string()
            self.skip_spaces()
            if self.peek() != 58:
                self.fail("Expecting ':' delimiter", self.place)
            self.place += 1
            self.skip_spaces()
            items[key] = self.value()
            self.skip_spaces()
            byte = self.peek()
            if byte == 125:
                self.place += 1
                return items
            if byte != 44:
                self.fail("Expecting ',' delimiter", self.place)
            self.place += 1
            self.skip_spaces()

    # Numbers

    def number(self) -> int | float:
        """Read a number."""
        start = self.place
        if self.peek() == 45:
            self.place += 1
            if self.accept("Infinity"):
                return float("-inf")
        if self.peek() == 48:
            self.place += 1
        elif self.digits() == 0:
            self.fail("Expecting value", start)
        end = self.place
        is_float = False
        if self.peek() == 46:
            self.place += 1
            if self.digits() > 0:
                end = self.place
                is_float = True
            self.place = end
        if self.peek() == 101 or self.peek() == 69:
            self.place += 1
            if self.peek() == 43 or self.peek() == 45:
                self.place += 1
            if self.digits() > 0:
                end = self.place
                is_float = True
            self.place = end
        text = self.text._part(start, end)
        return float(text) if is_float else int(text)

    def digits(self) -> int:
        """Go over digits; give how many there were."""
        start = self.place
        while 48 <= self.peek() <= 57:
            self.place += 1
        return self.place - start

    # Strings

    def string(self) -> str:
        """Read a string."""
        begin = self.place
        self.place += 1
        start = self.place
        end = self.plain_end()
        if end < self.text._size and load_byte(self.text._data, end) == 34:
            self.place = end + 1
            return self.text._part(start, end)
        result = TextBuilder()
        while True:
            result.append(self.text._part(self.place, end))
            if end >= self.text._size:
                self.fail("Unterminated string starting at", begin)
            byte = load_byte(self.text._data, end)
            self.place = end + 1
            if byte == 34:
                return result.finish()
            if byte != 92:
                self.fail("Invalid control character at", end)
            result.append_code(self.escape(begin))
            end = self.plain_end()

    def plain_end(self) -> int:
        """Give where a quote, a backslash or a control character is next."""
        place = self.place
        while place < self.text._size:
            byte = load_byte(self.text._data, place)
            if byte == 34 or byte == 92 or byte < 32:
                return place
            place += 1
        return place

    def escape(self, begin: int) -> int:
        """Read what follows a backslash."""
        letter = self.peek()
        if letter < 0:
            self.fail("Unterminated string starting at", begin)
        self.place += 1
        if letter == 117:
            code = self.hexadecimal()
            if 0xD800 <= code < 0xDC00 and self.accept("\\u"):
                low = self.hexadecimal()
                if 0xDC00 <= low < 0xE000:
                    return 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00)
            if 0xD800 <= code < 0xE000:
                raise ValueError(f"half of a surrogate pair is no character: \\u{code:04x}")
            return code
        if letter == 34 or letter == 92 or letter == 47:
            return letter
        if letter == 98:
            return 8
        if letter == 102:
            return 12
        if letter == 110:
            return 10
        if letter == 114:
            return 13
        if letter == 116:
            return 9
        self.fail("Invalid \\escape", self.place - 2)

    def hexadecimal(self) -> int:
        """Read four digits behind a `u`."""
        letter = self.place - 1
        code = 0
        for _ in range(4):
            byte = self.peek()
            if 48 <= byte <= 57:
                code = code * 16 + byte - 48
            elif 97 <= byte <= 102:
                code = code * 16 + byte - 87
            elif 65 <= byte <= 70:
                code = code * 16 + byte - 55
            else:
                self.fail("Invalid \\uXXXX escape", letter)
            self.place += 1
        # CPython wants something behind the digits.
        if self.place >= self.text._size:
            self.fail("Invalid \\uXXXX escape", letter)
        return code


def decode(text: str) -> Json:
    """Read a text."""
    if text.startswith("\ufeff"):
        raise JSONDecodeError("Unexpected UTF-8 BOM (decode using utf-8-sig)", text, 0)
    reader = Reader(text)
    reader.skip_spaces()
    value = reader.value()
    reader.skip_spaces()
    if reader.place < text._size:
        reader.fail("Extra data", reader.place)
    return value
