"""Tables as text: values with commas between them."""

from pyc.unsafe import Keywords

__all__ = [
    "DictReader",
    "DictWriter",
    "Error",
    "QUOTE_ALL",
    "QUOTE_MINIMAL",
    "QUOTE_NONE",
    "QUOTE_NONNUMERIC",
    "reader",
    "writer",
]

QUOTE_MINIMAL: int = 0
QUOTE_ALL: int = 1
QUOTE_NONNUMERIC: int = 2
QUOTE_NONE: int = 3


class Error(Exception):
    """What can't be read or written."""


class Dialect:
    """How rows are written."""

    delimiter: str
    quotechar: str | None
    escapechar: str | None
    doublequote: bool
    skipinitialspace: bool
    lineterminator: str
    quoting: int
    strict: bool

    def __init__(
        self,
        name: str,
        delimiter: str | None,
        quotechar: str | None,
        escapechar: str | None,
        doublequote: bool,
        skipinitialspace: bool,
        lineterminator: str | None,
        quoting: int | None,
        strict: bool,
    ) -> None:
        if name not in ("excel", "excel-tab", "unix"):
            raise Error("unknown dialect")
        usual = "\t" if name == "excel-tab" else ","
        self.delimiter = usual if delimiter is None else delimiter
        if len(self.delimiter) != 1:
            raise TypeError('"delimiter" must be a 1-character string')
        self.quoting = (1 if name == "unix" else 0) if quoting is None else quoting
        if not 0 <= self.quoting <= 3:
            raise TypeError('bad "quoting" value')
        self.quotechar = quotechar if quotechar != "" else None
        if self.quotechar is None and self.quoting != QUOTE_NONE:
            raise TypeError("quotechar must be set if quoting enabled")
        self.escapechar = escapechar
        self.doublequote = doublequote
        self.skipinitialspace = skipinitialspace
        self.lineterminator = ("\n" if name == "unix" else "\r\n") if lineterminator is None else lineterminator
        self.strict = strict


# What a letter means depends on where it stands.
START_ROW = 0
START_FIELD = 1
ESCAPED = 2
IN_FIELD = 3
IN_QUOTES = 4
ESCAPED_IN_QUOTES = 5
QUOTE_IN_QUOTES = 6
END_OF_LINE = 7


class Parser:
    """Takes lines apart: rows may go over several."""

    dialect: Dialect
    row: list[str]
    # For each value, whether it began without a quote and with a letter that means nothing else.
    is_bare: list[bool]
    _field: list[str]
    _is_bare: bool
    _state: int

    def __init__(self, dialect: Dialect) -> None:
        self.dialect = dialect
        self.row = []
        self.is_bare = []
        self._field = []
        self._is_bare = False
        self._state = START_ROW

    def begin(self) -> None:
        """Begin a row."""
        self.row = []
        self.is_bare = []
        self._field = []
        self._is_bare = False
        self._state = START_ROW

    def is_complete(self) -> bool:
        """Say whether a row has ended."""
        return self._state == START_ROW

    def feed(self, line: str) -> None:
        """Take a line."""
        for letter in line:
            self._take(letter)
        self._end_line()

    def finish(self) -> None:
        """End the row where there are no more lines."""
        if self.dialect.strict and (self._state == IN_QUOTES or self._state == ESCAPED_IN_QUOTES):
            raise Error("unexpected end of data")
        self._save()
        self._state = START_ROW

    def is_open(self) -> bool:
        """Say whether there is a field that has not ended."""
        return len(self._field) > 0 or self._state == IN_QUOTES

    def _save(self) -> None:
        self.row.append("".join(self._field))
        self.is_bare.append(self._is_bare)
        self._field = []
        self._is_bare = False

    def _end_line(self) -> None:
        """Take the end of what was fed."""
        if self._state == START_FIELD or self._state == IN_FIELD or self._state == QUOTE_IN_QUOTES:
            self._save()
            self._state = START_ROW
        elif self._state == ESCAPED:
            self._field.append("\n")
            self._state = IN_FIELD
        elif self._state == ESCAPED_IN_QUOTES:
            self._field.append("\n")
            self._state = IN_QUOTES
        elif self._state == END_OF_LINE:
            self._state = START_ROW

    def _take(self, letter: str) -> None:
        if self._state == START_ROW or self._state == START_FIELD:
            self._start(letter)
        elif self._state == IN_FIELD:
            self._plain(letter)
        elif self._state == IN_QUOTES:
            self._quoted(letter)
        elif self._state == ESCAPED:
            self._field.append(letter)
            self._state = IN_FIELD
        elif self._state == ESCAPED_IN_QUOTES:
            self._field.append(letter)
            self._state = IN_QUOTES
        elif self._state == QUOTE_IN_QUOTES:
            self._behind_quote(letter)
        elif letter != "\n" and letter != "\r":
            raise Error(
                "new-line character seen in unquoted field - do you need to open the file in universal-newline mode?"
            )

    def _start(self, letter: str) -> None:
        dialect = self.dialect
        if letter == "\n" or letter == "\r":
            if self._state == START_FIELD:
                self._save()
            self._state = END_OF_LINE
        elif letter == dialect.quotechar and dialect.quoting != QUOTE_NONE:
            self._state = IN_QUOTES
        elif letter == dialect.escapechar:
            self._state = ESCAPED
        elif letter == " " and dialect.skipinitialspace:
            self._state = START_FIELD
        elif letter == dialect.delimiter:
            self._save()
            self._state = START_FIELD
        else:
            self._field.append(letter)
            self._is_bare = True
            self._state = IN_FIELD

    def _plain(self, letter: str) -> None:
        if letter == "\n" or letter == "\r":
            self._save()
            self._state = END_OF_LINE
        elif letter == self.dialect.escapechar:
            self._state = ESCAPED
        elif letter == self.dialect.delimiter:
            self._save()
            self._state = START_FIELD
        else:
            self._field.append(letter)

    def _quoted(self, letter: str) -> None:
        if letter == self.dialect.escapechar:
            self._state = ESCAPED_IN_QUOTES
        elif letter == self.dialect.quotechar:
            self._state = QUOTE_IN_QUOTES if self.dialect.doublequote else IN_FIELD
        else:
            self._field.append(letter)

    def _behind_quote(self, letter: str) -> None:
        dialect = self.dialect
        if letter == dialect.quotechar:
            self._field.append(letter)
            self._state = IN_QUOTES
        elif letter == dialect.delimiter:
            self._save()
            self._state = START_FIELD
        elif letter == "\n" or letter == "\r":
            self._save()
            self._state = END_OF_LINE
        elif not dialect.strict:
            self._field.append(letter)
            self._state = IN_FIELD
        else:
            raise Error(f"'{dialect.delimiter}' expected after '{dialect.quotechar}'")


class Reader[I]:
    """The rows of lines."""

    line_num: int
    dialect: Dialect
    _lines: I
    _parser: Parser
    _next: list[str] | None

    def __init__(self, lines: I, dialect: Dialect) -> None:
        self.line_num = 0
        self.dialect = dialect
        self._lines = lines
        self._parser = Parser(dialect)
        self._next = None

    def __iter__(self) -> Reader[I]:
        return self

    def _read(self) -> list[str] | None:
        """Give the next row, or nothing."""
        parser = self._parser
        parser.begin()
        while True:
            line = next(self._lines, None)
            if line is None:
                if not parser.is_open():
                    return None
                parser.finish()
                return parser.row
            self.line_num += 1
            parser.feed(line)
            if parser.is_complete():
                return parser.row

    def __has_next__(self) -> bool:
        if self._next is None:
            self._next = self._read()
        return self._next is not None

    def __next__(self) -> list[str]:
        row = self._next
        if row is None:
            row = self._read()
        self._next = None
        if row is None:
            raise StopIteration
        return row


class NumberReader[I]:
    """The rows of lines, whose values are numbers where they begin without a quote."""

    _reader: Reader[I]

    def __init__(self, reader: Reader[I]) -> None:
        self._reader = reader

    @property
    def line_num(self) -> int:
        """The number of lines that were read."""
        return self._reader.line_num

    @property
    def dialect(self) -> Dialect:
        """How rows are written."""
        return self._reader.dialect

    def __iter__(self) -> NumberReader[I]:
        return self

    def __has_next__(self) -> bool:
        return self._reader.__has_next__()

    def __next__(self) -> list[str | float]:
        row = self._reader.__next__()
        values: list[str | float] = []
        for text, is_bare in zip(row, self._reader._parser.is_bare):
            if is_bare:
                values.append(float(text))
            else:
                values.append(text)
        return values


def reader(
    csvfile,
    dialect: str = "excel",
    *,
    delimiter: str | None = None,
    quotechar: str | None = '"',
    escapechar: str | None = None,
    doublequote: bool = True,
    skipinitialspace: bool = False,
    lineterminator: str | None = None,
    quoting: int | None = None,
    strict: bool = False,
):
    """Read rows from lines: from a file, a list, or what else gives them.

    >>> list(reader(['a,"b, c"', "1,2"]))
    [['a', 'b, c'], ['1', '2']]
    """
    style = Dialect(
        dialect, delimiter, quotechar, escapechar, doublequote, skipinitialspace, lineterminator, quoting, strict
    )
    return Reader(iter(csvfile), style)


def reader_of_numbers(csvfile, dialect: str = "excel", **options: Keywords):
    """Read rows with numbers: calls of `reader` that say `QUOTE_NONNUMERIC` are calls of this."""
    return NumberReader(reader(csvfile, dialect, **options))


class Writer[F]:
    """Writes rows."""

    dialect: Dialect
    _file: F

    def __init__(self, file: F, dialect: Dialect) -> None:
        self.dialect = dialect
        self._file = file

    def writerow(self, row) -> int:
        """Write a row; give what the file's `write` gives."""
        if isinstance(row, tuple):
            return self._write([self._field(item) for item in row])
        else:
            return self._write([self._field(item) for item in row])

    def writerows(self, rows) -> None:
        """Write several rows."""
        for row in rows:
            self.writerow(row)

    def _field(self, value) -> tuple[str, bool]:
        """Give a value as text, and whether it has to be quoted whatever is in it."""
        quoting = self.dialect.quoting
        if value is None:
            return "", quoting == QUOTE_ALL or quoting == QUOTE_NONNUMERIC
        elif isinstance(value, (int, float)):
            return str(value), quoting == QUOTE_ALL
        else:
            return str(value), quoting == QUOTE_ALL or quoting == QUOTE_NONNUMERIC

    def _write(self, fields: list[tuple[str, bool]]) -> int:
        parts: list[str] = []
        for text, is_quoted in fields:
            parts.append(self._written(text, is_quoted))
        if len(parts) == 1 and parts[0] == "":
            if self.dialect.quoting == QUOTE_NONE:
                raise Error("single empty field record must be quoted")
            parts[0] = str(self.dialect.quotechar) * 2
        return self._file.write(self.dialect.delimiter.join(parts) + self.dialect.lineterminator)

    def _written(self, text: str, is_quoted: bool) -> str:
        dialect = self.dialect
        quote = dialect.quotechar
        special = dialect.delimiter + dialect.lineterminator
        result: list[str] = []
        for letter in text:
            if letter not in special and letter != quote and letter != dialect.escapechar:
                result.append(letter)
                continue
            wants_escape = False
            if dialect.quoting == QUOTE_NONE:
                wants_escape = True
            elif letter == quote:
                if dialect.doublequote:
                    result.append(letter)
                else:
                    wants_escape = True
            elif letter == dialect.escapechar:
                wants_escape = True
            if wants_escape:
                escape = dialect.escapechar
                if escape is None:
                    raise Error("need to escape, but no escapechar set")
                result.append(escape)
            else:
                is_quoted = True
            result.append(letter)
        inside = "".join(result)
        return f"{quote}{inside}{quote}" if is_quoted and quote is not None else inside


def writer(
    csvfile,
    dialect: str = "excel",
    *,
    delimiter: str | None = None,
    quotechar: str | None = '"',
    escapechar: str | None = None,
    doublequote: bool = True,
    skipinitialspace: bool = False,
    lineterminator: str | None = None,
    quoting: int | None = None,
    strict: bool = False,
):
    """Write rows to a file."""
    style = Dialect(
        dialect, delimiter, quotechar, escapechar, doublequote, skipinitialspace, lineterminator, quoting, strict
    )
    return Writer(csvfile, style)


class DictReader[I]:
    """The rows of lines as dictionaries: the first row has the names."""

    restkey: str | None
    restval: str | None
    _reader: Reader[I]
    _names: list[str] | None

    def __init__(
        self,
        f,
        fieldnames=None,
        restkey: str | None = None,
        restval: str | None = None,
        dialect: str = "excel",
        *,
        delimiter: str | None = None,
        quotechar: str | None = '"',
        skipinitialspace: bool = False,
        quoting: int | None = None,
    ) -> None:
        self.restkey = restkey
        self.restval = restval
        style = Dialect(dialect, delimiter, quotechar, None, True, skipinitialspace, None, quoting, False)
        self._reader = Reader(iter(f), style)
        self._names = None
        if fieldnames is not None:
            self._names = list(fieldnames)

    @property
    def fieldnames(self) -> list[str]:
        """The names, which the first row has if they were not given."""
        names = self._names
        if names is None:
            names = list[str]()
            if self._reader.__has_next__():
                names = self._reader.__next__()
            self._names = names
        return names

    @property
    def line_num(self) -> int:
        """The number of lines that were read."""
        return self._reader.line_num

    def __iter__(self) -> DictReader[I]:
        return self

    def __has_next__(self) -> bool:
        _ = self.fieldnames
        while self._reader.__has_next__():
            row = self._reader._next
            if row is not None and len(row) > 0:
                return True
            # Empty rows are left out.
            self._reader._next = None
        return False

    def __next__(self) -> dict[str | None, str | list[str] | None]:
        if not self.__has_next__():
            raise StopIteration
        row = self._reader.__next__()
        names = self.fieldnames
        values: dict[str | None, str | list[str] | None] = {}
        for name, value in zip(names, row):
            values[name] = value
        if len(row) > len(names):
            values[self.restkey] = row[len(names) :]
        for name in names[len(row) :]:
            values[name] = self.restval
        return values


class DictWriter[F]:
    """Writes dictionaries as rows."""

    fieldnames: list[str]
    restval: str
    extrasaction: str
    writer: Writer[F]

    def __init__(
        self,
        f: F,
        fieldnames,
        restval: str = "",
        extrasaction: str = "raise",
        dialect: str = "excel",
        *,
        delimiter: str | None = None,
        quotechar: str | None = '"',
        lineterminator: str | None = None,
        quoting: int | None = None,
    ) -> None:
        self.fieldnames = list(fieldnames)
        self.restval = restval
        if extrasaction not in ("raise", "ignore"):
            raise ValueError(f"extrasaction ({extrasaction}) must be 'raise' or 'ignore'")
        self.extrasaction = extrasaction
        style = Dialect(dialect, delimiter, quotechar, None, True, False, lineterminator, quoting, False)
        self.writer = Writer[F](f, style)

    def writeheader(self) -> int:
        """Write the names."""
        return self.writer.writerow(self.fieldnames)

    def writerow(self, rowdict) -> int:
        """Write a dictionary."""
        if self.extrasaction == "raise":
            unknown = [repr(name) for name in rowdict if name not in self.fieldnames]
            if len(unknown) > 0:
                raise ValueError("dict contains fields not in fieldnames: " + ", ".join(unknown))
        fields: list[tuple[str, bool]] = []
        for name in self.fieldnames:
            if name in rowdict:
                fields.append(self.writer._field(rowdict[name]))
            else:
                fields.append(self.writer._field(self.restval))
        return self.writer._write(fields)

    def writerows(self, rowdicts) -> None:
        """Write several dictionaries."""
        for rowdict in rowdicts:
            self.writerow(rowdict)
