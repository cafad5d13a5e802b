"""Reads texts, each after a line with its length in bytes, and prints for each whether CPython parses it: 1 or 0."""

import ast
import gc
import sys
import warnings

warnings.simplefilter("ignore")
gc.disable()
source = sys.stdin.buffer
while line := source.readline():
    text = source.read(int(line))
    try:
        ast.parse(text)
        verdict = "1"
    except Exception:
        verdict = "0"
    print(verdict, end="", flush=True)
