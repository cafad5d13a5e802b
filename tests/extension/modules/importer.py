"""A module of several files, in a folder that is a package for Python."""

import shared_part


def doubled(x: int) -> int:
    return shared_part.double(x)


def refused(x: int) -> int:
    raise shared_part.Refused(str(x))
