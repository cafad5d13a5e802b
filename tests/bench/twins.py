"""Programs against their twins in C and Rust."""

import os
import statistics
import subprocess
from functools import partial
from pathlib import Path

import inputs
from measure import CLANG, Table, medians, output, processor_time, usage

HERE = Path(__file__).resolve().parent
PROGRAMS = HERE / "programs"

# Name, arguments (for a quick look, and the one that the promise is about), and the most that pyc may take, in times of the twin.
LOOPS = [
    ("nbody", "2000000", "20000000", 1.25),
    ("spectral_norm", "1000", "5500", 1.25),
    ("mandelbrot", "500", "1500", 1.25),
    ("sieve", "50000000", "50000000", 1.25),
    ("fannkuch", "10", "11", 1.25),
    ("nqueens", "12", "13", 1.25),
    ("raytrace", "400", "1200", 1.25),
]
OBJECTS = [
    ("binary_trees", "16", "18", 1.0),
    ("merge_sort", "2000000", "10000000", 1.15),
]
# How much text to make, in megabytes.
TEXTS = [
    ("json_tokens", inputs.records, 20, 100, 1.3),
]
RUST_TEXTS = [
    ("bpe", inputs.text, 5, 50, 1.2),
    ("word_count", inputs.text, 5, 50, 1.2),
]
RUST = [
    ("sort_ints", "2000000", "10000000", 1.5),
    ("strings", "500000", "4000000", 1.3),
]
GEOMETRIC_AIM = 1.2
MEMORY_AIM = 1.3


def source(name: str) -> Path:
    """A program of the examples, or one that is only measured."""
    example = HERE.parents[1] / "examples" / f"{name}.py"
    return example if name == "bpe" else PROGRAMS / f"{name}.py"


def build(pyc: str, folder: Path, name: str) -> str:
    ours = str(folder / name)
    subprocess.run([pyc, "build", "--release", "-o", ours, str(source(name))], check=True)
    return ours


def build_c(folder: Path, name: str) -> str:
    theirs = str(folder / f"{name}-c")
    subprocess.run([CLANG, "-O3", "-march=native", "-o", theirs, str(PROGRAMS / f"{name}.c"), "-lm"], check=True)
    return theirs


def build_rust(folder: Path) -> Path:
    """All twins in Rust, some of which need a crate."""
    command = ["cargo", "build", "--quiet", "--release", "--locked", "--target-dir", str(folder / "rust")]
    subprocess.run(command, cwd=HERE, env=dict(os.environ, RUSTFLAGS="-C target-cpu=native"), check=True)
    return folder / "rust/release"


def compare(table: Table, name: str, ours: str, theirs: str, argument: str, runs: int, aim: float) -> float:
    if output([ours, argument]) != output([theirs, argument]):
        raise SystemExit(f"{name}: pyc and its twin disagree")
    label = f"{name} {Path(argument).name}"
    return table.row(label, *medians(runs, partial(processor_time, [ours, argument]), partial(processor_time, [theirs, argument])), aim)


def bench_twins(pyc: str, folder: Path, runs: int, is_quick: bool) -> int:
    pick = 1 if is_quick else 2
    table = Table("typed loops, all checks on: processor time", "pyc", "C")
    ratios = [compare(table, row[0], build(pyc, folder, row[0]), build_c(folder, row[0]), row[pick], runs, row[3]) for row in LOOPS]
    mean = statistics.geometric_mean(ratios)
    print(f"{'geometric mean':24}{'':24}{mean:8.2f}{GEOMETRIC_AIM:8.2f}{'  over' if mean > GEOMETRIC_AIM else ''}")
    missed = table.missed + (mean > GEOMETRIC_AIM)
    table = Table("objects and bytes: processor time", "pyc", "C")
    for row in OBJECTS:
        compare(table, row[0], build(pyc, folder, row[0]), build_c(folder, row[0]), row[pick], runs, row[3])
    for name, make, *sizes, aim in TEXTS:
        argument = inputs.path(make, sizes[pick - 1])
        compare(table, name, build(pyc, folder, name), build_c(folder, name), argument, runs, aim)
    missed += table.missed
    rust = build_rust(folder)
    table = Table("strings, dictionaries and lists: processor time", "pyc", "Rust")
    rows = [(name, inputs.path(make, sizes[pick - 1]), aim) for name, make, *sizes, aim in RUST_TEXTS]
    rows += [(row[0], row[pick], row[3]) for row in RUST]
    for name, argument, aim in rows:
        compare(table, name, build(pyc, folder, name), str(rust / name), argument, runs, aim)
    return missed + table.missed + bench_memory(folder, rust, rows)


def bench_memory(folder: Path, rust: Path, rows: list[tuple[str, str, float]]) -> int:
    """The peak memory of the same programs, in one run."""
    print(f"\n{'peak memory':24}{'pyc':>12}{'Rust':>12}{'ratio':>8}{'aim':>8}")
    missed = 0
    for name, argument, _ in rows:
        ours, theirs = (usage([str(program), argument])[1] for program in (folder / name, rust / name))
        is_over = ours / theirs > MEMORY_AIM
        missed += is_over
        print(f"{name:24}{ours / 1024:8.1f} MiB{theirs / 1024:8.1f} MiB{ours / theirs:8.2f}{MEMORY_AIM:8.2f}{'  over' if is_over else ''}")
    return missed
