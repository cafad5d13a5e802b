"""Makes a random program from a seed. Every program is well typed and ends; what it may raise it catches and prints.

python3 tests/fuzz/generate.py SEED
"""

import re
import sys

from expressions import Expressions, Function, Scope
from templates import PRELUDE, TEMPLATES

CLASSES = """
class {name}{base}:
    total = 0

    def __init__(self, number{number_type}, label{label_type}){none}:
        {init}
        {name}.total += 1
        self.items{items_type} = []

    def value(self, by{number_type}){int}:
        self.items.append(by)
        return {value}

    @property
    def double(self){int}:
        return self.number * 2

    @staticmethod
    def twice(number: int) -> int:
        return number * 2

    @classmethod
    def named(cls, label: str) -> "{name}":
        return cls(1, label)

    def __len__(self){int}:
        return len(self.items)

    def __eq__(self, other){bool}:
        return isinstance(other, {name}) and self.number == other.number

    def __lt__(self, other: "{name}"){bool}:
        return self.number < other.number

    def __add__(self, other: "{name}") -> "{name}":
        return {name}(self.number + other.number, self.label)

    def __repr__(self){str}:
        return f"{name}({{self.number}}, {{self.label!r}}, {{self.items[:3]}})"
"""


class Program(Expressions):
    """Makes the statements of a program."""

    def __init__(self, seed: int) -> None:
        super().__init__(seed)
        self.lines: list[str] = []
        self.indent = 0
        self.ret = "int"
        self.loops = 0
        self.functions: list[Function] = []
        self.classes: list[str] = []

    def add(self, line: str) -> None:
        self.lines.append("    " * self.indent + line)

    def text(self, functions: int = 3) -> str:
        self.lines += PRELUDE.strip().split("\n")
        self.add("import math")
        self.add("from typing import Iterator")
        self.add("")
        self.add("calls = 0")
        for _ in range(self.random.randint(1, 2)):
            self.class_definition()
        for _ in range(functions):
            self.function()
        self.main()
        return "\n".join(self.lines) + "\n"

    # Definitions

    def class_definition(self) -> None:
        name = self.fresh("C")
        base = self.classes[-1] if self.classes and self.chance(0.7) else ""
        typed = self.chance(0.6)
        said = {"number_type": ": int", "label_type": ": str", "items_type": ": list[int]", "none": " -> None"}
        said |= {"int": " -> int", "bool": " -> bool", "str": " -> str"}
        scope = Scope({"self.number": "int", "self.label": "str", "by": "int"}, in_class=True)
        value = self.of("int", scope, 2)
        if base and self.chance(0.6):
            value = f"super().value(by) + {value}"
        init = "super().__init__(number, label)" if base else "self.number = number\n        self.label = label"
        said = said if typed else dict.fromkeys(said, "")
        said["items_type"] = ": list[int]"
        made = CLASSES.format(name=name, base=f"({base})" if base else "", init=init, value=value, **said)
        self.lines += made.split("\n")
        self.classes.append(name)

    def function(self) -> None:
        name = self.fresh("f")
        params = [self.any_type() for _ in range(self.random.randint(1, 3))]
        if self.chance(0.3):
            params.append(self.random.choice(self.classes))
        self.ret = self.any_type()
        is_generator = self.chance(0.15)
        if is_generator:
            self.ret = "int"
        typed = self.chance(0.6)
        names = [self.fresh("p") for _ in params]
        declared = ", ".join(f"{name}: {ty}" if typed else name for name, ty in zip(names, params))
        result = f" -> {'Iterator[int]' if is_generator else self.ret}" if typed else ""
        self.add("")
        self.add(f"def {name}({declared}){result}:")
        self.indent += 1
        if self.chance(0.3):
            self.add("global calls")
            self.add("calls += 1")
        scope = Scope(dict(zip(names, params)), list(self.functions), self.classes)
        self.is_generator = is_generator
        self.block(scope, self.random.randint(3, 7), 2)
        if is_generator:
            self.add(f"yield {self.of('int', scope)}")
        else:
            self.add(f"return {self.of(self.ret, scope)}")
        self.indent -= 1
        self.functions.append(Function(name, params, self.ret, is_generator))

    def main(self) -> None:
        self.add("")
        self.add("def main() -> None:")
        self.indent += 1
        scope = Scope({}, [], self.classes, is_guarded=True)
        for function in self.functions:
            for _ in range(3):
                arguments = ", ".join(self.of(param, scope, 2) for param in function.params)
                call = f"{function.name}({arguments})"
                shown = f"list({call})[:20]" if function.is_generator else call
                self.add("try:")
                self.add(f"    print('{function.name}', {shown})")
                self.add("except Exception as e:")
                self.add(f"    print('{function.name}', type(e).__name__, e)")
        self.add("print(calls, " + ", ".join(f"{name}.total" for name in self.classes) + ")")
        self.indent -= 1
        self.add("")
        self.add("main()")

    # Statements

    def block(self, scope: Scope, count: int, depth: int) -> None:
        before = len(self.lines)
        for _ in range(count):
            self.statement(scope, depth)
        if len(self.lines) == before:
            self.add("pass")

    def nested(self, scope: Scope, depth: int, head: str, **changes) -> None:
        self.add(head)
        self.indent += 1
        self.block(scope.child(**changes), self.random.randint(1, 3), depth - 1)
        self.indent -= 1

    def statement(self, scope: Scope, depth: int) -> None:
        simple = [self.assign, self.assign, self.augmented, self.mutate, self.show, self.unpack, self.method, self.local_function]
        nested = [self.branch, self.loop, self.loop, self.counted, self.attempt, self.choose, self.narrow, self.narrow]
        nested.append(self.jump)
        nested += [self.piece] * 7
        if self.is_generator:
            simple += [self.give, self.give]
        options = simple + nested if depth > 0 else simple
        self.random.choice(options)(scope, depth)

    def piece(self, scope: Scope, depth: int) -> None:
        """Add one of the pieces, with its holes filled."""
        seen = {name: ty for name, ty in scope.variables.items() if name not in scope.narrowed}
        inner = scope.child(variables=seen)
        names: dict[str, str] = {}
        outer = self.indent
        for line in self.random.choice(TEMPLATES).strip("\n").split("\n"):
            body = line.lstrip()
            self.indent = outer + (len(line) - len(body)) // 4
            if body == "<block>":
                self.block(inner.child(), 1, depth - 1)
                continue
            body = re.sub(r"\$(\w+)", lambda found: names.setdefault(found[1], self.fresh(found[1][0] + "_")), body)
            self.add(re.sub(r"<([a-z][\w\[\], |]*)>", lambda found: self.hole(found[1], inner), body))
        self.indent = outer

    def hole(self, ty: str, scope: Scope) -> str:
        return str(self.random.randint(0, 4)) if ty == "n" else self.of(ty, scope, 1)

    def assign(self, scope: Scope, depth: int) -> None:
        ty = self.any_type() if self.chance(0.85) else self.random.choice(self.classes)
        known = [name for name, of in scope.variables.items() if of == ty and name.startswith("v")]
        if known and self.chance(0.5):
            self.add(f"{self.random.choice(known)} = {self.of(ty, scope)}")
            return
        name = self.fresh("v")
        declared = f": {ty}" if self.chance(0.3) else ""
        self.add(f"{name}{declared} = {self.of(ty, scope)}")
        scope.variables[name] = ty

    def variable(self, scope: Scope, *types: str) -> tuple[str, str] | None:
        known = [(name, of) for name, of in scope.variables.items() if of in types and name[0] in "vp"]
        return self.random.choice(known) if known else None

    def augmented(self, scope: Scope, depth: int) -> None:
        found = self.variable(scope, "int", "float", "str", "list[int]", "set[int]", "bool")
        match found:
            case (name, "int"):
                self.add(f"{name} {self.random.choice(['+', '-', '*', '//', '%', '&', '|', '^'])}= {self.random.randint(1, 9)}")
                self.add(f"{name} %= 1000")
            case (name, "float"):
                self.add(f"{name} {self.random.choice(['+', '-', '/'])}= {self.random.randint(1, 9)}.5")
            case (name, "str"):
                self.add(f"{name} += {self.of('str', scope, 1)}")
                self.add(f"{name} = {name}[:15]")
            case (name, "list[int]"):
                self.add(f"{name} += {self.of('list[int]', scope, 1)}")
                self.add(f"del {name}[10:]")
            case (name, "set[int]"):
                self.add(f"{name} {self.random.choice('|&-^')}= {self.of('set[int]', scope, 1)}")
            case (name, "bool"):
                self.add(f"{name} = not {name}")
            case _:
                self.assign(scope, depth)

    def mutate(self, scope: Scope, depth: int) -> None:
        r = self.random
        n = self.of("int", scope, 1)
        match self.variable(scope, "list[int]", "list[str]", "dict[str, int]", "set[int]", "list[tuple[int, str]]", "list[list[int]]"):
            case (name, "list[int]"):
                self.add(
                    r.choice(
                        [
                            f"{name}.append({n})",
                            f"{name}.insert({r.randint(-2, 3)}, {n})",
                            f"{name}.sort()",
                            f"{name}.reverse()",
                            f"{name}.extend(x % 7 for x in range(3))",
                            f"{name}[{r.randint(0, 2)}:{r.randint(1, 4)}] = {self.of('list[int]', scope, 1)}[:3]",
                            f"{name}[1:1] = [{n}]",
                            f"{name}.sort(key=lambda x: -x)",
                            f"del {name}[:1]",
                            f"{name}.clear()",
                        ]
                    )
                )
            case (name, "list[str]"):
                self.add(r.choice([f"{name}.append({self.of('str', scope, 1)})", f"{name}.sort()", f"{name}.reverse()"]))
            case (name, "dict[str, int]"):
                key = self.of("str", scope, 1)
                self.add(
                    r.choice(
                        [
                            f"{name}[{key}] = {n}",
                            f"{name}.setdefault({key}, {n})",
                            f"{name}.pop({key}, None)",
                            f"{name}[{key}] = {name}.get({key}, 0) + 1",
                            f"{name}.update({self.of('dict[str, int]', scope, 1)})",
                        ]
                    )
                )
            case (name, "set[int]"):
                self.add(r.choice([f"{name}.add({n})", f"{name}.discard({n})"]))
            case (name, "list[tuple[int, str]]"):
                self.add(f"{name}.append(({n}, {self.of('str', scope, 1)}))")
            case (name, "list[list[int]]"):
                self.add(f"{name}.append([{n}])")
            case _:
                self.assign(scope, depth)

    def show(self, scope: Scope, depth: int) -> None:
        values = ", ".join(self.of(self.any_type(), scope, 2) for _ in range(self.random.randint(1, 2)))
        self.add(f"print({values})")

    def unpack(self, scope: Scope, depth: int) -> None:
        a, b = self.fresh("v"), self.fresh("v")
        match self.random.randint(0, 3):
            case 0:
                self.add(f"{a}, {b} = {self.of('tuple[int, str]', scope, 2)}")
                scope.variables |= {a: "int", b: "str"}
            case 1:
                self.add(f"{a}, *{b} = [{self.of('int', scope, 2)}] + {self.of('list[int]', scope, 2)}")
                scope.variables |= {a: "int", b: "list[int]"}
            case 2:
                self.add(f"{a} = {b} = {self.of('int', scope, 2)}")
                scope.variables |= {a: "int", b: "int"}
            case _:
                pair = [name for name, of in scope.variables.items() if of == "int" and name[0] == "v"][:2]
                if len(pair) == 2:
                    self.add(f"{pair[0]}, {pair[1]} = {pair[1]}, {pair[0]}")

    def method(self, scope: Scope, depth: int) -> None:
        found = self.variable(scope, *self.classes)
        if found is None:
            return self.assign(scope, depth)
        name, ty = found
        self.add(
            self.random.choice(
                [
                    f"{name}.value({self.of('int', scope, 1)})",
                    f"{name}.number = {self.of('int', scope, 2)}",
                    f"print({name}, {name} == {self.of(ty, scope, 1)})",
                    f"print({name} + {self.of(ty, scope, 1)}, {ty}.twice({name}.number))",
                    f"print(sorted([{name}, {self.of(ty, scope, 1)}]), {ty}.named('n'))",
                ]
            )
        )

    def local_function(self, scope: Scope, depth: int) -> None:
        name, param = self.fresh("g"), self.fresh("q")
        found = self.variable(scope, "int")
        seen = {name: ty for name, ty in scope.variables.items() if name not in scope.narrowed}
        inner = scope.child(variables={**seen, param: "int"})
        self.add(f"def {name}({param}{self.random.choice(['', ': int', '=2'])}):")
        self.indent += 1
        if found and found[0][0] == "v" and found[0] in seen and self.chance(0.6):
            self.add(f"nonlocal {found[0]}")
            self.add(f"{found[0]} = ({found[0]} + {param}) % 500")
        self.add(f"return {self.of('int', inner, 2)}")
        self.indent -= 1
        result = self.fresh("v")
        self.add(f"{result} = {name}({self.of('int', scope, 1)})")
        scope.variables[result] = "int"

    def give(self, scope: Scope, depth: int) -> None:
        if self.chance(0.3):
            self.add(f"yield from {self.of('list[int]', scope, 2)}")
        else:
            self.add(f"yield {self.of('int', scope, 2)}")

    def branch(self, scope: Scope, depth: int) -> None:
        self.nested(scope, depth, f"if {self.of('bool', scope, 2)}:")
        if self.chance(0.4):
            self.nested(scope, depth, f"elif {self.of('bool', scope, 2)}:")
        if self.chance(0.6):
            self.nested(scope, depth, "else:")

    def loop(self, scope: Scope, depth: int) -> None:
        x, y = self.fresh("i"), self.fresh("i")
        head, more = self.random.choice(
            [
                (f"{x} in range({self.random.randint(1, 4)})", {x: "int"}),
                (f"{x} in {self.of('list[int]', scope, 2)}[:4]", {x: "int"}),
                (f"{x} in {self.of('str', scope, 2)}[:4]", {x: "str"}),
                (f"{x}, {y} in enumerate({self.of('list[str]', scope, 2)}[:3])", {x: "int", y: "str"}),
                (f"{x}, {y} in zip({self.of('list[int]', scope, 2)}, {self.of('list[str]', scope, 2)})", {x: "int", y: "str"}),
                (f"{x}, {y} in sorted({self.of('dict[str, int]', scope, 2)}.items())[:4]", {x: "str", y: "int"}),
                (f"{x} in sorted({self.of('set[int]', scope, 2)})", {x: "int"}),
                (f"{x} in reversed({self.of('list[int]', scope, 2)}[:3])", {x: "int"}),
            ]
        )
        self.loops += 1
        self.nested(scope, depth, f"for {head}:", variables={**scope.variables, **more})
        self.loops -= 1
        if self.chance(0.2):
            self.nested(scope, depth, "else:")

    def counted(self, scope: Scope, depth: int) -> None:
        count = self.fresh("n")
        self.add(f"{count} = 0")
        self.add(f"while {count} < {self.random.randint(1, 4)} and {self.of('bool', scope, 1)}:")
        self.indent += 1
        self.add(f"{count} += 1")
        self.loops += 1
        self.block(scope.child(), self.random.randint(1, 3), depth - 1)
        self.loops -= 1
        self.indent -= 1
        if self.chance(0.2):
            self.nested(scope, depth, "else:")

    def jump(self, scope: Scope, depth: int) -> None:
        if self.loops and self.chance(0.6):
            self.add(f"if {self.of('bool', scope, 2)}:")
            self.add("    " + self.random.choice(["break", "continue"]))
        elif not self.is_generator:
            self.add(f"if {self.of('bool', scope, 2)}:")
            self.add(f"    return {self.of(self.ret, scope, 2)}")

    def attempt(self, scope: Scope, depth: int) -> None:
        self.nested(scope, depth, "try:", is_guarded=True)
        kinds = ["ValueError", "IndexError", "KeyError", "ZeroDivisionError", "(ValueError, TypeError)", "LookupError", "ArithmeticError"]
        caught = self.random.sample(kinds, self.random.randint(0, 2))
        for kind in [*caught, "Exception"]:
            self.add(f"except {kind} as e:")
            self.add("    print(type(e).__name__, e)")
            if self.chance(0.5):
                self.indent += 1
                self.block(scope.child(), 1, 0)
                self.indent -= 1
        if self.chance(0.3):
            self.nested(scope, 1, "else:")
        if self.chance(0.4):
            self.nested(scope, 1, "finally:")

    def choose(self, scope: Scope, depth: int) -> None:
        # A name in two cases would be of two types for the functions that use it.
        a, b, c, d = (self.fresh("m") for _ in range(4))
        match self.random.randint(0, 2):
            case 0:
                subject = "int"
                cases = [("case 0:", {}), ("case 1 | 2 | 3:", {}), (f"case {a} if {a} > 50:", {a: "int"}), ("case _:", {})]
            case 1:
                subject = "tuple[int, str]"
                last = (f"case ({c}, {d}):", {c: "int", d: "str"})
                cases = [(f"case (0, {a}):", {a: "str"}), (f"case ({b}, ''):", {b: "int"}), last]
            case _:
                subject = "list[int]"
                cases = [("case []:", {}), (f"case [{a}]:", {a: "int"}), (f"case [{b}, *{c}]:", {b: "int", c: "list[int]"})]
        self.add(f"match {self.of(subject, scope, 2)}:")
        self.indent += 1
        for head, bound in cases:
            self.nested(scope, depth, head, variables={**scope.variables, **bound})
        self.indent -= 1

    def narrow(self, scope: Scope, depth: int) -> None:
        found = self.variable(scope, "int | None", "int | str")
        if found is None:
            return self.assign(scope, depth)
        name, ty = found
        narrowed = scope.narrowed | {name}
        rest = {known: of for known, of in scope.variables.items() if known != name}
        if ty == "int | None":
            self.nested(scope, depth, f"if {name} is not None:", variables={**rest, name: "int"}, narrowed=narrowed)
            if self.chance(0.5):
                self.nested(scope, depth, "else:", variables=rest)
        else:
            self.nested(scope, depth, f"if isinstance({name}, int):", variables={**rest, name: "int"}, narrowed=narrowed)
            self.nested(scope, depth, "else:", variables={**rest, name: "str"}, narrowed=narrowed)


def program(seed: int) -> str:
    """Give the program of a seed."""
    return Program(seed).text()


if __name__ == "__main__":
    print(program(int(sys.argv[1])), end="")
