"""What a module prints goes to Python's `sys.stdout`, in the order of what Python prints there."""

from pyc import export
from pyc._runtime import file_flush, set_output
from pyc.fixed import i32, u8
from pyc.unsafe import Ptr, function_address

from ._api import decref, file_write_object, incref, sys_get, unicode_from
from ._objects import NONE, PythonError, has_error, zero_terminated

# As `print` writes.
AS_STR = 1


@export("pyc_python_write")
def write(data: Ptr[u8], size: int) -> int:
    """Write to `sys.stdout`; give less than zero if that fails, with Python's error set."""
    if has_error():
        return -1
    file = sys_get(_stdout)
    if not file or file == NONE:
        return 0
    text = unicode_from(data, size)
    if not text:
        return -1
    incref(file)
    status = int(file_write_object(text, file, i32(AS_STR)))
    decref(file)
    decref(text)
    return status


def flush() -> None:
    """Hand on what has been printed."""
    if file_flush(1) < 0:
        raise PythonError()


_stdout = zero_terminated("stdout")
set_output(1, function_address(write), True)
