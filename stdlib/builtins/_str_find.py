"""Searching in text: positions are bytes, which a valid text can't be cut at wrongly."""

from pyc._runtime import find_byte
from pyc.fixed import u8
from pyc.unsafe import Ptr, mem_compare, mem_copy, ptr_offset

from ._text import load_byte, new_text, same_bytes, step_size


def find_bytes(data: Ptr[u8], start: int, end: int, part: str) -> int:
    """Give where `part` is found first from `start` to before `end`, or -1."""
    size = part._size
    if size == 0:
        return start
    first = load_byte(part._data, 0)
    last = end - size
    index = start
    while index <= last:
        ahead = find_byte(ptr_offset(data, index), first, last - index + 1)
        if ahead < 0:
            break
        index += ahead
        if size == 1 or same_bytes(ptr_offset(data, index), part._data, size):
            return index
        index += 1
    return -1


def rfind_bytes(data: Ptr[u8], start: int, end: int, part: str) -> int:
    """Give where `part` is found last from `start` to before `end`, or -1."""
    size = part._size
    index = end - size
    if size == 0:
        return index
    first = load_byte(part._data, 0)
    while index >= start:
        if load_byte(data, index) == first and mem_compare(ptr_offset(data, index), part._data, size) == 0:
            return index
        index -= 1
    return -1


def count_bytes(data: Ptr[u8], start: int, end: int, part: str) -> int:
    """Count where `part`, which is not empty, is found without overlap."""
    result = 0
    index = find_bytes(data, start, end, part)
    while index >= 0:
        result += 1
        index = find_bytes(data, index + part._size, end, part)
    return result


def replace_bytes(text: str, old: str, new: str, count: int) -> str:
    """Replace `old` by `new` at the first `count` places; at all if that is negative."""
    if count == 0:
        return text
    if old._size == 0:
        return interleave(text, new, count)
    found = count_bytes(text._data, 0, text._size, old)
    if 0 <= count < found:
        found = count
    if found == 0:
        return text
    size = text._size + found * (new._size - old._size)
    length = text._length + found * (new._length - old._length)
    result = new_text(size, length)
    source = 0
    place = 0
    while found > 0:
        index = find_bytes(text._data, source, text._size, old)
        mem_copy(ptr_offset(result._data, place), ptr_offset(text._data, source), index - source)
        place += index - source
        mem_copy(ptr_offset(result._data, place), new._data, new._size)
        place += new._size
        source = index + old._size
        found -= 1
    mem_copy(ptr_offset(result._data, place), ptr_offset(text._data, source), text._size - source)
    return result


def interleave(text: str, new: str, count: int) -> str:
    """Put `new` before the first `count` characters and, if there are enough, behind the last one."""
    places = text._length + 1
    if 0 <= count < places:
        places = count
    result = new_text(text._size + places * new._size, text._length + places * new._length)
    source = 0
    place = 0
    while places > 0:
        mem_copy(ptr_offset(result._data, place), new._data, new._size)
        place += new._size
        places -= 1
        if source < text._size:
            step = step_size(load_byte(text._data, source))
            mem_copy(ptr_offset(result._data, place), ptr_offset(text._data, source), step)
            place += step
            source += step
    mem_copy(ptr_offset(result._data, place), ptr_offset(text._data, source), text._size - source)
    return result
