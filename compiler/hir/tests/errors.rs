//! The errors that lowering reports.

mod common;

use common::diagnostics;
use insta::assert_snapshot;

fn errors(text: &str) -> String {
    diagnostics(&[("main.py", text)])
}

#[test]
fn misplaced_statements() {
    assert_snapshot!(errors(
        "
return 1
yield 2
await 3
break
for i in []:
    def f():
        continue
class C:
    return 1
def g():
    await x
    async with x: pass
    [(yield) for y in []]
    def h():
        from os import *
async def gen():
    yield 1
    return 2
try: pass
except: pass
except ValueError: pass
[y := 1 for y in []]
class D:
    x = [z := 1 for y in []]
from __future__ import braces
"
    ));
}

#[test]
fn scopes() {
    assert_snapshot!(errors(
        "
nonlocal a
def f(p):
    global p
    x = 1
    global x
    print(y)
    global y
    nonlocal z
    def g():
        nonlocal w, x
    w: int = 1
    global v
    nonlocal v
    v: int = 2
"
    ));
}

#[test]
fn parameters_and_stars() {
    assert_snapshot!(errors(
        "
def f(a, b, *a): pass
lambda x, x: x
def g[T, T](): pass
f(a=1, a=2)
*x = 1
*a, *b = 1, 2
print(*x, *y)
z = *x
"
    ));
}

#[test]
fn patterns() {
    assert_snapshot!(errors(
        "
match 1:
    case x: pass
    case 2: pass
match 1:
    case [a, a]: pass
    case [b] | [c]: pass
    case _ | 3: pass
    case C(x=1, x=2): pass
    case [*_, *_]: pass
"
    ));
}

#[test]
fn imports() {
    assert_snapshot!(diagnostics(&[
        (
            "main.py",
            "import helpres\nimport helpers.x\nimport numpy\nfrom helpers import compuet, compute, nothing_like_it\nfrom . import nope\nimport pkg.modle\nfrom pkg import module\nfrom ..up import x\n"
        ),
        ("helpers.py", "def compute(): pass\n"),
        ("pkg/__init__.py", ""),
        ("pkg/module.py", ""),
    ]));
}

#[test]
fn scopes_outside_the_language() {
    assert_snapshot!(errors("fs = [lambda: i for i in range(3)]\ndef f():\n    type X = int\n    global g\n    def g(): pass\n"));
}

#[test]
fn several_errors_are_reported_at_once() {
    assert_snapshot!(errors("x = = 1\nreturn\ndef f(:\n    pass\nbreak\n"));
}
