"""Texts of exceptions that are being handled: `traceback` and `sys.exc_info`."""

import io
import sys
import traceback


class Odd(Exception):
    """Has a text of several lines."""

    def __str__(self):
        return "first\nsecond"


def fail(number):
    if number == 0:
        raise ValueError("zero is no number: é")
    return fail(number - 1)


def chained():
    try:
        fail(1)
    except ValueError as error:
        raise RuntimeError("outer") from error


def nested():
    try:
        [][1]
    except IndexError:
        {}["key"]


for call in (lambda: fail(2), chained, nested, lambda: 1 / 0):
    try:
        call()
    except Exception:
        print(traceback.format_exc(), end="")
        traceback.print_exc()
try:
    chained()
except RuntimeError as error:
    traceback.print_exc(file=sys.stdout, chain=False)
    traceback.print_exception(error, file=sys.stdout)
    traceback.print_exception(type(error), error, error.__traceback__, file=sys.stdout)
    print(traceback.format_exception(error))
    print(traceback.format_exception_only(error), traceback.format_exception_only(type(error), error))
    kind, value, where = sys.exc_info()
    print(kind.__name__, value is error, where is None, sys.exc_info()[1], sys.exception() is error, kind is RuntimeError)
try:
    raise Odd
except Odd as error:
    error.add_note("a note\nof two lines")
    print(traceback.format_exception_only(error))
    print(traceback.format_exc())
print(traceback.format_exception_only(KeyError("k")), traceback.format_exception(OSError("none")))
text = io.StringIO()
try:
    int("x")
except ValueError:
    traceback.print_exc(file=text)
print(text.getvalue().splitlines()[-1], len(text.getvalue().splitlines()))
