"""Measures what the compiler promises, against others on the same machine in the same run, and prints ratios.

- loops: typed programs against the same algorithm in C (clang -O3 -march=native)
- start: hello from source, from the cache, and as an executable, against clang and a C program
- compile: a program of 300 lines against rustc -O on its twin
- check: the whole standard library and the examples

Every figure is a median of several runs, taken in turns so that both sides see the same machine.
"""

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
PROGRAMS = HERE / "programs"
CLANG = shutil.which("clang-22") or "/usr/lib/llvm-22/bin/clang"

# Name, argument, and the most that pyc may take, in times of C.
LOOPS = [
    ("nbody", "5000000", 1.25),
    ("spectral_norm", "2000", 1.25),
    ("mandelbrot", "1500", 1.25),
    ("sieve", "50000000", 1.25),
    ("fannkuch", "10", 1.4),
    ("nqueens", "11", 1.4),
]
FULL = {"nbody": "20000000", "spectral_norm": "5500", "fannkuch": "11", "nqueens": "13"}


class Table:
    """Rows of a comparison, printed as they come."""

    def __init__(self, title: str, left: str, right: str) -> None:
        print(f"\n{title}\n{'':24}{left:>12}{right:>12}{'ratio':>8}{'aim':>8}")
        self.missed = 0

    def row(self, name: str, left: float, right: float, aim: float) -> None:
        ratio = left / right
        mark = "" if ratio <= aim else "  over"
        self.missed += ratio > aim
        print(f"{name:24}{left * 1e3:9.1f} ms{right * 1e3:9.1f} ms{ratio:8.2f}{aim:8.2f}{mark}", flush=True)


def timed(command: list[str], environment: dict[str, str] | None = None) -> float:
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=environment)
    return time.perf_counter() - start


def medians(runs: int, *sides: Callable[[], float]) -> list[float]:
    """The median time of each side; the sides take turns."""
    times: list[list[float]] = [[] for _ in sides]
    for _ in range(runs):
        for side, measured in zip(sides, times):
            measured.append(side())
    return [statistics.median(measured) for measured in times]


def output(command: list[str]) -> bytes:
    return subprocess.run(command, check=True, capture_output=True).stdout


def bench_loops(pyc: str, folder: Path, runs: int, is_full: bool) -> int:
    table = Table("typed loops, all checks on", "pyc", "C")
    for name, argument, aim in LOOPS:
        argument = FULL.get(name, argument) if is_full else argument
        ours, theirs = str(folder / name), str(folder / f"{name}-c")
        subprocess.run([pyc, "build", "--release", "-o", ours, str(PROGRAMS / f"{name}.py")], check=True)
        subprocess.run([CLANG, "-O3", "-march=native", "-o", theirs, str(PROGRAMS / f"{name}.c"), "-lm"], check=True)
        if output([ours]) != output([theirs]):
            raise SystemExit(f"{name}: pyc and C disagree")
        table.row(name, *medians(runs, partial(timed, [ours, argument]), partial(timed, [theirs, argument])), aim)
    return table.missed


def bench_start(pyc: str, folder: Path, runs: int) -> int:
    hello, source = str(ROOT / "examples/hello.py"), str(PROGRAMS / "hello.c")
    ours, theirs = str(folder / "hello"), str(folder / "hello-c")
    subprocess.run([pyc, "build", "-o", ours, hello], check=True)
    environment = dict(os.environ, XDG_CACHE_HOME=str(folder / "cache"))

    def clang() -> float:
        return timed([CLANG, "-O3", "-o", theirs, source]) + timed([theirs])

    subprocess.run([pyc, "run", hello], check=True, env=environment, stdout=subprocess.DEVNULL)
    table = Table("hello", "pyc", "C")
    table.row("from source", *medians(runs, lambda: timed([pyc, "run", "--no-cache", hello]), clang), 2.0)
    warm, program, c = medians(runs * 5, lambda: timed([pyc, "run", hello], environment), lambda: timed([ours]), lambda: timed([theirs]))
    table.row("executable", program, c, 1.5)
    table.row("from the cache", warm, c, 1 + 0.005 / c)
    size = os.path.getsize(ours)
    print(f"{'size of the executable':24}{size / 1000:9.1f} kB{'':20}{400:5} kB{'  over' if size > 400_000 else ''}")
    return table.missed + (size > 400_000)


def bench_compile(pyc: str, folder: Path, runs: int) -> int:
    table = Table("a program of 300 lines, from source to executable", "pyc", "rustc -O")
    ours, theirs = str(folder / "orders"), str(folder / "orders-rs")
    pyc_command = [pyc, "build", "--release", "-o", ours, str(PROGRAMS / "orders.py")]
    rustc_command = ["rustc", "-O", "--edition=2021", "-o", theirs, str(PROGRAMS / "orders.rs")]
    times = medians(runs, lambda: timed(pyc_command), lambda: timed(rustc_command))
    if output([ours]) != output([theirs]):
        raise SystemExit("orders: pyc and rustc disagree")
    table.row("orders", *times, 1.0)
    return table.missed


def bench_check(pyc: str, runs: int) -> int:
    command = [pyc, "check", str(ROOT / "stdlib"), str(ROOT / "examples")]
    (seconds,) = medians(runs, lambda: timed(command))
    print(f"\npyc check stdlib examples: {seconds * 1e3:.0f} ms (aim 500 ms){'  over' if seconds > 0.5 else ''}")
    return seconds > 0.5


def bench_parse() -> int:
    """Megabytes a second on CPython's library, against CPython's own parser."""
    return subprocess.run(
        ["cargo", "run", "--quiet", "--release", "-p", "pyc-syntax", "--example", "parse_speed"], cwd=ROOT, check=False
    ).returncode


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pyc", required=True, help="the compiler to measure")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--full", action="store_true", help="the sizes that the promises are about (fannkuch 11, nqueens 13): minutes")
    parser.add_argument("--strict", action="store_true", help="fail if an aim is missed")
    parser.add_argument("benches", nargs="*", help="some of: loops start compile check parse")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="pyc-bench-") as name:
        folder = Path(name)
        benches = {
            "loops": lambda: bench_loops(options.pyc, folder, options.runs, options.full),
            "start": lambda: bench_start(options.pyc, folder, options.runs),
            "compile": lambda: bench_compile(options.pyc, folder, options.runs),
            "check": lambda: bench_check(options.pyc, options.runs),
            "parse": bench_parse,
        }
        missed = sum(bench() for key, bench in benches.items() if not options.benches or key in options.benches)
    print(f"\n{missed} aims missed" if missed else "\nall aims reached")
    return 1 if missed and options.strict else 0


if __name__ == "__main__":
    sys.exit(main())
