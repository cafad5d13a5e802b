"""Goes through a command line."""

from ._argument import MANY, PARSER, REMAINDER, SUPPRESS, Argument
from ._namespace import Namespace
from ._parser import ArgumentParser


class Option:
    """A text that looks like an option: what it stands for, the name it was found by, and what it brings along."""

    argument: Argument | None
    name: str
    value: str | None

    def __init__(self, argument: Argument | None, name: str, value: str | None) -> None:
        self.argument = argument
        self.name = name
        self.value = value


class Line:
    """A command line that is read: the texts, and for each one a letter, `O` for an option, `A` for others, `-` for the first `--`."""

    parser: ArgumentParser
    namespace: Namespace
    texts: list[str]
    letters: str
    options: dict[int, Option]
    positionals: list[Argument]
    extras: list[str]
    seen: list[Argument]
    # Those of a group of which only one may be given.
    chosen: list[Argument]

    def __init__(self, parser: ArgumentParser, texts: list[str], namespace: Namespace) -> None:
        self.parser = parser
        self.namespace = namespace
        self.texts = texts
        self.options = {}
        self.positionals = [argument for argument in parser._known.arguments if len(argument.option_strings) == 0]
        self.extras = []
        self.seen = []
        self.chosen = []
        letters: list[str] = []
        for place, text in enumerate(texts):
            if text == "--" and "-" not in letters:
                letters.append("-")
            elif "-" in letters:
                letters.append("A")
            else:
                option = self._option(text)
                if option is None:
                    letters.append("A")
                else:
                    self.options[place] = option
                    letters.append("O")
        self.letters = "".join(letters)

    def _option(self, text: str) -> Option | None:
        """Give what a text stands for if it is an option."""
        parser = self.parser
        if text == "" or text[0] not in parser._known.prefix_chars:
            return None
        found = parser._known.by_option.get(text)
        if found is not None:
            return Option(found, text, None)
        if len(text) == 1:
            return None
        if "=" in text:
            name, value = text.split("=", 1)
            found = parser._known.by_option.get(name)
            if found is not None:
                return Option(found, name, value)
        candidates = self._abbreviated(text)
        if len(candidates) > 1:
            matches = ", ".join([candidate.name for candidate in candidates])
            parser.error(f"ambiguous option: {text} could match {matches}")
        if len(candidates) == 1:
            return candidates[0]
        if is_negative_number(text) and not parser._known.has_negative_options:
            return None
        if " " in text:
            return None
        return Option(None, text, None)

    def _abbreviated(self, text: str) -> list[Option]:
        """Give the options that a text may be the beginning of, or whose single letter it begins with."""
        found: list[Option] = []
        prefixes = self.parser._known.prefix_chars
        if text[1] in prefixes:
            if self.parser.allow_abbrev:
                name, equals, value = text.partition("=")
                for option, argument in self.parser._known.by_option.items():
                    if option.startswith(name):
                        found.append(Option(argument, option, value if equals != "" else None))
        else:
            for option, argument in self.parser._known.by_option.items():
                if option == text[:2]:
                    found.append(Option(argument, option, text[2:]))
                elif option.startswith(text):
                    found.append(Option(argument, option, None))
        return found

    # Reading

    def read(self) -> None:
        """Read all texts."""
        place = 0
        last = max(self.options, default=-1)
        while place <= last:
            following = min([index for index in self.options if index >= place])
            if place != following:
                end = self._read_positionals(place)
                if end > place:
                    place = end
                    continue
            if place not in self.options:
                self.extras.extend(self.texts[place:following])
                place = following
            place = self._read_option(place)
        self.extras.extend(self.texts[self._read_positionals(place) :])
        self._finish()

    def _read_positionals(self, place: int) -> int:
        """Give as many positional arguments as possible what they take from a place on; give where that ends."""
        rest = self.letters[place:]
        count = len(self.positionals)
        lengths = matched(self.positionals[:count], rest)
        while lengths is None:
            count -= 1
            lengths = matched(self.positionals[:count], rest)
        taken = self.positionals[:count]
        self.positionals = self.positionals[count:]
        for argument, length in zip(taken, lengths):
            texts = self.texts[place : place + length]
            place += length
            if argument.shape != PARSER and argument.shape != REMAINDER and "--" in texts:
                texts.remove("--")
            self._act(argument, texts, "")
        return place

    def _read_option(self, place: int) -> int:
        """Read an option and what belongs to it; give where that ends."""
        option = self.options[place]
        argument = option.argument
        name = option.name
        value = option.value
        flags: list[tuple[Argument, str]] = []
        while True:
            if argument is None:
                self.extras.append(self.texts[place])
                return place + 1
            if value is None:
                length = longest(argument, self.letters[place + 1 :])
                texts = self.texts[place + 1 : place + 1 + length]
                end = place + 1 + length
                break
            most = argument.least_and_most()[1]
            if most == 0 and name[1] not in self.parser._known.prefix_chars and value != "":
                # Several letters behind one dash.
                flags.append((argument, name))
                name = name[0] + value[0]
                following = self.parser._known.by_option.get(name)
                if following is None:
                    argument.fail(f"ignored explicit argument {value!r}")
                argument = following
                value = value[1:] if len(value) > 1 else None
            elif most > 0 and argument.least_and_most()[0] <= 1:
                texts = [value]
                end = place + 1
                break
            else:
                if most > 0:
                    longest(argument, "A")
                argument.fail(f"ignored explicit argument {value!r}")
        for flag, flag_name in flags:
            self._act(flag, [], flag_name)
        self._act(argument, texts, name)
        return end

    def _act(self, argument: Argument, texts: list[str], option: str) -> None:
        self.seen.append(argument)
        group = argument.exclusive
        if group is not None and (option != "" or len(texts) > 0):
            for other in self.chosen:
                if other.exclusive is group and other is not argument:
                    argument.fail(f"not allowed with argument {other.name()}")
            self.chosen.append(argument)
        if argument.kind == "help":
            self.parser.print_help()
            self.parser.exit()
        elif argument.kind == "version":
            self.parser._print_version(argument)
        elif argument.kind == "parsers":
            self._read_command(argument, texts)
        else:
            argument.act(self.namespace, texts, option)

    def _read_command(self, argument: Argument, texts: list[str]) -> None:
        """Let the parser of a command read the rest."""
        commands = self.parser._commands
        name = texts[0]
        if commands is None or name not in commands.choices:
            argument.fail(f"invalid choice: {name!r} (choose from {', '.join(argument.choice_texts)})")
        else:
            if argument.dest != SUPPRESS:
                self.namespace._set(argument.dest, name)
            inner, rest = commands.choices[name].parse_known_args(texts[1:])
            for key, value in inner._values.items():
                self.namespace._set(key, value)
            self.extras.extend(rest)

    def _finish(self) -> None:
        """Check that what is required was given; read the defaults of the others."""
        missing: list[str] = []
        for argument in self.parser._known.arguments:
            if not any([argument is seen for seen in self.seen]):
                if argument.required:
                    missing.append(argument.name() or "")
                else:
                    argument.convert_default(self.namespace)
        if len(missing) > 0:
            self.parser.error(f"the following arguments are required: {', '.join(missing)}")
        for group in self.parser._known.exclusions:
            if group.required and not any([chosen.exclusive is group for chosen in self.chosen]):
                names = [
                    argument.name() or ""
                    for argument in self.parser._known.arguments
                    if argument.exclusive is group and argument.help != SUPPRESS
                ]
                self.parser.error(f"one of the arguments {' '.join(names)} is required")


def takes(argument: Argument, letters: str) -> bool:
    """Say whether an argument takes exactly some texts."""
    if argument.shape == REMAINDER:
        return True
    if argument.shape == PARSER:
        return letters.lstrip("-").startswith("A")
    least, most = argument.least_and_most()
    if "O" in letters or (len(argument.option_strings) > 0 and "-" in letters):
        return False
    return least <= letters.count("A") <= most


def matched(arguments: list[Argument], letters: str) -> list[int] | None:
    """Give how many texts each of some arguments takes, the first ones as many as possible."""
    if len(arguments) == 0:
        return []
    for length in range(len(letters), -1, -1):
        if takes(arguments[0], letters[:length]):
            rest = matched(arguments[1:], letters[length:])
            if rest is not None:
                return [length, *rest]
    return None


def longest(argument: Argument, letters: str) -> int:
    """Give how many texts an option takes, as many as possible."""
    for length in range(len(letters), -1, -1):
        if takes(argument, letters[:length]):
            return length
    least, most = argument.least_and_most()
    if argument.shape == "":
        argument.fail("expected one argument")
    if most == 1 and least == 0:
        argument.fail("expected at most one argument")
    if most == MANY:
        argument.fail("expected at least one argument")
    argument.fail(f"expected {least} argument{'' if least == 1 else 's'}")
    return 0


def is_negative_number(text: str) -> bool:
    """Say whether a text is a number below zero."""
    whole, dot, fraction = text[1:].partition(".")
    if text[0] != "-" or not (whole + fraction).isdecimal():
        return False
    return dot == "" or fraction != ""
