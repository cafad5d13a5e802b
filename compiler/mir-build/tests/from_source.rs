//! Programs in the language through every stage up to counted MIR: each is verified before and after the passes of `pyc-mir`, and its counts are
//! certified. What the programs print is tested where they can be run.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use pyc_hir::{Db, File, NoFiles, Options, RootDatabase};

fn database(source: &str) -> (RootDatabase, File) {
    let mut db =
        RootDatabase::new(Arc::new(NoFiles), Options { search_path: vec![PathBuf::from("/")], stdlib: None, ..Options::default() });
    let file = db.set_file_text(Path::new("/main.py"), Some(source.into()));
    db.set_main(Some(file));
    (db, file)
}

/// The program after all passes.
fn compiled(source: &str) -> pyc_mir::Program {
    let (db, file) = database(source);
    let mut program = pyc_mir_build::compile_program(&db, file).unwrap_or_else(|errors| panic!("{errors:#?}"));
    if let Err(errors) = pyc_mir::verify(&program, pyc_mir::Phase::Built) {
        panic!("{}", errors.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"));
    }
    pyc_mir::optimize_and_count(&mut program, pyc_mir::Options { optimize: true, check: true });
    program
}

fn codes(source: &str) -> Vec<&'static str> {
    let (db, file) = database(source);
    match pyc_mir_build::compile_program(&db, file) {
        Ok(_) => Vec::new(),
        Err(errors) => errors.iter().map(|error| error.code.id).collect(),
    }
}

#[test]
fn a_program_prints() {
    let program = compiled("print('hello', 1 + 2)\n");
    assert!(program.entry.is_some());
    assert!(program.report_exception.is_some());
}

#[test]
fn loops_and_containers() {
    compiled("xs = [n * n for n in range(5)]\nfor x in xs:\n    print(x)\nd = {'a': 1}\nd['b'] = 2\nprint(d, xs[1:], len(xs))\n");
}

#[test]
fn errors_and_cleanups() {
    compiled(
        "def f(n: int) -> int:\n    try:\n        if n == 0:\n            raise ValueError('zero')\n        return 10 // n\n    \
         except ZeroDivisionError as e:\n        print(e)\n    finally:\n        print('end')\n    return 0\n\n\nprint(f(1))\n",
    );
}

#[test]
fn objects_and_optionals() {
    compiled(
        "class Node:\n    def __init__(self, value: int, next: 'Node | None') -> None:\n        self.value = value\n        self.next = next\n\n\n\
         def total(node: Node | None) -> int:\n    result = 0\n    while node is not None:\n        result += node.value\n        node = node.next\n    \
         return result\n\n\nprint(total(Node(1, Node(2, None))))\n",
    );
}

#[test]
fn names_that_are_read_too_early() {
    let program =
        compiled("def f() -> int:\n    return later\n\n\ntry:\n    print(f())\nexcept NameError as e:\n    print(e)\nlater = 1\n");
    assert!(program.globals.iter().any(|global| global.name.ends_with("later$bound")));
    // Nothing can run before this assignment, so no flag is needed.
    let program = compiled("first = 1\n\n\ndef f() -> int:\n    return first\n\n\nprint(f())\n");
    assert!(!program.globals.iter().any(|global| global.name.contains("$bound")));
}

const POINT: &str =
    "from pyc import struct\n\n\n@struct\nclass Point:\n    x: int\n\n    def __init__(self, x: int) -> None:\n        self.x = x\n\n\n";

#[test]
fn structs_are_moved() {
    let body = "def main() -> None:\n    first = Point(1)\n    second = first\n    print(second.x)\n    print(first.x)\n\n\nmain()\n";
    assert_eq!(codes(&format!("{POINT}{body}")), ["E0601"]);
    let body =
        "def main() -> None:\n    first = Point(1)\n    second = first\n    first = Point(2)\n    print(first.x, second.x)\n\n\nmain()\n";
    assert_eq!(codes(&format!("{POINT}{body}")), [""; 0]);
    let body = "def keep(point: Point) -> int:\n    mine = point\n    return mine.x\n\n\nprint(keep(Point(1)))\n";
    assert_eq!(codes(&format!("{POINT}{body}")), ["E0602"]);
}

#[test]
fn kernels_are_compiled_alone() {
    let source = "from pyc.gpu import global_id, kernel\nfrom pyc.unsafe import Ptr\n\n\n@kernel\n\
        def saxpy(n: int, a: float, x: Ptr[float], y: Ptr[float]) -> None:\n    i = global_id.x\n    \
        if i < n:\n        y[i] = a * x[i] + y[i]\n";
    let (db, file) = database(source);
    let mut program = pyc_mir_build::compile_kernels(&db, file).unwrap_or_else(|errors| panic!("{errors:#?}"));
    pyc_mir::optimize_and_count(&mut program, pyc_mir::Options { optimize: true, check: true });
    let kernel = program.functions.iter().find(|function| &*function.symbol == "saxpy").expect("the kernel is there");
    assert_eq!(kernel.kind, pyc_mir::FunctionKind::Kernel);
    assert_eq!(program.entry, None);
}
