"""Generators: functions that give their values one by one. A generator's body runs on a stack of its own."""

from pyc._runtime import (
    coroutine_close,
    coroutine_delegate,
    coroutine_is_running,
    coroutine_resume,
    coroutine_slot,
    coroutine_start,
    coroutine_suspend,
)
from pyc.unsafe import (
    Ptr,
    alloc,
    callback_code,
    free,
    is_same,
    object_pointer,
    ptr_cast,
    ptr_drop,
    ptr_init,
    ptr_is_null,
    ptr_load,
    ptr_null,
    ptr_offset,
    ptr_store,
    ptr_take,
    size_of,
)

from .errors import raise_recursion_error, raise_type_error, raise_value_error


class generator[T, R, B, A]:
    """What the call of a generator function gives: an iterator that runs the body `B` with arguments `A` up to its next value, and gives `R` at its end.

    The slot, which the body finds by itself, holds an exception to raise where the body waits, whether there is one, and the value that is given.
    """

    _body: B
    _arguments: A
    # Only there when the body has returned.
    _result: R
    _exception: BaseException | None
    # Null before the body starts.
    _coroutine: Ptr[u8]
    _slot: Ptr[u8]
    _has_value: bool
    _is_done: bool
    _is_delegate: bool
    _has_result: bool

    def __init__(self, body: B, arguments: A) -> None:
        self._body = body
        self._arguments = arguments
        self._exception = None
        self._coroutine = ptr_null[u8]()
        self._slot = alloc(16 + size_of[T]())
        ptr_init(ptr_cast[bool](self._slot), 8, False)
        self._has_value = False
        self._is_done = False
        self._is_delegate = False
        self._has_result = False

    def __iter__(self) -> generator[T, B, A]:
        return self

    def __call__(self) -> None:
        """Run the body: on the coroutine's stack, where nobody catches what it raises."""
        try:
            self._result = self._body(*self._arguments)
            self._has_result = True
        except GeneratorExit as e:
            if not self._is_done:
                self._exception = e
        except StopIteration as e:
            error = RuntimeError("generator raised StopIteration")
            error.__cause__ = e
            error.__context__ = e
            error.__suppress_context__ = True
            self._exception = error
        except BaseException as e:
            self._exception = e

    def __has_next__(self) -> bool:
        return self._has_value or self._advance()

    def __next__(self) -> T:
        if not self._has_value and not self._advance():
            self._stop()
        self._has_value = False
        return ptr_take(ptr_cast[T](ptr_offset(self._slot, 16)), 0)

    def _stop(self):
        """Say that there are no more values; the first time with the result."""
        if is_same[R, None]():
            raise StopIteration()
        elif self._has_result:
            self._has_result = False
            raise StopIteration(self._result)
        else:
            raise StopIteration()

    def _check_start(self, is_none: bool) -> None:
        """Check that a generator to which a value is sent waits for one."""
        if not is_none and not self._is_done and ptr_is_null(self._coroutine):
            raise_type_error("can't send non-None value to a just-started generator")

    def throw(self, kind):
        """Raise an exception where the body waits; give its next value."""
        exception = kind() if callable(kind) else kind
        if self._has_value:
            self._has_value = False
            ptr_drop(ptr_cast[T](ptr_offset(self._slot, 16)), 0)
        if self._is_done or ptr_is_null(self._coroutine):
            self._is_done = True
            raise exception
        self._check_idle()
        self._receive(exception)
        return self.__next__()

    def _receive(self, exception: BaseException) -> None:
        """Let the body find an exception when it goes on; at the end of `yield from`, end."""
        if isinstance(exception, GeneratorExit) and self._is_delegate:
            self.close()
            raise exception
        ptr_init(ptr_cast[BaseException](self._slot), 0, exception)
        ptr_store(ptr_cast[bool](self._slot), 8, True)

    def _advance(self) -> bool:
        """Run up to the next value; say whether there is one."""
        if self._is_done:
            return False
        if ptr_is_null(self._coroutine):
            self._start()
        state = coroutine_resume(self._coroutine)
        if state == 0:
            self._finish()
            return False
        if state == 2:
            raise_value_error("generator already executing")
        self._has_value = True
        return True

    def _start(self) -> None:
        self._coroutine = coroutine_start(callback_code(self), object_pointer(self), self._slot)
        if ptr_is_null(self._coroutine):
            raise_recursion_error()

    def _check_idle(self) -> None:
        if coroutine_is_running(self._coroutine):
            raise_value_error("generator already executing")

    def _finish(self) -> None:
        """Give the coroutine's memory back, whose body has ended, and raise what it has raised."""
        self._is_done = True
        coroutine_close(self._coroutine)
        exception = self._exception
        if exception is not None:
            self._exception = None
            raise exception

    def _yield_all(self) -> None:
        """Yield all values in the place of the generator that runs, which has values of the same type."""
        if self._has_value:
            _yield(self.__next__())
        if self._is_done:
            return
        if ptr_is_null(self._coroutine):
            self._start()
        else:
            self._check_idle()
        is_to_raise = coroutine_delegate(self._coroutine)
        # Somebody else may have run it to its end.
        if not self._is_done:
            self._finish()
        if is_to_raise:
            _raise_received()

    def close(self) -> None:
        """End the body: where it waits `GeneratorExit` is raised."""
        if self._has_value:
            self._has_value = False
            ptr_drop(ptr_cast[T](ptr_offset(self._slot, 16)), 0)
        if not self._is_done and not ptr_is_null(self._coroutine):
            self._check_idle()
            self._is_done = True
            if not coroutine_close(self._coroutine):
                raise RuntimeError("generator ignored GeneratorExit")
            exception = self._exception
            if exception is not None:
                self._exception = None
                raise exception
        self._is_done = True

    def __destroy__(self) -> None:
        self.close()
        free(self._slot)


def _yield[T](value: T) -> None:
    """Give a value to the one that runs the generator, and wait."""
    ptr_init(ptr_cast[T](ptr_offset(coroutine_slot(), 16)), 0, value)
    if coroutine_suspend():
        _raise_received()


def _raise_received() -> None:
    """Raise the exception that was thrown into the running generator, or that of its end."""
    slot = coroutine_slot()
    if not ptr_load(ptr_cast[bool](slot), 8):
        raise GeneratorExit()
    ptr_store(ptr_cast[bool](slot), 8, False)
    raise ptr_take(ptr_cast[BaseException](slot), 0)
