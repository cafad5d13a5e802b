"""Sizes that no memory has raise an exception that can be caught."""

HUGE = 10**17


def attempt(name, run):
    try:
        print(name, len(run()))
    except MemoryError as e:
        print(name, repr(e), str(e) == "", e.args)


def grown():
    items = [1, 2]
    items *= 10**18
    return items


attempt("list", lambda: [0] * HUGE)
attempt("pairs", lambda: [0, 1] * (2**62))
attempt("grown", grown)
attempt("range", lambda: list(range(HUGE)))
attempt("str", lambda: "ab" * HUGE)
attempt("padded", lambda: "ab".rjust(HUGE))
attempt("bytes", lambda: bytes(HUGE))
attempt("bytearray", lambda: bytearray(HUGE))
attempt("small", lambda: [0] * 1000)

rows = [0] * HUGE
