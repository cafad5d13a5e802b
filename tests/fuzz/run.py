"""Compares random programs under CPython and as compiled by pyc: standard output, the last line of standard error, and the exit code.

    python3 tests/fuzz/run.py --pyc target/debug/pyc                a fixed range of seeds: what the tests run
    python3 tests/fuzz/run.py --pyc target/debug/pyc 100 200        other seeds
    python3 tests/fuzz/run.py --pyc target/debug/pyc --reduce 123   the smallest part of a program that still differs

A program that differs is written to `/tmp/pyc-fuzz`.
"""

import argparse
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from generate import program
from reduce import reduced

FIRST, LAST = 0, 8
TIMEOUT = 60
FOUND = Path(tempfile.gettempdir()) / "pyc-fuzz"


def outcome(command: list[str]) -> tuple[str, str, int]:
    """Run a command; give its output, the last line of its errors, and its exit code."""
    try:
        done = subprocess.run(command, capture_output=True, timeout=TIMEOUT)
    except subprocess.TimeoutExpired:
        return "", "timed out", -1
    errors = done.stderr.decode(errors="replace").strip().splitlines()
    return done.stdout.decode(errors="replace"), errors[-1] if errors else "", done.returncode


def compared(pyc: str, path: Path) -> str:
    """Say in a few words how a program differs; nothing if it does not."""
    expected = outcome([sys.executable, str(path)])
    if expected[2] == -1:
        return ""
    binary = path.with_suffix("")
    built = subprocess.run([pyc, "build", str(path), "-o", str(binary)], capture_output=True, timeout=10 * TIMEOUT)
    if built.returncode != 0:
        lines = [line for line in built.stderr.decode(errors="replace").splitlines() if line.startswith("error")]
        return "does not compile: " + "; ".join(lines[:3])
    found = outcome([str(binary)])
    binary.unlink()
    if found == expected:
        return ""
    pairs = zip([*expected[0].splitlines(), "(end)"], [*found[0].splitlines(), "(end)"])
    different = next(((a, b) for a, b in pairs if a != b), ("", ""))
    return f"exit {expected[2]} and {found[2]}, {different[0]!r} and {different[1]!r}, {expected[1]!r} and {found[1]!r}"


def attempt(pyc: str, seed: int, folder: Path) -> str:
    """Run the program of a seed."""
    path = folder / f"seed{seed}.py"
    path.write_text(program(seed), "utf-8")
    difference = compared(pyc, path)
    if difference:
        FOUND.mkdir(exist_ok=True)
        path.rename(FOUND / path.name)
    else:
        path.unlink()
    return difference


def reduce_seed(pyc: str, source: str, folder: Path) -> None:
    """Print the smallest part of a program that differs in the same way."""
    path = folder / "reduced.py"

    def difference(text: str) -> str:
        path.write_text(text, "utf-8")
        return compared(pyc, path)

    kind = difference(source)[:24]
    if not kind:
        print("no difference")
        return
    print(reduced(source, lambda text: difference(text)[:24] == kind))
    print("#", difference(path.read_text("utf-8")))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pyc", required=True)
    parser.add_argument("--reduce", metavar="SEED_OR_FILE")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("first", type=int, nargs="?", default=FIRST)
    parser.add_argument("last", type=int, nargs="?", default=LAST)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="pyc-fuzz-") as name:
        folder = Path(name)
        if options.reduce:
            seed = options.reduce
            reduce_seed(options.pyc, program(int(seed)) if seed.isdigit() else Path(seed).read_text("utf-8"), folder)
            return 0
        seeds = range(options.first, options.last)
        with ThreadPoolExecutor(options.jobs) as pool:
            results = list(pool.map(lambda seed: attempt(options.pyc, seed, folder), seeds))
    failed = [(seed, result) for seed, result in zip(seeds, results) if result]
    for seed, result in failed:
        print(f"seed {seed}: {result}")
    print(f"{len(results) - len(failed)} passed, {len(failed)} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
