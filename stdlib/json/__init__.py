"""Texts in JSON.

What `loads` gives has the type `Json`: a string, a number, a truth value, `None`, a list or a dictionary, told apart by `isinstance` or by what is done with it.
"""

from ._values import Json
from .decoder import JSONDecodeError, decode
from .encoder import Style, Writer

__all__ = ["JSONDecodeError", "dump", "dumps", "load", "loads"]


def loads(s) -> Json:
    """Read a text, or bytes of one.

    >>> loads('{"a": [1, 2.5, null]}')
    {'a': [1, 2.5, None]}
    """
    if isinstance(s, str):
        return decode(s)
    else:
        return decode(s.decode())


def load(fp) -> Json:
    """Read a file."""
    return loads(fp.read())


def dumps(
    obj,
    *,
    skipkeys: bool = False,
    ensure_ascii: bool = True,
    check_circular: bool = True,
    allow_nan: bool = True,
    indent=None,
    separators=None,
    default=None,
    sort_keys: bool = False,
) -> str:
    """Write a value. `default` gives what stands for an object that JSON does not have.

    >>> dumps({"name": "é", "sizes": (1, 2.0), "more": None})
    '{"name": "\\\\u00e9", "sizes": [1, 2.0], "more": null}'
    """
    writer = Writer(Style(ensure_ascii, allow_nan, skipkeys, sort_keys, indent, separators), default)
    writer.value(obj)
    return writer.finish()


def dump(
    obj,
    fp,
    *,
    skipkeys: bool = False,
    ensure_ascii: bool = True,
    check_circular: bool = True,
    allow_nan: bool = True,
    indent=None,
    separators=None,
    default=None,
    sort_keys: bool = False,
) -> None:
    """Write a value into a file."""
    writer = Writer(Style(ensure_ascii, allow_nan, skipkeys, sort_keys, indent, separators), default)
    writer.value(obj)
    fp.write(writer.finish())
