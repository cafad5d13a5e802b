"""Pseudo-random numbers: the Mersenne Twister, which gives the same numbers for the same seed as in Python."""

from math import acos, ceil, cos, e, exp, floor, log, pi, sin, sqrt

from pyc import extern
from pyc.fixed import u8
from pyc.unsafe import Ptr, alloc, free, ptr_cast, ptr_load

__all__ = [
    "Random",
    "betavariate",
    "choice",
    "choices",
    "expovariate",
    "gammavariate",
    "gauss",
    "getrandbits",
    "getstate",
    "lognormvariate",
    "normalvariate",
    "paretovariate",
    "randbytes",
    "randint",
    "random",
    "randrange",
    "sample",
    "seed",
    "setstate",
    "shuffle",
    "triangular",
    "uniform",
    "vonmisesvariate",
    "weibullvariate",
]

WORDS = 624
MIDDLE = 397
MASK = 0xFFFFFFFF
NV_MAGIC = 4 * exp(-0.5) / sqrt(2.0)
LOG4 = log(4.0)
SG_MAGIC = 1.0 + log(4.5)


@extern("getrandom")
def _system_random(data: Ptr[u8], size: int, flags: int) -> int: ...


class Random:
    """A generator with a state of its own.

    >>> Random(42).randint(1, 6)
    6
    """

    _state: list[int]
    _index: int
    _next_gauss: float | None

    def __init__(self, x=None) -> None:
        self._state = [0] * WORDS
        self._index = WORDS
        self._next_gauss = None
        self.seed(x)

    # The state

    def getstate(self) -> tuple[int, tuple[int, ...], float | None]:
        """Give what the next numbers depend on."""
        return (3, tuple([*self._state, self._index]), self._next_gauss)

    def setstate(self, state: tuple[int, tuple[int, ...], float | None]) -> None:
        """Go on from what `getstate` gave."""
        if state[0] != 3:
            raise ValueError(f"state with version {state[0]} passed to Random.setstate() of version 3")
        words = list(state[1])
        self._index = words.pop()
        self._state = words
        self._next_gauss = state[2]

    def randbytes(self, n: int) -> bytes:
        """Give some random bytes."""
        result: list[int] = []
        for start in range(0, n, 4):
            # Of the last number the upper bits count.
            count = min(n - start, 4)
            word = self.getrandbits(count * 8)
            result.extend([(word >> (8 * at)) & 255 for at in range(count)])
        return bytes(result)

    # The generator

    def seed(self, a=None) -> None:
        """Start anew from a number or a text; from something unpredictable if it is `None`."""
        self._next_gauss = None
        if a is None:
            self._seed_words(_unpredictable())
        elif isinstance(a, int):
            number = abs(int(a))
            self._seed_words([number & MASK, number >> 32] if number > MASK else [number])
        elif isinstance(a, float):
            hashed = hash(a)
            self._seed_words([hashed & MASK, (hashed >> 32) & MASK] if hashed < 0 or hashed > MASK else [hashed])
        elif isinstance(a, str):
            self._seed_words(_words_of(a.encode()))
        elif isinstance(a, (bytes, bytearray)):
            self._seed_words(_words_of(bytes(a)))
        else:
            raise TypeError("The only supported seed types are: None,\nint, float, str, bytes, and bytearray.")

    def _seed_number(self, number: int) -> None:
        state = self._state
        state[0] = number
        for index in range(1, WORDS):
            before = state[index - 1]
            state[index] = (1812433253 * (before ^ (before >> 30)) + index) & MASK

    def _seed_words(self, key: list[int]) -> None:
        self._seed_number(19650218)
        state = self._state
        index = 1
        at = 0
        for _ in range(max(WORDS, len(key))):
            before = state[index - 1]
            state[index] = ((state[index] ^ _times(before ^ (before >> 30), 1664525)) + key[at] + at) & MASK
            index += 1
            at += 1
            if index >= WORDS:
                state[0] = state[WORDS - 1]
                index = 1
            if at >= len(key):
                at = 0
        for _ in range(WORDS - 1):
            before = state[index - 1]
            state[index] = ((state[index] ^ _times(before ^ (before >> 30), 1566083941)) - index) & MASK
            index += 1
            if index >= WORDS:
                state[0] = state[WORDS - 1]
                index = 1
        state[0] = 0x80000000
        self._index = WORDS

    def _generate(self) -> None:
        """Make the next numbers of the state."""
        state = self._state
        for index in range(WORDS):
            bits = (state[index] & 0x80000000) | (state[(index + 1) % WORDS] & 0x7FFFFFFF)
            state[index] = state[(index + MIDDLE) % WORDS] ^ (bits >> 1) ^ (0x9908B0DF if bits & 1 else 0)
        self._index = 0

    def _next(self) -> int:
        """Give 32 bits."""
        if self._index >= WORDS:
            self._generate()
        bits = self._state[self._index]
        self._index += 1
        bits ^= bits >> 11
        bits ^= (bits << 7) & 0x9D2C5680
        bits ^= (bits << 15) & 0xEFC60000
        return bits ^ (bits >> 18)

    def random(self) -> float:
        """Give a number from 0.0 to below 1.0."""
        high = self._next() >> 5
        low = self._next() >> 6
        return (float(high) * 67108864.0 + float(low)) * (1.0 / 9007199254740992.0)

    def getrandbits(self, k: int) -> int:
        """Give an integer of `k` random bits."""
        if k < 0:
            raise ValueError("number of bits must be non-negative")
        if k == 0:
            return 0
        if k <= 32:
            return self._next() >> (32 - k)
        if k > 63:
            raise OverflowError("integer overflow")
        low = self._next()
        return low | ((self._next() >> (64 - k)) << 32)

    def _below(self, n: int) -> int:
        """Give an integer from 0 to below `n`."""
        bits = n.bit_length()
        number = self.getrandbits(bits)
        while number >= n:
            number = self.getrandbits(bits)
        return number

    # Integers

    def randrange(self, start: int, stop: int | None = None, step: int = 1) -> int:
        """Give one of the numbers of `range(start, stop, step)`."""
        if stop is None:
            if start > 0:
                return self._below(start)
            raise ValueError("empty range for randrange()")
        width = stop - start
        if step == 1:
            if width > 0:
                return start + self._below(width)
            raise ValueError(f"empty range for randrange() ({start}, {stop}, {width})")
        if step > 0:
            count = (width + step - 1) // step
        elif step < 0:
            count = (width + step + 1) // step
        else:
            raise ValueError("zero step for randrange()")
        if count <= 0:
            raise ValueError("empty range for randrange()")
        return start + step * self._below(count)

    def randint(self, a: int, b: int) -> int:
        """Give a number from `a` to `b`, both included."""
        return self.randrange(a, b + 1)

    # Sequences

    def choice(self, seq):
        """Give one of the elements."""
        if len(seq) == 0:
            raise IndexError("Cannot choose from an empty sequence")
        return seq[self._below(len(seq))]

    def shuffle(self, x) -> None:
        """Bring the elements into a random order."""
        for index in range(len(x) - 1, 0, -1):
            other = self._below(index + 1)
            x[index], x[other] = x[other], x[index]

    def sample(self, population, k: int, *, counts=None):
        """Give `k` different ones of the elements."""
        if counts is None:
            return self._sample(population, k)
        else:
            bounds = _running_totals(counts)
            if len(bounds) != len(population):
                raise ValueError("The number of counts does not match the population")
            total = bounds.pop()
            if total <= 0:
                raise ValueError("Total of counts must be greater than zero")
            return [population[_place(bounds, place, 0, len(bounds))] for place in self._sample(range(total), k)]

    def _sample(self, population, k: int):
        n = len(population)
        if k < 0 or k > n:
            raise ValueError("Sample larger than population or is negative")
        result = []
        # A set of those that are chosen is smaller than a list of all.
        set_size = 21
        if k > 5:
            set_size += 4 ** ceil(log(k * 3, 4))
        if n <= set_size:
            pool = list(population)
            for index in range(k):
                chosen = self._below(n - index)
                result.append(pool[chosen])
                pool[chosen] = pool[n - index - 1]
        else:
            selected: set[int] = set()
            for _ in range(k):
                chosen = self._below(n)
                while chosen in selected:
                    chosen = self._below(n)
                selected.add(chosen)
                result.append(population[chosen])
        return result

    def choices(self, population, weights=None, *, cum_weights=None, k: int = 1):
        """Give `k` elements, each chosen from all; the weights say how often one is chosen."""
        n = len(population)
        if weights is not None:
            return self._choices(population, _running_totals(weights), k)
        elif cum_weights is not None:
            return self._choices(population, cum_weights, k)
        else:
            return [population[floor(self.random() * float(n))] for _ in range(k)]

    def _choices(self, population, bounds, k: int):
        if len(bounds) != len(population):
            raise ValueError("The number of weights does not match the population")
        total = bounds[-1] + 0.0
        if total <= 0.0:
            raise ValueError("Total of weights must be greater than zero")
        last = len(population) - 1
        return [population[_place(bounds, self.random() * total, 0, last)] for _ in range(k)]

    # Distributions

    def uniform(self, a: float, b: float) -> float:
        """Give a number between two others."""
        return a + (b - a) * self.random()

    def triangular(self, low: float = 0.0, high: float = 1.0, mode=None) -> float:
        """Give a number between two others, most likely one near `mode`."""
        u = self.random()
        if mode is None:
            c = 0.5
        else:
            if high == low:
                return low
            c = (float(mode) - low) / (high - low)
        if u > c:
            u = 1.0 - u
            c = 1.0 - c
            low, high = high, low
        return low + (high - low) * sqrt(u * c)

    def normalvariate(self, mu: float = 0.0, sigma: float = 1.0) -> float:
        """Give a normally distributed number."""
        while True:
            u1 = self.random()
            u2 = 1.0 - self.random()
            z = NV_MAGIC * (u1 - 0.5) / u2
            if z * z / 4.0 <= -log(u2):
                return mu + z * sigma

    def gauss(self, mu: float = 0.0, sigma: float = 1.0) -> float:
        """Give a normally distributed number, faster than `normalvariate`."""
        z = self._next_gauss
        self._next_gauss = None
        if z is None:
            angle = self.random() * (2.0 * pi)
            radius = sqrt(-2.0 * log(1.0 - self.random()))
            z = cos(angle) * radius
            self._next_gauss = sin(angle) * radius
        return mu + z * sigma

    def lognormvariate(self, mu: float = 0.0, sigma: float = 1.0) -> float:
        """Give a number whose logarithm is normally distributed."""
        return exp(self.normalvariate(mu, sigma))

    def expovariate(self, lambd: float = 1.0) -> float:
        """Give an exponentially distributed number with mean `1 / lambd`."""
        return -log(1.0 - self.random()) / lambd

    def vonmisesvariate(self, mu: float, kappa: float) -> float:
        """Give an angle near `mu`, the nearer the greater `kappa` is."""
        if kappa <= 1e-6:
            return 2.0 * pi * self.random()
        s = 0.5 / kappa
        r = s + sqrt(1.0 + s * s)
        while True:
            z = cos(pi * self.random())
            d = z / (r + z)
            u = self.random()
            if u < 1.0 - d * d or u <= (1.0 - d) * exp(d):
                break
        q = 1.0 / r
        f = (q + z) / (1.0 + q * z)
        if self.random() > 0.5:
            return (mu + acos(f)) % (2.0 * pi)
        return (mu - acos(f)) % (2.0 * pi)

    def gammavariate(self, alpha: float, beta: float) -> float:
        """Give a number of the gamma distribution."""
        if alpha <= 0.0 or beta <= 0.0:
            raise ValueError("gammavariate: alpha and beta must be > 0.0")
        if alpha > 1.0:
            ainv = sqrt(2.0 * alpha - 1.0)
            bbb = alpha - LOG4
            ccc = alpha + ainv
            while True:
                u1 = self.random()
                if not 1e-7 < u1 < 0.9999999:
                    continue
                u2 = 1.0 - self.random()
                v = log(u1 / (1.0 - u1)) / ainv
                x = alpha * exp(v)
                z = u1 * u1 * u2
                r = bbb + ccc * v - x
                if r + SG_MAGIC - 4.5 * z >= 0.0 or r >= log(z):
                    return x * beta
        elif alpha == 1.0:
            return -log(1.0 - self.random()) * beta
        while True:
            u = self.random()
            b = (e + alpha) / e
            p = b * u
            if p <= 1.0:
                x = p ** (1.0 / alpha)
            else:
                x = -log((b - p) / alpha)
            u1 = self.random()
            if p > 1.0:
                if u1 <= x ** (alpha - 1.0):
                    break
            elif u1 <= exp(-x):
                break
        return x * beta

    def betavariate(self, alpha: float, beta: float) -> float:
        """Give a number of the beta distribution."""
        y = self.gammavariate(alpha, 1.0)
        if y != 0.0:
            return y / (y + self.gammavariate(beta, 1.0))
        return 0.0

    def paretovariate(self, alpha: float) -> float:
        """Give a number of the Pareto distribution."""
        u = 1.0 - self.random()
        return u ** (-1.0 / alpha)

    def weibullvariate(self, alpha: float, beta: float) -> float:
        """Give a number of the Weibull distribution."""
        u = 1.0 - self.random()
        return alpha * (-log(u)) ** (1.0 / beta)


def _times(left: int, right: int) -> int:
    """Multiply words and keep the lower 32 bits; the product of halves does not overflow."""
    return ((left & 0xFFFF) * right + ((((left >> 16) * right) & 0xFFFF) << 16)) & MASK


def _words_of(text: bytes) -> list[int]:
    """Give the 32-bit words, the lowest first, of the number that a text and its hash make."""
    from hashlib import sha512

    number = text + sha512(text).digest()
    words = [int.from_bytes(number[max(end - 4, 0) : end], "big") for end in range(len(number), 0, -4)]
    while len(words) > 1 and words[-1] == 0:
        words.pop()
    return words


def _unpredictable() -> list[int]:
    data = alloc(32)
    _system_random(data, 32, 0)
    words = ptr_cast[int](data)
    key: list[int] = []
    for index in range(4):
        word = ptr_load(words, index)
        key.append(word & MASK)
        key.append((word >> 32) & MASK)
    free(data)
    return key


def _running_totals(weights):
    totals = []
    for weight in weights:
        totals.append(totals[-1] + weight if len(totals) > 0 else weight)
    return totals


def _place(bounds, value, low: int, high: int) -> int:
    """Give the index of the first bound above a value."""
    while low < high:
        middle = (low + high) // 2
        if value < bounds[middle]:
            high = middle
        else:
            low = middle + 1
    return low


# What the functions of the module use.
_shared = Random()


def seed(a=None) -> None:
    """Start anew from a number; from something unpredictable if it is `None`."""
    _shared.seed(a)


def getstate() -> tuple[int, tuple[int, ...], float | None]:
    """Give what the next numbers depend on."""
    return _shared.getstate()


def setstate(state: tuple[int, tuple[int, ...], float | None]) -> None:
    """Go on from what `getstate` gave."""
    _shared.setstate(state)


def randbytes(n: int) -> bytes:
    """Give some random bytes."""
    return _shared.randbytes(n)


def random() -> float:
    """Give a number from 0.0 to below 1.0."""
    return _shared.random()


def getrandbits(k: int) -> int:
    """Give an integer of `k` random bits."""
    return _shared.getrandbits(k)


def randrange(start: int, stop: int | None = None, step: int = 1) -> int:
    """Give one of the numbers of `range(start, stop, step)`."""
    return _shared.randrange(start, stop, step)


def randint(a: int, b: int) -> int:
    """Give a number from `a` to `b`, both included."""
    return _shared.randint(a, b)


def choice(seq):
    """Give one of the elements."""
    return _shared.choice(seq)


def shuffle(x) -> None:
    """Bring the elements into a random order."""
    _shared.shuffle(x)


def sample(population, k: int, *, counts=None):
    """Give `k` different ones of the elements."""
    return _shared.sample(population, k, counts=counts)


def choices(population, weights=None, *, cum_weights=None, k: int = 1):
    """Give `k` elements, each chosen from all; the weights say how often one is chosen."""
    return _shared.choices(population, weights, cum_weights=cum_weights, k=k)


def uniform(a: float, b: float) -> float:
    """Give a number between two others."""
    return _shared.uniform(a, b)


def triangular(low: float = 0.0, high: float = 1.0, mode=None) -> float:
    """Give a number between two others, most likely one near `mode`."""
    return _shared.triangular(low, high, mode)


def normalvariate(mu: float = 0.0, sigma: float = 1.0) -> float:
    """Give a normally distributed number."""
    return _shared.normalvariate(mu, sigma)


def gauss(mu: float = 0.0, sigma: float = 1.0) -> float:
    """Give a normally distributed number, faster than `normalvariate`."""
    return _shared.gauss(mu, sigma)


def lognormvariate(mu: float = 0.0, sigma: float = 1.0) -> float:
    """Give a number whose logarithm is normally distributed."""
    return _shared.lognormvariate(mu, sigma)


def expovariate(lambd: float = 1.0) -> float:
    """Give an exponentially distributed number with mean `1 / lambd`."""
    return _shared.expovariate(lambd)


def vonmisesvariate(mu: float, kappa: float) -> float:
    """Give an angle near `mu`, the nearer the greater `kappa` is."""
    return _shared.vonmisesvariate(mu, kappa)


def gammavariate(alpha: float, beta: float) -> float:
    """Give a number of the gamma distribution."""
    return _shared.gammavariate(alpha, beta)


def betavariate(alpha: float, beta: float) -> float:
    """Give a number of the beta distribution."""
    return _shared.betavariate(alpha, beta)


def paretovariate(alpha: float) -> float:
    """Give a number of the Pareto distribution."""
    return _shared.paretovariate(alpha)


def weibullvariate(alpha: float, beta: float) -> float:
    """Give a number of the Weibull distribution."""
    return _shared.weibullvariate(alpha, beta)
