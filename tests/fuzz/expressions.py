"""Random expressions of given types, over the variables and functions that a scope has."""

import random
import re
from dataclasses import dataclass, field

# What binds as tightly as a name.
ATOM = re.compile(r'[\w.]+|"[^"]*"')
# What variables and parameters may be of.
TYPES = [
    "int",
    "float",
    "bool",
    "str",
    "list[int]",
    "list[str]",
    "dict[str, int]",
    "set[int]",
    "tuple[int, str]",
    "int | None",
    "int | str",
    "list[tuple[int, str]]",
    "list[list[int]]",
]
WEIGHTS = [8, 3, 3, 6, 5, 3, 4, 2, 3, 3, 2, 1, 1]
TEXTS = ["", "a", "b", "abc", "hello", "x y", "Zürich", "日本", "a,b,,c", "  pad ", "0", "42", "-7", "tab\\t", "it's", "\\n"]
FLOATS = ["0.0", "1.0", "-1.5", "2.25", "0.1", "1e10", "-0.0", "3.14159", "1e-7", "100.0"]


@dataclass
class Function:
    """A function that expressions may call."""

    name: str
    params: list[str]
    ret: str
    is_generator: bool = False


@dataclass
class Scope:
    """What code at some place may use."""

    variables: dict[str, str] = field(default_factory=dict)
    functions: list[Function] = field(default_factory=list)
    classes: list[str] = field(default_factory=list)
    # Variables whose type a test tells: functions inside don't know it.
    narrowed: frozenset[str] = frozenset()
    # Whether an exception here is caught inside the function.
    is_guarded: bool = False
    in_class: bool = False

    def child(self, **changes) -> "Scope":
        """Give a scope inside this one, whose own variables this one does not see."""
        made = Scope(dict(self.variables), self.functions, self.classes, self.narrowed, self.is_guarded, self.in_class)
        for name, value in changes.items():
            setattr(made, name, value)
        return made


class Expressions:
    """Makes expressions. The same seed gives the same ones."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self.count = 0

    def fresh(self, prefix: str) -> str:
        self.count += 1
        return f"{prefix}{self.count}"

    def chance(self, share: float) -> bool:
        return self.random.random() < share

    def any_type(self) -> str:
        return self.random.choices(TYPES, WEIGHTS)[0]

    def of(self, ty: str, scope: Scope, depth: int = 3) -> str:
        """Give an expression of a type, in parentheses where they may be needed."""
        made = self.bare(ty, scope, depth)
        return made if ATOM.fullmatch(made) else f"({made})"

    def bare(self, ty: str, scope: Scope, depth: int) -> str:
        known = [name for name, of in scope.variables.items() if of == ty]
        if known and self.chance(0.4 if depth > 1 else 0.7):
            return self.random.choice(known)
        if ty in scope.classes:
            return known[0] if known and self.chance(0.5) else self.construct(ty, scope, depth)
        callable_ = [f for f in scope.functions if f.ret == ty and not f.is_generator]
        if callable_ and depth > 1 and self.chance(0.15):
            called = self.random.choice(callable_)
            return f"{called.name}({', '.join(self.of(param, scope, depth - 2) for param in called.params)})"
        kinds = {
            "int": self.int,
            "float": self.float,
            "bool": self.bool,
            "str": self.str,
            "list[int]": self.list_int,
            "list[str]": self.list_str,
            "dict[str, int]": self.dict,
            "set[int]": self.set,
        }
        if ty in kinds:
            return kinds[ty](scope, depth)
        return self.composed(ty, scope, depth)

    def plain(self, ty: str, scope: Scope) -> str:
        """Give a name or a number, as it may stand in an f-string."""
        known = [name for name, of in scope.variables.items() if of == ty and name.isidentifier()]
        return self.random.choice([*known, {"int": "7", "float": "2.5", "str": "__name__"}[ty]])

    def construct(self, ty: str, scope: Scope, depth: int) -> str:
        return f"{ty}({self.of('int', scope, depth - 1)}, {self.of('str', scope, depth - 1)})"

    def composed(self, ty: str, scope: Scope, depth: int) -> str:
        of = lambda ty: self.of(ty, scope, depth - 1)  # noqa: E731
        match ty:
            case "tuple[int, str]":
                options = [f"({of('int')}, {of('str')})"]
                if depth > 0:
                    options.append(f"max(({of('int')}, {of('str')}), {of(ty)})")
            case "int | None":
                options = [f"({of('int')} if {of('bool')} else None)", f"{of('dict[str, int]')}.get({of('str')})"]
            case "int | str":
                options = [f"({of('int')} if {of('bool')} else {of('str')})"]
            case "list[tuple[int, str]]":
                options = [
                    f"[({of('int')}, {of('str')}), ({of('int')}, {of('str')})]",
                    f"list(enumerate({of('list[str]')}))",
                    f"list(zip({of('list[int]')}, {of('list[str]')}))",
                ]
            case _:
                x = self.fresh("x")
                options = [f"[{of('list[int]')}, {of('list[int]')}]", f"[[{x}, {x} * 2] for {x} in {of('list[int]')}]"]
        return self.random.choice(options)

    def int(self, scope: Scope, depth: int) -> str:
        r = self.random
        if depth <= 0:
            return str(r.choice([0, 1, 2, 3, 5, 7, 10, -1, -4, 100]))
        a, b = self.of("int", scope, depth - 1), self.of("int", scope, depth - 1)
        x = self.fresh("x")
        options = [
            f"({a} {r.choice('+-*')} {b}) % 997",
            f"{a} // (abs({b}) + 1)",
            f"{a} % (abs({b}) + 1)",
            f"({a} {r.choice('&|^')} {b})",
            f"({a} << ({b} & 3)) % 1009",
            f"({a} >> ({b} & 3))",
            f"-({a})",
            f"~({a})",
            f"abs({a})",
            f"max({a}, {b})",
            f"min({a}, {b}, 3)",
            f"{a} if {self.of('bool', scope, depth - 1)} else {b}",
            f"len({self.of(r.choice(['str', 'list[int]', 'list[str]', 'dict[str, int]', 'set[int]']), scope, depth - 1)})",
            f"sum({self.of('list[int]', scope, depth - 1)}) % 997",
            f"sum({x} * {x} for {x} in {self.of('list[int]', scope, depth - 1)}) % 991",
            f"{self.of('str', scope, depth - 1)}.count({self.of('str', scope, 0)})",
            f"{self.of('str', scope, depth - 1)}.find({self.of('str', scope, 0)})",
            f"{self.of('dict[str, int]', scope, depth - 1)}.get({self.of('str', scope, 0)}, {b})",
            f"{self.of('tuple[int, str]', scope, depth - 1)}[0]",
            f"divmod({a}, abs({b}) + 1)[{r.randint(0, 1)}]",
            f"int({self.of('bool', scope, depth - 1)})",
            f"(lambda {x}: {x} + {r.randint(1, 9)})({a})",
            f"pow({a}, {r.randint(0, 3)}, 101)",
            f"next(({x} for {x} in {self.of('list[int]', scope, depth - 1)} if {x} > {a}), {b})",
            f"ord(({self.of('str', scope, depth - 1)} or 'q')[0])",
            f"({self.of('int | None', scope, depth - 1)} or {b})",
            f"min({self.of('list[int]', scope, depth - 1)}, default={a})",
        ]
        if scope.is_guarded or self.chance(0.1):
            options += [
                f"{a} // {b}",
                f"{a} % {b}",
                f"{self.of('list[int]', scope, depth - 1)}[{b}]",
                f"{self.of('dict[str, int]', scope, depth - 1)}[{self.of('str', scope, 0)}]",
                f"int({self.of('str', scope, depth - 1)})",
                f"max({self.of('list[int]', scope, depth - 1)})",
                f"{self.of('list[int]', scope, depth - 1)}.index({b})",
            ]
        objects = [name for name, of in scope.variables.items() if of in scope.classes]
        if objects:
            it = r.choice(objects)
            options += [f"{it}.number", f"{it}.value({a})", f"{it}.double", f"len({it})"] * 2
        return r.choice(options)

    def float(self, scope: Scope, depth: int) -> str:
        r = self.random
        if depth <= 0:
            return r.choice(FLOATS)
        a, b = self.of("float", scope, depth - 1), self.of("float", scope, depth - 1)
        return r.choice(
            [
                f"({a} {r.choice('+-*')} {b})",
                f"({a} / (abs({b}) + 1.0))",
                f"float({self.of('int', scope, depth - 1)})",
                f"{self.of('int', scope, depth - 1)} / {r.randint(1, 9)}",
                f"math.sqrt(abs({a}))",
                f"round({a}, {r.randint(0, 3)})",
                f"max({a}, {b})",
                f"{a} if {self.of('bool', scope, depth - 1)} else {b}",
                f"-{a}",
                f"abs({a})",
            ]
        )

    def bool(self, scope: Scope, depth: int) -> str:
        r = self.random
        if depth <= 0:
            return r.choice(["calls >= 0", "calls > 999"])
        a, b, c = (self.of("int", scope, depth - 1) for _ in range(3))
        p, q = self.of("bool", scope, depth - 1), self.of("bool", scope, depth - 1)
        x = self.fresh("x")
        comparison = r.choice(["<", "<=", ">", ">=", "==", "!="])
        same = r.choice(["float", "str", "list[int]", "tuple[int, str]", "set[int]"])
        return r.choice(
            [
                f"{a} {comparison} {b}",
                f"{a} < {b} <= {c}",
                f"(not {p})",
                f"({p} and {q})",
                f"({p} or {q})",
                f"{a} in {self.of(r.choice(['list[int]', 'set[int]']), scope, depth - 1)}",
                f"{self.of('str', scope, 0)} in {self.of(r.choice(['str', 'list[str]', 'dict[str, int]']), scope, depth - 1)}",
                f"{a} not in ({b}, {c})",
                f"{self.of(same, scope, depth - 1)} {comparison} {self.of(same, scope, depth - 1)}",
                f"any({x} > {a} for {x} in {self.of('list[int]', scope, depth - 1)})",
                f"all({x} for {x} in {self.of('list[str]', scope, depth - 1)})",
                f"{self.of('int | None', scope, depth - 1)} is None",
                f"isinstance({self.of('int | str', scope, depth - 1)}, {r.choice(['int', 'str'])})",
                f"{self.of('str', scope, depth - 1)}.startswith({self.of('str', scope, 0)})",
                f"{self.of('str', scope, depth - 1)}.isdigit()",
                f"bool({self.of(r.choice(['str', 'list[int]', 'float']), scope, depth - 1)})",
            ]
        )

    def str(self, scope: Scope, depth: int) -> str:
        r = self.random
        if depth <= 0:
            return f'"{r.choice(TEXTS)}"'
        a, b = self.of("str", scope, depth - 1), self.of("str", scope, depth - 1)
        n = self.of("int", scope, depth - 1)
        x = self.fresh("x")
        shown = self.of(self.any_type(), scope, depth - 1)
        return r.choice(
            [
                f"({a} + {b})[:12]",
                f"{a}[{r.randint(-3, 3)}:{r.choice(['', r.randint(-3, 5)])}]",
                f"{a}[::{r.choice([-1, 2, -2])}]",
                f"{a}.{r.choice(['upper', 'lower', 'title', 'strip', 'swapcase', 'capitalize'])}()",
                f"{a}.replace({self.of('str', scope, 0)}, {self.of('str', scope, 0)})[:20]",
                f"str({n})",
                f"repr({shown})[:40]",
                f"f'{{{self.plain('int', scope)}}}|{{{self.plain('int', scope)}:>{r.randint(1, 6)}}}'",
                f"f'{{{self.plain('float', scope)}:.{r.randint(0, 4)}f}}{{{self.plain('str', scope)}!r:>8}}'",
                f"'%d-%s' % ({n}, {b})",
                f"'{{}}/{{!r}}'.format({n}, {b})[:30]",
                f"'-'.join({self.of('list[str]', scope, depth - 1)})[:20]",
                f"chr(97 + abs({n}) % 26)",
                f"{a} * {r.randint(0, 2)}",
                f"{a} if {self.of('bool', scope, depth - 1)} else {b}",
                f"''.join({x} for {x} in {a} if {x} != {self.of('str', scope, 0)})",
                f"{self.of('tuple[int, str]', scope, depth - 1)}[1]",
                f"({a} or {b})",
                f"{a}.zfill({r.randint(0, 5)})",
                f"{a}.{r.choice(['ljust', 'rjust', 'center'])}({r.randint(0, 8)}, '*')",
            ]
        )

    def list_int(self, scope: Scope, depth: int) -> str:
        r = self.random
        if depth <= 0:
            return "[" + ", ".join(str(r.randint(-5, 20)) for _ in range(r.randint(1, 4))) + "]"
        a, b = self.of("list[int]", scope, depth - 1), self.of("list[int]", scope, depth - 1)
        n = self.of("int", scope, depth - 1)
        x, y = self.fresh("x"), self.fresh("y")
        inner = scope.child(variables={**scope.variables, x: "int"})
        return r.choice(
            [
                f"[{n}, {self.of('int', scope, depth - 1)}]",
                f"[{self.of('int', inner, depth - 1)} for {x} in {a}]",
                f"[{x} for {x} in {a} if {self.of('bool', inner, depth - 1)}]",
                f"[{x} * {y} % 100 for {x} in {a}[:3] for {y} in range({r.randint(1, 3)})]",
                f"list(range({r.randint(-2, 3)}, {r.randint(0, 9)}, {r.choice([1, 2, 3])}))",
                f"sorted({a}, reverse={self.of('bool', scope, 0)})",
                f"sorted({a}, key=lambda {x}: ({x} % 3, {x}))",
                f"({a} + {b})[:8]",
                f"{a}[{r.randint(-3, 3)}:]",
                f"{a}[::-1]",
                f"list(map(lambda {x}: {x} + {r.randint(1, 5)}, {a}))",
                f"list(filter(lambda {x}: {x} % 2 == 0, {a}))",
                f"sorted({self.of('set[int]', scope, depth - 1)})",
                f"list({self.of('dict[str, int]', scope, depth - 1)}.values())",
                f"[{x} + {y} for {x}, {y} in zip({a}, {b})]",
                f"[*{a}[:4], {n}]",
                f"list(reversed({a}))",
                f"[len({x}) for {x} in {self.of('list[str]', scope, depth - 1)}]",
                f"[{x} for {x}, {y} in {self.of('list[tuple[int, str]]', scope, depth - 1)}]",
                f"{a} * {r.randint(0, 2)}",
                f"[{n}] * {r.randint(0, 3)}",
            ]
        )

    def list_str(self, scope: Scope, depth: int) -> str:
        r = self.random
        if depth <= 0:
            return "[" + ", ".join(f'"{r.choice(TEXTS)}"' for _ in range(r.randint(1, 3))) + "]"
        x, y = self.fresh("x"), self.fresh("y")
        return r.choice(
            [
                f"[{self.of('str', scope, depth - 1)}, {self.of('str', scope, depth - 1)}]",
                f"{self.of('str', scope, depth - 1)}.split({r.choice(['', repr(','), repr('a')])})",
                f"[str({x}) for {x} in {self.of('list[int]', scope, depth - 1)}]",
                f"list({self.of('str', scope, depth - 1)})[:6]",
                f"sorted({self.of('list[str]', scope, depth - 1)})",
                f"sorted({self.of('list[str]', scope, depth - 1)}, key=len)",
                f"list({self.of('dict[str, int]', scope, depth - 1)})",
                f"[f'{{{x}}}{{{y}!r}}' for {x}, {y} in enumerate({self.of('list[str]', scope, depth - 1)})][:5]",
                f"[{y} for {x}, {y} in {self.of('list[tuple[int, str]]', scope, depth - 1)}]",
            ]
        )

    def dict(self, scope: Scope, depth: int) -> str:
        r = self.random
        pairs = ", ".join(f"{self.of('str', scope, max(depth - 2, 0))}: {self.of('int', scope, max(depth - 2, 0))}" for _ in range(2))
        if depth <= 0:
            return "{" + pairs + "}"
        x, y = self.fresh("x"), self.fresh("y")
        return r.choice(
            [
                "{" + pairs + "}",
                f"{{str({x}): {x} for {x} in {self.of('list[int]', scope, depth - 1)}}}",
                f"{{{x}: len({x}) for {x} in {self.of('list[str]', scope, depth - 1)}}}",
                f"dict(zip({self.of('list[str]', scope, depth - 1)}, {self.of('list[int]', scope, depth - 1)}))",
                f"{{**{self.of('dict[str, int]', scope, depth - 1)}, {pairs}}}",
                f"({self.of('dict[str, int]', scope, depth - 1)} | {self.of('dict[str, int]', scope, depth - 1)})",
                f"{{{x}: {y} for {x}, {y} in {self.of('dict[str, int]', scope, depth - 1)}.items() if {y} > 1}}",
            ]
        )

    def set(self, scope: Scope, depth: int) -> str:
        r = self.random
        if depth <= 0:
            return "{" + ", ".join(str(r.randint(0, 9)) for _ in range(r.randint(1, 4))) + "}"
        x = self.fresh("x")
        return r.choice(
            [
                f"set({self.of('list[int]', scope, depth - 1)})",
                f"{{{x} % 5 for {x} in {self.of('list[int]', scope, depth - 1)}}}",
                f"({self.of('set[int]', scope, depth - 1)} {r.choice('|&-^')} {self.of('set[int]', scope, depth - 1)})",
                f"{{{self.of('int', scope, depth - 1)}, {self.of('int', scope, depth - 1)}}}",
            ]
        )
