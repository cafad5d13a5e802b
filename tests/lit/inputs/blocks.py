"""Prints how many blocks of memory a program takes in a round of each kind that it knows, as valgrind counts them. What it takes besides is less than a round's share."""

import re
import subprocess
import sys

ROUNDS = 5000
USAGE = re.compile(r"total heap usage: ([\d,]+) allocs")


def blocks(program: str, kind: str) -> int:
    command = ["valgrind", program, kind, str(ROUNDS)]
    errors = subprocess.run(command, check=True, capture_output=True, text=True).stderr
    found = USAGE.search(errors)
    if found is None:
        raise SystemExit(errors)
    return int(found[1].replace(",", "")) // ROUNDS


program, *kinds = sys.argv[1:]
for kind in kinds:
    print(f"{kind}: {blocks(program, kind)}")
