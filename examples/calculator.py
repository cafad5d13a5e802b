"""Evaluates arithmetic, one expression a line, given as arguments; mistakes are told, not fatal."""

import sys


class ParseError(Exception):
    def __init__(self, message: str, column: int) -> None:
        super().__init__(f"{message} at column {column}")
        self.column = column


class Calculator:
    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0

    def peek(self) -> str:
        while self.at < len(self.text) and self.text[self.at] == " ":
            self.at += 1
        return self.text[self.at] if self.at < len(self.text) else ""

    def number(self) -> float:
        self.peek()
        start = self.at
        while self.at < len(self.text) and (self.text[self.at].isdigit() or self.text[self.at] == "."):
            self.at += 1
        if start == self.at:
            raise ParseError("a number was expected", start + 1)
        return float(self.text[start : self.at])

    def factor(self) -> float:
        c = self.peek()
        if c == "-":
            self.at += 1
            return -self.factor()
        if c == "(":
            self.at += 1
            value = self.sum()
            if self.peek() != ")":
                raise ParseError("`)` was expected", self.at + 1)
            self.at += 1
            return value
        return self.number()

    def product(self) -> float:
        value = self.factor()
        while True:
            operator = self.peek()
            if operator == "*":
                self.at += 1
                value *= self.factor()
            elif operator == "/":
                self.at += 1
                value /= self.factor()
            else:
                return value

    def sum(self) -> float:
        value = self.product()
        while True:
            operator = self.peek()
            if operator == "+":
                self.at += 1
                value += self.product()
            elif operator == "-":
                self.at += 1
                value -= self.product()
            else:
                return value

    def result(self) -> float:
        value = self.sum()
        if self.peek():
            raise ParseError(f"unexpected {self.peek()!r}", self.at + 1)
        return value


DEFAULTS = ["1 + 2 * 3", "(1 + 2) * 3", "-2 * (3.5 - 1)", "1 / 0", "2 +", "4 $ 4"]

for expression in sys.argv[1:] or DEFAULTS:
    try:
        print(f"{expression} = {Calculator(expression).result():g}")
    except ParseError as error:
        print(f"{expression}: {error}")
    except ZeroDivisionError:
        print(f"{expression}: division by zero")
