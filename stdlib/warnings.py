"""Warnings: what a program says on standard error about how it is used."""

import sys

from pyc.unsafe import class_name

__all__ = ["catch_warnings", "filterwarnings", "resetwarnings", "simplefilter", "warn"]


class _Filter:
    """Says what becomes of warnings."""

    action: str

    def __init__(self, action: str) -> None:
        self.action = action

    def takes(self, warning: Warning, text: str, line: int) -> bool:
        """Say whether a warning is meant."""
        return True


class _OfClass[C](_Filter):
    """Says what becomes of warnings of a class, on a line or on any, whose text begins in a way."""

    _category: C
    _line: int
    _pattern: str

    def __init__(self, action: str, category: C, line: int, pattern: str) -> None:
        super().__init__(action)
        self._category = category
        self._line = line
        self._pattern = pattern

    def takes(self, warning: Warning, text: str, line: int) -> bool:
        if not isinstance(warning, self._category) or self._line not in (0, line):
            return False
        return self._pattern == "" or _begins(self._pattern, text)


def _begins(pattern: str, text: str) -> bool:
    import re

    return re.match(pattern, text, re.IGNORECASE) is not None


class WarningMessage:
    """A warning that `catch_warnings` has recorded."""

    message: Warning
    filename: str
    lineno: int

    def __init__(self, message: Warning, filename: str, lineno: int) -> None:
        self.message = message
        self.filename = filename
        self.lineno = lineno

    @property
    def category(self):
        """The class of the warning."""
        return type(self.message)


class _State:
    """The filters in force, what was said before, and who records."""

    filters: list[_Filter]
    said: set[str]
    record: list[WarningMessage] | None

    def __init__(self) -> None:
        self.filters = []
        self.said = set()
        self.record = None


_state = _State()
# What CPython does with warnings that nobody has said anything about.
_defaults: list[_Filter] = [
    _OfClass("ignore", DeprecationWarning, 0, ""),
    _OfClass("ignore", PendingDeprecationWarning, 0, ""),
    _OfClass("ignore", ImportWarning, 0, ""),
    _OfClass("ignore", ResourceWarning, 0, ""),
]
_state.filters = list(_defaults)
_ACTIONS = ("error", "ignore", "always", "default", "module", "once")


def warn(
    message, category=UserWarning, stacklevel: int = 1, *, _module: str = "", _file: str = "", _line: int = 0
) -> None:
    """Say a warning, unless the filters say otherwise. The compiler says where the call stands."""
    if isinstance(message, Warning):
        _warn(message, _module, _file, _line)
    elif category is None:
        _warn(UserWarning(message), _module, _file, _line)
    else:
        _warn(category(message), _module, _file, _line)


def _warn(warning: Warning, module: str, file: str, line: int) -> None:
    text = str(warning)
    action = _action_for(warning, text, module, line)
    if action == "ignore":
        return
    if action == "error":
        raise warning
    if action != "always":
        place = "" if action == "once" else file if action == "module" else f"{file}:{line}"
        said = f"{class_name(warning)}|{text}|{place}"
        if said in _state.said:
            return
        _state.said.add(said)
    record = _state.record
    if record is not None:
        record.append(WarningMessage(warning, file, line))
        return
    print(f"{file}:{line}: {_bare(class_name(warning))}: {text}", file=sys.stderr)
    shown = _source(file, line)
    if shown != "":
        print("  " + shown, file=sys.stderr)


def _bare(name: str) -> str:
    return name[name.rfind(".") + 1 :]


def _action_for(warning: Warning, text: str, module: str, line: int) -> str:
    for place, rule in enumerate(_state.filters):
        if rule.takes(warning, text, line):
            # The main module hears of what is deprecated.
            is_default = place == len(_state.filters) - len(_defaults) and rule is _defaults[0]
            return "default" if is_default and module == "__main__" else rule.action
    return "default"


def _source(file: str, line: int) -> str:
    """Give a line of a file, or nothing."""
    try:
        with open(file) as source:
            for number, text in enumerate(source, 1):
                if number == line:
                    return text.strip()
    except OSError, UnicodeDecodeError:
        pass
    return ""


def filterwarnings(action: str, message: str = "", category=Warning, *, lineno: int = 0, append: bool = False) -> None:
    """Say what becomes of warnings of a class whose text begins as a regular expression says: the last word counts."""
    assert action in _ACTIONS, f"invalid action: {action!r}"
    _add(_OfClass(action, category, lineno, message), append)


def simplefilter(action: str, category=Warning, lineno: int = 0, append: bool = False) -> None:
    """Say what becomes of warnings of a class."""
    assert action in _ACTIONS, f"invalid action: {action!r}"
    _add(_OfClass(action, category, lineno, ""), append)


def _add(rule: _Filter, append: bool) -> None:
    if append:
        _state.filters.append(rule)
    else:
        _state.filters.insert(0, rule)
    _state.said = set()


def resetwarnings() -> None:
    """Forget all that was said about warnings, and what CPython says by itself."""
    _state.filters = []
    _state.said = set()


class catch_warnings:
    """Puts the filters back at the end of a `with`; with `record` the warnings go into a list.

    >>> with catch_warnings(record=True) as caught:
    ...     simplefilter("always")
    ...     warn("old")
    >>> [str(warning.message) for warning in caught]
    ['old']
    """

    _record: bool
    _before: list[_Filter]
    _record_before: list[WarningMessage] | None

    def __init__(self, *, record: bool = False) -> None:
        self._record = record
        self._before = []
        self._record_before = None

    def __enter__(self) -> list[WarningMessage]:
        self._before = list(_state.filters)
        self._record_before = _state.record
        _state.said = set()
        caught: list[WarningMessage] = []
        if self._record:
            _state.record = caught
        return caught

    def __exit__(self, kind, value, traceback) -> None:
        _state.filters = self._before
        _state.record = self._record_before
        _state.said = set()
