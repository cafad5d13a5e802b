"""Standard input, which `input` and `sys.stdin` share."""

from builtins.io import TextFile

standard_input: TextFile = TextFile(0, "r", None, None, None)
standard_input.name = "<stdin>"
