"""Generators: functions that give their values one by one. A generator's body runs on a stack of its own."""

from pyc._runtime import coroutine_close, coroutine_resume, coroutine_slot, coroutine_start, coroutine_suspend
from pyc.unsafe import (
    Ptr,
    alloc,
    callback_code,
    free,
    object_pointer,
    ptr_cast,
    ptr_drop,
    ptr_init,
    ptr_is_null,
    ptr_null,
    ptr_offset,
    ptr_store,
    ptr_take,
    size_of,
)

from .errors import raise_value_error


class generator[T, B, A]:
    """What the call of a generator function gives: an iterator that runs the body `B` with arguments `A` up to its next value."""

    _body: B
    _arguments: A
    _exception: BaseException | None
    # Null before the body starts.
    _coroutine: Ptr[u8]
    _slot: Ptr[u8]
    _has_value: bool
    _is_running: bool
    _is_done: bool

    def __init__(self, body: B, arguments: A) -> None:
        self._body = body
        self._arguments = arguments
        self._exception = None
        self._coroutine = ptr_null[u8]()
        self._slot = alloc(_thrown_offset[T]() + size_of[BaseException | None]())
        ptr_init(_thrown[T](self._slot), 0, None)
        self._has_value = False
        self._is_running = False
        self._is_done = False

    def __iter__(self) -> generator[T, B, A]:
        return self

    def __call__(self) -> None:
        """Run the body: on the coroutine's stack, where nobody catches what it raises."""
        try:
            self._body(*self._arguments)
        except GeneratorExit:
            pass
        except BaseException as e:
            self._exception = e

    def __has_next__(self) -> bool:
        return self._has_value or self._advance()

    def __next__(self) -> T:
        if not self._has_value and not self._advance():
            raise StopIteration()
        self._has_value = False
        return ptr_take(ptr_cast[T](self._slot), 0)

    def _advance(self) -> bool:
        """Run up to the next value; say whether there is one."""
        if self._is_done:
            return False
        if self._is_running:
            raise_value_error("generator already executing")
        if ptr_is_null(self._coroutine):
            self._coroutine = coroutine_start(callback_code(self), object_pointer(self), self._slot)
            if ptr_is_null(self._coroutine):
                raise MemoryError()
        self._is_running = True
        self._has_value = coroutine_resume(self._coroutine)
        self._is_running = False
        if self._has_value:
            return True
        self._is_done = True
        coroutine_close(self._coroutine)
        exception = self._exception
        if exception is not None:
            self._exception = None
            raise exception
        return False

    def throw(self, exception: BaseException) -> T:
        """Raise an exception where the body waits; give the next value."""
        if self._has_value:
            self._has_value = False
            ptr_drop(ptr_cast[T](self._slot), 0)
        if self._is_done or ptr_is_null(self._coroutine):
            self._is_done = True
            raise exception
        ptr_store(_thrown[T](self._slot), 0, exception)
        return self.__next__()

    def close(self) -> None:
        """End the body: where it waits `GeneratorExit` is raised."""
        if self._has_value:
            self._has_value = False
            ptr_drop(ptr_cast[T](self._slot), 0)
        if not self._is_done and not ptr_is_null(self._coroutine):
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
        ptr_drop(_thrown[T](self._slot), 0)
        free(self._slot)


def _thrown_offset[T]() -> int:
    """Give the distance from a value's place to that of the exception that the body is to raise."""
    return (size_of[T]() + 7) // 8 * 8


def _thrown[T](slot: Ptr[u8]) -> Ptr[BaseException | None]:
    """Give the place of the exception that the body is to raise where it waits."""
    return ptr_cast[BaseException | None](ptr_offset(slot, _thrown_offset[T]()))


def _yield[T](value: T) -> None:
    """Give a value to the one that runs the generator, and wait."""
    ptr_init(ptr_cast[T](coroutine_slot()), 0, value)
    if coroutine_suspend():
        raise GeneratorExit()
    place = _thrown[T](coroutine_slot())
    thrown = place[0]
    if thrown is not None:
        ptr_store(place, 0, None)
        raise thrown
