"""Runs every program in examples/ under CPython and as compiled by pyc, and compares what they print and how they end.

An example that needs arguments has them in ARGUMENTS.
"""

import argparse
import os
import subprocess
import sys
from pathlib import Path

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
# What stands in for the library under CPython.
STANDIN = Path(__file__).resolve().parents[1] / "standin"
ARGUMENTS = {"bpe.py": ["data/river.txt", "60"], "wordfreq.py": ["data/river.txt", "25"], "nbody.py": ["2000"]}
TIMEOUT = 300


def run(command: list[str], example: Path) -> tuple[bytes, int, str]:
    environment = dict(os.environ, PYTHONDONTWRITEBYTECODE="1", PYTHONPATH=str(STANDIN))
    arguments = ARGUMENTS.get(example.name, [])
    done = subprocess.run(
        [*command, str(example), *arguments],
        cwd=EXAMPLES,
        env=environment,
        capture_output=True,
        timeout=TIMEOUT,
        check=False,
    )
    return done.stdout, done.returncode, done.stderr.decode("utf-8", "replace")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pyc", required=True, help="the compiler to test")
    options = parser.parse_args()
    examples = sorted(EXAMPLES.glob("*.py"))
    failed = 0
    for example in examples:
        want, want_exit, _ = run([sys.executable], example)
        got, got_exit, errors = run([options.pyc, "run"], example)
        if (want, want_exit) != (got, got_exit):
            failed += 1
            print(f"FAILED {example.name}: exit code {got_exit} instead of {want_exit}\n{errors}{got.decode('utf-8', 'replace')[:2000]}")
    print(f"{len(examples) - failed} passed, {failed} failed")
    return 1 if failed or not examples else 0


if __name__ == "__main__":
    sys.exit(main())
