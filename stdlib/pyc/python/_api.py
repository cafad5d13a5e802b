"""The part of CPython's stable C API (of version 3.11) that extension modules use: declarations only.

The process that imports a module has these. A function that gives a null pointer, or -1 as a number, has set Python's
error; those that are said to lend give a reference that is not the caller's to release.
"""

from pyc import extern
from pyc.fixed import i32, u8, u64
from pyc.unsafe import Ptr

# Where an object keeps its type, in bytes; part of the stable binary interface.
TYPE_OFFSET = 8

# Flags of types.
IS_LIST = 1 << 25
IS_TUPLE = 1 << 26
IS_STR = 1 << 28
IS_DICT = 1 << 29

# References


@extern("Py_IncRef")
def incref(obj: Ptr[u8]) -> None:
    """Add an owner."""
    ...


@extern("Py_DecRef")
def decref(obj: Ptr[u8]) -> None:
    """Remove an owner."""
    ...


# Objects


@extern("PyType_GetFlags")
def type_flags(type: Ptr[u8]) -> int:
    """Give the flags of a type."""
    ...


@extern("PyType_IsSubtype")
def type_is_subtype(type: Ptr[u8], base: Ptr[u8]) -> i32:
    """Say whether a type is another one or derives from it."""
    ...


@extern("PyObject_Str")
def object_str(obj: Ptr[u8]) -> Ptr[u8]:
    """Give `str(obj)`."""
    ...


@extern("PyObject_GetAttrString")
def get_attribute(obj: Ptr[u8], name: Ptr[u8]) -> Ptr[u8]:
    """Give an attribute, by a name that ends with a zero byte."""
    ...


@extern("PyObject_CallObject")
def call_object(function: Ptr[u8], args: Ptr[u8]) -> Ptr[u8]:
    """Call with a tuple of arguments."""
    ...


@extern("PyImport_ImportModule")
def import_module(name: Ptr[u8]) -> Ptr[u8]:
    """Import a module, by a name that ends with a zero byte."""
    ...


# Numbers


@extern("PyLong_FromLongLong")
def long_from_int(value: int) -> Ptr[u8]:
    """Make an `int`."""
    ...


@extern("PyLong_FromUnsignedLongLong")
def long_from_unsigned(value: u64) -> Ptr[u8]:
    """Make an `int`."""
    ...


@extern("PyLong_AsLongLong")
def long_as_int(obj: Ptr[u8]) -> int:
    """Give the value of what has `__index__`; -1 may be an error."""
    ...


@extern("PyLong_AsUnsignedLongLong")
def long_as_unsigned(obj: Ptr[u8]) -> u64:
    """Give the value of an `int`; the largest number may be an error."""
    ...


@extern("PyNumber_Index")
def number_index(obj: Ptr[u8]) -> Ptr[u8]:
    """Give `operator.index(obj)`."""
    ...


@extern("PyIndex_Check")
def index_check(obj: Ptr[u8]) -> i32:
    """Say whether there is an `__index__`."""
    ...


@extern("PyNumber_Check")
def number_check(obj: Ptr[u8]) -> i32:
    """Say whether there is an `__index__`, `__int__` or `__float__`."""
    ...


@extern("PyFloat_FromDouble")
def float_from_double(value: float) -> Ptr[u8]:
    """Make a `float`."""
    ...


@extern("PyFloat_AsDouble")
def float_as_double(obj: Ptr[u8]) -> float:
    """Give the value of what has `__float__` or `__index__`; -1 may be an error."""
    ...


# Text


@extern("PyUnicode_FromStringAndSize")
def unicode_from(data: Ptr[u8], size: int) -> Ptr[u8]:
    """Make a `str` of UTF-8."""
    ...


@extern("PyUnicode_AsUTF8AndSize")
def unicode_data(obj: Ptr[u8], size: Ptr[int]) -> Ptr[u8]:
    """Give the UTF-8 of a `str`, which keeps it, and its size."""
    ...


@extern("PyUnicode_GetLength")
def unicode_length(obj: Ptr[u8]) -> int:
    """Give the number of code points."""
    ...


# Containers


@extern("PyList_New")
def list_new(size: int) -> Ptr[u8]:
    """Make a list whose elements are still to be set."""
    ...


@extern("PyList_Size")
def list_size(obj: Ptr[u8]) -> int:
    """Give the length."""
    ...


@extern("PyList_GetItem")
def list_get(obj: Ptr[u8], index: int) -> Ptr[u8]:
    """Lend an element."""
    ...


@extern("PyList_SetItem")
def list_set(obj: Ptr[u8], index: int, item: Ptr[u8]) -> i32:
    """Set an element and take it over."""
    ...


@extern("PyTuple_New")
def tuple_new(size: int) -> Ptr[u8]:
    """Make a tuple whose elements are still to be set."""
    ...


@extern("PyTuple_Size")
def tuple_size(obj: Ptr[u8]) -> int:
    """Give the length."""
    ...


@extern("PyTuple_GetItem")
def tuple_get(obj: Ptr[u8], index: int) -> Ptr[u8]:
    """Lend an element."""
    ...


@extern("PyTuple_SetItem")
def tuple_set(obj: Ptr[u8], index: int, item: Ptr[u8]) -> i32:
    """Set an element and take it over."""
    ...


@extern("PyDict_New")
def dict_new() -> Ptr[u8]:
    """Make a dict."""
    ...


@extern("PyDict_Items")
def dict_items(obj: Ptr[u8]) -> Ptr[u8]:
    """Give a list of pairs."""
    ...


@extern("PyDict_GetItemWithError")
def dict_get(obj: Ptr[u8], key: Ptr[u8]) -> Ptr[u8]:
    """Lend the value of a key, or give null if there is none."""
    ...


@extern("PyDict_SetItem")
def dict_set(obj: Ptr[u8], key: Ptr[u8], value: Ptr[u8]) -> i32:
    """Set the value of a key; neither is taken over."""
    ...


# Buffers


@extern("PyObject_CheckBuffer")
def buffer_check(obj: Ptr[u8]) -> i32:
    """Say whether an object lends memory."""
    ...


@extern("PyObject_GetBuffer")
def buffer_get(obj: Ptr[u8], view: Ptr[u8], flags: i32) -> i32:
    """Borrow the memory of an object."""
    ...


@extern("PyBuffer_Release")
def buffer_release(view: Ptr[u8]) -> None:
    """Give borrowed memory back."""
    ...


# Errors


@extern("PyErr_Occurred")
def error_type() -> Ptr[u8]:
    """Lend the class of Python's error, or give null if there is none."""
    ...


@extern("PyErr_Clear")
def error_clear() -> None:
    """Forget Python's error."""
    ...


@extern("PyErr_SetObject")
def error_set(type: Ptr[u8], value: Ptr[u8]) -> None:
    """Set Python's error."""
    ...


@extern("PyErr_NewException")
def exception_new(name: Ptr[u8], base: Ptr[u8], members: Ptr[u8]) -> Ptr[u8]:
    """Make an exception class, by its name with its module's."""
    ...


@extern("PyException_SetTraceback")
def exception_set_traceback(obj: Ptr[u8], traceback: Ptr[u8]) -> i32:
    """Set `__traceback__`."""
    ...


@extern("PyException_SetCause")
def exception_set_cause(obj: Ptr[u8], cause: Ptr[u8]) -> None:
    """Set `__cause__`, and take it over."""
    ...


@extern("PyException_SetContext")
def exception_set_context(obj: Ptr[u8], context: Ptr[u8]) -> None:
    """Set `__context__`, and take it over."""
    ...


# Modules and output


@extern("PyModule_Create2")
def module_create(definition: Ptr[u8], version: i32) -> Ptr[u8]:
    """Make a module."""
    ...


@extern("PyModule_AddObjectRef")
def module_add(module: Ptr[u8], name: Ptr[u8], value: Ptr[u8]) -> i32:
    """Give a module an attribute, which is not taken over."""
    ...


@extern("PySys_GetObject")
def sys_get(name: Ptr[u8]) -> Ptr[u8]:
    """Lend an attribute of `sys`, or give null without an error."""
    ...


@extern("PyFile_WriteObject")
def file_write_object(obj: Ptr[u8], file: Ptr[u8], flags: i32) -> i32:
    """Write `str(obj)` (flags 1) to a file object."""
    ...
