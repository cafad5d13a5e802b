"""Memory of NumPy and of others, seen by both sides without a copy."""

import array
import sys

import numpy as np
import pytest


def test_elements_are_read_and_written_in_place(arrays):
    values = np.array([1.0, 2.0, 3.5])
    address = values.ctypes.data
    assert arrays.total(values) == 6.5
    assert arrays.scale(values, 2.0) is None
    assert values.tolist() == [2.0, 4.0, 7.0]
    assert values.ctypes.data == address
    other = np.ones(3)
    arrays.axpy(10.0, values, other)
    assert other.tolist() == [21.0, 41.0, 71.0]


def test_views_are_the_arrays_that_they_show(arrays):
    values = np.arange(10.0)
    arrays.scale(values[3:6], 10.0)
    assert values.tolist() == [0, 1, 2, 30, 40, 50, 6, 7, 8, 9]
    table = np.zeros((3, 4))
    arrays.scale(table[1], 2.0)
    table[1] = 1.0
    arrays.scale(table[1], 2.0)
    assert table.sum() == 8.0


def test_one_array_twice(arrays):
    values = np.ones(4)
    arrays.axpy(1.0, values, values)
    assert values.tolist() == [2.0] * 4


def test_indexes_are_checked(arrays):
    values = np.array([1, 2, 3])
    assert arrays.get(values, -1) == 3
    arrays.put(values, 1, 9)
    assert values.tolist() == [1, 9, 3]
    for index in [3, -4, 2**40]:
        with pytest.raises(IndexError, match="span index out of range"):
            arrays.get(values, index)
        with pytest.raises(IndexError, match="span assignment index out of range"):
            arrays.put(values, index, 0)
    with pytest.raises(IndexError):
        arrays.get(np.zeros(0, np.int64), 0)


def test_slices_are_views(arrays):
    values = np.arange(6)
    arrays.fill_middle(values, 7)
    assert values.tolist() == [0, 7, 7, 7, 7, 5]
    empty = np.zeros(0, np.int64)
    arrays.fill_middle(empty, 7)
    assert empty.size == 0


def test_optional_arrays(arrays):
    assert arrays.both_ends(None) is None
    assert arrays.both_ends(np.zeros(0)) is None
    assert arrays.both_ends(np.array([1.0, 2.0])) == (1.0, 2.0)


def test_element_types(arrays):
    single = np.array([1.5, 2.5], np.float32)
    assert arrays.single(single, 2.0) == 8.0
    assert single.tolist() == [3.0, 5.0]
    signed = [
        np.array([number], kind)
        for number, kind in [
            (127, np.int8),
            (-5, np.int16),
            (2**31 - 1, np.int32),
            (9, np.int64),
        ]
    ]
    assert arrays.integers(*signed) == [-128, -4, -(2**31), 10]
    assert [int(a[0]) for a in signed] == [-128, -4, -(2**31), 10]
    unsigned = [np.array([2**bits - 1], f"uint{bits}") for bits in (8, 16, 32)]
    assert arrays.unsigned(*unsigned, np.array([5], np.uint64)) == [
        255,
        65535,
        2**32 - 1,
        5,
    ]
    flags = np.array([True, False])
    arrays.negated(flags)
    assert flags.tolist() == [False, True]


def test_what_else_lends_memory(arrays):
    values = array.array("d", [1.0, 2.0])
    arrays.scale(values, 3.0)
    assert values.tolist() == [3.0, 6.0]
    assert arrays.total(memoryview(values)) == 9.0
    data = bytearray(16)
    data[8] = 1
    assert arrays.get(memoryview(data).cast("q"), 1) == 1
    assert arrays.get(np.zeros(1, "=i8"), 0) == 0


@pytest.mark.parametrize(
    ("value", "error", "message"),
    [
        ([1.0], TypeError, "must be an array of float64 (Span[float]), not list"),
        (1.0, TypeError, "must be an array of float64 (Span[float]), not float"),
        (None, TypeError, "must be an array of float64 (Span[float]), not NoneType"),
        (
            np.zeros(2, np.float32),
            TypeError,
            "must be an array of float64 (Span[float]), not an array of float32",
        ),
        (
            np.zeros(2, np.int64),
            TypeError,
            "must be an array of float64 (Span[float]), not an array of int64",
        ),
        (
            np.zeros(2, np.uint8),
            TypeError,
            "must be an array of float64 (Span[float]), not an array of uint8",
        ),
        (
            np.zeros(2, bool),
            TypeError,
            "must be an array of float64 (Span[float]), not an array of bool",
        ),
        (
            np.zeros(2, ">f8"),
            TypeError,
            "must be an array of float64 (Span[float]), not an array of the format '>d'",
        ),
        (
            np.zeros(2, complex),
            TypeError,
            "must be an array of float64 (Span[float]), not an array of the format 'Zd'",
        ),
        (np.zeros((2, 2)), ValueError, "must have one dimension, not 2"),
        (np.array(1.0), ValueError, "must have one dimension, not 0"),
        (
            np.zeros(8)[::2],
            ValueError,
            "must be contiguous: its elements lie apart (numpy.ascontiguousarray copies them)",
        ),
        (
            np.zeros(8)[::-1],
            ValueError,
            "must be contiguous: its elements lie apart (numpy.ascontiguousarray copies them)",
        ),
        (
            np.zeros(17, np.uint8)[1:].view(np.float64),
            ValueError,
            "must be aligned: its elements lie at odd addresses (numpy.require copies them)",
        ),
        (
            np.frombuffer(b"\0" * 8),
            BufferError,
            "must be writable: it is read-only (pass a copy)",
        ),
    ],
)
def test_what_is_no_such_array_is_refused(arrays, value, error, message):
    with pytest.raises(error) as caught:
        arrays.total(value)
    assert str(caught.value) == "total() argument 'values' " + message
    assert sys.getrefcount(value) < 2**31


def test_wrong_elements_are_told_from_right_ones(arrays):
    with pytest.raises(TypeError, match="not an array of uint64"):
        arrays.get(np.zeros(2, np.uint64), 0)
    with pytest.raises(
        TypeError,
        match="argument 'b' must be an array of int16 .*, not an array of int8",
    ):
        arrays.integers(*[np.zeros(1, np.int8)] * 4)


def test_arrays_are_given_back(arrays):
    values = np.arange(4.0)
    before = sys.getrefcount(values)
    for _ in range(100):
        arrays.total(values)
        arrays.both_ends(values)
        arrays.axpy(1.0, values, values)
        for wrong in (values, np.zeros(8)[::2]):
            with pytest.raises((TypeError, ValueError, IndexError)):
                arrays.axpy(1.0, values, "x")
            with pytest.raises((TypeError, ValueError)):
                arrays.get(wrong, 0)
        with pytest.raises(IndexError):
            arrays.raise_with(values)
    assert sys.getrefcount(values) == before
    # An array whose memory is lent can't be resized.
    values.resize(8)


def test_what_is_kept_stays(arrays):
    arrays.keep(np.full(1000, 0.5))
    data = bytearray(16)
    arrays.keep(memoryview(data).cast("d"))
    np.zeros(1000)
    assert arrays.kept_total() == 500.0
    with pytest.raises(BufferError):
        data.append(1)
    arrays.drop_kept()
    assert arrays.kept_total() == 0.0
    data.append(1)


def test_memory_of_its_own(arrays):
    values = np.array([3.0, 1.0, 2.0])
    arrays.sort(values)
    assert values.tolist() == [1.0, 2.0, 3.0]


def test_numbers_of_fixed_width_are_checked(arrays):
    assert arrays.small(-128, 2**64 - 1) == (-128, 2**64 - 1)
    assert arrays.small(np.int8(5), np.uint64(6)) == (5, 6)
    for small, large in [(128, 0), (-129, 0), (0, 2**64), (0, -1)]:
        with pytest.raises(OverflowError):
            arrays.small(small, large)
    with pytest.raises(TypeError, match="argument 'y' must be int, not float"):
        arrays.small(1, 1.0)
