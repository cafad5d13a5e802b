"""Names for the types of functions and other things of the language. The compiler knows what they mean; there is nothing to run."""


class FunctionType:
    """A function that is written in Python."""


class LambdaType:
    """The same as a function."""


class BuiltinFunctionType:
    """A function that is not written in Python."""


class GeneratorType:
    """What a function that yields gives."""


class CodeType:
    """What a function runs."""


class CoroutineType:
    """What an `async` function gives."""


class AsyncGeneratorType:
    """What an `async` function that yields gives."""


class FrameType:
    """A call that is under way."""


class ModuleType:
    """A module."""


class TracebackType:
    """Where an exception has come through."""
