"""Natural numbers of any size, as strings of digits without zeros in front; the work is done nine digits at a time."""

BASE = 1000000000
WIDTH = 9


def limbs_of(digits: str) -> list[int]:
    """Give the parts of nine digits, the lowest first."""
    limbs: list[int] = []
    end = len(digits)
    while end > 0:
        limbs.append(int(digits[max(0, end - WIDTH) : end]))
        end -= WIDTH
    return limbs


def digits_of(limbs: list[int]) -> str:
    """Give the digits of some parts."""
    top = len(limbs) - 1
    while top > 0 and limbs[top] == 0:
        top -= 1
    parts = [str(limbs[top])]
    for at in range(top - 1, -1, -1):
        parts.append(f"{limbs[at]:09}")
    return "".join(parts)


def trimmed(digits: str) -> str:
    """Drop zeros in front."""
    rest = digits.lstrip("0")
    return rest if rest != "" else "0"


def shifted(digits: str, count: int) -> str:
    """Append zeros."""
    return digits if digits == "0" or count == 0 else digits + "0" * count


def compare(left: str, right: str) -> int:
    """Give -1, 0 or 1 for less, equal or more."""
    if len(left) != len(right):
        return -1 if len(left) < len(right) else 1
    return 0 if left == right else -1 if left < right else 1


def add(left: str, right: str) -> str:
    """Give the sum."""
    a, b = limbs_of(left), limbs_of(right)
    result: list[int] = []
    carry = 0
    for at in range(max(len(a), len(b))):
        total = (a[at] if at < len(a) else 0) + (b[at] if at < len(b) else 0) + carry
        carry, rest = divmod(total, BASE)
        result.append(rest)
    result.append(carry)
    return digits_of(result)


def subtract(left: str, right: str) -> str:
    """Give the difference, of a greater and a lesser number."""
    a, b = limbs_of(left), limbs_of(right)
    result: list[int] = []
    borrow = 0
    for at in range(len(a)):
        rest = a[at] - (b[at] if at < len(b) else 0) - borrow
        borrow = 1 if rest < 0 else 0
        result.append(rest + BASE if rest < 0 else rest)
    return digits_of(result)


def multiply(left: str, right: str) -> str:
    """Give the product."""
    a, b = limbs_of(left), limbs_of(right)
    result = [0] * (len(a) + len(b))
    for low, factor in enumerate(a):
        carry = 0
        for at, other in enumerate(b):
            carry, result[low + at] = divmod(result[low + at] + factor * other + carry, BASE)
        result[low + len(b)] = carry
    return digits_of(result)


def divide(left: str, right: str) -> tuple[str, str]:
    """Give quotient and rest, by the way of paper and pencil with parts for digits (Knuth's algorithm D)."""
    if compare(left, right) < 0:
        return ("0", left)
    divisor = limbs_of(right)
    if len(divisor) == 1:
        return _divide_short(limbs_of(left), divisor[0])
    # The first part of the divisor must be great for the guesses to be good.
    scale = BASE // (divisor[-1] + 1)
    a = limbs_of(multiply(left, str(scale)))
    b = limbs_of(multiply(right, str(scale)))
    a.append(0)
    size = len(b)
    quotient = [0] * (len(a) - size)
    for place in range(len(a) - size - 1, -1, -1):
        guess, rest = divmod(a[place + size] * BASE + a[place + size - 1], b[-1])
        while guess >= BASE or guess * b[-2] > rest * BASE + a[place + size - 2]:
            guess -= 1
            rest += b[-1]
            if rest >= BASE:
                break
        if _subtract_times(a, b, place, guess):
            guess -= 1
            _add_back(a, b, place)
        quotient[place] = guess
    remainder = _divide_short(a[:size], scale)[0]
    return (digits_of(quotient), remainder)


def _divide_short(limbs: list[int], divisor: int) -> tuple[str, str]:
    rest = 0
    result = limbs.copy()
    for at in range(len(limbs) - 1, -1, -1):
        result[at], rest = divmod(rest * BASE + limbs[at], divisor)
    return (digits_of(result), str(rest))


def _subtract_times(a: list[int], b: list[int], place: int, factor: int) -> bool:
    """Take a multiple of `b` from a part of `a`; say whether that was too much."""
    carry = 0
    for at in range(len(b)):
        carry, part = divmod(factor * b[at] + carry, BASE)
        rest = a[place + at] - part
        if rest < 0:
            rest += BASE
            carry += 1
        a[place + at] = rest
    a[place + len(b)] -= carry
    return a[place + len(b)] < 0


def _add_back(a: list[int], b: list[int], place: int) -> None:
    carry = 0
    for at in range(len(b)):
        carry, a[place + at] = divmod(a[place + at] + b[at] + carry, BASE)
    a[place + len(b)] += carry


def power(base: str, exponent: int) -> str:
    """Give a power."""
    result = "1"
    square = base
    left = exponent
    while left > 0:
        if left & 1 == 1:
            result = multiply(result, square)
        left >>= 1
        if left > 0:
            square = multiply(square, square)
    return result


def square_root(digits: str) -> str:
    """Give the greatest number whose square is at most this one, by Newton's way from above."""
    if digits == "0":
        return "0"
    root = "1" + "0" * ((len(digits) + 1) // 2)
    while True:
        better = divide(add(root, divide(digits, root)[0]), "2")[0]
        if compare(better, root) >= 0:
            return root
        root = better


def rounded(digits: str, keep: int, is_negative: bool, rounding: str) -> str:
    """Give the number that the first `keep` digits make, one more if the rest asks for it."""
    kept = trimmed(digits[:keep]) if keep > 0 else "0"
    rest = digits[keep:] if keep >= 0 else "0" + digits
    return add(kept, "1") if _goes_up(kept, rest, is_negative, rounding) else kept


def _goes_up(kept: str, rest: str, is_negative: bool, rounding: str) -> bool:
    if rest.strip("0") == "":
        return False
    half = -1 if rest[0] < "5" else 1 if rest[0] > "5" or rest[1:].strip("0") != "" else 0
    match rounding:
        case "ROUND_HALF_EVEN":
            return half > 0 or (half == 0 and kept[-1] in "13579")
        case "ROUND_HALF_UP":
            return half >= 0
        case "ROUND_HALF_DOWN":
            return half > 0
        case "ROUND_DOWN":
            return False
        case "ROUND_UP":
            return True
        case "ROUND_CEILING":
            return not is_negative
        case "ROUND_FLOOR":
            return is_negative
        case _:
            return kept[-1] in "05"
