"""Bytes as text of few characters."""

__all__ = [
    "b16decode",
    "b16encode",
    "b64decode",
    "b64encode",
    "standard_b64decode",
    "standard_b64encode",
    "urlsafe_b64decode",
    "urlsafe_b64encode",
]

DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"


class Error(ValueError):
    """What is to be decoded is nothing that was encoded."""


def b64encode(s, altchars=None) -> bytes:
    """Give bytes in base 64.

    >>> b64encode(b"pyc!")
    b'cHljIQ=='
    """
    data = bytes(s)
    digits = DIGITS.encode()
    result = bytearray()
    for start in range(0, len(data), 3):
        part = data[start : start + 3]
        number = int.from_bytes(part, "big") << (8 * (3 - len(part)))
        for place in range(4):
            result.append(digits[(number >> (18 - 6 * place)) & 63] if place <= len(part) else 61)
    text = bytes(result)
    if altchars is not None:
        assert len(altchars) == 2, repr(altchars)
        return text.translate(bytes.maketrans(b"+/", altchars))
    else:
        return text


def b64decode(s, altchars=None, validate: bool = False) -> bytes:
    """Read bytes in base 64; characters that are no digits are passed over.

    >>> b64decode("cHljIQ==")
    b'pyc!'
    """
    text = _as_bytes(s)
    if altchars is not None:
        assert len(altchars) == 2, repr(altchars)
        text = text.translate(bytes.maketrans(_as_bytes(altchars), b"+/"))
    result = bytearray()
    number = 0
    count = 0
    padding = 0
    for byte in text:
        digit = DIGITS.find(chr(byte))
        if byte == 61:
            padding += 1
        elif digit < 0:
            if validate:
                raise Error("Only base64 data is allowed")
        else:
            padding = 0
            number = number * 64 + digit
            count += 1
            if count % 4 == 0:
                result.extend(number.to_bytes(3, "big"))
                number = 0
    left = count % 4
    if left == 1:
        raise Error(
            f"Invalid base64-encoded string: number of data characters ({count}) cannot be 1 more than a multiple of 4"
        )
    if left > 0:
        if padding < 4 - left:
            raise Error("Incorrect padding")
        result.extend((number >> (2 if left == 3 else 4)).to_bytes(left - 1, "big"))
    return bytes(result)


def standard_b64encode(s) -> bytes:
    """Give bytes in base 64."""
    return b64encode(s)


def standard_b64decode(s) -> bytes:
    """Read bytes in base 64."""
    return b64decode(s)


def urlsafe_b64encode(s) -> bytes:
    """Give bytes in base 64 with `-` and `_` in the place of `+` and `/`."""
    return b64encode(s, b"-_")


def urlsafe_b64decode(s) -> bytes:
    """Read bytes in base 64 with `-` and `_` in the place of `+` and `/`."""
    return b64decode(s, b"-_")


def b16encode(s) -> bytes:
    """Give bytes as hexadecimal digits."""
    return bytes(s).hex().upper().encode()


def b16decode(s, casefold: bool = False) -> bytes:
    """Read hexadecimal digits: capitals, unless `casefold` is true."""
    text = _as_bytes(s).decode("latin-1")
    for character in text.upper() if casefold else text:
        if character not in "0123456789ABCDEF":
            raise Error("Non-base16 digit found")
    if len(text) % 2 == 1:
        raise Error("Odd-length string")
    return bytes.fromhex(text)


def _as_bytes(s) -> bytes:
    if isinstance(s, str):
        return s.encode("ascii")
    else:
        return bytes(s)
