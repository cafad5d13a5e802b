"""Floats in base sixteen, as C writes them."""

from pyc.unsafe import float_bits, float_from_bits


def hex_text(value: float) -> str:
    """Give a number as `0x1.8p+1`."""
    bits = float_bits(value)
    exponent = (bits >> 52) & 0x7FF
    fraction = bits & 0xFFFFFFFFFFFFF
    sign = "-" if bits < 0 and value == value else ""
    if exponent == 0x7FF:
        return sign + ("inf" if fraction == 0 else "nan")
    if exponent == 0 and fraction == 0:
        return sign + "0x0.0p+0"
    first = "0" if exponent == 0 else "1"
    return f"{sign}0x{first}.{fraction:013x}p{max(exponent, 1) - 1023:+d}"


def parse_hex(text: str) -> float:
    """Read what `float.fromhex` takes."""
    body = text.strip().lower()
    negative = body.startswith("-")
    if body[:1] in ("+", "-"):
        body = body[1:]
    if body in ("inf", "infinity"):
        result = float_from_bits(0x7FF0000000000000)
    elif body == "nan":
        result = float_from_bits(0x7FF8000000000000)
    else:
        result = _number(body.removeprefix("0x"))
    return -result if negative else result


def _number(body: str) -> float:
    mantissa, mark, power = body.partition("p")
    whole, _, decimals = mantissa.partition(".")
    digits = whole + decimals
    plain = power[1:] if power[:1] in ("+", "-") else power
    if digits == "" or (mark != "" and not (plain.isascii() and plain.isdecimal())):
        raise ValueError("invalid hexadecimal floating-point string")
    for digit in digits:
        if digit not in "0123456789abcdef":
            raise ValueError("invalid hexadecimal floating-point string")
    exponent = (int(power) if mark != "" else 0) - 4 * len(decimals)
    significant = digits.lstrip("0")
    if significant == "":
        return 0.0
    return _rounded(significant, exponent)


def _rounded(digits: str, exponent: int) -> float:
    """Give the nearest float of digits times a power of two, the even one of two."""
    # Fifteen digits are kept; whether anything is behind them decides what is half way.
    value = int(digits[:15], 16)
    rest = digits[15:]
    exponent += 4 * len(rest)
    value = value * 2 + (1 if rest.strip("0") != "" else 0)
    exponent -= 1
    size = value.bit_length()
    if size + exponent > 1024:
        raise OverflowError("hexadecimal value too large to represent as a float")
    drop = max(size - 53, -1074 - exponent)
    if drop > 0:
        if drop > 62:
            return 0.0
        half = 1 << (drop - 1)
        left = value & ((1 << drop) - 1)
        value >>= drop
        exponent += drop
        if left > half or (left == half and value & 1 == 1):
            value += 1
    return _scaled(float(value), exponent)


def _scaled(value: float, exponent: int) -> float:
    """Multiply with a power of two; the result is exact or too large."""
    if value.as_integer_ratio()[0].bit_length() + exponent > 1024:
        raise OverflowError("hexadecimal value too large to represent as a float")
    while exponent > 1000:
        value *= 1.0715086071862673e301
        exponent -= 1000
    while exponent < -1000:
        value *= 9.332636185032189e-302
        exponent += 1000
    return value * float_from_bits((exponent + 1023) << 52)
