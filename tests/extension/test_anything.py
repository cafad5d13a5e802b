"""Calls with arguments of all kinds: whatever is wrong with them is an exception, and nothing is left behind."""

import array
import random
import types

import numpy as np
import pytest


class Index:
    def __index__(self):
        return 3


class Failing:
    def __float__(self):
        raise KeyError("no number")

    def __index__(self):
        raise KeyError("no number")


class OddList(list):
    def __len__(self):
        return 99

    def __getitem__(self, index):
        raise ZeroDivisionError


class OddText(str):
    pass


def anything(choose: random.Random):
    """A value, small or strange."""
    makers = [
        lambda: None,
        lambda: True,
        lambda: choose.randint(-5, 5),
        lambda: choose.randint(-(2**70), 2**70),
        lambda: choose.random(),
        lambda: float("nan"),
        lambda: "\u00e9" * choose.randint(0, 5),
        lambda: "\ud800",
        lambda: OddText("x"),
        lambda: b"abc",
        lambda: bytearray(8),
        lambda: [anything(choose) for _ in range(choose.randint(0, 3))],
        lambda: OddList([1, 2]),
        lambda: tuple(anything(choose) for _ in range(choose.randint(0, 3))),
        lambda: {choose.choice(["a", 1]): anything(choose)},
        lambda: np.zeros(choose.randint(0, 4), choose.choice("dfqilhbBHILQ?")),
        lambda: np.arange(12.0).reshape(3, 4)[choose.randint(0, 2)],
        lambda: np.arange(12.0)[:: choose.choice([1, 2, -1])],
        lambda: np.array([None]),
        lambda: np.array(["a"]),
        lambda: np.zeros(3, "M8[s]"),
        lambda: array.array("d", [1] * choose.randint(0, 3)),
        lambda: memoryview(b"1234"),
        lambda: np.float32(2),
        lambda: np.int16(2),
        Index,
        Failing,
        object,
    ]
    return choose.choice(makers)()


@pytest.mark.parametrize("seed", range(4))
def test_calls_with_anything(values, arrays, seed):
    choose = random.Random(seed)
    functions = [
        function
        for module in (values, arrays)
        for name, function in vars(module).items()
        # One recurses as deep as it is told, the other keeps what it is given.
        if isinstance(function, types.BuiltinFunctionType) and name not in ("deep", "keep")
    ]
    outcomes = set()
    for _ in range(5_000):
        function = choose.choice(functions)
        args = [anything(choose) for _ in range(choose.choice([0, 1, 1, 1, 2, 2, 3, 4]))]
        keywords = {choose.choice(["x", "y", "values", "b", "text", "\u00e9"]): anything(choose)} if choose.random() < 0.2 else {}
        try:
            function(*args, **keywords)
            outcomes.add("result")
        except SystemError:
            raise
        except BaseException as error:
            outcomes.add(type(error).__name__)
    assert outcomes >= {
        "result",
        "TypeError",
        "OverflowError",
        "KeyError",
        "ValueError",
    }
