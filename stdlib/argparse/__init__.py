"""Command lines: what a program is told when it is started.

The actions, numbers of values and names of arguments are written out where they are added.

>>> parser = ArgumentParser(prog="area")
>>> width = parser.add_argument("width", type=int)
>>> verbose = parser.add_argument("-v", "--verbose", action="store_true")
>>> parser.parse_args(["12", "-v"])
Namespace(width=12, verbose=True)
>>> parser.print_usage()
usage: area [-h] [-v] width
"""

from ._argument import (
    ONE_OR_MORE,
    OPTIONAL,
    PARSER,
    REMAINDER,
    SUPPRESS,
    ZERO_OR_MORE,
    BooleanOptionalAction,
)
from ._errors import ArgumentError, ArgumentTypeError
from ._files import FileType
from ._help import (
    ArgumentDefaultsHelpFormatter,
    HelpFormatter,
    MetavarTypeHelpFormatter,
    RawDescriptionHelpFormatter,
    RawTextHelpFormatter,
)
from ._namespace import Namespace
from ._parser import ArgumentParser

__all__ = [
    "ONE_OR_MORE",
    "OPTIONAL",
    "PARSER",
    "REMAINDER",
    "SUPPRESS",
    "ZERO_OR_MORE",
    "ArgumentDefaultsHelpFormatter",
    "ArgumentError",
    "ArgumentParser",
    "ArgumentTypeError",
    "BooleanOptionalAction",
    "FileType",
    "HelpFormatter",
    "MetavarTypeHelpFormatter",
    "Namespace",
    "RawDescriptionHelpFormatter",
    "RawTextHelpFormatter",
]
