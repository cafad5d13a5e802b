"""Measures what the compiler promises, against others on the same machine in the same run, and prints ratios.

- loops: typed programs against the same algorithm in C (clang -O3 -march=native), in processor time
- start: hello from source, from the cache, and as an executable, against clang and a C program
- compile: a program of 300 lines against rustc -O on its twin
- check: the whole standard library and the examples
- parse: CPython's library, against ast.parse
- edit: diagnostics after an edit of a body in a file of 5,000 lines

Every figure is a median of several runs, taken in turns so that both sides see the same machine. What has two sides is shown as their ratio, and that is
what an aim is about; on a busy machine only the ratios of processor time mean much.
"""

import argparse
import os
import resource
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
sys.path.insert(0, str(ROOT / "tests/lsp"))

from client import Client

PROGRAMS = HERE / "programs"
CLANG = shutil.which("clang-22") or "/usr/lib/llvm-22/bin/clang"

# Name, arguments (for a quick look, and the one that the promise is about), and the most that pyc may take, in times of C.
LOOPS = [
    ("nbody", "2000000", "20000000", 1.25),
    ("spectral_norm", "1000", "5500", 1.25),
    ("mandelbrot", "500", "1500", 1.25),
    ("sieve", "50000000", "50000000", 1.25),
    ("fannkuch", "10", "11", 1.4),
    ("nqueens", "12", "13", 1.4),
]
LINES = 5000


class Table:
    """Rows of a comparison, printed as they come."""

    def __init__(self, title: str, left: str, right: str) -> None:
        print(f"\n{title}\n{'':24}{left:>12}{right:>12}{'ratio':>8}{'aim':>8}", flush=True)
        self.missed = 0

    def row(self, name: str, left: float, right: float, aim: float) -> None:
        ratio = left / right
        mark = "" if ratio <= aim else "  over"
        self.missed += ratio > aim
        print(
            f"{name:24}{left * 1e3:9.1f} ms{right * 1e3:9.1f} ms{ratio:8.2f}{aim:8.2f}{mark}",
            flush=True,
        )


def timed(command: list[str], environment: dict[str, str] | None = None) -> float:
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=environment)
    return time.perf_counter() - start


def processor_time(command: list[str]) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def medians(runs: int, *sides: Callable[[], float]) -> list[float]:
    """The median time of each side; the sides take turns."""
    times: list[list[float]] = [[] for _ in sides]
    for _ in range(runs):
        for side, measured in zip(sides, times):
            measured.append(side())
    return [statistics.median(measured) for measured in times]


def output(command: list[str]) -> bytes:
    return subprocess.run(command, check=True, capture_output=True).stdout


def single(name: str, value: float, aim: float, unit: str, is_better_lower: bool = True) -> bool:
    """A figure with one side. Tells whether its aim is missed."""
    missed = value > aim if is_better_lower else value < aim
    print(
        f"{name:24}{value:9.1f} {unit:20}{aim:12.0f} {unit}{'  over' if missed else ''}",
        flush=True,
    )
    return missed


def bench_loops(pyc: str, folder: Path, runs: int, is_quick: bool) -> int:
    table = Table("typed loops, all checks on: processor time", "pyc", "C")
    for name, quick, full, aim in LOOPS:
        argument = quick if is_quick else full
        ours, theirs = str(folder / name), str(folder / f"{name}-c")
        subprocess.run(
            [pyc, "build", "--release", "-o", ours, str(PROGRAMS / f"{name}.py")],
            check=True,
        )
        subprocess.run(
            [
                CLANG,
                "-O3",
                "-march=native",
                "-o",
                theirs,
                str(PROGRAMS / f"{name}.c"),
                "-lm",
            ],
            check=True,
        )
        if output([ours]) != output([theirs]):
            raise SystemExit(f"{name}: pyc and C disagree")
        sides = (
            partial(processor_time, [ours, argument]),
            partial(processor_time, [theirs, argument]),
        )
        table.row(f"{name} {argument}", *medians(runs, *sides), aim)
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
    table.row(
        "from source",
        *medians(runs, lambda: timed([pyc, "run", "--no-cache", hello]), clang),
        2.0,
    )
    warm, program, c = medians(
        runs * 5,
        lambda: timed([pyc, "run", hello], environment),
        lambda: timed([ours]),
        lambda: timed([theirs]),
    )
    table.row("executable", program, c, 1.5)
    table.row("from the cache", warm, c, 1 + 0.005 / c)
    size = os.path.getsize(ours)
    return table.missed + single("size of the executable", size / 1000, 400, "kB")


def bench_compile(pyc: str, folder: Path, runs: int) -> int:
    table = Table("a program of 300 lines, from source to executable", "pyc", "rustc -O")
    ours, theirs = str(folder / "orders"), str(folder / "orders-rs")
    rustc_command = [
        "rustc",
        "-O",
        "--edition=2021",
        "-o",
        theirs,
        str(PROGRAMS / "orders.rs"),
    ]
    for name, options in [
        ("orders, as by default", []),
        ("orders, --release", ["--release"]),
    ]:
        pyc_command = [pyc, "build", *options, "-o", ours, str(PROGRAMS / "orders.py")]
        times = medians(runs, partial(timed, pyc_command), partial(timed, rustc_command))
        if output([ours]) != output([theirs]):
            raise SystemExit("orders: pyc and rustc disagree")
        table.row(name, *times, 1.0)
    return table.missed


def bench_check(pyc: str, runs: int) -> int:
    command = [pyc, "check", str(ROOT / "stdlib"), str(ROOT / "examples")]
    (seconds,) = medians(runs, lambda: timed(command))
    print("\npyc check")
    return single("stdlib and examples", seconds * 1e3, 500, "ms")


def bench_parse() -> int:
    """Megabytes a second on CPython's library, against CPython's own parser."""
    command = [
        "cargo",
        "run",
        "--quiet",
        "--release",
        "-p",
        "pyc-syntax",
        "--example",
        "parse_speed",
    ]
    said = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout.strip()
    print(f"\n{said}")
    return single("times ast.parse", float(said.rsplit(" ", 1)[1]), 5, "", is_better_lower=False)


def bench_edit(pyc: str, folder: Path, runs: int) -> int:
    """From the edit of a body to the diagnostics, through the protocol."""
    functions = [f"def f{at}(x: int) -> int:\n    y = x + {at}\n    z = y * 2\n    return z - x\n\n" for at in range(LINES // 5)]
    # The name is a wrong one every other time.
    right, wrong = f"y = x + {LINES // 10}\n", f"y = q + {LINES // 10}\n"
    times = []
    with Client([pyc, "lsp"]) as client:
        document = client.open(folder / "large.py", "".join(functions))
        document.diagnostics()
        for _ in range(2 * runs):
            for old, new in [(right, wrong), (wrong, right)]:
                start = time.perf_counter()
                document.edit(old, new)
                found = document.diagnostics()
                times.append(time.perf_counter() - start)
                assert bool(found) == (new == wrong), found
    print(f"\nlanguage server, {LINES} lines")
    return single("diagnostics of an edit", statistics.median(times) * 1e3, 50, "ms")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pyc", required=True, help="the compiler to measure")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument(
        "--quick",
        action="store_true",
        help="smaller loops than the promises are about (fannkuch 11, nqueens 13)",
    )
    parser.add_argument("--strict", action="store_true", help="fail if an aim is missed")
    parser.add_argument("benches", nargs="*", help="some of: loops start compile check parse edit")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="pyc-bench-") as name:
        folder = Path(name)
        benches = {
            "loops": lambda: bench_loops(options.pyc, folder, options.runs, options.quick),
            "start": lambda: bench_start(options.pyc, folder, options.runs),
            "compile": lambda: bench_compile(options.pyc, folder, options.runs),
            "check": lambda: bench_check(options.pyc, options.runs),
            "parse": bench_parse,
            "edit": lambda: bench_edit(options.pyc, folder, options.runs),
        }
        missed = sum(bench() for key, bench in benches.items() if not options.benches or key in options.benches)
    print(f"\n{missed} aims missed" if missed else "\nall aims reached")
    return 1 if missed and options.strict else 0


if __name__ == "__main__":
    sys.exit(main())
