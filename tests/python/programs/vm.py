# A small stack machine with labels, calls and errors.
class MachineError(Exception):
    pass


class Instruction:
    def __init__(self, name: str, argument: int | str | None) -> None:
        self.name = name
        self.argument = argument


def assemble(source: str) -> tuple[list[Instruction], dict[str, int]]:
    program: list[Instruction] = []
    labels: dict[str, int] = {}
    for line in source.split("\n"):
        line = line.split("#")[0].strip()
        if not line:
            continue
        if line.endswith(":"):
            labels[line[:-1]] = len(program)
            continue
        parts = line.split()
        argument: int | str | None = None
        if len(parts) > 1:
            argument = int(parts[1]) if parts[1].lstrip("-").isdigit() else parts[1]
        program.append(Instruction(parts[0], argument))
    return program, labels


class Machine:
    def __init__(self, source: str) -> None:
        self.program, self.labels = assemble(source)
        self.stack: list[int] = []
        self.calls: list[int] = []
        self.output: list[str] = []

    def pop(self) -> int:
        if not self.stack:
            raise MachineError("stack is empty")
        return self.stack.pop()

    def target(self, argument: int | str | None) -> int:
        if isinstance(argument, str) and argument in self.labels:
            return self.labels[argument]
        raise MachineError(f"no label {argument!r}")

    def run(self) -> list[str]:
        at = 0
        while at < len(self.program):
            instruction = self.program[at]
            at += 1
            name = instruction.name
            argument = instruction.argument
            if name == "push" and isinstance(argument, int):
                self.stack.append(argument)
            elif name == "dup":
                value = self.pop()
                self.stack += [value, value]
            elif name in ("add", "sub", "mul", "less"):
                b, a = self.pop(), self.pop()
                if name == "add":
                    self.stack.append(a + b)
                elif name == "sub":
                    self.stack.append(a - b)
                elif name == "mul":
                    self.stack.append(a * b)
                else:
                    self.stack.append(int(a < b))
            elif name == "print":
                self.output.append(str(self.pop()))
            elif name == "jump":
                at = self.target(argument)
            elif name == "branch":
                if self.pop():
                    at = self.target(argument)
            elif name == "call":
                self.calls.append(at)
                at = self.target(argument)
            elif name == "return":
                at = self.calls.pop()
            elif name == "halt":
                break
            else:
                raise MachineError(f"unknown instruction {name}")
        return self.output


COUNT = """
    push 0
loop:
    dup
    call square
    push 1
    add
    dup
    push 5
    less
    branch loop
    halt
square:             # prints the square of the top
    dup
    dup
    mul
    print
    return
"""
machine = Machine(COUNT)
try:
    print(machine.run())
except MachineError as error:
    print("error:", error, machine.output)
for bad in ["add", "jump nowhere", "frob", "push 1\npush 2\nadd\nprint"]:
    try:
        print(Machine(bad).run())
    except MachineError as error:
        print("error:", error)
