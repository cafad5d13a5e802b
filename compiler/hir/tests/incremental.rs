//! Which queries an edit runs again. This is what makes the editor fast, so it is tested and not only said.

mod common;

use std::path::Path;
use std::sync::Arc;

use pyc_base::name;
use pyc_hir::{Body, Db, File, FunctionId, Item, RootDatabase, Signature, function_body, hir_diagnostics, resolve_item, signature};

const TEXT: &str = "import other\ndef first(a: int) -> int:\n    return a + 1\n\ndef second(b):\n    return first(b)\n\nclass C:\n    def method(self):\n        return 2\n";

/// Stands for inference: asks for a body.
#[salsa::tracked(returns(clone))]
fn infer(db: &dyn Db, function: FunctionId) -> Arc<Body> {
    function_body(db, function)
}

/// Stands for what uses a function.
#[salsa::tracked(returns(clone))]
fn call(db: &dyn Db, function: FunctionId) -> Arc<Signature> {
    signature(db, function)
}

fn function(db: &RootDatabase, file: File, text: &str) -> FunctionId {
    match resolve_item(db, file, name(text)) {
        Some((_, Item::Function(function))) => function,
        other => panic!("{text} is {other:?}"),
    }
}

/// Asks for everything, and tells which of the queries whose names are given were executed.
fn executed(db: &RootDatabase, main: File, interesting: &[&str]) -> Vec<String> {
    db.take_executed();
    hir_diagnostics(db, main);
    for text in ["first", "second"] {
        let function = function(db, main, text);
        infer(db, function);
        call(db, function);
    }
    let mut found = db.take_executed();
    found.retain(|query| interesting.iter().any(|name| query.starts_with(&format!("{name}("))));
    found
}

fn setup() -> (RootDatabase, File) {
    let (db, main) = common::database(&[("main.py", TEXT), ("other.py", "x = 1\n")]);
    db.log_executed();
    let first = executed(&db, main, &["infer", "call"]);
    assert_eq!(first.len(), 4);
    (db, main)
}

fn edit(db: &mut RootDatabase, from: &str, to: &str) {
    let text = TEXT.replace(from, to);
    assert_ne!(text, TEXT);
    db.set_file_text(Path::new("main.py"), Some(text.into()));
}

const ALL: &[&str] = &["infer", "call", "function_body", "signature", "module_items", "class_def", "resolve_item"];

#[test]
fn a_comment_runs_nothing_but_the_parser() {
    let (mut db, main) = setup();
    edit(&mut db, "def first", "# A comment that moves everything.\n\ndef first");
    assert_eq!(executed(&db, main, ALL), [""; 0]);
    assert_eq!(executed(&db, main, &["parse_file"]), [""; 0], "a second time nothing is left to do");
}

#[test]
fn a_body_runs_what_uses_that_body() {
    let (mut db, main) = setup();
    edit(&mut db, "a + 1", "a + 2");
    let found = executed(&db, main, ALL);
    assert_eq!(found.len(), 2, "{found:?}");
    assert!(found[0].starts_with("function_body(") && found[1].starts_with("infer("), "{found:?}");
}

#[test]
fn a_signature_runs_what_uses_that_signature() {
    let (mut db, main) = setup();
    edit(&mut db, "a: int", "a: float");
    let found = executed(&db, main, ALL);
    assert_eq!(found.len(), 2, "{found:?}");
    assert!(found[0].starts_with("signature(") && found[1].starts_with("call("), "{found:?}");
}

#[test]
fn a_new_function_runs_no_inference() {
    let (mut db, main) = setup();
    edit(&mut db, "class C", "def third(): pass\n\nclass C");
    assert_eq!(executed(&db, main, &["infer", "call"]), [""; 0]);
}

#[test]
fn another_module_is_not_looked_at() {
    let (mut db, main) = setup();
    db.set_file_text(Path::new("other.py"), Some("x = 2\n".into()));
    assert_eq!(executed(&db, main, &["infer", "call", "lower_file", "parse_file"]), [""; 0]);
}
