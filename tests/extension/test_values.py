"""The same calls of the same functions, compiled and run by CPython."""

import inspect
import re
import sys
import traceback
import weakref

import pytest

CALLS = [
    ("nothing", ()),
    ("negate", (5,)),
    ("negate", (True,)),
    ("negate", (-(2**63) + 1,)),
    ("half", (7.0,)),
    ("half", (7,)),
    ("half", (float("inf"),)),
    ("flip", (True,)),
    ("shout", ("stra\u00dfe",)),
    ("shout", ("",)),
    ("size", ("a\u00e9\U0001f600\0b",)),
    ("reversed_list", ([1, 2, 3],)),
    ("reversed_list", ([],)),
    ("joined", (["a", "b"],)),
    ("joined", (["a", "b"], "-")),
    ("pairs", ([("a", 1.5), ("b", 2.0)],)),
    ("swap", ((1, "x"),)),
    ("empty_tuple", ((),)),
    ("single", ((4,),)),
    ("nested", ([[1, 2], [], [3]],)),
    ("counts", (["a", "b", "a"],)),
    ("inverted", ({1: "a", 2: "b"},)),
    ("maybe", (None,)),
    ("maybe", (3,)),
    ("either", (3,)),
    ("either", ("x",)),
    ("which", (True,)),
    ("which", (3,)),
    ("which", (2.5,)),
    ("which", ("text",)),
    ("which", ([1, 2],)),
    ("which", (None,)),
    ("add_default", (1,)),
    ("no_arguments", ()),
    ("only_keywords", ()),
    ("defaults", ()),
    ("factorial", (20,)),
    ("index", ([1, 2], -1)),
    ("index", ([1, 2], 2)),
    ("look_up", ({"a": 1}, "b")),
    ("look_up_number", ({1: 1}, 2)),
    ("divide", (-7, 2)),
    ("divide", (1, 0)),
    ("parse", ("12",)),
    ("parse", ("x",)),
    *[("raise_named", (kind,)) for kind in range(13)],
    ("leave", (3,)),
    ("leave_with", ("text",)),
    ("always", ()),
    ("chained", ("x",)),
    ("in_context", ("x",)),
    # Wrong calls, in CPython's words.
    ("negate", ()),
    ("negate", (1, 2)),
    ("nothing", (1,)),
    ("index", ()),
    ("keywords", ()),
    ("add_default", (1, 2, 3)),
    ("only_keywords", (1,)),
]

KEYWORD_CALLS = [
    ("negate", (), {"x": 5}),
    ("negate", (1,), {"x": 5}),
    ("negate", (), {"y": 5}),
    ("negate", (), {"\u00e9": 5}),
    ("add_default", (1,), {"y": 5}),
    ("add_default", (), {"y": 5}),
    ("joined", (), {"separator": "+", "words": ["a", "b"]}),
    ("keywords", (1, 2), {"d": 4}),
    ("keywords", (1,), {"e": 5, "d": 4, "c": 3, "b": 2}),
    ("keywords", (1,), {}),
    ("keywords", (1, 2), {}),
    ("keywords", (1, 2, 3, 4), {"d": 4}),
    ("keywords", (), {"a": 1, "b": 2, "d": 3}),
    ("only_keywords", (), {"first": "x", "second": "y"}),
    ("only_keywords", (), {"second": None}),
    ("defaults", (), {"c": False}),
    ("defaults", (7,), {"b": 1.0}),
]


def outcome(function, args, keywords):
    """What a call gives, with its type, or what it raises."""
    try:
        result = function(*args, **keywords)
    except BaseException as error:
        names = [base.__name__ for base in type(error).__mro__]
        return names, type(error).__module__, str(error)
    return type(result), repr(result)


@pytest.mark.parametrize(("name", "args", "keywords"), [(*call, {}) for call in CALLS] + KEYWORD_CALLS)
def test_compiled_does_what_cpython_does(values, plain, name, args, keywords):
    expected = outcome(getattr(plain, name), args, keywords)
    if name == "half" and args == (7,):
        # What is declared a float is one, though Python's caller has an int.
        assert expected == (float, "3.5")
    assert outcome(getattr(values, name), args, keywords) == expected


@pytest.mark.parametrize(
    ("name", "args"),
    [
        ("through", (7,)),
        ("deep", (10,)),
        ("divide", (1, 0)),
        ("look_up", ({}, "x")),
        ("parse", ("x",)),
        ("always", ()),
        *[("raise_named", (kind,)) for kind in (0, 1, 3, 10, 11)],
    ],
)
def test_tracebacks_are_those_of_cpython(values, plain, name, args):
    def shown(module):
        # The second time places are known already.
        for _ in range(2):
            try:
                getattr(module, name)(*args)
            except Exception as error:
                lines = traceback.format_exception(error)
        # Without the line of this test, and wherever the sources are.
        return [re.sub(r'File ".*/', 'File "', line) for line in lines[2:]]

    assert shown(values) == shown(plain)


def test_tracebacks_keep_nobody_alive(values):
    class Local:
        pass

    def call():
        local = Local()
        outcome(values.through, (7,), {})
        return weakref.ref(local)

    assert call()() is None


def test_arguments_of_exceptions_arrive(values):
    for call, expected in [
        (lambda: values.raise_named(3), ("one", 2, 3.5)),
        (lambda: values.raise_named(0), ("3 wanted, 2 there",)),
        (lambda: values.look_up_number({}, 4), (4,)),
        (lambda: values.leave(3), (3,)),
        (lambda: values.raise_named(2), ()),
    ]:
        with pytest.raises(BaseException) as caught:
            call()
        assert caught.value.args == expected
    with pytest.raises(SystemExit) as caught:
        values.leave(3)
    assert caught.value.code == 3


def test_exception_classes_are_in_the_module(values):
    assert values.Shortage.__bases__ == (ValueError,)
    assert values.Worse.__bases__ == (values.Shortage,)
    assert values.Worse.__module__ == "values"
    with pytest.raises(values.Shortage):
        values.raise_named(1)


@pytest.mark.parametrize(
    ("name", "args", "message"),
    [
        ("negate", ("1",), "negate() argument 'x' must be int, not str"),
        ("negate", (1.5,), "negate() argument 'x' must be int, not float"),
        ("negate", (None,), "negate() argument 'x' must be int, not NoneType"),
        ("half", ("1",), "half() argument 'x' must be float, not str"),
        ("flip", (1,), "flip() argument 'x' must be bool, not int"),
        ("shout", (b"x",), "shout() argument 'text' must be str, not bytes"),
        (
            "reversed_list",
            ((1, 2),),
            "reversed_list() argument 'values' must be list[int], not tuple",
        ),
        (
            "reversed_list",
            ([1, "x"],),
            "reversed_list() argument 'values' must be list[int], not a list with str in it",
        ),
        (
            "nested",
            ([[1], ["x"]],),
            "nested() argument 'values' must be list[list[int]], not a list with a list with str in it in it",
        ),
        (
            "swap",
            ((1,),),
            "swap() argument 'pair' must be tuple[int, str], not a tuple of 1",
        ),
        (
            "swap",
            ([1, "x"],),
            "swap() argument 'pair' must be tuple[int, str], not list",
        ),
        (
            "inverted",
            ({"a": "b"},),
            "inverted() argument 'table' must be dict[int, str], not a dict with str in it",
        ),
        ("maybe", ("x",), "maybe() argument 'x' must be int or None, not str"),
        ("either", (1.5,), "either() argument 'x' must be int or str, not float"),
        ("add_default", (1, "x"), "add_default() argument 'y' must be int, not str"),
    ],
)
def test_arguments_of_other_types_are_refused(values, name, args, message):
    with pytest.raises(TypeError) as caught:
        getattr(values, name)(*args)
    assert str(caught.value) == message


@pytest.mark.parametrize("number", [2**63, -(2**63) - 1, 2**200])
def test_numbers_beyond_64_bits_are_refused(values, number):
    with pytest.raises(OverflowError):
        values.negate(number)
    with pytest.raises(OverflowError):
        values.reversed_list([number])


def test_overflow_inside_arrives(values):
    with pytest.raises(OverflowError, match="integer overflow"):
        values.factorial(21)


def test_lone_surrogates_are_refused(values):
    with pytest.raises(UnicodeEncodeError):
        values.shout("\ud800")


class Indexed:
    """An integer of another class."""

    def __index__(self):
        return 7


class Failing:
    """What should be an integer and raises."""

    def __index__(self):
        raise LookupError("no number")


class Emptying:
    """Changes the list that it is in while that is being read."""

    def __init__(self, values):
        self.values = values

    def __index__(self):
        self.values.clear()
        return 1


def test_objects_with_an_index_are_integers(values):
    assert values.negate(Indexed()) == -7
    with pytest.raises(LookupError, match="no number"):
        values.negate(Failing())


def test_lists_that_change_meanwhile_are_read_as_far_as_they_go(values):
    changing = [2]
    changing += [Emptying(changing), 3, 4]
    assert values.reversed_list(changing) == [1, 2]


def test_calls_within_the_conversion_of_arguments(values):
    class Calling:
        def __index__(self):
            return values.add_default(y=1, x=2)

    assert values.add_default(y=Calling(), x=100) == 103


def test_signatures_are_shown(values, plain):
    for name in ["keywords", "add_default", "no_arguments", "joined", "only_keywords"]:
        shown = [(p.name, p.kind, p.default) for p in inspect.signature(getattr(values, name)).parameters.values()]
        expected = [(p.name, p.kind, p.default) for p in inspect.signature(getattr(plain, name)).parameters.values()]
        assert shown == expected


def test_references_are_neither_lost_nor_kept(values):
    text = "a text of its own " * 3
    number = 10**15
    words = [text, text]
    table = {number: text}
    watched = [text, number, words, table, ValueError, values.Shortage]

    def everything():
        values.shout(text)
        values.joined(words, text)
        values.joined(separator=text, words=words)
        values.negate(number)
        values.inverted(table)
        values.swap((number, text))
        values.which(number)
        for kind in range(13):
            outcome(values.raise_named, (kind,), {})
        for call in [
            (values.shout, (number,), {}),
            (values.reversed_list, (words,), {}),
            (values.shout, (text, text), {}),
            (values.shout, (), {"wrong": text}),
            (values.negate, (2**100,), {}),
            (values.inverted, ({text: number},), {}),
        ]:
            outcome(*call)

    everything()
    before = [sys.getrefcount(value) for value in watched]
    for _ in range(50):
        everything()
    after = [sys.getrefcount(value) for value in watched]
    assert after == before


@pytest.mark.parametrize("value", [None, True, False])
def test_constants_are_counted(values, value):
    before = sys.getrefcount(value)
    for _ in range(1000):
        values.which(value)
    # The interpreter itself takes and gives some.
    assert abs(sys.getrefcount(value) - before) < 100


def resident() -> int:
    """Kilobytes of memory in use."""
    with open("/proc/self/status") as status:
        return next(int(line.split()[1]) for line in status if line.startswith("VmRSS"))


def test_memory_does_not_grow(values):
    words = ["word " * 50] * 50

    def some():
        for _ in range(2000):
            values.joined(words)
            values.counts(words)
            for kind in (1, 3):
                outcome(values.raise_named, (kind,), {})
            outcome(values.reversed_list, (words,), {})

    some()
    before = resident()
    some()
    some()
    # A leak of one object in each call would be above this.
    assert resident() - before < 1000
