"""Makes a failing program small: statements go as long as what is left fails in the same way."""

import ast
from collections.abc import Callable


def bodies(tree: ast.AST) -> list[list[ast.stmt]]:
    """Give all lists of statements of a program, the outermost first."""
    found = []
    for node in ast.walk(tree):
        for name in ("body", "orelse", "finalbody"):
            block = getattr(node, name, None)
            if isinstance(block, list) and block:
                found.append(block)
    return found


def lists(tree: ast.AST) -> list[list]:
    """Give other lists whose parts may go: handlers, and what is printed."""
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Try):
            found.append(node.handlers)
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print":
            found.append(node.args)
    return found


def hoists(tree: ast.AST) -> list[tuple[list[ast.stmt], int]]:
    """Give the places of statements in whose stead their bodies may stand."""
    return [
        (block, at) for block in bodies(tree) for at, stmt in enumerate(block) if isinstance(stmt, (ast.If, ast.For, ast.While, ast.Try))
    ]


def reduced(source: str, fails: Callable[[str], bool]) -> str:
    """Give a small part of a program that still fails."""
    tree = ast.parse(source)

    def still_fails() -> bool:
        try:
            text = ast.unparse(ast.fix_missing_locations(tree))
            compile(text, "reduced.py", "exec")
        except (SyntaxError, ValueError):
            return False
        return fails(text)

    changed = True
    while changed:
        changed = False
        size = 8
        while size:
            for block in [*bodies(tree), *lists(tree)]:
                changed |= shrink(block, size, still_fails)
            size //= 2
        for block, at in hoists(tree):
            if at < len(block) and isinstance(block[at], (ast.If, ast.For, ast.While, ast.Try)):
                old = block[:]
                block[at : at + 1] = old[at].body
                if still_fails():
                    changed = True
                else:
                    block[:] = old
    return ast.unparse(ast.fix_missing_locations(tree))


def shrink(block: list, size: int, still_fails: Callable[[], bool]) -> bool:
    """Take runs of `size` parts out of a list as far as possible."""
    changed = False
    at = 0
    while at < len(block):
        old = block[:]
        del block[at : at + size]
        if not block and isinstance(old[0], ast.stmt):
            block.append(ast.Pass())
            if len(old) == 1 and isinstance(old[0], ast.Pass):
                block[:] = old
                return changed
        if still_fails():
            changed = True
        else:
            block[:] = old
            at += size
    return changed
