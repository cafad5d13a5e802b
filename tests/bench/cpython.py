"""The programs of pyperformance, as they are, against CPython: how many times as fast."""

import os
import statistics
import subprocess
import sys
from functools import partial
from pathlib import Path

from measure import medians, processor_time

PYPERFORMANCE = Path(__file__).resolve().parents[1] / "pyperformance"
sys.path.insert(0, str(PYPERFORMANCE))

from programs import KNOWN_FAILURES, STANDIN, folder_of

# How often each is repeated by pyc, and by CPython, whose time is scaled.
LOOPS = {
    "nbody": (50, 3),
    "fannkuch": (10, 1),
    "spectral_norm": (100, 3),
    "float": (50, 4),
    "nqueens": (20, 2),
    "richards": (50, 5),
    "chaos": (20, 3),
    "comprehensions": (200_000, 10_000),
    "generators": (20, 4),
    "meteor_contest": (20, 2),
    "scimark": (5, 1),
}
LEAST, MEAN = 5.0, 25.0


def bench_cpython(pyc: str, folder: Path, runs: int) -> int:
    print(f"\npyperformance: processor time\n{'':24}{'pyc':>12}{'CPython':>12}{'times':>8}{'aim':>8}")
    environment = dict(os.environ, PYTHONPATH=str(STANDIN))
    speeds = []
    missed = 0
    for name, (own_loops, loops) in LOOPS.items():
        if name in KNOWN_FAILURES:
            print(f"{name:24}does not compile: {KNOWN_FAILURES[name]}")
            missed += 1
            continue
        program, ours = str(folder_of(name) / "run_benchmark.py"), str(folder / f"bm_{name}")
        subprocess.run([pyc, "build", "--release", "--path", str(STANDIN), "-o", ours, program], check=True)
        sides = (
            partial(processor_time, [ours, "--loops", str(own_loops)]),
            partial(processor_time, [sys.executable, program, "--loops", str(loops)], environment),
        )
        own, other = medians(runs, *sides)
        own, other = own / own_loops, other / loops
        speeds.append(other / own)
        missed += speeds[-1] < LEAST
        mark = "  under" if speeds[-1] < LEAST else ""
        print(f"{name:24}{own * 1e3:9.3f} ms{other * 1e3:9.3f} ms{speeds[-1]:8.1f}{LEAST:8.1f}{mark}", flush=True)
    mean = statistics.geometric_mean(speeds)
    print(f"{'geometric mean':24}{'':24}{mean:8.1f}{MEAN:8.1f}{'  under' if mean < MEAN else ''}")
    return missed + (mean < MEAN)
