"""Patterns, and going from match to match."""

from pyc._library import regex_search
from pyc.unsafe import ptr_load, ptr_store

from ._flags import flags_text
from ._match import Match
from ._program import Program
from ._template import Template
from ._texts import data_of, index_of, is_ascii, joined, part, place_of, size_of

# Ways to search

ANYWHERE = 0
AT_START = 1
WHOLE = 2
ADVANCE = 4
ASCII_TEXT = 8


class Plain:
    """What is known of a pattern: it has no groups."""


class Grouped:
    """It has one group."""


class Wide:
    """It has several groups."""


class Unknown:
    """Only the run time tells how many groups it has."""


class Pattern[T, K]:
    """A compiled pattern.

    >>> compile(r"(\\d+)-(\\d+)").findall("1-2 34-5")
    [('1', '2'), ('34', '5')]
    """

    pattern: T
    groups: int
    flags: int
    _program: Program
    # What is known of its groups: the types of what `findall` and `split` give depend on it.
    _kind: K

    def __init__(self, pattern: T, program: Program, kind: K) -> None:
        self.pattern = pattern
        self._kind = kind
        self.groups = program.groups
        self.flags = program.flags
        self._program = program

    @property
    def groupindex(self) -> dict[str, int]:
        """The numbers of the groups that have names."""
        return self._program.names.copy()

    def _find(self, string: T, start: int, end: int, way: int, wanted: int) -> bool:
        """Look for a match between two places, and for so many of its own."""
        program = self._program
        ptr_store(program.slots, 0, wanted)
        if is_ascii(string):
            way += ASCII_TEXT
        return start <= end and regex_search(program.regex, data_of(string), end, start, way, program.slots)

    def _match(self, string: T, pos: int, endpos: int, way: int) -> Match[T] | None:
        start = place_of(string, pos)
        end = place_of(string, endpos)
        if not self._find(string, start, end, way, 2 * self.groups + 3):
            return None
        return self._found(string, index_of(string, start), index_of(string, end))

    def _found(self, string: T, pos: int, endpos: int) -> Match[T]:
        """Give the match that was found last."""
        places = [ptr_load(self._program.slots, index) for index in range(2 * self.groups + 3)]
        return Match[T](string, self.pattern, self._program, pos, endpos, places)

    def search(self, string: T, pos: int = 0, endpos: int = 9223372036854775807) -> Match[T] | None:
        """Give the first match."""
        return self._match(string, pos, endpos, ANYWHERE)

    def match(self, string: T, pos: int = 0, endpos: int = 9223372036854775807) -> Match[T] | None:
        """Give the match at the start."""
        return self._match(string, pos, endpos, AT_START)

    def fullmatch(self, string: T, pos: int = 0, endpos: int = 9223372036854775807) -> Match[T] | None:
        """Give the match of the whole text."""
        return self._match(string, pos, endpos, WHOLE)

    def finditer(self, string: T, pos: int = 0, endpos: int = 9223372036854775807) -> MatchIterator[T, K]:
        """Give all matches that do not overlap."""
        return MatchIterator[T, K](self, string, place_of(string, pos), place_of(string, endpos))

    def findall(self, string: T, pos: int = 0, endpos: int = 9223372036854775807):
        """Give what all matches have matched: their groups, where there are any."""
        kind = self._kind
        start = place_of(string, pos)
        places = Places[T, K](self, string, start, place_of(string, endpos), 2 * self.groups + 2)
        if isinstance(kind, Wide):
            wide: list[tuple[T, ...]] = []
            while places.advance():
                wide.append(self._all_captured(string))
            return wide
        elif isinstance(kind, Unknown):
            found: list[T | tuple[T, ...]] = []
            while places.advance():
                if self.groups > 1:
                    found.append(self._all_captured(string))
                else:
                    found.append(self._captured(string, self.groups))
            return found
        else:
            plain: list[T] = []
            while places.advance():
                plain.append(self._captured(string, self.groups))
            return plain

    def _all_captured(self, string: T) -> tuple[T, ...]:
        """Give what the groups have matched last."""
        return tuple([self._captured(string, group) for group in range(1, self.groups + 1)])

    def _captured(self, string: T, group: int) -> T:
        """Give what a group has matched last, or nothing."""
        start = ptr_load(self._program.slots, 2 * group)
        return (
            part(string, max(start, 0), ptr_load(self._program.slots, 2 * group + 1))
            if start >= 0
            else part(string, 0, 0)
        )

    def split(self, string: T, maxsplit: int = 0):
        """Take a text apart at the matches; what their groups match is kept, and `None` for those that match nothing."""
        kind = self._kind
        if isinstance(kind, Plain):
            plain: list[T] = []
            for piece in self._split(string, maxsplit):
                if piece is not None:
                    plain.append(piece)
            return plain
        else:
            return self._split(string, maxsplit)

    def _split(self, string: T, maxsplit: int) -> list[T | None]:
        parts: list[T | None] = []
        places = Places[T, K](self, string, 0, size_of(string), 2 * self.groups + 2)
        done = 0
        while maxsplit >= 0 and (maxsplit == 0 or len(parts) < maxsplit * (self.groups + 1)) and places.advance():
            parts.append(part(string, done, places.start))
            for group in range(1, self.groups + 1):
                captured = ptr_load(self._program.slots, 2 * group) >= 0
                parts.append(self._captured(string, group) if captured else None)
            done = places.end
        parts.append(part(string, done, size_of(string)))
        return parts

    def sub(self, repl, string: T, count: int = 0) -> T:
        """Replace matches by a template, or by what a function gives for each."""
        return self.subn(repl, string, count)[0]

    def subn(self, repl, string: T, count: int = 0) -> tuple[T, int]:
        """Replace matches; give the text and how many there were."""
        if isinstance(repl, (str, bytes)):
            return self._templated(Template(repl, self._program), string, count)
        else:
            return self._replaced(repl, string, count)

    def _templated(self, template: Template[T], string: T, count: int) -> tuple[T, int]:
        parts: list[T] = []
        places = Places[T, K](self, string, 0, size_of(string), 2 * self.groups + 2)
        done = 0
        replaced = 0
        while (count == 0 or replaced < count) and places.advance():
            parts.append(part(string, done, places.start))
            done = places.end
            replaced += 1
            parts.append(template.texts[0])
            for index, group in enumerate(template.groups):
                parts.append(self._captured(string, group))
                parts.append(template.texts[index + 1])
        if replaced == 0:
            return string, 0
        parts.append(part(string, done, size_of(string)))
        return joined(string, parts), replaced

    def _replaced(self, repl, string: T, count: int) -> tuple[T, int]:
        parts: list[T] = []
        places = Places[T, K](self, string, 0, size_of(string), 2 * self.groups + 3)
        done = 0
        replaced = 0
        length = len(string)
        while (count == 0 or replaced < count) and places.advance():
            parts.append(part(string, done, places.start))
            done = places.end
            replaced += 1
            parts.append(repl(self._found(string, 0, length)))
        if replaced == 0:
            return string, 0
        parts.append(part(string, done, size_of(string)))
        return joined(string, parts), replaced

    def __copy__(self) -> Pattern[T, K]:
        return self

    def __eq__(self, other) -> bool:
        if isinstance(other, Pattern):
            return self.flags == other.flags and self.pattern == other.pattern
        else:
            return False

    def __hash__(self) -> int:
        return hash((self.pattern, self.flags))

    def __repr__(self) -> str:
        flags = self.flags
        if isinstance(self.pattern, str):
            flags = flags & ~32
        shown = "" if flags == 0 else ", " + flags_text(flags)
        return f"re.compile({repr(self.pattern)[:200]}{shown})"


class Places[T, K]:
    """Goes from match to match; what they are is among the slots of the pattern's program."""

    start: int
    end: int
    _pattern: Pattern[T, K]
    _string: T
    _limit: int
    _wanted: int
    _way: int

    def __init__(self, pattern: Pattern[T, K], string: T, start: int, limit: int, wanted: int) -> None:
        self._pattern = pattern
        self._string = string
        self._limit = limit
        self._wanted = wanted
        self._way = ANYWHERE
        self.start = start
        self.end = start

    def advance(self) -> bool:
        """Go to the next match. It may lie right behind the one before, but not be the same."""
        if not self._pattern._find(self._string, self.end, self._limit, self._way, self._wanted):
            return False
        self.start = ptr_load(self._pattern._program.slots, 0)
        self.end = ptr_load(self._pattern._program.slots, 1)
        self._way = ADVANCE if self.start == self.end else ANYWHERE
        return True


class MatchIterator[T, K]:
    """All matches in a text."""

    _places: Places[T, K]
    _pos: int
    _endpos: int
    _next: Match[T] | None

    def __init__(self, pattern: Pattern[T, K], string: T, start: int, end: int) -> None:
        self._places = Places[T, K](pattern, string, start, end, 2 * pattern.groups + 3)
        self._pos = index_of(string, start)
        self._endpos = index_of(string, end)
        self._next = None

    def __iter__(self) -> MatchIterator[T, K]:
        return self

    def __has_next__(self) -> bool:
        if self._next is None and self._places.advance():
            self._next = self._places._pattern._found(self._places._string, self._pos, self._endpos)
        return self._next is not None

    def __next__(self) -> Match[T]:
        found = self._next
        self._next = None
        if found is None:
            raise StopIteration
        return found
