"""Prints what CPython makes of every file of its standard library: for each file a line with its path, a line with the word `tree` or `error`
and the length in bytes of what follows, then the tree's text or the error's.

Arguments: the number of this process and how many there are.
"""

import ast
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


def answer(path):
    with open(path, "rb") as file:
        source = file.read()
    try:
        tree = ast.parse(source)
    except Exception as error:
        return "error", f"{type(error).__name__}: {error}"
    limit = sys.getrecursionlimit()
    sys.setrecursionlimit(100_000)
    try:
        return "tree", ast.dump(tree, include_attributes=True)
    finally:
        sys.setrecursionlimit(limit)


def main():
    number, count = map(int, sys.argv[1:])
    warnings.simplefilter("ignore")
    # Trees hold no cycles.
    gc.disable()
    out = sys.stdout.buffer
    for path in list(files())[number::count]:
        word, text = answer(path)
        body = text.encode("utf-8", "backslashreplace")
        out.write(f"{path}\n{word} {len(body)}\n".encode() + body)


main()
