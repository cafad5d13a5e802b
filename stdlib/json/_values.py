"""What a text in JSON stands for.

Lists and dictionaries have classes of their own here, since a type can't contain itself; they are lists and dictionaries in all that programs do with them.
"""

from pyc import passes_as_base


@passes_as_base
class _List(list["Json"]):
    """An array."""


@passes_as_base
class _Dict(dict[str, "Json"]):
    """An object. It may be asked for keys that are no strings, since what it is known to be may include lists."""

    def __getitem__(self, key) -> Json:
        if isinstance(key, str):
            return super().__getitem__(key)
        else:
            raise KeyError(key)


type Json = str | int | float | bool | None | _List | _Dict
