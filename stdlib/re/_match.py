"""Matches."""

from pyc import unroll

from ._pattern import Pattern, Unknown
from ._program import Program
from ._template import Template
from ._texts import index_of, part


class Match[T]:
    """Where a pattern matches a text.

    >>> found = search(r"(\\w+)@(?P<host>\\w+)", "to: me@home")
    >>> found.group(), found[1], found["host"], found.span(2)
    ('me@home', 'me', 'home', (7, 11))
    """

    string: T
    pos: int
    endpos: int
    _pattern: T
    _program: Program
    _places: list[int]

    def __init__(self, string: T, pattern: T, program: Program, pos: int, endpos: int, places: list[int]) -> None:
        self.string = string
        self.pos = pos
        self.endpos = endpos
        self._pattern = pattern
        self._program = program
        self._places = places

    @property
    def re(self) -> Pattern[T, Unknown]:
        """The pattern."""
        return Pattern[T, Unknown](self._pattern, self._program, Unknown())

    def _part(self, group: int) -> T | None:
        start = self._places[2 * group]
        end = self._places[2 * group + 1]
        if start < 0 or end < 0:
            return None
        return part(self.string, start, end)

    def _whole(self) -> T:
        return part(self.string, self._places[0], self._places[1])

    def group(self, *groups):
        """Give what groups have matched; without one, the whole."""
        if len(groups) == 0:
            return self._whole()
        elif len(groups) == 1:
            return self._part(self._program.number(groups[0]))
        else:
            parts: list[T | None] = []
            for group in unroll(groups):
                parts.append(self._part(self._program.number(group)))
            return tuple(parts)

    def __getitem__(self, group) -> T | None:
        return self._part(self._program.number(group))

    def groups(self, default: T | None = None) -> tuple[T | None, ...]:
        """Give what all groups have matched."""
        parts: list[T | None] = []
        for group in range(1, self._program.groups + 1):
            found = self._part(group)
            parts.append(default if found is None else found)
        return tuple(parts)

    def groupdict(self, default: T | None = None) -> dict[str, T | None]:
        """Give what the groups with names have matched."""
        parts: dict[str, T | None] = {}
        for name, group in self._program.names.items():
            found = self._part(group)
            parts[name] = default if found is None else found
        return parts

    def start(self, group=0) -> int:
        """Give where a group's match starts; -1 if it has none."""
        return index_of(self.string, self._places[2 * self._program.number(group)])

    def end(self, group=0) -> int:
        """Give where a group's match ends; -1 if it has none."""
        return index_of(self.string, self._places[2 * self._program.number(group) + 1])

    def span(self, group=0) -> tuple[int, int]:
        """Give both ends of a group's match."""
        return self.start(group), self.end(group)

    @property
    def regs(self) -> tuple[tuple[int, int], ...]:
        """Both ends of the whole match and of each group's."""
        return tuple([self.span(group) for group in range(self._program.groups + 1)])

    @property
    def lastindex(self) -> int | None:
        """The number of the group that was closed last."""
        last = self._places[2 * self._program.groups + 2]
        return None if last < 0 else last

    @property
    def lastgroup(self) -> str | None:
        """The name of the group that was closed last."""
        for name, group in self._program.names.items():
            if group == self.lastindex:
                return name
        return None

    def expand(self, template: T) -> T:
        """Put what groups have matched into a template, as `sub` does."""
        return Template(template, self._program).filled(self)

    def __copy__(self) -> Match[T]:
        return self

    def __bool__(self) -> bool:
        return True

    def __repr__(self) -> str:
        return f"<re.Match object; span={self.span()!r}, match={repr(self._whole())[:50]}>"
