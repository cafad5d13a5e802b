import argparse


def add(args):
    print("add", args.x + args.y)
    return 1


def show(args):
    print("show", args.name, args.upper)


def main(argv=None):
    parser = argparse.ArgumentParser(prog="cmd", description="Commands", formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--debug", action="store_true", help="debug")
    sub = parser.add_subparsers(dest="command", help="what to do", required=True)
    p_add = sub.add_parser("add", help="add numbers", aliases=["a"])
    p_add.add_argument("x", type=int)
    p_add.add_argument("y", type=int)
    p_add.set_defaults(func=add)
    p_show = sub.add_parser("show", help="show a name", description="Shows it.")
    p_show.add_argument("name")
    group = p_show.add_mutually_exclusive_group()
    group.add_argument("-u", "--upper", action="store_true", help="upper")
    group.add_argument("-l", "--lower", action="store_true", help="lower")
    p_show.set_defaults(func=show)
    try:
        args = parser.parse_args(argv)
        args.func(args)
        print(args.command, args.debug)
    except SystemExit as e:
        print("exit", e.code)


main(["add", "1", "2"])
main(["--debug", "a", "1", "2"])
main(["show", "bob", "-u"])
main(["show", "bob", "-u", "-l"])
main(["show", "-h"])
main(["-h"])
main([])
main(["zap"])
main(["add", "1"])
main(["add", "1", "2", "3"])
g = argparse.ArgumentParser(prog="g", formatter_class=argparse.ArgumentDefaultsHelpFormatter, add_help=False)
a = g.add_argument_group("input", "where it comes from")
a.add_argument("--file", default="x.txt", help="a file")
b = g.add_argument_group("output")
b.add_argument("--to", type=int, default=3, help="where to")
m = g.add_mutually_exclusive_group(required=True)
m.add_argument("--one", action="store_true")
m.add_argument("--two", metavar="T")
print(g.format_help())
print(g.parse_args(["--two", "x"]))
c = argparse.ArgumentParser(parents=[g], prog="child")
c.add_argument("pos", type=float)
print(c.format_usage(), c.parse_args(["--one", "2", "--to=9"]))
ns = argparse.Namespace(a=1, b="x")
print(ns, ns.a, "a" in ns, "z" in ns, ns == argparse.Namespace(a=1, b="x"))
ns.c = 5
print(ns, vars(ns)["c"], getattr(ns, "a"), getattr(ns, "q", None), hasattr(ns, "b"), hasattr(ns, "zz"))
try:
    g.parse_args([])
except SystemExit as e:
    print(e.code)
