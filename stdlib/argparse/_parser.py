"""Parsers, and the groups of their arguments."""

from os.path import basename
from sys import argv, stderr, stdout

from pyc import unroll
from pyc.unsafe import Keywords, Word, word_text

from ._argument import (
    OPTIONAL,
    PARSER,
    SUPPRESS,
    ZERO_OR_MORE,
    Argument,
    BooleanOptionalAction,
    Exclusion,
    TypedArgument,
    shape_of,
)
from ._errors import ArgumentError
from ._help import HelpFormatter
from ._line import Line, is_negative_number
from ._namespace import Namespace


class Known:
    """The arguments of a parser, which its groups know as well."""

    prefix_chars: str
    arguments: list[Argument]
    by_option: dict[str, Argument]
    has_negative_options: bool
    # Whether an option may be defined anew.
    resolves: bool
    exclusions: list[Exclusion]

    def __init__(self, prefix_chars: str, resolves: bool) -> None:
        self.prefix_chars = prefix_chars
        self.arguments = []
        self.by_option = {}
        self.has_negative_options = False
        self.resolves = resolves
        self.exclusions = []

    def add(self, argument: Argument) -> None:
        """Note an argument and its options."""
        conflicts = [option for option in argument.option_strings if option in self.by_option]
        if len(conflicts) > 0:
            if not self.resolves:
                plural = "" if len(conflicts) == 1 else "s"
                argument.fail(f"conflicting option string{plural}: {', '.join(conflicts)}")
            for option in conflicts:
                self._forget(option)
        self.arguments.append(argument)
        for option in argument.option_strings:
            self.by_option[option] = argument
            if is_negative_number(option):
                self.has_negative_options = True

    def _forget(self, option: str) -> None:
        """Take an option away from the argument that has it."""
        other = self.by_option.pop(option)
        other.option_strings.remove(option)
        if len(other.option_strings) == 0:
            other.is_gone = True
            self.arguments = [argument for argument in self.arguments if argument is not other]


class Container:
    """What arguments are added to: a parser, or a group of one."""

    title: str | None
    description: str | None
    _known: Known

    def __init__(self, title: str | None, description: str | None, known: Known) -> None:
        self.title = title
        self.description = description
        self._known = known

    def _take(self, argument: Argument) -> None:
        """Add an argument."""

    def add_argument(
        self,
        *name_or_flags: Word,
        action: Word = None,
        nargs: Word = None,
        const=None,
        default=None,
        type=None,
        choices=None,
        required: bool = False,
        help: str | None = None,
        metavar=None,
        dest: str | None = None,
        version: str | None = None,
    ) -> Argument:
        """Add an argument: by its name, or as an option by its names, which begin with one dash or two."""
        names = _texts(name_or_flags)
        prefixes = self._known.prefix_chars
        is_option = len(names) > 0 and names[0][:1] != "" and names[0][0] in prefixes
        for name in names:
            if is_option and name[:1] not in prefixes:
                raise ValueError(f"invalid option string {name!r}: must start with a character {prefixes!r}")
        options = names if is_option else []
        target = dest or "" if is_option or len(names) == 0 else names[0]
        if target == "":
            target = _dest_of(options, prefixes)
        kind = _kind_of(action)
        if kind == "boolean":
            options = _with_negations(options)
        if kind == "help" or kind == "version":
            target = SUPPRESS if dest is None else dest
        argument = TypedArgument(options, target, kind, action, nargs, type, default, const, choices)
        argument.shape = shape_of(nargs) if kind == "value" else "0"
        argument.required = required if is_option else argument.shape != OPTIONAL
        argument.help = help
        if kind == "version":
            argument.help = "show program's version number and exit" if help is None else help
            argument.version = version
        argument.metavar = _metavar_of(metavar)
        self._known.add(argument)
        self._take(argument)
        return argument


class ArgumentGroup(Container):
    """Arguments with a heading of their own."""

    _arguments: list[Argument]

    def __init__(self, title: str | None, description: str | None, known: Known) -> None:
        super().__init__(title, description, known)
        self._arguments = []

    def _take(self, argument: Argument) -> None:
        self._arguments.append(argument)

    def add_mutually_exclusive_group(self, *, required: bool = False) -> ExclusiveGroup:
        """Add a group of which only one may be given."""
        return ExclusiveGroup(self, self, self._known, required)


class ExclusiveGroup(Container):
    """Arguments of which only one may be given."""

    # Where help shows them.
    _positionals: ArgumentGroup
    _options: ArgumentGroup
    _exclusion: Exclusion

    def __init__(self, positionals: ArgumentGroup, options: ArgumentGroup, known: Known, required: bool) -> None:
        super().__init__(None, None, known)
        self._positionals = positionals
        self._options = options
        self._exclusion = Exclusion(required)
        known.exclusions.append(self._exclusion)

    def _take(self, argument: Argument) -> None:
        if argument.required:
            raise ValueError("mutually exclusive arguments must be optional")
        argument.exclusive = self._exclusion
        group = self._positionals if len(argument.option_strings) == 0 else self._options
        group._take(argument)


class FormatterMaker:
    """Makes what help texts are put together with."""

    def make(self, prog: str) -> HelpFormatter:
        """Make one."""
        return HelpFormatter(prog)


class FormatterMakerOf[F](FormatterMaker):
    """Calls a class, or a function."""

    _formatter: F

    def __init__(self, formatter: F) -> None:
        self._formatter = formatter

    def make(self, prog: str) -> HelpFormatter:
        formatter = self._formatter
        return formatter(prog)


class Commands:
    """The parsers of commands."""

    choices: dict[str, ArgumentParser]
    _entries: list[tuple[str, str | None]]
    _prog: str
    _argument: Argument

    def __init__(self, argument: Argument, prog: str) -> None:
        self.choices = {}
        self._entries = []
        self._prog = prog
        self._argument = argument

    def add_parser(
        self,
        name: str,
        *,
        help: str | None = None,
        aliases: list[str] | tuple[str, ...] = (),
        prog: str | None = None,
        usage: str | None = None,
        description: str | None = None,
        epilog: str | None = None,
        parents: list[ArgumentParser] | None = None,
        formatter_class=HelpFormatter,
        prefix_chars: str = "-",
        add_help: bool = True,
        allow_abbrev: bool = True,
        exit_on_error: bool = True,
    ) -> ArgumentParser:
        """Add a command, and give its parser."""
        parser = ArgumentParser(
            f"{self._prog} {name}" if prog is None else prog,
            usage,
            description,
            epilog,
            parents,
            formatter_class,
            prefix_chars,
            add_help=add_help,
            allow_abbrev=allow_abbrev,
            exit_on_error=exit_on_error,
        )
        if help is not None:
            others = ", ".join(aliases)
            self._entries.append((f"{name} ({others})" if others != "" else name, help))
        names = self._argument.choice_names or []
        for each in [name, *aliases]:
            self.choices[each] = parser
            names.append(each)
            self._argument.choice_texts.append(repr(each))
        self._argument.choice_names = names
        return parser


class ArgumentParser(Container):
    """Knows what may stand in a command line."""

    prog: str
    usage: str | None
    epilog: str | None
    allow_abbrev: bool
    exit_on_error: bool
    _maker: FormatterMaker
    _positionals: ArgumentGroup
    _options: ArgumentGroup
    _groups: list[ArgumentGroup]
    _commands: Commands | None
    _defaults: Namespace

    def __init__(
        self,
        prog: str | None = None,
        usage: str | None = None,
        description: str | None = None,
        epilog: str | None = None,
        parents: list[ArgumentParser] | None = None,
        formatter_class=HelpFormatter,
        prefix_chars: str = "-",
        fromfile_prefix_chars: None = None,
        argument_default: None = None,
        conflict_handler: str = "error",
        add_help: bool = True,
        allow_abbrev: bool = True,
        exit_on_error: bool = True,
    ) -> None:
        known = Known(prefix_chars, conflict_handler == "resolve")
        super().__init__(None, description, known)
        self.prog = basename(argv[0]) if prog is None else prog
        self.usage = usage
        self.epilog = epilog
        self.allow_abbrev = allow_abbrev
        self.exit_on_error = exit_on_error
        self._maker = FormatterMakerOf(formatter_class)
        self._positionals = ArgumentGroup("positional arguments", None, known)
        self._options = ArgumentGroup("options", None, known)
        self._groups = [self._positionals, self._options]
        self._commands = None
        self._defaults = Namespace()
        if add_help:
            first = "-" if "-" in prefix_chars else prefix_chars[0]
            self._add_help(first)
        if parents is not None:
            for parent in parents:
                self._inherit(parent)

    def _add_help(self, prefix: str) -> None:
        argument = Argument([prefix + "h", prefix * 2 + "help"], SUPPRESS, "help")
        argument.shape = "0"
        argument.help = "show this help message and exit"
        self._known.add(argument)
        self._take(argument)

    def _inherit(self, parent: ArgumentParser) -> None:
        for group in parent._groups:
            self._group_titled(group.title, group.description)
        for argument in parent._known.arguments:
            for group in parent._groups:
                if any([argument is other for other in group._arguments]):
                    self._known.add(argument)
                    self._group_titled(group.title, group.description)._take(argument)
        self._known.exclusions.extend(parent._known.exclusions)
        for name, value in parent._defaults._values.items():
            self._defaults._set(name, value)

    def _group_titled(self, title: str | None, description: str | None) -> ArgumentGroup:
        for group in self._groups:
            if group.title == title:
                return group
        return self.add_argument_group(title, description)

    # Adding

    def _take(self, argument: Argument) -> None:
        group = self._positionals if len(argument.option_strings) == 0 else self._options
        group._take(argument)

    def add_argument_group(self, title: str | None = None, description: str | None = None) -> ArgumentGroup:
        """Add a group of arguments with a heading."""
        group = ArgumentGroup(title, description, self._known)
        self._groups.append(group)
        return group

    def add_mutually_exclusive_group(self, *, required: bool = False) -> ExclusiveGroup:
        """Add a group of which only one may be given."""
        return ExclusiveGroup(self._positionals, self._options, self._known, required)

    def add_subparsers(
        self,
        *,
        title: str | None = None,
        description: str | None = None,
        prog: str | None = None,
        dest: str | None = None,
        required: bool = False,
        help: str | None = None,
        metavar: str | None = None,
    ) -> Commands:
        """Let commands follow, each with a parser of its own."""
        if self._commands is not None:
            self.error("cannot have multiple subparser arguments")
        if prog is None:
            positionals = [argument for argument in self._known.arguments if len(argument.option_strings) == 0]
            prog = self._formatter().usage(self.usage, positionals, "").strip()
        argument = Argument([], SUPPRESS if dest is None else dest, "parsers")
        argument.shape = PARSER
        argument.required = required
        argument.help = help
        argument.metavar = None if metavar is None else [metavar]
        argument.choice_names = []
        self._known.arguments.append(argument)
        if title is not None or description is not None:
            self.add_argument_group("subcommands" if title is None else title, description)._take(argument)
        else:
            self._take(argument)
        commands = Commands(argument, prog)
        self._commands = commands
        return commands

    def set_defaults(self, **kwargs: Keywords) -> None:
        """Say what attributes are where the command line says nothing of them."""
        for pair in unroll(kwargs):
            self._defaults._set(word_text(pair[0]), pair[1])

    def get_default(self, dest: str):
        """Give a default that `set_defaults` set."""
        return self._defaults._values.get(dest)

    # Reading

    def parse_args(self, args=None, namespace: Namespace | None = None) -> Namespace:
        """Read a command line, that of the program or another; end the program where it is wrong."""
        result, rest = self.parse_known_args(args, namespace)
        if len(rest) > 0:
            self.error(f"unrecognized arguments: {' '.join(rest)}")
        return result

    def parse_known_args(self, args=None, namespace: Namespace | None = None) -> tuple[Namespace, list[str]]:
        """Read a command line, and give what is left over as well."""
        texts: list[str] = []
        if args is None:
            texts.extend(argv[1:])
        else:
            for text in args:
                texts.append(text)
        result = Namespace() if namespace is None else namespace
        for name, value in self._defaults._values.items():
            if name not in result:
                result._set(name, value)
        for argument in self._known.arguments:
            argument.begin(result)
        if self.exit_on_error:
            try:
                return result, self._read(texts, result)
            except ArgumentError as error:
                self.error(str(error))
        return result, self._read(texts, result)

    def _read(self, texts: list[str], namespace: Namespace) -> list[str]:
        line = Line(self, texts, namespace)
        line.read()
        return line.extras

    # Texts

    def _formatter(self) -> HelpFormatter:
        return self._maker.make(self.prog)

    def format_usage(self) -> str:
        """Show what a command line looks like."""
        return self._formatter().usage(self.usage, self._known.arguments, "usage: ").strip("\n") + "\n"

    def format_help(self) -> str:
        """Explain the command line."""
        formatter = self._formatter()
        commands = self._commands
        entries = [] if commands is None else commands._entries
        if self.usage != SUPPRESS:
            formatter.add_usage(formatter.usage(self.usage, self._known.arguments, "usage: "))
        formatter.add_text(self.description)
        for group in self._groups:
            formatter.measure(group._arguments, entries)
        for group in self._groups:
            formatter.add_section(group.title, group.description, group._arguments, entries)
        formatter.add_text(self.epilog)
        return formatter.format_help()

    def print_usage(self, file=None) -> None:
        """Print what a command line looks like."""
        if file is None:
            stdout.write(self.format_usage())
        else:
            file.write(self.format_usage())

    def print_help(self, file=None) -> None:
        """Print an explanation of the command line."""
        if file is None:
            stdout.write(self.format_help())
        else:
            file.write(self.format_help())

    def _print_version(self, argument: Argument) -> None:
        formatter = self._formatter()
        formatter.add_text(argument.version)
        stdout.write(formatter.format_help())
        self.exit()

    def exit(self, status: int = 0, message: str | None = None) -> None:
        """End the program."""
        if message is not None:
            stderr.write(message)
        raise SystemExit(status)

    def error(self, message: str) -> None:
        """End the program, for its command line is wrong."""
        stderr.write(self.format_usage())
        self.exit(2, f"{self.prog}: error: {message}\n")


def _texts(words) -> list[str]:
    result: list[str] = []
    for word in unroll(words):
        result.append(word_text(word))
    return result


def _kind_of(action) -> str:
    """Say how an action takes part in reading."""
    if action is None or action == "store" or action == "append" or action == "extend":
        return "value"
    elif action == BooleanOptionalAction:
        return "boolean"
    elif action == "help" or action == "version":
        return word_text(action)
    elif action == "store_const" or action == "store_true" or action == "store_false":
        return "flag"
    elif action == "append_const" or action == "count":
        return "flag"
    else:
        raise ValueError(f"unknown action {word_text(action)!r}")


def _metavar_of(metavar) -> list[str] | None:
    if metavar is None:
        return None
    elif isinstance(metavar, str):
        return [metavar]
    else:
        return list(metavar)


def _dest_of(options: list[str], prefixes: str) -> str:
    """Give the name of the attribute for options: that of the first long one."""
    if len(options) == 0:
        raise TypeError("add_argument() missing 1 required positional argument: 'dest'")
    long = [option for option in options if len(option) > 1 and option[1] in prefixes]
    name = (long[0] if len(long) > 0 else options[0]).lstrip(prefixes)
    if name == "":
        raise ValueError(f"dest= is required for options like {options[0]!r}")
    return name.replace("-", "_")


def _with_negations(options: list[str]) -> list[str]:
    result: list[str] = []
    for option in options:
        result.append(option)
        if option.startswith("--"):
            result.append("--no-" + option[2:])
    return result
