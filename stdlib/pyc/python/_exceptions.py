"""Exceptions of the language as exceptions of CPython: of the same class, with the same text, cause and context."""

from pyc.fixed import u8
from pyc.unsafe import Ptr, class_name, free, ptr_null

from ._api import (
    call_object,
    decref,
    error_clear,
    error_set,
    exception_new,
    exception_set_cause,
    exception_set_context,
    import_module,
    module_add,
    tuple_new,
)
from ._objects import (
    BUILTINS,
    PythonError,
    Reference,
    attribute,
    check_status,
    checked,
    has_error,
    shown,
    text_object,
    type_of,
    zero_terminated,
)
from ._outgoing import new_tuple, set_element
from ._output import flush
from ._tracebacks import set_traceback

# The exception classes of the program that the module is made of, by their names with their modules'.
_names: list[str] = []
_types: list[Reference] = []


def declare_exception(name: str, base: str) -> None:
    """Make the class that stands for an exception class of the program, after that of its base."""
    text = zero_terminated(name)
    made = exception_new(text, exception_type(base), ptr_null[u8]())
    free(text)
    _names.append(name)
    _types.append(Reference(checked(made)))


def export_exceptions(module: Ptr[u8], name: str) -> None:
    """Give a module the exception classes that it defines."""
    prefix = name + "."
    for index in range(len(_names)):
        if _names[index].startswith(prefix):
            own = zero_terminated(_names[index][len(prefix) :])
            status = int(module_add(module, own, _types[index].obj))
            free(own)
            check_status(status)


def exception_type(name: str) -> Ptr[u8]:
    """Lend the class that stands for an exception class: `RuntimeError` for one that nothing stands for."""
    for index in range(len(_names)):
        if _names[index] == name:
            return _types[index].obj
    try:
        return lent_attribute(BUILTINS, name)
    except PythonError:
        error_clear()
        return lent_attribute(BUILTINS, "RuntimeError")


def lent_attribute(obj: Ptr[u8], name: str) -> Ptr[u8]:
    """Lend an attribute that lasts as long as its object."""
    found = attribute(obj, name)
    decref(found)
    return found


def fail(error: BaseException) -> Ptr[u8]:
    """Make an exception Python's error, unless there is one already: then that is what went wrong. Gives null, as functions do that fail."""
    if not has_error():
        try:
            # What was printed comes before the exception.
            flush()
            made = Reference(exception_object(error))
            error_set(type_of(made.obj), made.obj)
        except BaseException:
            # There is no memory to say it better, and this has Python's own reason.
            pass
    return ptr_null[u8]()


def exception_object(error: BaseException) -> Ptr[u8]:
    """Give the object that stands for an exception."""
    text = exception_text(error)
    type = exception_type(class_name(error))
    made = Reference(exception_made(type, error, text))
    set_traceback(made.obj, error)
    cause = error.__cause__
    if cause is not None:
        exception_set_cause(made.obj, exception_object(cause))
    context = error.__context__
    if context is not None:
        exception_set_context(made.obj, exception_object(context))
    return made.take()


def exception_text(error: BaseException) -> str:
    """Give `str(error)`, or nothing if that raises."""
    try:
        return error.__str__()
    except BaseException:
        return ""


def exception_made(type: Ptr[u8], error: BaseException, text: str) -> Ptr[u8]:
    """Make an object of a class: with the arguments that the exception has if that shows the same text, and else with the text."""
    arguments = arguments_of(error)
    if arguments:
        made = Reference(call_object(type, Reference(arguments).obj))
        if made.obj and shown(made.obj) == text:
            return made.take()
        error_clear()
    return exception_of_text(type, text)


def exception_of_text(type: Ptr[u8], text: str) -> Ptr[u8]:
    """Make an object of a class with a text. Some classes want more than one argument: then one of their bases has to do."""
    arguments = Reference(tuple_of(text))
    made = call_object(type, arguments.obj)
    while not made:
        error_clear()
        type = lent_attribute(type, "__base__")
        made = call_object(type, arguments.obj)
    return made


def arguments_of(error: BaseException) -> Ptr[u8]:
    """Give the tuple of the arguments that an exception was made with, or null if they are no literals."""
    message = error._message
    if message is not None:
        return tuple_of(message)
    written = error._argument_text()
    if len(written) == 0:
        return tuple_new(0)
    evaluation = Reference(tuple_of("(" + written + ",)"))
    made = call_object(literal_eval(), evaluation.obj)
    if not made:
        error_clear()
    return made


def tuple_of(text: str) -> Ptr[u8]:
    """Give a tuple of one text."""
    made = new_tuple(1)
    set_element(made, 0, text_object(text))
    return made.take()


def literal_eval() -> Ptr[u8]:
    """Lend `ast.literal_eval`. Its module is imported when it is needed, for that takes longer than all else."""
    if len(_literal_eval) == 0:
        name = zero_terminated("ast")
        module = Reference(checked(import_module(name)))
        free(name)
        _literal_eval.append(Reference(attribute(module.obj, "literal_eval")))
    return _literal_eval[0].obj


_literal_eval: list[Reference] = []
