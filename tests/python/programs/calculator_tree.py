"""A calculator: tokens, a parser, and a tree of objects that is evaluated."""


class Num:
    def __init__(self, value):
        self.value = value

    def eval(self, env):
        return self.value

    def __repr__(self):
        return f"Num({self.value})"


class Var:
    def __init__(self, name):
        self.name = name

    def eval(self, env):
        return env[self.name]

    def __repr__(self):
        return f"Var({self.name!r})"


class BinOp:
    OPS = {
        "+": lambda a, b: a + b,
        "-": lambda a, b: a - b,
        "*": lambda a, b: a * b,
        "/": lambda a, b: a / b,
        "^": lambda a, b: a**b,
    }

    def __init__(self, op, left, right):
        self.op, self.left, self.right = op, left, right

    def eval(self, env):
        return self.OPS[self.op](self.left.eval(env), self.right.eval(env))

    def __repr__(self):
        return f"BinOp({self.op!r}, {self.left}, {self.right})"


class Parser:
    def __init__(self, text):
        self.tokens = self.tokenize(text)
        self.pos = 0

    @staticmethod
    def tokenize(text):
        out, i = [], 0
        while i < len(text):
            c = text[i]
            if c.isspace():
                i += 1
            elif c.isdigit() or c == ".":
                j = i
                while j < len(text) and (text[j].isdigit() or text[j] == "."):
                    j += 1
                tok = text[i:j]
                out.append(("num", float(tok) if "." in tok else int(tok)))
                i = j
            elif c.isalpha():
                j = i
                while j < len(text) and text[j].isalnum():
                    j += 1
                out.append(("name", text[i:j]))
                i = j
            else:
                out.append(("op", c))
                i += 1
        out.append(("end", None))
        return out

    def peek(self):
        return self.tokens[self.pos]

    def next(self):
        tok = self.tokens[self.pos]
        self.pos += 1
        return tok

    def expect(self, value):
        kind, v = self.next()
        if v != value:
            raise SyntaxError(f"expected {value!r}, got {v!r}")

    def expr(self):
        node = self.term()
        while self.peek() in (("op", "+"), ("op", "-")):
            _, op = self.next()
            node = BinOp(op, node, self.term())
        return node

    def term(self):
        node = self.factor()
        while self.peek()[1] in ("*", "/"):
            op = self.next()[1]
            node = BinOp(op, node, self.factor())
        return node

    def factor(self):
        base = self.atom()
        if self.peek() == ("op", "^"):
            self.next()
            return BinOp("^", base, self.factor())
        return base

    def atom(self):
        kind, value = self.next()
        if kind == "num":
            return Num(value)
        if kind == "name":
            return Var(value)
        if value == "(":
            node = self.expr()
            self.expect(")")
            return node
        if value == "-":
            return BinOp("-", Num(0), self.atom())
        raise SyntaxError(f"unexpected {value!r}")


env = {"x": 3, "y": 4.5}
for src in ["1 + 2 * 3", "(1 + 2) * 3", "2 ^ 3 ^ 2", "x * x + y", "-x + 10 / 4", "1 +", "(1 + 2"]:
    try:
        tree = Parser(src).expr()
        print(src, "=", tree.eval(env), tree)
    except SyntaxError as e:
        print(src, "->", type(e).__name__, e)
