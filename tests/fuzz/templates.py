"""Pieces of programs with holes: `<int>` is an expression of that type, `<block>` some statements, `<n>` a small number, and `$x` a name of its own.

What several pieces use is defined once, in [`PRELUDE`].
"""

PRELUDE = '''
from __future__ import annotations

import functools
import itertools
from collections import Counter, defaultdict, deque, namedtuple
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from enum import Enum

Pair = namedtuple("Pair", "left right")


class Colour(Enum):
    RED = 1
    GREEN = 2
    BLUE = 4


class Problem(ValueError):
    def __init__(self, code, text="?"):
        super().__init__(code, text)
        self.code = code

    def __str__(self):
        return f"problem {self.code}"


class Guard:
    def __init__(self, name: str, hides: bool) -> None:
        self.name = name
        self.hides = hides

    def __enter__(self):
        print("enter", self.name)
        return self

    def __exit__(self, kind, value, traceback):
        print("exit", self.name, kind is None, value)
        return self.hides


@contextmanager
def traced(name):
    print("begin", name)
    try:
        yield len(name)
    finally:
        print("end", name)


@dataclass(order=True)
class Item:
    weight: int
    name: str = "item"
    tags: list[str] = field(default_factory=list, compare=False)

    @property
    def heavy(self) -> bool:
        return self.weight > 10


@dataclass(frozen=True)
class Point:
    x: int
    y: int = 0

    def __add__(self, other: "Point") -> "Point":
        return Point(self.x + other.x, self.y + other.y)


class Shape:
    sides = 0

    def __init__(self, size):
        self._size = size
        self.log = []

    @property
    def size(self):
        return self._size

    @size.setter
    def size(self, value):
        self.log.append((self._size, value))
        self._size = value

    def area(self):
        return 0

    def __str__(self):
        return f"{type(self).__name__}[{self.size}]={self.area()}"


class Square(Shape):
    sides = 4

    def area(self):
        return self.size * self.size

    def __getitem__(self, index):
        if not -self.sides <= index < self.sides:
            raise IndexError("no such side")
        return self.size * 10 + index


class Cube(Square):
    sides = 12

    def area(self):
        return 6 * super().area()

    def __call__(self, factor=1):
        return self.size**3 * factor

    def __contains__(self, value):
        return value == self._size


class Tree:
    def __init__(self, key):
        self.key = key
        self.left = None
        self.right = None

    def insert(self, key):
        if key < self.key:
            if self.left is None:
                self.left = Tree(key)
            else:
                self.left.insert(key)
        elif self.right is None:
            self.right = Tree(key)
        else:
            self.right.insert(key)

    def __iter__(self):
        if self.left is not None:
            yield from self.left
        yield self.key
        if self.right is not None:
            yield from self.right


def narrow(compute):
    """What does not fit into 64 bits raises where it is computed."""
    try:
        value = compute()
    except OverflowError:
        return "wide"
    return str(value) if -9223372036854775808 <= value <= 9223372036854775807 else "wide"


def twice(x):
    return x + x


def longest(*values, default=None, key=len):
    best = default
    for value in values:
        if best is None or key(value) > key(best):
            best = value
    return best


def described(a, b=2, /, *rest, c=3, **named):
    return f"{a} {b} {rest} {c} {sorted(named.items())}"
'''

TEMPLATES = [
    # Closures
    """
def $make(n, step=<int>):
    def add(k=1):
        nonlocal n
        n = (n + k * step) % 997
        return n

    return add

$add = $make(<int>)
print($add(), $add(<int>), $add(k=<int>), $make(<int>, 2)())
""",
    """
$calls = []
for $i in range(<n>):
    $calls.append(lambda k=<int>: k + $i)
$bound = [lambda $i=$i: $i * 10 for $i in range(<n>)]
print([$call() for $call in $calls], [$call() for $call in $bound])
""",
    """
def $outer(x):
    total = <int>

    def inner(y):
        nonlocal total
        total = (total + x * y) % 1009
        if y > 0:
            inner(y - 1)
        return total

    return inner(<n>), total

print($outer(<int>), $outer(2))
""",
    """
@functools.cache
def $fib(n):
    return n if n < 2 else $fib(n - 1) + $fib(n - 2)

print($fib(<n> * 9), functools.reduce(lambda a, b: (a * 3 + b) % 1000, <list[int]>, <int>))
""",
    # Generators
    """
def $average():
    total = 0
    count = 0
    mean = None
    while True:
        term = yield mean
        if term is None:
            return total
        total += term
        count += 1
        mean = total / count

def $driver():
    result = yield from $average()
    print("result", result)
    yield -1.0

$gen = $driver()
next($gen)
print([$gen.send(x) for x in <list[int]>][:5])
print($gen.send(None))
""",
    """
def $walk(n):
    try:
        for i in range(n):
            yield i * <int>
    except ValueError as e:
        print("thrown", e)
        yield -1
    finally:
        print("closed", n)

$it = $walk(<n>)
print(next($it, "empty"))
try:
    print($it.throw(ValueError("<n>")))
except Exception as e:
    print(type(e).__name__, e)
print(list($it))
$it = $walk(3)
print(next($it))
$it.close()
""",
    """
def $chunks(items, size):
    for start in range(0, len(items), size):
        yield items[start : start + size]

print(list($chunks(<list[int]>, 2)), list($chunks(<str>, 3)), sum(1 for _ in $chunks(<list[str]>, 1)))
print(list(itertools.islice(($x * $y for $x in <list[int]> for $y in <list[int]> if $x != $y), 6)))
""",
    # Exceptions
    """
def $risky(n):
    try:
        if n % 3 == 0:
            raise KeyError(<str>)
        if n % 3 == 1:
            return n // (n - 1)
        return "fine"
    except KeyError as e:
        raise Problem(n) from e
    except ZeroDivisionError as e:
        print("zero", e)
        raise
    else:
        print("never")
    finally:
        print("finally", n)

for $n in range(<n>):
    try:
        print($risky($n))
    except Problem as e:
        print("problem", e, e.args, e.code, repr(e.__cause__), e.__suppress_context__)
    except ArithmeticError as e:
        print(type(e).__name__, e, e.__cause__, e.__context__)
""",
    """
for $i in range(4):
    try:
        if $i == 1:
            continue
        if $i == <n>:
            break
        <block>
    finally:
        print("each", $i)
else:
    print("all")
""",
    """
def $early(items):
    for item in items:
        try:
            if item > <int>:
                return item
        finally:
            if item % 5 == 4:
                return -item
    return None

print($early(<list[int]>), $early([4, 9]))
""",
    """
with Guard("a", True), Guard("b", <bool>) as $g:
    <block>
    if len($g.name) == <n>:
        raise Problem(<int>, <str>)
    print("inside")
""",
    """
with traced(<str>) as $size:
    print($size)
    <block>
""",
    """
try:
    try:
        print(<list[int]>[<n> + 2], <dict[str, int]>[<str>])
    except IndexError:
        raise Problem(<n>)
except Exception as e:
    print(type(e).__name__, e, type(e.__context__).__name__, e.__cause__)
""",
    """
try:
    assert <bool>, str(<int>)
    print(int(<str>), float(<str>))
except (AssertionError, ValueError) as e:
    print(type(e).__name__, e)
""",
    # Calls
    """
print(described(<int>), described(<int>, <str>), described(1, 2, *<list[int]>[:3], c=<bool>), described(0, z=<int>, y=2))
print(described(1, <n>, **{"c": <int>, "d": 4}), longest(<str>, <str>, default="-"), longest(default=<int>))
print(longest(*<list[str]>, key=lambda s: -len(s)), twice(<int>), twice(<str>), twice(<list[int]>)[:6], twice(1.5))
""",
    """
def $sum(*xs: int, start: int = 0) -> int:
    for x in xs:
        start = (start + x) % 1000
    return start

$args = <list[int]>[:4]
print($sum(), $sum(*$args), $sum(1, *$args, 2, start=<int>))
""",
    """
def $opt(x: int | None = None, names: list[str] | None = None) -> str:
    names = names or []
    if x is None:
        x = len(names)
    names.append(str(x))
    return ",".join(names)

print($opt(), $opt(<int>), $opt(names=<list[str]>), $opt(<int | None>, [<str>]))
""",
    # Assignments
    """
$n = <n>
while ($m := $n * 2 - 3) < 12:
    $n += 1
    if ($k := $m % 4) == 3 or $n > 9:
        break
print($n, $m, [$y for $x in <list[int]> if ($y := $x * 3) % 2 == 0])
""",
    """
$grid = [[<n>] * 3 for _ in range(3)]
$grid[0][<n> % 3] += <int>
$grid[1], $grid[2] = $grid[2][::-1], $grid[1][:]
$grid[-1][1] *= -2
$grid[1][1:] = <list[int]>[:2]
print($grid, [sum($row) for $row in $grid], list(zip(*$grid)))
""",
    """
$first, *$middle, $last = [<int>, <int>, *<list[int]>]
($a, $b), $c = (<int>, <str>), [$first]
$c[0], $a = $a, $c[0]
print($first, $middle, $last, $a, $b, $c)
""",
    """
$xs = list(range(10))
$xs[::2] = [<int>] * 5
del $xs[<n> :: 3]
$xs[2:4] = []
try:
    $xs[::2] = [1]
except ValueError as e:
    print(e)
print($xs, $xs[-3:], $xs[5:1:-1])
""",
    """
$d = <dict[str, int]>
$d[<str>] = <int>
for $k in list($d):
    if len($k) == <n>:
        del $d[$k]
try:
    for $k in $d:
        $d[$k + "!"] = 1
except RuntimeError as e:
    print(e)
print(len($d) > 0)
""",
    """
$t = $u = <list[int]>
$u.append(<int>)
$t += [<n>]
$t = $t + [0]
print($t[-3:], $u[-3:], $t is $u, $t[:-1] == $u)
""",
    # Numbers
    """
$big = 4611686018427387904
print(narrow(lambda: $big + <int>), narrow(lambda: $big * <int>), narrow(lambda: $big - 1 + $big + <n>), narrow(lambda: -$big - $big))
print(narrow(lambda: <int> ** <n>), narrow(lambda: (1 << 62) + (<int> << 3)), narrow(lambda: abs(-$big * 2)), -$big * 2 // -3)
""",
    """
$inf = float("inf")
$nan = $inf - $inf
print($inf > <int>, $nan == $nan, $nan != <float>, min(<float>, $inf), max($nan, 1.0), <float> % 3.0, -7.5 // 2, divmod(<float>, 1.5))
print(round(<float>, <n>), round(<int> / 8, 2), round(-2.5), 1e16 + <int>, 0.1 * <n>, <int> / 7, int(-3.99), <float> ** 2, -0.0 + 0)
""",
    """
print(<int> == <float>, <int> < <float>, True + <int>, <bool> * 3, sum([True, False, <bool>]), <int> // 1.5, <int> % -7, -<n> // 2, (-<n>) % 3)
print(hex(<int>), bin(<int>), "{:08b} {:x} {:,} {:+d} {:.3e}|{:10.2f}|{:<12g}|{:^7}".format(<int>, <int>, <int>, <int>, <float>, <float>, <float>, <n>))
$x, $y = <int>, <float>
print(f"{$x:<7}|{$y!r:>9}|{$x * 2=}|{$y:{$x % 5 + 6}.2f}|{$x:#x}")
""",
    # Text
    """
$s = <str>
print($s.partition(","), $s.rpartition(" "), $s.split(None, 1), $s.rsplit(maxsplit=1), $s.splitlines(), $s.casefold(), $s.isalnum(), $s.istitle())
print($s.removeprefix("a"), $s.find("b", 1), $s.rfind("a"), $s.endswith((",", "c")), $s.translate(str.maketrans("abc", "xyz")), [ord($c) for $c in $s][:4])
""",
    """
$text = " ".join(<list[str]>)
$words = Counter($text.split())
print(sorted($words.items()), $words.most_common(1)[:1] == [], {$w: len($w) for $w in sorted($words)}, f"{$text!r:.10}", $text.encode()[:5], max($text, default="-"))
""",
    """
$parts = []
for $at, $c in enumerate(<str> + <str>):
    if $c.isalpha():
        $parts.append($c.upper() if $at % 2 else $c.lower())
    elif $c.isspace() or not $parts:
        $parts.append("_")
    else:
        $parts[-1] += $c
print("".join($parts), "|".join($parts[::-1])[:20], "%s:%5.1f:%03d:%r" % ($parts[:1], <float>, <int>, <str>))
""",
    # Containers
    """
$groups = defaultdict(list)
for $x in <list[int]>:
    $groups[$x % 3].append($x)
print(dict($groups), {$k: sum($v) for $k, $v in sorted($groups.items())}, sorted($groups, key=lambda k: (-len($groups[k]), k)))
""",
    """
$q = deque(<list[int]>, maxlen=4)
$q.append(<int>)
$q.appendleft(<int>)
$q.rotate(<n>)
while $q and $q[0] % 2 == 0:
    $q.popleft()
print($q, len($q), list($q)[::-1], sum($q))
""",
    """
$mixed = [<int>, <str>, None, <float>, <bool>, (<int>, <str>), <list[int]>]
for $x in $mixed:
    if $x is None:
        print("none")
    elif isinstance($x, bool):
        print("bool", not $x)
    elif isinstance($x, int):
        print("int", $x + 1)
    elif isinstance($x, (str, list)):
        print("sized", len($x))
    elif isinstance($x, float):
        print("float", $x * 2)
    else:
        print("else", $x)
print($mixed, $mixed.count(None), <int> in $mixed)
""",
    """
$a, $b = <set[int]>, frozenset(<list[int]>)
print(sorted($a | $b), sorted($a & $b), sorted($a - $b), sorted($b ^ $a), $a <= ($a | $b), $a.isdisjoint($b), len({$b, frozenset($a)}))
print({$x: {$y for $y in range($x % 4)} for $x in sorted($a)[:3]}, sorted({$x % 3 for $x in $b}))
""",
    """
$pairs = sorted(<list[tuple[int, str]]>, key=lambda p: (p[1], -p[0]))
print($pairs, min($pairs, default=None), dict(enumerate($x for _, $x in $pairs)), max($pairs, key=lambda p: p[0], default=(0, "")))
print([*map(lambda a, b: a * b, <list[int]>, range(9))], list(filter(None, <list[int]>)), any($x > 3 for $x, _ in $pairs), [*[$y for _, $y in $pairs][:2]])
""",
    """
print([[($x, $y) for $y in range($x % 3)] for $x in <list[int]>[:3]], {$k: [$v] * 2 for $k, $v in zip("abc", <list[int]>)}, [$z for $w in <list[str]> for $z in $w][:8])
print(list(itertools.accumulate(<list[int]>)), list(itertools.chain(<list[int]>, (1, 2))), [($k, len(list($g))) for $k, $g in itertools.groupby(sorted(<list[int]>))])
""",
    # Classes
    """
$shapes = [Shape(<int>), Square(<int>), Cube(<n>)]
for $shape in $shapes:
    $shape.size = $shape.size % 7
    print($shape, $shape.sides, $shape.log, isinstance($shape, Square))
$cube = $shapes[-1]
if isinstance($cube, Cube):
    print($cube(2), $cube[<n>], <int> in $cube, sum($s.area() for $s in $shapes))
try:
    print(Square(1)[<int>])
except IndexError as e:
    print(e)
""",
    """
$items = [Item(<int>, <str>), Item(<n>), Item(<int>, "z", tags=<list[str]>[:2])]
$items.sort()
print($items, $items[0] < $items[-1], [$it.heavy for $it in $items], replace($items[0], weight=1), Item(1) == Item(1, tags=["x"]))
$p = Point(<int>) + Point(<n>, <int>)
print($p, {$p: 1}[Point($p.x, $p.y)], $p == Point(0))
try:
    $p.x = 1
except Exception as e:
    print(type(e).__name__, e)
""",
    """
$tree = Tree(<int>)
for $x in <list[int]>:
    $tree.insert($x)
print(list($tree), sum($tree) % 1000, max($tree), <int> in $tree)
$pair = Pair(<int>, <str>)
print($pair, $pair.left, $pair._replace(right="r"), $pair[1], $pair == (1, ""))
""",
    """
for $colour in Colour:
    print($colour, $colour.value, $colour is Colour.RED, $colour in (Colour.GREEN, Colour.BLUE))
try:
    print(Colour(<n>).name, Colour["BLUE"].value)
except ValueError as e:
    print(e)
""",
    # Patterns
    """
for $value in [<int>, <n>]:
    match $value:
        case 0 | 1:
            print("small")
        case int() if $value < 0:
            print("negative")
        case 2 | 3 as $m:
            print("some", $m)
        case _:
            print("other")
match (<list[int]>, <n>):
    case ([], $k):
        print("empty", $k)
    case ([$a], _) | ([$a, _], _):
        print("short", $a)
    case ([$a, *$rest], 2 | 3):
        print("long", $a, len($rest))
    case _:
        print("none")
""",
    """
for $thing in (Item(<n>, <str>), Point(<n>, <n>), None, <str>):
    match $thing:
        case Item(weight=0 | 1):
            print("light")
        case Item($w, $name):
            print("item", $w, $name)
        case Point(x=$px, y=$py) if $px == $py:
            print("diagonal")
        case Point():
            print("point")
        case str() as $text:
            print("text", $text)
        case None:
            print("nothing")
""",
]
