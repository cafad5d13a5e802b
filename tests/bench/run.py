"""Measures what the compiler promises, against others on the same machine in the same run, and prints ratios.

- twins: typed programs against the same algorithm in C (clang -O3 -march=native) or Rust, in processor time and peak memory
- cpython: the programs of pyperformance, as they are, against CPython
- start: hello from source, from the cache, and as an executable, against clang and a C program
- compile: a program of 300 lines against rustc -O on its twin; one of 1,000 lines, compiled and run, and checked
- check: the whole standard library and the examples
- parse: CPython's library, against ast.parse
- edit: diagnostics after an edit of a body in a file of 5,000 lines

Every figure is a median of several runs, taken in turns so that both sides see the same machine. What has two sides is shown as their ratio, and that is
what an aim is about; on a busy machine only the ratios of processor time mean much.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from functools import partial
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path.insert(0, str(ROOT / "tests/lsp"))

from client import Client

from cpython import bench_cpython
from measure import CLANG, Table, medians, output, processor_time, single, timed
from sample import sample_program
from twins import PROGRAMS, bench_twins

LINES = 5000


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
    (busy,) = medians(runs * 5, lambda: processor_time([ours]))
    table.row("from the cache", warm, c, 1 + 0.005 / c)
    missed = table.missed + single("of the processor", busy * 1e3, 2, "ms")
    return missed + single("size of the executable", os.path.getsize(ours) / 1000, 400, "kB")


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
    program = folder / "sample.py"
    program.write_text(sample_program())
    (cold,) = medians(runs, lambda: timed([pyc, "run", "--no-cache", str(program)]))
    (checked,) = medians(runs, lambda: timed([pyc, "check", str(program)]))
    print("\na program of 1,000 lines")
    missed = table.missed + single("compiled and run", cold * 1e3, 1000, "ms") + single("checked", checked * 1e3, 100, "ms")
    print(subprocess.run([pyc, "run", "--no-cache", "--timings", str(program)], check=True, capture_output=True, text=True).stderr)
    return missed


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
        help="smaller inputs than the promises are about",
    )
    parser.add_argument("--strict", action="store_true", help="fail if an aim is missed")
    parser.add_argument("benches", nargs="*", help="some of: twins cpython start compile check parse edit")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="pyc-bench-") as name:
        folder = Path(name)
        benches = {
            "twins": lambda: bench_twins(options.pyc, folder, options.runs, options.quick),
            "cpython": lambda: bench_cpython(options.pyc, folder, options.runs),
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
