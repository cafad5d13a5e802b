"""Arguments: what may stand in a command line, and what becomes of it."""

from pyc.unsafe import Word, word_text

from ._errors import ArgumentError, ArgumentTypeError
from ._namespace import Namespace

SUPPRESS = "==SUPPRESS=="
OPTIONAL = "?"
ZERO_OR_MORE = "*"
ONE_OR_MORE = "+"
PARSER = "A..."
REMAINDER = "..."

# Stands for more texts than anybody gives.
MANY = 9223372036854775807


class BooleanOptionalAction:
    """`--name` and `--no-name`."""


class Exclusion:
    """What arguments have in common of which only one may be given."""

    required: bool

    def __init__(self, required: bool) -> None:
        self.required = required


class Argument:
    """What does not depend on the types of the values."""

    option_strings: list[str]
    dest: str
    # What `nargs` says: a number as text, or nothing for one text.
    shape: str
    required: bool
    help: str | None
    metavar: list[str] | None
    kind: str
    # What the choices are called, as texts and as they are written.
    choice_names: list[str] | None
    choice_texts: list[str]
    version: str | None
    # The group of which only one may be given.
    exclusive: Exclusion | None
    # Whether another argument has all of its options now.
    is_gone: bool

    def __init__(self, option_strings: list[str], dest: str, kind: str) -> None:
        self.option_strings = option_strings
        self.dest = dest
        self.kind = kind
        self.shape = ""
        self.required = False
        self.help = None
        self.metavar = None
        self.choice_names = None
        self.choice_texts = []
        self.version = None
        self.exclusive = None
        self.is_gone = False

    def name(self) -> str | None:
        """Give what messages call the argument."""
        metavar = self.metavar
        choices = self.choice_names
        if len(self.option_strings) > 0:
            return "/".join(self.option_strings)
        if metavar is not None:
            return ", ".join(metavar)
        if self.dest != SUPPRESS:
            return self.dest
        if choices is not None:
            return "{" + ",".join(choices) + "}"
        return None

    def least_and_most(self) -> tuple[int, int]:
        """Give how many texts the argument takes."""
        if self.shape == "":
            return (1, 1)
        if self.shape == OPTIONAL:
            return (0, 1)
        if self.shape == ZERO_OR_MORE or self.shape == REMAINDER:
            return (0, MANY)
        if self.shape == ONE_OR_MORE or self.shape == PARSER:
            return (1, MANY)
        return (int(self.shape), int(self.shape))

    def fail(self, message: str):
        """Raise the error of a text that the argument can't take."""
        raise ArgumentError(self.name(), message)

    # What depends on the types

    def begin(self, namespace: Namespace) -> None:
        """Give the default, and forget what was collected."""

    def convert_default(self, namespace: Namespace) -> None:
        """Give what a default means that is a text."""

    def act(self, namespace: Namespace, texts: list[str], option: str) -> None:
        """Do what the argument stands for."""

    def help_text(self, prog: str, help: str) -> str:
        """Give the help with what it names put in."""
        return help

    def has_default(self) -> bool:
        """Say whether there is a default that help can show."""
        return False


class TypedArgument[A, N, T, D, C, K](Argument):
    """An argument with its action, number of texts, type, default, constant and choices."""

    action: A
    nargs: N
    type: T
    default: D
    const: C
    choices: K
    # How often it was given.
    count: int

    def __init__(
        self,
        option_strings: list[str],
        dest: str,
        kind: str,
        action: A,
        nargs: N,
        type: T,
        default: D,
        const: C,
        choices: K,
    ) -> None:
        super().__init__(option_strings, dest, kind)
        self.action = action
        self.nargs = nargs
        self.type = type
        self.default = default
        self.const = const
        self.choices = choices
        self.count = 0
        if choices is not None:
            self.choice_names = [str(choice) for choice in choices]
            self.choice_texts = [repr(choice) for choice in choices]

    def _one(self, text: str):
        """Give what a text means."""
        type = self.type
        if type is None:
            return text
        else:
            try:
                return type(text)
            except ArgumentTypeError as error:
                self.fail(str(error))
            except (TypeError, ValueError):
                self.fail(f"invalid {self._type_name()} value: {text!r}")
            raise ValueError(text)

    def _type_name(self) -> str:
        type = self.type
        if type is None:
            return "None"
        elif hasattr(type, "__name__"):
            return type.__name__
        else:
            return repr(type)

    def _check(self, value) -> None:
        choices = self.choices
        if choices is not None:
            if value not in choices:
                self.fail(f"invalid choice: {value!r} (choose from {', '.join(self.choice_texts)})")

    def _checked(self, text: str):
        value = self._one(text)
        self._check(value)
        return value

    def _several(self, texts: list[str]):
        return [self._checked(text) for text in texts]

    def _value(self, texts: list[str]):
        """Give what texts mean."""
        nargs = self.nargs
        default = self.default
        if nargs is None:
            return self._checked(texts[0])
        elif nargs == "?":
            if len(texts) == 1:
                return self._checked(texts[0])
            elif len(self.option_strings) > 0:
                return self._absent(self.const)
            else:
                return self._absent(default)
        elif nargs == "*":
            if len(texts) == 0 and len(self.option_strings) == 0:
                if default is None:
                    return self._several(texts)
                else:
                    return default
            return self._several(texts)
        elif nargs == "...":
            return [self._one(text) for text in texts]
        else:
            return self._several(texts)

    def _absent(self, value):
        """Give what stands for an argument that is not there; a text is read as if it were given."""
        if isinstance(value, str):
            return self._checked(value)
        else:
            return value

    def begin(self, namespace: Namespace) -> None:
        self.count = 0
        if self.dest == SUPPRESS or self.dest in namespace:
            return
        default = self.default
        if default is None:
            namespace._set(self.dest, _default_of(self.action))
        elif isinstance(default, str):
            if default != SUPPRESS:
                namespace._set(self.dest, default)
        else:
            namespace._set(self.dest, default)

    def convert_default(self, namespace: Namespace) -> None:
        default = self.default
        if isinstance(default, str):
            type = self.type
            if type is not None:
                if default != SUPPRESS and self.dest in namespace and namespace._values[self.dest] == default:
                    namespace._set(self.dest, self._one(default))

    def act(self, namespace: Namespace, texts: list[str], option: str) -> None:
        action = self.action
        if action is None:
            namespace._set(self.dest, self._value(texts))
        elif action == "store":
            namespace._set(self.dest, self._value(texts))
        elif action == "store_const":
            namespace._set(self.dest, self.const)
        elif action == "store_true":
            namespace._set(self.dest, True)
        elif action == "store_false":
            namespace._set(self.dest, False)
        elif action == BooleanOptionalAction:
            namespace._set(self.dest, not option.startswith("--no-"))
        elif action == "append":
            self._collect(namespace, [self._value(texts)])
        elif action == "append_const":
            self._collect(namespace, [self.const])
        elif action == "extend":
            self._collect(namespace, self._value(texts))
        elif action == "count":
            self.count += 1
            namespace._set(self.dest, _sum(self.default, self.count))

    def _collect(self, namespace: Namespace, values) -> None:
        """Add values to those that are there, in a list of its own."""
        items = []
        default = self.default
        if self.count == 0:
            if default is not None:
                for item in default:
                    items.append(item)
        else:
            before = namespace._values[self.dest]
            if isinstance(before, list):
                for item in before:
                    items.append(item)
        for value in values:
            items.append(value)
        self.count += 1
        namespace._set(self.dest, items)

    def help_text(self, prog: str, help: str) -> str:
        metavar = self.metavar
        return help % {
            "prog": prog,
            "default": self.default,
            "const": self.const,
            "type": self._type_name(),
            "choices": ", ".join(self.choice_names or []),
            "dest": self.dest,
            "metavar": None if metavar is None else metavar[0],
            "nargs": None if self.shape == "" else self.shape,
            "required": self.required,
            "help": self.help,
        }

    def has_default(self) -> bool:
        default = self.default
        is_shown = len(self.option_strings) > 0 or self.shape == OPTIONAL or self.shape == ZERO_OR_MORE
        if isinstance(default, str):
            return is_shown and default != SUPPRESS
        else:
            return is_shown


def _default_of(action):
    """Give the default of an argument that names none."""
    if action is None:
        return None
    elif action == "store_true":
        return False
    elif action == "store_false":
        return True
    else:
        return None


def _sum(default, count: int) -> int:
    if default is None:
        return count
    else:
        return default + count


def shape_of(nargs) -> str:
    """Give what `nargs` says as text."""
    if nargs is None:
        return ""
    elif isinstance(nargs, int):
        return str(nargs)
    else:
        return word_text(nargs)
