"""Compiles programs of the PyPI package `pyperformance`, which nobody here wrote, and compares what they print with CPython.

The programs are taken as they are. They measure with `pyperf`, for which standin/pyperf.py stands in: it runs each benchmark and prints what it gives instead of
times. What is not printed so is looked at by checks/NAME.py, which imports the program and prints what its functions give.

Programs that do not compile yet are listed with the code of their diagnostic: one that compiles is to leave the list.
"""

import argparse
import os
import re
import subprocess
import sys
from pathlib import Path

from programs import COMPILED, KNOWN_FAILURES, STANDIN, folder_of

HERE = Path(__file__).resolve().parent
TIMEOUT = 300
CODE = re.compile(r"^error\[(E\d+)\]", re.MULTILINE)


def run(command: list[str], folder: Path) -> tuple[int, str, str]:
    environment = dict(os.environ, PYTHONDONTWRITEBYTECODE="1", PYTHONPATH=f"{STANDIN}:{folder}")
    done = subprocess.run(command, env=environment, capture_output=True, timeout=TIMEOUT, text=True, check=False)
    return done.returncode, done.stdout, done.stderr


def differs(pyc: str, program: Path, folder: Path) -> str | None:
    """What is wrong with a program as compiled, if anything is."""
    want, want_text, _ = run([sys.executable, str(program)], folder)
    got, got_text, errors = run([pyc, "run", "--path", str(STANDIN), "--path", str(folder), str(program)], folder)
    if (want, want_text) == (got, got_text):
        return None
    return f"exit code {got} instead of {want}\n{errors}{got_text[:2000]}\ninstead of\n{want_text[:2000]}"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pyc", required=True, help="the compiler to test")
    pyc = parser.parse_args().pyc
    results: dict[str, str | None] = {}
    for name in COMPILED:
        folder = folder_of(name)
        results[name] = differs(pyc, folder / "run_benchmark.py", folder)
        check = HERE / "checks" / f"{name}.py"
        if check.exists():
            results[f"checks/{name}"] = differs(pyc, check, folder)
    for name, code in KNOWN_FAILURES.items():
        folder = folder_of(name)
        status, _, errors = run([pyc, "run", "--path", str(STANDIN), str(folder / "run_benchmark.py")], folder)
        expected = status == 1 and code in CODE.findall(errors)
        results[name] = None if expected else f"does not fail with {code} any more: exit code {status}\n{errors[:2000]}"
    failures = {name: why for name, why in results.items() if why}
    for name, why in failures.items():
        print(f"FAILED {name}: {why}")
    print(f"{len(results) - len(failures)} passed, {len(failures)} failed")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
