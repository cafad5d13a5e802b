"""What the programs of `pyperformance` use of `pyperf`: each benchmark runs as often as `--loops` says, and what it gives is printed, not its time."""

import sys
from time import perf_counter

__all__ = ["Runner", "perf_counter"]


class Options:
    """The options that the programs declare, with their defaults."""

    def __init__(self, numbers: dict[str, int], floats: dict[str, float], texts: dict[str, str]) -> None:
        self.iterations = numbers.get("--iterations", 0)
        self.width = numbers.get("--width", 0)
        self.height = numbers.get("--height", 0)
        self.rng_seed = numbers.get("--rng-seed", 0)
        self.thickness = floats.get("--thickness", 0.0)
        self.reference = texts.get("--reference", "")
        self.filename = texts.get("--filename")
        self.benchmark = texts.get("benchmark")


class ArgumentParser:
    """Gathers the defaults of the options."""

    def __init__(self) -> None:
        self.numbers: dict[str, int] = {}
        self.floats: dict[str, float] = {}
        self.texts: dict[str, str] = {}

    def add_argument(self, name: str, default=None, type=None, help="", metavar="", nargs="", choices=None) -> None:
        if isinstance(default, int):
            self.numbers[name] = default
        elif isinstance(default, float):
            self.floats[name] = default
        elif isinstance(default, str):
            self.texts[name] = default


class Runner:
    """Runs benchmarks."""

    def __init__(self, add_cmdline_args=None) -> None:
        self.metadata: dict[str, str | int | float] = {}
        self.argparser = ArgumentParser()
        self.loops = 1
        if len(sys.argv) > 2 and sys.argv[1] == "--loops":
            self.loops = int(sys.argv[2])

    def parse_args(self) -> Options:
        parser = self.argparser
        return Options(parser.numbers, parser.floats, parser.texts)

    def bench_func(self, name, func, *args) -> None:
        """Measure a function that does the work once."""
        for _ in range(self.loops - 1):
            func(*args)
        print(name, func(*args))

    def bench_time_func(self, name, func, *args) -> None:
        """Measure a function that is told how often to do the work, and gives the time that it took."""
        print(name, func(self.loops, *args) >= 0.0)
