"""Prints what CPython makes of every file of its standard library: for each file a line with its path, a line with the word `tree` or `error`
and two lengths in bytes, then the tree's text or the error's, and the source if it is no file.

Arguments: the number of this process and how many there are. With `snippets` instead, the string literals in CPython's own tests of its parser
take the place of the files, be they Python or not.
"""

import ast
import contextlib
import doctest
import gc
import os
import sys
import sysconfig
import warnings


def files():
    top = sysconfig.get_paths()["stdlib"]
    for folder, folders, names in os.walk(top):
        folders[:] = sorted(name for name in folders if name not in ("site-packages", "__pycache__"))
        yield from (os.path.join(folder, name) for name in sorted(names) if name.endswith(".py"))


SYNTAX_TESTS = """
    annotations ast augassign codeop compile coroutines decorators dictcomps eof except_star exception_group exceptions extcall fstring future
    generators genexps global grammar int_literal keywordonlyarg lambda listcomps named_expressions parser patma pep646_syntax
    positional_only_arg raise scope setcomps string_literals syntax tokenize type_comments unicode_identifiers unpack unpack_ex unparse with
    yield_from
""".split()

SPECS = {}


def spec(cls):
    """A node's name, its fields and whether each may be left out, and whether the node has a place."""
    fields = [(name, f"{name}=", getattr(cls, name, ...) is None) for name in cls._fields]
    found = SPECS[cls] = (f"{cls.__name__}(", fields, bool(cls._attributes))
    return found


def dump(node, add):
    """Adds what `ast.dump(node, include_attributes=True)` returns, piece by piece, in a third of its time."""
    if type(node) is list:
        add("[")
        for at, element in enumerate(node):
            if at:
                add(", ")
            dump(element, add)
        add("]")
        return
    if not isinstance(node, ast.AST):
        add(repr(node))
        return
    start, fields, placed = SPECS.get(type(node)) or spec(type(node))
    add(start)
    values = node.__dict__
    separator = ""
    for name, text, optional in fields:
        value = values.get(name)
        if value is None and optional:
            continue
        add(separator)
        add(text)
        dump(value, add)
        separator = ", "
    if placed:
        add(f"{separator}lineno={node.lineno}, col_offset={node.col_offset}, end_lineno={node.end_lineno}, end_col_offset={node.end_col_offset}")
    add(")")


def text_of(tree, check):
    pieces = []
    dump(tree, pieces.append)
    text = "".join(pieces)
    if check:
        assert text == ast.dump(tree, include_attributes=True), "the copy of ast.dump in this file differs from it"
    return text


def answer(source, check):
    try:
        tree = ast.parse(source)
    except Exception as error:
        return "error", f"{type(error).__name__}: {error}"
    limit = sys.getrecursionlimit()
    sys.setrecursionlimit(100_000)
    try:
        return "tree", text_of(tree, check)
    finally:
        sys.setrecursionlimit(limit)


def snippets():
    """The string literals, and the examples in doctests, of the tests about syntax."""
    folder = os.path.join(sysconfig.get_paths()["stdlib"], "test")
    examples = doctest.DocTestParser()
    seen = set()
    for name in SYNTAX_TESTS:
        path = os.path.join(folder, f"test_{name}.py")
        if not os.path.exists(path):
            continue
        with open(path, "rb") as file:
            tree = ast.parse(file.read())
        for node in ast.walk(tree):
            if not isinstance(node, ast.Constant) or not isinstance(node.value, str):
                continue
            texts = [node.value]
            if ">>>" in node.value:
                with contextlib.suppress(ValueError):
                    texts = [example.source for example in examples.get_examples(node.value)]
            for text in texts:
                # How bytes are decoded is not the subject here.
                if text not in seen and "coding" not in text and "\0" not in text:
                    seen.add(text)
                    yield f"{path}:{node.lineno}", text.encode("utf-8", "replace")


def sources(arguments):
    if arguments == ["snippets"]:
        yield from snippets()
        return
    number, count = map(int, arguments)
    for path in list(files())[number::count]:
        with open(path, "rb") as file:
            yield path, file.read()


def main():
    warnings.simplefilter("ignore")
    # Trees hold no cycles.
    gc.disable()
    out = sys.stdout.buffer
    for at, (path, source) in enumerate(sources(sys.argv[1:])):
        word, text = answer(source, check=at % 16 == 0)
        body = text.encode("utf-8", "backslashreplace")
        own = b"" if os.path.exists(path) else source
        out.write(f"{path}\n{word} {len(body)} {len(own)}\n".encode() + body + own)


main()
