//! Modules from source text to programs.

use std::path::Path;
use std::sync::Arc;

use pyc_extension::Compiled;
use pyc_hir::{NoFiles, Options, RootDatabase};
use pyc_mir::FunctionKind;

fn compile(path: &str, source: &str) -> Compiled {
    let mut db = RootDatabase::new(Arc::new(NoFiles), Options::default());
    let file = db.set_file_text(Path::new(path), Some(source.into()));
    pyc_extension::compile(&mut db, file)
}

fn codes(compiled: &Compiled) -> Vec<&str> {
    compiled.diagnostics.iter().map(|found| found.code.id).collect()
}

/// The symbols that Python finds or is told.
fn entry_points(compiled: &Compiled) -> Vec<String> {
    let program = compiled.program.as_ref().expect("there is a program");
    let exports = program.functions.iter().filter(|function| function.kind == FunctionKind::Export);
    let mut symbols: Vec<String> = exports.map(|function| function.symbol.to_string()).collect();
    symbols.sort();
    symbols
}

#[test]
fn public_functions_with_declared_types_are_exported() {
    let compiled = compile("area.py", "def area(a: float, b: float = 1) -> float:\n    return a * b\n\ndef _own(x):\n    return x\n");
    assert_eq!(codes(&compiled), [""; 0]);
    assert_eq!(entry_points(&compiled), ["PyInit_area", "pyc_python_call_0", "pyc_python_write"]);
}

#[test]
fn functions_that_python_cannot_call_are_warned_of() {
    let compiled = compile("mixed.py", "def f(x: int) -> int:\n    return x\n\ndef g(x):\n    return x\n");
    assert_eq!(codes(&compiled), ["E0802"]);
    assert!(entry_points(&compiled).contains(&"pyc_python_call_0".to_owned()));
}

#[test]
fn a_module_without_functions_is_an_error() {
    let compiled = compile("empty.py", "");
    assert_eq!(codes(&compiled), ["E0803"]);
    assert!(compiled.program.is_none());
    assert_eq!(codes(&compile("open.py", "def g(x):\n    return x\n")), ["E0802", "E0803"]);
}

#[test]
fn errors_are_those_of_the_module_alone() {
    let compiled = compile("wrong.py", "def f(x: int) -> int:\n    return x + \"\"\n\ndef g(x: int) -> str:\n    return x\n");
    assert_eq!(codes(&compiled), ["E0302", "E0301"]);
    let syntax = compile("broken.py", "def f(x: int -> int:\n    return x\n");
    assert!(syntax.program.is_none() && syntax.diagnostics.iter().all(|found| found.code.id.starts_with("E01")));
}

#[test]
fn names_that_python_could_not_import() {
    for path in ["a-b.py", "1.py", "a.b.py", "caf\u{e9}.py", "__init__.py", "noending", "sys.py", "class.py"] {
        assert_eq!(codes(&compile(path, "def f(x: int) -> int:\n    return x\n")), ["E0804"], "{path}");
    }
}

#[test]
fn names_of_the_wrapper_are_no_names_of_the_module() {
    let source = "\
def Signature(fail: int, obj: str = \"x\") -> str:
    return obj * fail

def int_from(Ptr: int, self: int, args: int, count: int, keywords: int) -> int:
    return Ptr

def flush() -> None:
    pass
";
    let compiled = compile("_module.py", source);
    assert_eq!(codes(&compiled), [""; 0]);
    assert_eq!(entry_points(&compiled).len(), 5);
}
