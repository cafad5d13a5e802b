"""Which programs of `pyperformance` are tried, and where they are."""

from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
STANDIN = HERE / "standin"
COMPILED = [
    "nbody",
    "fannkuch",
    "spectral_norm",
    "float",
    "nqueens",
    "chaos",
    "comprehensions",
    "generators",
    "richards",
    "meteor_contest",
    "scimark",
]
KNOWN_FAILURES: dict[str, str] = {}


def folder_of(name: str) -> Path:
    """The folder of a program in the installed package."""
    found = sorted((ROOT / ".venv").glob(f"lib/python3*/site-packages/pyperformance/data-files/benchmarks/bm_{name}"))
    if not found:
        raise SystemExit("pyperformance is not installed: run `make setup`")
    return found[-1]
