"""Calls whose arguments are named only at run time: `**mapping`. The compiler calls these by name."""

from .errors import raise_type_error


def _mapped(mapping, name: str, function: str):
    """Give the value for a parameter."""
    if name not in mapping:
        raise_type_error(f"{function}() missing 1 required positional argument: {name!r}")
    return mapping[name]


def _mapped_or(mapping, name: str, default):
    """Give the value for a parameter that has a default."""
    if name in mapping:
        return mapping[name]
    return default


def _check_mapping(mapping, function: str, taken: str, names: str) -> None:
    """Check that there are no values but for the parameters that take theirs from here."""
    for key in mapping:
        if " " + key + " " not in taken:
            if " " + key + " " in names:
                raise_type_error(f"{function}() got multiple values for argument {key!r}")
            raise_type_error(f"{function}() got an unexpected keyword argument {key!r}")


def _update_rest(target, mapping, taken: str) -> None:
    """Put in what no parameter takes."""
    for key, value in mapping.items():
        if " " + key + " " not in taken:
            target[key] = value
