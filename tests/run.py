"""Runs every stage of the tests, prints one summary line per stage and a total, and fails if anything failed or ran no test.

A stage is a command. Its tests are counted from what its runner prints; the command's exit status must agree with that.
"""

import argparse
import os
import re
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PYTHON = sys.executable
VENV = ROOT / ".venv" / "bin"

CARGO_TEST = re.compile(r"^test result: \w+\. (\d+) passed; (\d+) failed", re.MULTILINE)
LIT_PASSED = re.compile(r"^\s*(?:Passed|Expectedly Failed)\s*:\s*(\d+)", re.MULTILINE)
LIT_FAILED = re.compile(r"^\s*(?:Failed|Unresolved|Timed Out|Unexpectedly Passed)\s*:\s*(\d+)", re.MULTILINE)
PLAIN = re.compile(r"^(?:\S+: )?(\d+) passed, (\d+) failed$", re.MULTILINE)
PYTEST_PASSED = re.compile(r"(\d+) passed")
PYTEST_FAILED = re.compile(r"(\d+) (?:failed|errors?)")

# As in the Makefile, so that nothing is built twice.
FEATURES = ["--features", "pyc/language-server"]


def count_cargo(output: str) -> tuple[int, int]:
    results = CARGO_TEST.findall(output)
    return sum(int(passed) for passed, _ in results), sum(int(failed) for _, failed in results)


def count_lit(output: str) -> tuple[int, int]:
    return sum(map(int, LIT_PASSED.findall(output))), sum(map(int, LIT_FAILED.findall(output)))


def count_plain(output: str) -> tuple[int, int]:
    results = PLAIN.findall(output)
    return sum(int(passed) for passed, _ in results), sum(int(failed) for _, failed in results)


def count_pytest(output: str) -> tuple[int, int]:
    last = output.strip().splitlines()[-1] if output.strip() else ""
    return sum(map(int, PYTEST_PASSED.findall(last))), sum(map(int, PYTEST_FAILED.findall(last)))


@dataclass
class Stage:
    """One command with the way to count its tests."""

    name: str
    what: str
    command: list[str]
    count: object = count_plain


def stages(pyc: str) -> list[Stage]:
    return [
        Stage(
            "rust",
            "unit and integration tests of all crates",
            ["cargo", "test", "--workspace", *FEATURES, "--no-fail-fast"],
            count_cargo,
        ),
        Stage("tidy", "rules on the source tree", ["cargo", "xtask", "tidy"]),
        Stage(
            "format",
            "formatting of the Rust and the Python sources",
            [PYTHON, "tests/format.py"],
        ),
        Stage(
            "stdlib",
            "the library's sources, run by CPython",
            ["pytest", "--quiet", "tests/stdlib"],
            count_pytest,
        ),
        Stage(
            "lit",
            "each stage through the command line",
            ["lit", "--verbose", "--param", f"pyc={pyc}", "tests/lit"],
            count_lit,
        ),
        Stage(
            "python",
            "programs against CPython, and under valgrind",
            [PYTHON, "tests/python/run.py", "--pyc", pyc, "--valgrind"],
        ),
        Stage(
            "pyperformance",
            "programs of the package against CPython",
            [PYTHON, "tests/pyperformance/run.py", "--pyc", pyc],
        ),
        Stage(
            "fuzz",
            "random programs against CPython",
            [PYTHON, "tests/fuzz/run.py", "--pyc", pyc],
        ),
        Stage(
            "examples",
            "examples against CPython",
            [PYTHON, "tests/examples/run.py", "--pyc", pyc],
        ),
        Stage(
            "lsp",
            "the language server through a client",
            ["pytest", "--quiet", "tests/lsp"],
            count_pytest,
        ),
        Stage(
            "extension",
            "modules that CPython imports",
            ["pytest", "--quiet", "tests/extension"],
            count_pytest,
        ),
        Stage(
            "docs",
            "error pages and snippets",
            [PYTHON, "tests/docs/run.py", "--pyc", pyc],
        ),
        Stage(
            "index",
            "the index of the library is that of its source",
            [PYTHON, "tests/docs/library_index.py", "--check"],
        ),
    ]


def run(stage: Stage, environment: dict[str, str]) -> tuple[int, int]:
    """Runs one stage, showing its output as it comes."""
    print(f"== {stage.name}: {stage.what}", flush=True)
    started = time.monotonic()
    process = subprocess.Popen(
        stage.command,
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
    )
    lines = []
    for line in process.stdout:
        sys.stdout.write(line)
        lines.append(line)
    status = process.wait()
    passed, failed = stage.count("".join(lines))
    if status != 0 and failed == 0:
        print(f"{stage.name}: the command exited with status {status} although no test of it failed")
        failed = 1
    if passed + failed == 0:
        print(f"{stage.name}: ran no test")
        failed = 1
    if status == 0 and failed > 0:
        print(f"{stage.name}: the command exited with status 0 although tests of it failed")
    print(
        f"== {stage.name}: {passed} passed, {failed} failed in {time.monotonic() - started:.0f} s",
        flush=True,
    )
    return passed, failed


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pyc", required=True, help="the compiler to test")
    parser.add_argument("stages", nargs="*", help="the stages to run, all by default")
    options = parser.parse_args()
    known = stages(options.pyc)
    unknown = set(options.stages) - {stage.name for stage in known}
    if unknown:
        parser.error(f"no such stage: {', '.join(sorted(unknown))} (there are {', '.join(stage.name for stage in known)})")
    path = f"{VENV}:/usr/lib/llvm-22/bin:{os.environ['PATH']}"
    environment = dict(os.environ, PATH=path, PYC=options.pyc, PYC_LSP=f"{options.pyc} lsp")
    results = {stage.name: run(stage, environment) for stage in known if not options.stages or stage.name in options.stages}
    print()
    for name, (passed, failed) in results.items():
        print(f"{name:12} {passed:6} passed {failed:4} failed")
    passed = sum(passed for passed, _ in results.values())
    failed = sum(failed for _, failed in results.values())
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
