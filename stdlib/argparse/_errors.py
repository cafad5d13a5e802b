"""What is wrong with a command line."""


class ArgumentError(Exception):
    """An argument can't be used."""

    argument_name: str | None
    message: str

    def __init__(self, argument_name: str | None, message: str) -> None:
        self.argument_name = argument_name
        self.message = message

    def __str__(self) -> str:
        if self.argument_name is None:
            return self.message
        return f"argument {self.argument_name}: {self.message}"


class ArgumentTypeError(Exception):
    """What a function that `type` names says of a text."""
