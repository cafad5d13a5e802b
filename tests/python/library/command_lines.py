import argparse
import sys


def positive(text):
    value = int(text)
    if value <= 0:
        raise argparse.ArgumentTypeError(f"{text} is not positive")
    return value


def build():
    p = argparse.ArgumentParser(
        prog="prog",
        description="A long description that has to be wrapped since it is much longer than the width of a terminal, which is eighty.",
        epilog="See %(prog)s --help.",
    )
    p.add_argument("src", help="the source")
    p.add_argument("dst", nargs="?", default="out.txt", help="the target (default: %(default)s)")
    p.add_argument("rest", nargs="*", help="more")
    p.add_argument("-n", "--number", type=positive, default=5, metavar="N", help="a number")
    p.add_argument("-r", "--ratio", type=float, help="a ratio")
    p.add_argument("-v", "--verbose", action="count", default=0, help="say more")
    p.add_argument("-q", "--quiet", action="store_true")
    p.add_argument("--no-color", dest="color", action="store_false", help="no colours")
    p.add_argument("-m", "--mode", choices=["fast", "slow"], default="fast", help="one of %(choices)s")
    p.add_argument(
        "-D", "--define", action="append", metavar="KEY=VALUE", help="define a key; can be given several times and has a long help text"
    )
    p.add_argument("--point", nargs=2, type=int, metavar=("X", "Y"), help="a point")
    p.add_argument("--tags", nargs="+", default=[], help="tags")
    p.add_argument("--level", type=int, choices=range(1, 4), help="the level")
    p.add_argument("--opt", nargs="?", const="c", default="d")
    p.add_argument("--version", action="version", version="%(prog)s 1.0")
    p.add_argument("--hidden", help=argparse.SUPPRESS)
    p.add_argument("--const", action="store_const", const=42)
    p.add_argument("--feature", action=argparse.BooleanOptionalAction, default=True, help="the feature")
    return p


def attempt(words):
    try:
        args = build().parse_args(words)
        print(words, "->", args)
    except SystemExit as e:
        sys.stdout.flush()
        print(words, "-> exit", e.code)


build().print_help()
build().print_usage()
attempt(["a"])
attempt(["a", "b", "c", "d"])
attempt(["a", "-n", "3", "-vvv", "b"])
attempt(["a", "-vqn7", "--ratio=2.5"])
attempt(["-n0", "a"])
attempt(["-nx", "a"])
attempt([])
attempt(["a", "--mode", "medium"])
attempt(["a", "--level", "7"])
attempt(["a", "--level", "2", "--point", "1", "2"])
attempt(["a", "--point", "1"])
attempt(["a", "--unknown"])
attempt(["a", "--ver"])
attempt(["a", "--ver", "--version"])
attempt(["--verb", "a"])
attempt(["-D", "a=1", "--define", "b=2", "a"])
attempt(["--tags", "x", "y", "--", "a"])
attempt(["--opt", "--quiet", "a"])
attempt(["--opt", "v", "a"])
attempt(["a", "--quiet=1"])
attempt(["a", "-q1"])
attempt(["a", "--const", "--no-color", "--no-feature"])
attempt(["--", "-a", "-b"])
attempt(["-5"])
attempt(["a", "-5"])
attempt(["a", "b", "-q", "c"])
attempt(["a b", "-x y"])
attempt(["--help"])
attempt(["a", "--ratio"])
attempt(["a", "--ratio", "-1.5"])
attempt(["a", "--tags"])
attempt(["a", "--feature", "--hidden", "h"])
args, rest = build().parse_known_args(["a", "--zzz", "-n", "2", "w"])
print(args.src, args.number + 1, rest)

sums = argparse.ArgumentParser(description="Process some integers.")
sums.add_argument("integers", metavar="N", type=int, nargs="+", help="an integer for the accumulator")
sums.add_argument("--sum", dest="accumulate", action="store_const", const=sum, default=max, help="sum (default: max)")
args = sums.parse_args(["1", "2", "3"])
print(args.accumulate(args.integers))
args = sums.parse_args(["1", "2", "3", "--sum"])
print(args.accumulate(args.integers))
