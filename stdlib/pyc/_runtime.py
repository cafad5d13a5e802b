"""What the library takes from the runtime and from C: declarations only.

Numbers of type `int` are 64 bits wide on both sides. Functions that can fail give a negative error number.
"""

from pyc import extern
from pyc.fixed import u8
from pyc.unsafe import Ptr

# Streams and files. Standard output (1) has a buffer, which is written out at exit, and at line ends on terminals.


@extern("pyc_write")
def file_write(file: int, data: Ptr[u8], size: int) -> int:
    """Write all of some bytes."""
    ...


@extern("pyc_flush")
def file_flush(file: int) -> int:
    """Write out what a buffer holds."""
    ...


@extern("pyc_set_output")
def set_output(file: int, writer: Ptr[u8], is_buffered: bool) -> Ptr[u8]:
    """Hand what is written to standard output (1) or error (2) to a C function; give the one before, which may be null.

    `writer(data, size)` gives less than zero if it fails.
    """
    ...


@extern("pyc_at_end")
def call_at_end(code: Ptr[u8], environment: Ptr[u8]) -> None:
    """Have an object called at the end of the program."""
    ...


@extern("pyc_task_new")
def task_new(code: Ptr[u8], environment: Ptr[u8], size: int) -> Ptr[u8]:
    """Make a task that will call an object, on a stack of its own; give null where there is no room."""
    ...


@extern("pyc_task_resume")
def task_resume(task: Ptr[u8]) -> bool:
    """Let a task go on until it gives way; say whether it will go on. One that has ended is gone. Only for the program itself."""
    ...


@extern("pyc_task_suspend")
def task_suspend() -> None:
    """Let the one that resumed this task go on."""
    ...


@extern("pyc_read")
def file_read(file: int, data: Ptr[u8], size: int) -> int:
    """Read up to `size` bytes and give their number; 0 at the end."""
    ...


@extern("pyc_open")
def file_open(path: Ptr[u8], size: int, mode: int) -> int:
    """Open a file: mode 0 reads, 1 writes anew, 2 appends, 3 creates; plus 4 for both directions."""
    ...


@extern("pyc_close")
def file_close(file: int) -> int:
    """Close a file."""
    ...


@extern("pyc_seek")
def file_seek(file: int, offset: int, whence: int) -> int:
    """Go to a place in a file and give it: from the start (0), from here (1) or from the end (2)."""
    ...


@extern("pyc_is_terminal")
def is_terminal(file: int) -> bool:
    """Say whether a file is a terminal."""
    ...


@extern("pyc_error_text")
def error_text(error: int, data: Ptr[u8], size: int) -> int:
    """Write the system's text for an error number into `data` and give its size."""
    ...


# Tracebacks


@extern("pyc_traceback_size")
def traceback_size(error: BaseException) -> int:
    """Give the number of places where an exception has been."""
    ...


@extern("pyc_traceback_entry")
def traceback_entry(error: BaseException, index: int, words: Ptr[Ptr[u8]]) -> None:
    """Write the names of the function and of its file, with zero bytes behind them, the lines and the columns: six words."""
    ...


@extern("pyc_traceback_text")
def traceback_text(error: BaseException, words: Ptr[Ptr[u8]]) -> None:
    """Write the address and the size of the traceback as it would be printed; it is to be freed."""
    ...


# Process


@extern("pyc_argument_count")
def argument_count() -> int:
    """Give the number of command-line arguments, the program included."""
    ...


@extern("pyc_argument")
def argument(index: int) -> Ptr[u8]:
    """Give the bytes of an argument, and a zero byte behind them."""
    ...


@extern("pyc_text_length")
def zero_terminated_size(data: Ptr[u8]) -> int:
    """Count the bytes before a zero byte."""
    ...


@extern("pyc_uncaught")
def print_traceback(exception: BaseException, text: Ptr[u8], size: int) -> None:
    """Print the traceback of an exception, and its last line, to standard error."""
    ...


# Memory


@extern("pyc_has_memory")
def has_memory(size: int) -> bool:
    """Say whether as many bytes can be allocated."""
    ...


# Numbers


@extern("pyc_float_repr")
def float_shortest(value: float, data: Ptr[u8]) -> int:
    """Write the `repr` of a number, of 32 bytes at most, and give its size."""
    ...


@extern("pyc_float_format")
def float_format(value: float, kind: int, precision: int, alternate: bool, data: Ptr[u8], room: int) -> int:
    """Write a number as C's `printf` does with `e`, `f` or `g` (`kind`), correctly rounded, and give its size."""
    ...


@extern("pyc_float_parse")
def float_parse(data: Ptr[u8], size: int, result: Ptr[float]) -> bool:
    """Read a decimal number, correctly rounded; give whether it is one."""
    ...


@extern("pyc_multiply_modulo")
def multiply_modulo(left: int, right: int, modulus: int) -> int:
    """Give `left * right % modulus` for operands from 0 to below `modulus`."""
    ...


# Text


@extern("pyc_unicode_flags")
def unicode_flags(code: int) -> int:
    """Give the properties of a code point: the bits that `builtins/_unicode.py` names."""
    ...


@extern("pyc_unicode_decimal")
def unicode_decimal(code: int) -> int:
    """Give the value of a decimal digit of any script, or -1."""
    ...


@extern("pyc_unicode_case")
def unicode_case(code: int, mapping: int, target: Ptr[int]) -> int:
    """Write the code points that `code` maps to (0 lower, 1 upper, 2 title, 3 folded) and give their number, 1 to 3."""
    ...


@extern("pyc_find_byte")
def find_byte(start: Ptr[u8], byte: int, size: int) -> int:
    """Give the place of a byte, or -1."""
    ...


@extern("pyc_room_behind")
def room_behind(obj: Ptr[u8], at: Ptr[u8]) -> int:
    """Give the number of bytes from a place in an object's memory to its end; 0 for an object that has several owners."""
    ...


@extern("pyc_character_cache")
def character_cache() -> Ptr[u8]:
    """Give 128 places for references to the one-character ASCII strings, null at the start."""
    ...


# Generators


@extern("pyc_coroutine_start")
def coroutine_start(code: Ptr[u8], environment: Ptr[u8], slot: Ptr[u8]) -> Ptr[u8]:
    """Make a coroutine that will call a closure and put what it yields into `slot`; give null where there is no memory for it."""
    ...


@extern("pyc_coroutine_resume")
def coroutine_resume(coroutine: Ptr[u8]) -> int:
    """Let a coroutine go on until it yields (1) or ends (0); 2 stands for one that can't, for it runs."""
    ...


@extern("pyc_coroutine_delegate")
def coroutine_delegate(coroutine: Ptr[u8]) -> bool:
    """Let a coroutine yield in the place of the one that runs, until it ends; say whether an exception is to be raised."""
    ...


@extern("pyc_coroutine_is_running")
def coroutine_is_running(coroutine: Ptr[u8]) -> bool:
    """Say whether a coroutine runs, or waits for one that it has resumed."""
    ...


@extern("pyc_coroutine_suspend")
def coroutine_suspend() -> bool:
    """Let the one that resumed this coroutine go on; after that, say whether an exception is to be raised: the one in the slot, or that of the end."""
    ...


@extern("pyc_coroutine_slot")
def coroutine_slot() -> Ptr[u8]:
    """Give the place for what the running coroutine yields."""
    ...


@extern("pyc_coroutine_close")
def coroutine_close(coroutine: Ptr[u8]) -> bool:
    """End a coroutine and give its memory back; say whether it did end."""
    ...
