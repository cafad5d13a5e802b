"""Runs programs under CPython and as compiled by pyc and compares: equal standard output and standard error, byte for byte, and equal exit codes.

A test is a file `*.py` in a folder of features, or a folder with a `main.py`. Comments at the top of it may say more:

    # args: a b c          what the program finds in sys.argv
    # stdin: text          what it reads, with \\n for line ends

Where a file `NAME.expected` lies beside it, it holds the standard output and CPython is not asked (syntax newer than the installed one, or one of the
differences that the language reference lists); `# exit: N` and `# stderr: LAST LINE` then say how the program ends, and of standard error only the
last line is compared.

`known_failures.txt` lists programs that the compiler does not get right yet, one a line, with `#` comments. They run all the same; they fail no run, and
one that passes is named, so that it can leave the list.

With --valgrind each compiled program must also end without a leaked byte and without an error of memory use.
"""

import argparse
import difflib
import os
import shlex
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

HERE = Path(__file__).resolve().parent
# What stands in for the library under CPython.
STANDIN = HERE.parent / "standin"
TIMEOUT = 300
VALGRIND_EXIT = 99


@dataclass
class Outcome:
    """How a program ended."""

    stdout: bytes
    stderr: str
    exit: int

    @property
    def last_line(self) -> str:
        lines = self.stderr.rstrip("\n").splitlines()
        return lines[-1] if lines else ""


@dataclass
class Test:
    """A program with what its leading comments say about it."""

    path: Path
    name: str
    args: list[str] = field(default_factory=list)
    stdin: bytes = b""
    expected: Outcome | None = None

    @staticmethod
    def read(path: Path) -> "Test":
        name = str(path.relative_to(HERE).with_suffix("")).removesuffix("/main")
        test = Test(path, name)
        exit_code, last_line = 0, ""
        for line in path.read_text("utf-8").splitlines():
            if not line.startswith("#"):
                break
            key, _, value = line[1:].strip().partition(": ")
            if key == "args":
                test.args = shlex.split(value)
            elif key == "stdin":
                test.stdin = value.replace("\\n", "\n").encode()
            elif key == "exit":
                exit_code = int(value)
            elif key == "stderr":
                last_line = value
        expected = path.with_suffix(".expected")
        if expected.exists():
            test.expected = Outcome(expected.read_bytes(), last_line, exit_code)
        return test


def discover(filters: list[str]) -> list[Test]:
    paths = []
    for folder, subfolders, files in os.walk(HERE):
        subfolders.sort()
        if Path(folder) == HERE:
            continue
        if "main.py" in files:
            paths.append(Path(folder, "main.py"))
            subfolders.clear()
        else:
            subfolders[:] = [name for name in subfolders if name != "__pycache__"]
            paths.extend(Path(folder, name) for name in sorted(files) if name.endswith(".py"))
    tests = [Test.read(path) for path in paths]
    return [test for test in tests if not filters or any(word in test.name for word in filters)]


def known_failures() -> set[str]:
    lines = [line.split("#")[0].strip() for line in (HERE / "known_failures.txt").read_text("utf-8").splitlines()]
    return {line for line in lines if line}


def execute(command: list[str], test: Test, environment: dict[str, str] | None = None) -> Outcome:
    done = subprocess.run(
        [*command, *test.args],
        input=test.stdin,
        capture_output=True,
        timeout=TIMEOUT,
        cwd=test.path.parent,
        env=environment,
        check=False,
    )
    return Outcome(done.stdout, done.stderr.decode("utf-8", "replace"), done.returncode)


def reference(test: Test) -> Outcome:
    """What CPython does."""
    if test.expected:
        return test.expected
    environment = dict(
        os.environ,
        PYTHONDONTWRITEBYTECODE="1",
        PYTHONIOENCODING="utf-8",
        PYTHONHASHSEED="0",
        PYTHONPATH=str(STANDIN),
    )
    return execute([sys.executable, str(test.path)], test, environment)


def difference(want: str, got: str, name: str) -> list[str]:
    lines = [text.splitlines(keepends=True) for text in (want, got)]
    diff = list(difflib.unified_diff(*lines, f"expected {name}", f"{name} of pyc", n=1))
    return ["".join(diff[:40]).rstrip("\n")] if diff else []


def compare(test: Test, got: Outcome) -> str:
    """Why the outcome is not the right one; empty if it is."""
    want = reference(test)
    reasons = difference(
        want.stdout.decode("utf-8", "replace"),
        got.stdout.decode("utf-8", "replace"),
        "output",
    )
    if want.stdout != got.stdout and not reasons:
        reasons.append("output that differs in bytes that are not UTF-8")
    if want.exit != got.exit:
        reasons.append(f"exit code {got.exit} instead of {want.exit}")
    if not test.expected:
        reasons += difference(want.stderr, got.stderr, "standard error")
    elif want.last_line != got.last_line:
        reasons.append(f"standard error ends with {got.last_line!r} instead of {want.last_line!r}")
    return "\n".join(reasons)


def run(test: Test, pyc: str, flags: list[str], valgrind: bool) -> str:
    """Compiles and runs one test; an empty string means that it passed."""
    with tempfile.TemporaryDirectory(prefix="pyc-test-") as folder:
        program = str(Path(folder, "program"))
        try:
            built = subprocess.run(
                # Valgrind does not know all instructions of new machines.
                [pyc, "build", *flags, *(["--portable"] if valgrind else []), "-o", program, str(test.path)],
                capture_output=True,
                timeout=TIMEOUT,
                check=False,
            )
            if built.returncode != 0:
                return f"pyc exited with {built.returncode}:\n" + built.stderr.decode("utf-8", "replace")[:3000].rstrip("\n")
            outcome = execute([program], test)
            failure = compare(test, outcome)
            if not failure and valgrind:
                failure = memory_errors(program, test, outcome.exit)
            return failure
        except subprocess.TimeoutExpired as error:
            return f"ran longer than {TIMEOUT} s: {' '.join(error.cmd[:3])}"


def memory_errors(program: str, test: Test, expected_exit: int) -> str:
    checker = [
        "valgrind",
        "--quiet",
        "--leak-check=full",
        "--show-leak-kinds=all",
        "--errors-for-leak-kinds=all",
        f"--error-exitcode={VALGRIND_EXIT}",
    ]
    outcome = execute([*checker, program], test)
    if outcome.exit == VALGRIND_EXIT:
        return outcome.stderr[-3000:]
    # One that valgrind can't run says nothing.
    return "" if outcome.exit == expected_exit else f"under valgrind: exit code {outcome.exit}"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pyc", required=True, help="the compiler to test")
    parser.add_argument("--flags", default="", help="options for pyc build, separated by blanks")
    parser.add_argument("--valgrind", action="store_true")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 2)
    parser.add_argument("filters", nargs="*", help="run only tests with one of these in their names")
    options = parser.parse_args()
    tests = discover(options.filters)
    failed = excused = 0
    known = known_failures()
    with ThreadPoolExecutor(options.jobs) as pool:
        failures = pool.map(
            lambda test: run(test, options.pyc, options.flags.split(), options.valgrind),
            tests,
        )
        for test, failure in zip(tests, failures):
            if test.name in known:
                excused += bool(failure)
                if not failure:
                    print(f"note: {test.name} passes now and can leave known_failures.txt")
            elif failure:
                failed += 1
                print(f"FAILED {test.name}")
                print(
                    "".join(f"    {line}\n" for line in failure.splitlines()),
                    end="",
                    flush=True,
                )
    if excused:
        print(f"note: {excused} known failures")
    print(f"{len(tests) - failed - excused} passed, {failed} failed")
    return 1 if failed or not tests else 0


if __name__ == "__main__":
    sys.exit(main())
