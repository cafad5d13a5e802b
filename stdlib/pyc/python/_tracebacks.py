"""Where an exception has been, as Python's tracebacks show it: the lines of the compiled sources."""

from builtins._decode import text_from_bytes

from pyc._runtime import traceback_entry, traceback_size, zero_terminated_size
from pyc.fixed import u8
from pyc.unsafe import Ptr, alloc, free, ptr_cast

from ._api import call_object, decref, dict_get, dict_new, error_clear, exception_set_traceback, incref
from ._objects import BUILTINS, Reference, attribute, checked, text_object
from ._outgoing import int_to, list_to, new_tuple, set_element, str_to

# What only Python can say. An entry of a traceback has a frame, which has a code object, which has the places of its
# instructions. The frame of a generator that waits keeps no other alive; one is made for each place and kept.
SOURCE = """
from types import TracebackType


def traceback_of(places, frames={}):
    made = None
    for place in places:
        if place not in frames:
            generator = function_at(*place)()
            frames[place] = generator, generator.gi_frame
        made = TracebackType(made, frames[place][1], 0, place[2])
    return made


def function_at(name, file, line, end_line, column, end_column):
    scope = {}
    exec(compile("def function(): yield", file, "exec"), scope)
    function = scope["function"]
    # An entry of the table: a long one for the first instructions, empty ones for the others.
    units = len(function.__code__.co_code) // 2
    table = bytes([0xF0 | min(units, 8) - 1, 0, *number(end_line - line), *number(column + 1), *number(end_column + 1)])
    for start in range(8, units, 8):
        table += bytes([0xF8 | min(units - start, 8) - 1])
    function.__code__ = function.__code__.replace(co_name=name, co_qualname=name, co_firstlineno=line, co_linetable=table)
    return function


def number(value):
    while value >= 64:
        yield 0x40 | value & 63
        value >>= 6
    yield value
"""


def places_of(error: BaseException) -> list[Reference]:
    """Give where an exception has been, the innermost place first, each as a tuple for Python."""
    words = ptr_cast[Ptr[u8]](alloc(48))
    places: list[Reference] = []
    for index in range(traceback_size(error)):
        traceback_entry(error, index, words)
        place = new_tuple(6)
        for part in range(2):
            set_element(place, part, str_to(text_from_bytes(words[part], zero_terminated_size(words[part]))))
        for part in range(2, 6):
            set_element(place, part, int_to(ptr_cast[int](words)[part]))
        places.append(place)
    free(ptr_cast[u8](words))
    return places


def place_to(place: Reference) -> Ptr[u8]:
    """Give a place away."""
    return place.take()


def set_traceback(obj: Ptr[u8], error: BaseException) -> None:
    """Give the object that stands for an exception its traceback. It goes without where that fails."""
    arguments = new_tuple(1)
    set_element(arguments, 0, list_to(places_of(error), place_to))
    made = Reference(call_object(_traceback_of.obj, arguments.obj))
    if not made.obj or int(exception_set_traceback(obj, made.obj)) < 0:
        error_clear()


def defined(source: str, name: str) -> Ptr[u8]:
    """Give what a source in Python defines."""
    scope = Reference(checked(dict_new()))
    arguments = new_tuple(2)
    set_element(arguments, 0, text_object(source))
    incref(scope.obj)
    set_element(arguments, 1, scope.obj)
    run = Reference(attribute(BUILTINS, "exec"))
    decref(checked(call_object(run.obj, arguments.obj)))
    key = Reference(text_object(name))
    found = checked(dict_get(scope.obj, key.obj))
    incref(found)
    return found


_traceback_of = Reference(defined(SOURCE, "traceback_of"))
