"""Helpers for `with`."""

from functools import wraps

from _calls import Call, Work
from _redirection import SinkOf, redirect_error, redirect_output, restore_error, restore_output
from pyc import unroll
from pyc.unsafe import Keywords

__all__ = [
    "AbstractContextManager",
    "ExitStack",
    "chdir",
    "closing",
    "contextmanager",
    "nullcontext",
    "redirect_stderr",
    "redirect_stdout",
    "suppress",
]


class AbstractContextManager:
    """A base for managers: `__enter__` gives the manager itself."""

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_value, traceback):
        return None


class _Generator[G]:
    """What a function that `contextmanager` decorates gives: its body runs to the `yield`, and on from there at the end of the `with`."""

    _generator: G

    def __init__(self, generator: G) -> None:
        self._generator = generator

    def __enter__(self):
        try:
            return next(self._generator)
        except StopIteration:
            raise RuntimeError("generator didn't yield") from None

    def __exit__(self, kind, value, traceback) -> bool:
        if value is None:
            try:
                next(self._generator)
            except StopIteration:
                return False
            raise RuntimeError("generator didn't stop")
        try:
            self._generator.throw(value)
        except StopIteration as e:
            return e is not value
        except BaseException as e:
            if e is not value:
                raise
            return False
        raise RuntimeError("generator didn't stop after throw()")


def contextmanager(function):
    """Make a function that yields once into one that gives a manager.

    >>> @contextmanager
    ... def tag(name):
    ...     print(f"<{name}>")
    ...     yield name.upper()
    ...     print(f"</{name}>")
    >>> with tag("b") as bold:
    ...     print(bold)
    <b>
    B
    </b>
    """

    @wraps(function)
    def manage(*args, **kwargs: Keywords):
        return _Generator(function(*args, **kwargs))

    return manage


class closing[T]:
    """Close something at the end of the `with`."""

    thing: T

    def __init__(self, thing: T) -> None:
        self.thing = thing

    def __enter__(self) -> T:
        return self.thing

    def __exit__(self, kind, value, traceback) -> None:
        self.thing.close()


class _Null[T]:
    """What `nullcontext` gives."""

    enter_result: T

    def __init__(self, enter_result: T) -> None:
        self.enter_result = enter_result

    def __enter__(self) -> T:
        return self.enter_result

    def __exit__(self, kind, value, traceback) -> None:
        pass


def nullcontext(enter_result=None):
    """Give a manager that does nothing."""
    return _Null(enter_result)


class _Suppress[E]:
    """What `suppress` gives."""

    _exceptions: E

    def __init__(self, exceptions: E) -> None:
        self._exceptions = exceptions

    def __enter__(self) -> None:
        pass

    def __exit__(self, kind, value, traceback) -> bool:
        if kind is not None:
            for exception in unroll(self._exceptions):
                if issubclass(kind, exception):
                    return True
        return False


def suppress(*exceptions):
    """Go on behind the `with` when one of these is raised in it."""
    return _Suppress(exceptions)


# What is printed


class redirect_stdout[T]:
    """Lets something else take what is printed.

    >>> from io import StringIO
    >>> with redirect_stdout(StringIO()) as text:
    ...     print("hidden")
    >>> text.getvalue()
    'hidden\\n'
    """

    _target: T

    def __init__(self, new_target: T) -> None:
        self._target = new_target

    def __enter__(self) -> T:
        redirect_output(SinkOf(self._target))
        return self._target

    def __exit__(self, kind, value, traceback) -> None:
        restore_output()


class redirect_stderr[T]:
    """Lets something else take what is written to standard error."""

    _target: T

    def __init__(self, new_target: T) -> None:
        self._target = new_target

    def __enter__(self) -> T:
        redirect_error(SinkOf(self._target))
        return self._target

    def __exit__(self, kind, value, traceback) -> None:
        restore_error()


class chdir:
    """Works in another folder for a while."""

    path: str
    _before: list[str]

    def __init__(self, path) -> None:
        self.path = str(path)
        self._before = []

    def __enter__(self) -> None:
        from os import chdir, getcwd

        self._before.append(getcwd())
        chdir(self.path)

    def __exit__(self, kind, value, traceback) -> None:
        from os import chdir

        chdir(self._before.pop())


# Several at once


class _Exit:
    """Something to do at the end."""

    def leave(self, error: BaseException | None) -> bool:
        """Do it; say whether the exception is dealt with."""
        return False


class _Leave[M](_Exit):
    """Leaves a manager."""

    _manager: M

    def __init__(self, manager: M) -> None:
        self._manager = manager

    def leave(self, error: BaseException | None) -> bool:
        manager = self._manager
        if error is None:
            return bool(manager.__exit__(None, None, None))
        return bool(manager.__exit__(type(error), error, error.__traceback__))


class _Callback(_Exit):
    """Calls a function."""

    _call: Work

    def __init__(self, call: Work) -> None:
        self._call = call

    def leave(self, error: BaseException | None) -> bool:
        self._call.do()
        return False


class ExitStack:
    """Managers that are left together, the last one first.

    >>> with ExitStack() as stack:
    ...     stack.callback(print, "done")
    ...     print("working")
    working
    done
    """

    _exits: list[_Exit]

    def __init__(self) -> None:
        self._exits = []

    def enter_context(self, cm):
        """Enter a manager, and leave it at the end; give what it gives."""
        result = cm.__enter__()
        self._exits.append(_Leave(cm))
        return result

    def push(self, exit):
        """Leave a manager at the end that was not entered here."""
        self._exits.append(_Leave(exit))
        return exit

    def callback(self, callback, /, *args, **kwds: Keywords) -> None:
        """Call a function at the end."""
        self._exits.append(_Callback(Call(callback, args, kwds)))

    def pop_all(self) -> ExitStack:
        """Give another one with everything that was to be done here."""
        other = ExitStack()
        other._exits = self._exits
        self._exits = []
        return other

    def close(self) -> None:
        """Do everything now."""
        self._leave(None)

    def __enter__(self) -> ExitStack:
        return self

    def __exit__(self, kind, value: BaseException | None, traceback) -> bool:
        return self._leave(value)

    def _leave(self, value: BaseException | None) -> bool:
        pending = value
        while len(self._exits) > 0:
            try:
                if self._exits.pop().leave(pending):
                    pending = None
            except BaseException as error:
                if error is not pending and error.__context__ is None:
                    error.__context__ = pending
                pending = error
        if pending is not None and pending is not value:
            raise pending
        return value is not None and pending is None
