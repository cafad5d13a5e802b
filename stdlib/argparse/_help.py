"""The texts that explain a command line."""

from os import environ
from textwrap import fill, wrap

from ._argument import ONE_OR_MORE, OPTIONAL, PARSER, REMAINDER, SUPPRESS, ZERO_OR_MORE, Argument


def columns() -> int:
    """Give how wide the terminal is said to be."""
    try:
        width = int(environ.get("COLUMNS", "80"))
    except ValueError:
        width = 80
    return width if width > 0 else 80


class HelpFormatter:
    """Puts the parts of a help text together."""

    prog: str
    max_help_position: int
    width: int
    action_max_length: int
    _parts: list[str]

    def __init__(
        self, prog: str, indent_increment: int = 2, max_help_position: int = 24, width: int | None = None
    ) -> None:
        self.prog = prog
        self.width = columns() - 2 if width is None else width
        self.max_help_position = min(max_help_position, max(self.width - 20, 4))
        self.action_max_length = 0
        self._parts = []

    # What derived classes change

    def _filled(self, text: str, width: int) -> str:
        return fill(" ".join(text.split()), width)

    def _split(self, text: str, width: int) -> list[str]:
        return wrap(" ".join(text.split()), width)

    def _default_metavar(self, argument: Argument) -> str:
        return argument.dest.upper() if len(argument.option_strings) > 0 else argument.dest

    def _help_of(self, argument: Argument) -> str:
        help = argument.help
        return "" if help is None else help

    # Parts

    def add_usage(self, usage: str) -> None:
        """Add what a command line looks like."""
        self._parts.append(usage)

    def add_text(self, text: str | None) -> None:
        """Add a paragraph."""
        if text is not None and text != SUPPRESS:
            if "%(prog)" in text:
                text = text % {"prog": self.prog}
            self._parts.append(self._filled(text, max(self.width, 11)) + "\n\n")

    def add_section(
        self,
        title: str | None,
        description: str | None,
        arguments: list[Argument],
        entries: list[tuple[str, str | None]],
    ) -> None:
        """Add a group of arguments, with the names of commands and what they do."""
        text = ""
        if description is not None and description != SUPPRESS:
            if "%(prog)" in description:
                description = description % {"prog": self.prog}
            body = self._filled(description, max(self.width - 2, 11))
            text = "".join(["  " + line for line in body.splitlines(True)]) + "\n\n"
        for argument in arguments:
            if argument.help != SUPPRESS and not argument.is_gone:
                text += self._item(self.invocation(argument), argument.help, argument, 2)
                if argument.kind == "parsers":
                    for name, help in entries:
                        text += self._item(name, help, None, 4)
        if text != "":
            heading = "" if title is None or title == SUPPRESS else f"{title}:\n"
            self._parts.append(f"\n{heading}{text}\n")

    def measure(self, arguments: list[Argument], entries: list[tuple[str, str | None]]) -> None:
        """Take into account how long the names of arguments are."""
        for argument in arguments:
            if argument.help != SUPPRESS:
                length = len(self.invocation(argument))
                if argument.kind == "parsers":
                    length = max([length, *[len(name) for name, _ in entries]])
                self.action_max_length = max(self.action_max_length, length + 2)

    def _item(self, header: str, help: str | None, argument: Argument | None, indent: int) -> str:
        position = min(self.action_max_length + 2, self.max_help_position)
        room = position - indent - 2
        text = " " * indent + header
        if help is None or help.strip() == "":
            return text + "\n"
        expanded = (
            help % {"prog": self.prog} if argument is None else argument.help_text(self.prog, self._help_of(argument))
        )
        lines = self._split(expanded, max(self.width - position, 11))
        if len(lines) == 0:
            return text + "\n"
        first = text.ljust(position) if len(header) <= room else text + "\n" + " " * position
        text = first + lines[0] + "\n"
        for line in lines[1:]:
            text += " " * position + line + "\n"
        return text

    def format_help(self) -> str:
        """Give the whole text."""
        text = "".join(self._parts)
        while "\n\n\n" in text:
            text = text.replace("\n\n\n", "\n\n")
        return text.strip("\n") + "\n"

    # Arguments

    def _metavars(self, argument: Argument, default: str, count: int) -> list[str]:
        metavar = argument.metavar
        choices = argument.choice_names
        if metavar is not None:
            return metavar if len(metavar) > 1 else metavar * count
        if choices is not None:
            return ["{" + ",".join(choices) + "}"] * count
        return [default] * count

    def values(self, argument: Argument) -> str:
        """Show the texts that an argument takes."""
        default = self._default_metavar(argument)
        shape = argument.shape
        first = self._metavars(argument, default, 2)
        if shape == "":
            return first[0]
        if shape == OPTIONAL:
            return f"[{first[0]}]"
        if shape == ZERO_OR_MORE:
            metavar = argument.metavar
            is_pair = metavar is not None and len(metavar) == 2
            return f"[{first[0]} [{first[1]} ...]]" if is_pair else f"[{first[0]} ...]"
        if shape == ONE_OR_MORE:
            return f"{first[0]} [{first[1]} ...]"
        if shape == REMAINDER:
            return "..."
        if shape == PARSER:
            return f"{first[0]} ..."
        return " ".join(self._metavars(argument, default, int(shape)))

    def invocation(self, argument: Argument) -> str:
        """Show an argument as help names it."""
        if len(argument.option_strings) == 0:
            return " ".join(self._metavars(argument, self._default_metavar(argument), 1))
        if argument.least_and_most()[1] == 0:
            return ", ".join(argument.option_strings)
        values = self.values(argument)
        return ", ".join([f"{option} {values}" for option in argument.option_strings])

    def _in_usage(self, argument: Argument, in_group: bool) -> str:
        if len(argument.option_strings) == 0:
            text = self.values(argument)
            return text[1:-1] if in_group and text.startswith("[") and text.endswith("]") else text
        if argument.kind == "boolean":
            text = " | ".join(argument.option_strings)
        elif argument.least_and_most()[1] == 0:
            text = argument.option_strings[0]
        else:
            text = f"{argument.option_strings[0]} {self.values(argument)}"
        return text if argument.required or in_group else f"[{text}]"

    def _usage_of(self, arguments: list[Argument]) -> str:
        parts: list[str] = []
        at = 0
        while at < len(arguments):
            group = arguments[at].exclusive
            members = [argument for argument in arguments if group is not None and argument.exclusive is group]
            count = len(members)
            if group is not None and _are_same(arguments[at : at + count], members):
                shown = [self._in_usage(member, True) for member in members if member.help != SUPPRESS]
                text = " | ".join(shown)
                if len(shown) > 0:
                    parts.append(f"[{text}]" if not group.required else f"({text})" if len(shown) > 1 else text)
                at += count
            else:
                if arguments[at].help != SUPPRESS:
                    parts.append(self._in_usage(arguments[at], False))
                at += 1
        return " ".join(parts)

    def usage(self, usage: str | None, arguments: list[Argument], prefix: str) -> str:
        """Show what a command line looks like."""
        if usage is not None:
            return prefix + usage % {"prog": self.prog} + "\n\n"
        options = self._usage_of([argument for argument in arguments if len(argument.option_strings) > 0])
        positionals = self._usage_of([argument for argument in arguments if len(argument.option_strings) == 0])
        text = " ".join([part for part in [self.prog, options, positionals] if part != ""])
        if len(prefix) + len(text) > self.width:
            text = self._wrapped(prefix, _parts_of(options), _parts_of(positionals))
        return f"{prefix}{text}\n\n"

    def _wrapped(self, prefix: str, options: list[str], positionals: list[str]) -> str:
        prog = self.prog
        if len(prefix) + len(prog) <= 0.75 * self.width:
            indent = " " * (len(prefix) + len(prog) + 1)
            if len(options) > 0:
                lines = self._lines([prog, *options], indent, prefix)
                lines.extend(self._lines(positionals, indent, None))
            elif len(positionals) > 0:
                lines = self._lines([prog, *positionals], indent, prefix)
            else:
                lines = [prog]
        else:
            indent = " " * len(prefix)
            lines = self._lines([*options, *positionals], indent, None)
            if len(lines) > 1:
                lines = self._lines(options, indent, None)
                lines.extend(self._lines(positionals, indent, None))
            lines.insert(0, prog)
        return "\n".join(lines)

    def _lines(self, parts: list[str], indent: str, prefix: str | None) -> list[str]:
        lines: list[str] = []
        line: list[str] = []
        length = (len(indent) if prefix is None else len(prefix)) - 1
        for part in parts:
            if length + 1 + len(part) > self.width and len(line) > 0:
                lines.append(indent + " ".join(line))
                line = []
                length = len(indent) - 1
            line.append(part)
            length += len(part) + 1
        if len(line) > 0:
            lines.append(indent + " ".join(line))
        if prefix is not None:
            lines[0] = lines[0][len(indent) :]
        return lines


class RawDescriptionHelpFormatter(HelpFormatter):
    """Leaves descriptions as they are."""

    def _filled(self, text: str, width: int) -> str:
        return text


class RawTextHelpFormatter(RawDescriptionHelpFormatter):
    """Leaves all texts as they are."""

    def _split(self, text: str, width: int) -> list[str]:
        return text.splitlines()


class ArgumentDefaultsHelpFormatter(HelpFormatter):
    """Says the defaults."""

    def _help_of(self, argument: Argument) -> str:
        help = super()._help_of(argument)
        return help + " (default: %(default)s)" if "%(default)" not in help and argument.has_default() else help


class MetavarTypeHelpFormatter(HelpFormatter):
    """Names the values of arguments by their types."""

    def _default_metavar(self, argument: Argument) -> str:
        return argument.help_text(self.prog, "%(type)s")


def _are_same(some: list[Argument], others: list[Argument]) -> bool:
    if len(some) != len(others):
        return False
    for one, other in zip(some, others):
        if one is not other:
            return False
    return True


def _parts_of(usage: str) -> list[str]:
    """Split a text at spaces, but not within brackets."""
    parts: list[str] = []
    at = 0
    while at < len(usage):
        if usage[at] == " ":
            at += 1
            continue
        end = at + 1
        closing = ")" if usage[at] == "(" else "]" if usage[at] == "[" else ""
        while closing != "" and end <= len(usage):
            if usage[end - 1] == closing and (end == len(usage) or usage[end] == " "):
                break
            end += 1
        if closing == "" or end > len(usage):
            end = usage.find(" ", at)
            if end < 0:
                end = len(usage)
        parts.append(usage[at:end])
        at = end
    return parts
