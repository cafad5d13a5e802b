"""Running, timing, and printing what came of it."""

import os
import shutil
import statistics
import subprocess
import time
from collections.abc import Callable

CLANG = shutil.which("clang-22") or "/usr/lib/llvm-22/bin/clang"


class Table:
    """Rows of a comparison, printed as they come."""

    def __init__(self, title: str, left: str, right: str) -> None:
        print(f"\n{title}\n{'':24}{left:>12}{right:>12}{'ratio':>8}{'aim':>8}", flush=True)
        self.missed = 0

    def row(self, name: str, left: float, right: float, aim: float) -> float:
        ratio = left / right
        mark = "" if ratio <= aim else "  over"
        self.missed += ratio > aim
        print(
            f"{name:24}{left * 1e3:9.1f} ms{right * 1e3:9.1f} ms{ratio:8.2f}{aim:8.2f}{mark}",
            flush=True,
        )
        return ratio


def timed(command: list[str], environment: dict[str, str] | None = None) -> float:
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=environment)
    return time.perf_counter() - start


def usage(command: list[str], environment: dict[str, str] | None = None) -> tuple[float, int]:
    """The processor time of a command in seconds, and its peak memory in KiB."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, env=environment)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise SystemExit(f"{command} ended with {process.returncode}")
    return used.ru_utime + used.ru_stime, used.ru_maxrss


def processor_time(command: list[str], environment: dict[str, str] | None = None) -> float:
    return usage(command, environment)[0]


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
