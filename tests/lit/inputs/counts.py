"""Prints how many blocks of memory, instructions or fresh pages a program takes in a round of each kind that it knows, as valgrind and the system count them.

What a program takes besides is spread over many rounds.
"""

import os
import re
import subprocess
import sys

ROUNDS = 5000
TOOLS = {
    "blocks": ([], re.compile(r"total heap usage: ([\d,]+) allocs")),
    "instructions": (["--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null"], re.compile(r"I +refs: +([\d,]+)")),
}


def faults(program: str, kind: str) -> int:
    process = subprocess.Popen([program, kind, str(ROUNDS)])
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise SystemExit(process.returncode)
    return used.ru_minflt // ROUNDS


def count(what: str, program: str, kind: str) -> int:
    if what == "faults":
        return faults(program, kind)
    options, wanted = TOOLS[what]
    command = ["valgrind", *options, program, kind, str(ROUNDS)]
    errors = subprocess.run(command, check=True, capture_output=True, text=True).stderr
    found = wanted.search(errors)
    if found is None:
        raise SystemExit(errors)
    return int(found[1].replace(",", "")) // ROUNDS


what, program, *kinds = sys.argv[1:]
for kind in kinds:
    print(f"{kind}: {count(what, program, kind)}")
