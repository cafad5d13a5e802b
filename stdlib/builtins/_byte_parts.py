"""What `bytes` and `bytearray` share besides: parts between white space, and letters of ASCII."""

from pyc.fixed import u8
from pyc.unsafe import int_cast


def is_blank(item: u8) -> bool:
    """Say whether a byte is white space."""
    code = int(item)
    return code == 32 or 9 <= code <= 13


def blank_split(items: list[u8], maxsplit: int) -> list[list[u8]]:
    """Give the parts between white space, at most `maxsplit` from the left and what follows."""
    parts: list[list[u8]] = []
    at = 0
    while True:
        while at < len(items) and is_blank(items[at]):
            at += 1
        if at == len(items):
            return parts
        if maxsplit >= 0 and len(parts) >= maxsplit:
            parts.append(items[at:])
            return parts
        start = at
        while at < len(items) and not is_blank(items[at]):
            at += 1
        parts.append(items[start:at])


def blank_rsplit(items: list[u8], maxsplit: int) -> list[list[u8]]:
    """Give the parts between white space, at most `maxsplit` from the right and what is in front of them."""
    parts: list[list[u8]] = []
    end = len(items)
    while True:
        while end > 0 and is_blank(items[end - 1]):
            end -= 1
        if end == 0:
            break
        if maxsplit >= 0 and len(parts) >= maxsplit:
            parts.append(items[:end])
            break
        stop = end
        while end > 0 and not is_blank(items[end - 1]):
            end -= 1
        parts.append(items[end:stop])
    parts.reverse()
    return parts


def is_upper(code: int) -> bool:
    """Say whether a byte is a capital."""
    return 65 <= code <= 90


def is_lower(code: int) -> bool:
    """Say whether a byte is a small letter."""
    return 97 <= code <= 122


def swapped(items: list[u8]) -> list[u8]:
    """Give capitals for small letters and the other way round."""
    result = items.copy()
    for at, item in enumerate(items):
        code = int(item)
        if is_upper(code) or is_lower(code):
            result[at] = int_cast[u8](code ^ 32)
    return result


def titled(items: list[u8]) -> list[u8]:
    """Give a capital at the beginning of every word, and small letters behind it."""
    result = items.copy()
    inside = False
    for at, item in enumerate(items):
        code = int(item)
        if is_upper(code) or is_lower(code):
            result[at] = int_cast[u8](code | 32 if inside else code & 223)
            inside = True
        else:
            inside = False
    return result


def is_titled(items: list[u8]) -> bool:
    """Say whether there are letters, and capitals at the beginnings of words alone."""
    inside = False
    has_letters = False
    for item in items:
        code = int(item)
        if is_upper(code):
            if inside:
                return False
            inside = True
            has_letters = True
        elif is_lower(code):
            if not inside:
                return False
        else:
            inside = False
    return has_letters


def centered(items: list[u8], width: int, fill: list[u8]) -> list[u8]:
    """Fill up on both sides."""
    missing = max(width - len(items), 0)
    left = missing // 2 + (missing & width & 1)
    return fill * left + items + fill * (missing - left)
