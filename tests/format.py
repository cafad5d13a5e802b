"""Checks that `make fmt` would change nothing. Test programs are left as they are: their layout may be the point."""

import subprocess
import sys

CHECKS = {
    "Rust": ["cargo", "fmt", "--check"],
    "Python": [
        "ruff",
        "format",
        "--check",
        "--line-length",
        "140",
        "tests/run.py",
        "tests/format.py",
        "tests/docs",
        "tests/examples",
        "tests/extension",
        "tests/bench",
        "tests/pyperformance",
        "tests/python/run.py",
    ],
}


def main() -> int:
    failed = [name for name, command in CHECKS.items() if subprocess.run(command, check=False).returncode != 0]
    for name in failed:
        print(f"FAILED {name}: run `make fmt`")
    print(f"{len(CHECKS) - len(failed)} passed, {len(failed)} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
