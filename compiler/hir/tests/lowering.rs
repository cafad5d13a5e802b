//! Lowered bodies, as text.

mod common;

use insta::assert_snapshot;

fn lowered(text: &str) -> String {
    let (db, main) = common::database(&[("main.py", text)]);
    let errors = common::diagnostics(&[("main.py", text)]);
    assert_eq!(errors, "", "the fixture has errors");
    pyc_hir::pretty::file(&db, main)
}

#[test]
fn statements() {
    assert_snapshot!(lowered(
        r#"
"""The docstring is dropped."""
x = y = 1
x += 2
a: int = 3
del x
for i in range(10):
    if i % 2 == 0 and i < 5:
        continue
    elif not i:
        break
else:
    pass
while True:
    print(-1, +1, --1, -2.5, -y, 1 if x else 2)
try:
    raise ValueError("no") from None
except (ValueError, KeyError) as error:
    print(error)
except:
    raise
else:
    assert a, "why"
finally:
    with open("f") as f, open("g"):
        f.read()
"#
    ));
}

#[test]
fn expressions() {
    assert_snapshot!(lowered(
        r#"
def f(a, b, *rest, key=1, **more):
    """Doc."""
    t = (a, b), (a,), [1, *rest], {1, 2}, {"k": a, **more}
    s = a[1], a[1:2], a[::2], a[1, 2:3]
    c = 1 < a <= b is not None
    g(a, *rest, key=b, **more)
    x = a.b.c(1)[2]
    if (n := len(rest)) > 1:
        return n
    return -9223372036854775808, 9223372036854775808, 1e3, 2j, b"x\x00", ..., None, True
def g(): ...
"#
    ));
}

#[test]
fn fstrings() {
    assert_snapshot!(lowered(
        r#"
def f(name, width):
    return "a{}" f"b {name!r:>{width}} {name=} {{x}}" "c"
"#
    ));
}

#[test]
fn comprehensions_have_variables_of_their_own() {
    assert_snapshot!(lowered(
        r#"
x = [x for x in range(3) if x]
def f(x):
    y = {x: y for x, y in x.items() for z in y}
    g = (last := x for x in range(3))
    return [[x for x in row] for row in x], last
"#
    ));
}

#[test]
fn closures() {
    assert_snapshot!(lowered(
        r#"
def outer(a):
    count = 0
    def inner():
        nonlocal count
        count += a
        return lambda b, c=a, d=1: b + c + later
    later = 2
    return inner
fs = [lambda i=i: i for i in range(3)]
total = 0
def add(n):
    global total, fresh
    total += n
    fresh = n
"#
    ));
}

#[test]
fn classes() {
    assert_snapshot!(lowered(
        r#"
@dataclass(frozen=True)
class Point[T: float](Base, Protocol[T], metaclass=Meta):
    """Doc."""
    x: T
    y: int = -1
    limit = 10
    twice = limit * 2
    names = [limit for limit in range(3)]
    def __init__(self, x: "T | None" = None, *, __private=1):
        self.__x = x
        print(limit, __private)
    @property
    def size(self) -> int:
        return self.limit
    class Inner:
        value = twice
def dataclass(frozen): return frozen
def twice(): pass
"#
    ));
}

#[test]
fn headers() {
    assert_snapshot!(lowered(
        r#"
async def f[T, *Ts, **P](a: list["T"], /, b: Callable[[int, str], None] = None, *args: Literal["x", -1], k: a.b.C[int, 4], **kw) -> int | str | None: ...
def g():
    yield 1
def h(x=[], y=1 + 2, z="s"):
    def nested(): pass
    async def later():
        async for i in x:
            await i
    class Local(object):
        field: int = y
type Pair[A] = tuple[A, A]
"#
    ));
}

#[test]
fn patterns() {
    assert_snapshot!(lowered(
        r#"
def f(v):
    match v:
        case 1 | -2 | "s" | None: pass
        case [a, *rest] if a: pass
        case {"k": b, **more}: pass
        case Point(x=0, y=c) as p: pass
        case Point.pi: pass
        case _: return a
class Point:
    pi = 3.14

"#
    ));
}

#[test]
fn imports() {
    let files = [
        (
            "main.py",
            "from __future__ import annotations\nimport pkg.sub\nimport pkg.sub as s\nfrom pkg import sub as t, value\nfrom typing import TYPE_CHECKING\n\
             if TYPE_CHECKING:\n    from pkg import other\nelse:\n    x = 1\ndef f():\n    from pkg.sub import name\n    import pkg\n    return name, pkg\n",
        ),
        ("pkg/__init__.py", "value = 1\nother = 2\n"),
        ("pkg/sub.py", "name = 1\n"),
        ("typing.py", "TYPE_CHECKING = False\n"),
    ];
    let (db, main) = common::database(&files);
    assert_eq!(common::diagnostics(&files), "");
    let items: Vec<String> = pyc_hir::module_items(&db, main).items.iter().map(|(name, item)| format!("{name}: {item:?}")).collect();
    assert_snapshot!(format!("{}\n{}", pyc_hir::pretty::file(&db, main), items.join("\n")));
}

#[test]
fn deep_nesting_does_not_overflow() {
    let text = format!("x = {}1{}\n", "[".repeat(150), "]".repeat(150));
    let sum = format!("y = {}\n", vec!["1"; 20_000].join(" + "));
    let (db, main) = common::database(&[("main.py", &(text + &sum))]);
    pyc_hir::body(&db, pyc_hir::BodyOwner::Module(main));
}
