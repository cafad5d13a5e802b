"""Options of a command line, as C's `getopt` reads them."""

import os

__all__ = ["GetoptError", "error", "getopt", "gnu_getopt"]


class GetoptError(Exception):
    """What is wrong with an option."""

    msg: str
    opt: str

    def __init__(self, msg: str, opt: str = "") -> None:
        super().__init__(msg, opt)
        self.msg = msg
        self.opt = opt

    def __str__(self) -> str:
        return self.msg


error = GetoptError


def getopt(args: list[str], shortopts: str, longopts=None) -> tuple[list[tuple[str, str]], list[str]]:
    """Give the options with their values, and what is behind the last.

    >>> getopt(["-v", "--size=3", "file", "-x"], "v", ["size="])
    ([('-v', ''), ('--size', '3')], ['file', '-x'])
    """
    found: list[tuple[str, str]] = []
    long = names_of(longopts)
    while len(args) > 0 and args[0].startswith("-") and args[0] != "-":
        if args[0] == "--":
            args = args[1:]
            break
        if args[0].startswith("--"):
            args = read_long(found, args[0][2:], long, args[1:])
        else:
            args = read_short(found, args[0][1:], shortopts, args[1:])
    return found, args


def gnu_getopt(args: list[str], shortopts: str, longopts=None) -> tuple[list[tuple[str, str]], list[str]]:
    """Give the options with their values wherever they stand, and the rest."""
    found: list[tuple[str, str]] = []
    rest: list[str] = []
    long = names_of(longopts)
    stops = shortopts.startswith("+") or os.environ.get("POSIXLY_CORRECT") is not None
    shortopts = shortopts.removeprefix("+")
    while len(args) > 0:
        if args[0] == "--":
            rest += args[1:]
            break
        if args[0].startswith("--"):
            args = read_long(found, args[0][2:], long, args[1:])
        elif args[0].startswith("-") and args[0] != "-":
            args = read_short(found, args[0][1:], shortopts, args[1:])
        elif stops:
            rest += args
            break
        else:
            rest.append(args[0])
            args = args[1:]
    return found, rest


def names_of(longopts) -> list[str]:
    """Give long options, of which there may be one or none."""
    if longopts is None:
        return []
    elif isinstance(longopts, str):
        return [longopts]
    else:
        return list(longopts)


def read_long(found: list[tuple[str, str]], option: str, longopts: list[str], args: list[str]) -> list[str]:
    """Read an option with two hyphens; give what is left."""
    name, equals, value = option.partition("=")
    candidates = [known for known in longopts if known.startswith(name)]
    if len(candidates) == 0:
        raise GetoptError(f"option --{name} not recognized", name)
    if name in candidates:
        wants_value = False
    elif name + "=" in candidates:
        wants_value = True
    elif len(candidates) > 1:
        raise GetoptError(f"option --{name} not a unique prefix", name)
    else:
        wants_value = candidates[0].endswith("=")
        name = candidates[0].removesuffix("=")
    if wants_value and equals == "":
        if len(args) == 0:
            raise GetoptError(f"option --{name} requires argument", name)
        value = args[0]
        args = args[1:]
    elif not wants_value and equals != "":
        raise GetoptError(f"option --{name} must not have an argument", name)
    found.append(("--" + name, value))
    return args


def read_short(found: list[tuple[str, str]], letters: str, shortopts: str, args: list[str]) -> list[str]:
    """Read options of one letter; give what is left."""
    while letters != "":
        letter = letters[0]
        letters = letters[1:]
        place = shortopts.find(letter)
        if letter == ":" or place < 0:
            raise GetoptError(f"option -{letter} not recognized", letter)
        value = ""
        if shortopts[place + 1 : place + 2] == ":":
            if letters == "":
                if len(args) == 0:
                    raise GetoptError(f"option -{letter} requires argument", letter)
                letters = args[0]
                args = args[1:]
            value = letters
            letters = ""
        found.append(("-" + letter, value))
    return args
