"""How decimal numbers are rounded, and what goes wrong with them."""

ROUND_DOWN = "ROUND_DOWN"
ROUND_HALF_UP = "ROUND_HALF_UP"
ROUND_HALF_EVEN = "ROUND_HALF_EVEN"
ROUND_CEILING = "ROUND_CEILING"
ROUND_FLOOR = "ROUND_FLOOR"
ROUND_UP = "ROUND_UP"
ROUND_HALF_DOWN = "ROUND_HALF_DOWN"
ROUND_05UP = "ROUND_05UP"
MAX_PREC = 999999999999999999
MAX_EMAX = 999999999999999999
MIN_EMIN = -999999999999999999

ROUNDINGS = [
    "ROUND_CEILING",
    "ROUND_FLOOR",
    "ROUND_UP",
    "ROUND_DOWN",
    "ROUND_HALF_UP",
    "ROUND_HALF_DOWN",
    "ROUND_HALF_EVEN",
    "ROUND_05UP",
]


class DecimalException(ArithmeticError):
    """What decimal arithmetic raises, but for division by zero."""


class InvalidOperation(DecimalException):
    """An operation has no result."""


class Overflow(DecimalException):
    """A result is too large."""


class DivisionByZero(ZeroDivisionError):
    """A number is divided by zero."""


def signal(name: str) -> str:
    """Give the message of an exception: the conditions that Python names."""
    return f"[<class 'decimal.{name}'>]"


class Context:
    """How many digits results have, and how they are rounded."""

    _prec: int
    _rounding: str
    Emin: int
    Emax: int
    capitals: int

    def __init__(
        self,
        prec: int = 28,
        rounding: str = ROUND_HALF_EVEN,
        Emin: int = -999999,
        Emax: int = 999999,
        capitals: int = 1,
    ) -> None:
        self._prec = 28
        self._rounding = ROUND_HALF_EVEN
        self.prec = prec
        self.rounding = rounding
        self.Emin = Emin
        self.Emax = Emax
        self.capitals = capitals

    @property
    def prec(self) -> int:
        """The number of digits."""
        return self._prec

    @prec.setter
    def prec(self, prec: int) -> None:
        if not 1 <= prec <= MAX_PREC:
            raise ValueError(f"valid range for prec is [1, {'MAX_PREC'}]")
        self._prec = prec

    @property
    def rounding(self) -> str:
        """How results are rounded."""
        return self._rounding

    @rounding.setter
    def rounding(self, rounding: str) -> None:
        if rounding not in ROUNDINGS:
            raise TypeError(f"valid values for rounding are:\n  [{', '.join(ROUNDINGS)}]")
        self._rounding = rounding

    def Etiny(self) -> int:
        """Give the least exponent."""
        return self.Emin - self._prec + 1

    def Etop(self) -> int:
        """Give the greatest exponent of a number with all digits."""
        return self.Emax - self._prec + 1

    def copy(self) -> Context:
        """Give a context like this one."""
        return Context(self._prec, self._rounding, self.Emin, self.Emax, self.capitals)


class _State:
    """The context that counts."""

    current: Context

    def __init__(self) -> None:
        self.current = Context()


_state = _State()


def getcontext() -> Context:
    """Give the context that counts."""
    return _state.current


def setcontext(context: Context) -> None:
    """Let another context count."""
    _state.current = context


class _Local:
    """Lets a context count inside a `with`."""

    _inner: Context
    _outer: Context

    def __init__(self, inner: Context) -> None:
        self._inner = inner
        self._outer = inner

    def __enter__(self) -> Context:
        self._outer = _state.current
        _state.current = self._inner
        return self._inner

    def __exit__(self, kind, value, traceback) -> None:
        _state.current = self._outer


def localcontext(ctx: Context | None = None, *, prec: int | None = None, rounding: str | None = None) -> _Local:
    """Give a manager that lets a copy of a context count inside a `with`."""
    inner = getcontext().copy() if ctx is None else ctx.copy()
    if prec is not None:
        inner.prec = prec
    if rounding is not None:
        inner.rounding = rounding
    return _Local(inner)
