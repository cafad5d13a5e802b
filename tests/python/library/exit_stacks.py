import contextlib
import io
import sys
from contextlib import ExitStack, redirect_stderr, redirect_stdout, closing, nullcontext, suppress

buffer = io.StringIO()
with redirect_stdout(buffer):
    print("hidden", 1, sep="-")
    sys.stdout.write("raw\n")
    first = buffer.getvalue()
    print("more")
print(repr(first), repr(buffer.getvalue()))
errors = io.StringIO()
with redirect_stderr(errors):
    print("to stderr", file=sys.stderr)
    sys.stderr.write("x")
print(repr(errors.getvalue()))
outer, inner = io.StringIO(), io.StringIO()
with redirect_stdout(outer) as target:
    print("outer")
    with redirect_stdout(inner):
        print("inner")
    print("outer again")
    print(target is outer)
print(repr(outer.getvalue()), repr(inner.getvalue()))
try:
    with redirect_stdout(io.StringIO()):
        raise ValueError("x")
except ValueError as e:
    print("caught", e)
print("visible")


class Thing:
    def __init__(self, name, swallows=False):
        self.name = name
        self.swallows = swallows

    def __enter__(self):
        print("enter", self.name)
        return self.name.upper()

    def __exit__(self, kind, value, traceback):
        print("exit", self.name, kind.__name__ if kind is not None else None, value)
        return self.swallows


with ExitStack() as stack:
    names = [stack.enter_context(Thing(n)) for n in "ab"]
    stack.callback(print, "called", "back", sep="+")
    print(names)
with ExitStack() as stack:
    stack.enter_context(Thing("quiet", True))
    stack.enter_context(Thing("loud"))
    raise KeyError("k")
print("after")
try:
    with ExitStack() as stack:
        stack.enter_context(Thing("c"))
        raise ValueError("v")
except ValueError as e:
    print("got", e)
with ExitStack() as stack:
    stack.push(Thing("pushed"))
    kept = stack.pop_all()
print("not yet")
kept.close()


@contextlib.contextmanager
def tag(n):
    print("<" + n)
    yield n
    print(n + ">")


with ExitStack() as stack:
    stack.enter_context(tag("p"))
    stack.enter_context(tag("q"))
    f = stack.enter_context(io.StringIO("text"))
    print(f.read())
