//! The features on small programs in memory, and how little an edit in a large one runs again.

use std::path::Path;
use std::sync::Arc;

use pyc_hir::{Db, File, NoFiles, Options, RootDatabase};
use pyc_ide::{Location, definition, diagnostics, hover, symbols};

const HELPER: &str = "def double(n: int) -> int:\n    return n * 2\n";

const MAIN: &str = r#"from helper import double
import helper


class Point:
    x: int

    def __init__(self, x: int, name: str) -> None:
        self.x = x
        self.name = name

    def moved(self, by: int) -> "Point":
        return Point(self.x + by, self.name)


def length(point: Point):
    result = double(point.x)
    return result


start = Point(1, "one")
end = start.moved(2)
print(length(end), end.name, helper.double(3))
"#;

fn program(main: &str) -> (RootDatabase, File) {
    let mut db = RootDatabase::new(Arc::new(NoFiles), Options { tells_executed: true, ..Options::default() });
    db.set_file_text(Path::new("helper.py"), Some(HELPER.into()));
    let file = db.set_file_text(Path::new("main.py"), Some(main.into()));
    db.set_main(Some(file));
    (db, file)
}

/// The place of the occurrence with this number of a piece of the main file: the middle of the piece.
fn place(piece: &str, number: usize) -> u32 {
    let (at, _) = MAIN.match_indices(piece).nth(number).expect("the piece is in the text");
    (at + piece.len() / 2) as u32
}

fn codes(db: &RootDatabase, file: File) -> Vec<&'static str> {
    diagnostics(db, file).iter().map(|diagnostic| diagnostic.code.id).collect()
}

#[test]
fn diagnostics_of_syntax_names_and_types() {
    let (mut db, file) = program(MAIN);
    assert_eq!(diagnostics(&db, file), []);
    for (from, to, expected) in [
        ("return result", "return reslt", vec!["E0201"]),
        ("return result", "return (", vec!["E0101"]),
        ("end.name,", "end.nam,", vec!["E0202"]),
        ("import double", "import doubl", vec!["E0212"]),
    ] {
        db.set_file_text(Path::new("main.py"), Some(MAIN.replace(from, to).into()));
        assert_eq!(codes(&db, file), expected, "{to}");
    }
}

#[test]
fn hover_shows_types_and_headers() {
    let (db, file) = program(MAIN);
    let text = |piece, number| hover(&db, file, place(piece, number)).map(|hover| hover.text);
    let expected = [
        ("result", 0, "result: int"),
        ("result", 1, "result: int"),
        ("start", 0, "start: Point"),
        ("start", 1, "start: Point"),
        ("length", 0, "def length(point: Point) -> int"),
        ("length", 1, "def length(point: Point) -> int"),
        ("point", 0, "point: Point"),
        ("Point", 0, "class Point"),
        ("Point", 4, "class Point"),
        ("double", 1, "def double(n: int) -> int"),
        ("\"one\"", 0, "str"),
    ];
    for (piece, number, shown) in expected {
        assert_eq!(text(piece, number).as_deref(), Some(shown), "{piece} {number}");
    }
    assert_eq!(hover(&db, file, MAIN.find("\n\n\n").expect("there is an empty line") as u32 + 1), None);
    assert_eq!(hover(&db, file, u32::MAX), None);
}

#[test]
fn definitions_are_found() {
    let (db, file) = program(MAIN);
    let helper = db.file(Path::new("helper.py"));
    let found = |piece, number| definition(&db, file, place(piece, number)).map(|Location { file, span }| (file, span.start));
    let at = |piece: &str, number| {
        let (start, _) = MAIN.match_indices(piece).nth(number).expect("the piece is in the text");
        Some((file, start as u32))
    };
    assert_eq!(found("length", 1), at("length", 0));
    assert_eq!(found("length", 0), at("length", 0));
    assert_eq!(found("start", 1), at("start", 0));
    assert_eq!(found("result", 1), at("result", 0));
    assert_eq!(found("point.x", 0).map(|found| found.0), Some(file));
    assert_eq!(found("moved", 1), at("moved", 0));
    assert_eq!(found("Point", 4), at("Point", 0));
    assert_eq!(found("double", 0), Some((helper, 4)));
    assert_eq!(found("double", 1), Some((helper, 4)));
    assert_eq!(found("helper", 1), Some((helper, 0)));
    assert_eq!(found("helper", 2), Some((helper, 0)));
    let name = definition(&db, file, MAIN.rfind("end.name").expect("it is used") as u32 + 6).expect("the field is assigned");
    assert_eq!(&MAIN[name.span.range()], "name");
}

#[test]
fn symbols_are_a_tree() {
    let (db, file) = program(MAIN);
    let found = symbols(&db, file);
    let names: Vec<&str> = found.iter().map(|symbol| symbol.name.as_str()).collect();
    assert_eq!(names, ["Point", "length", "start", "end"]);
    let members: Vec<&str> = found[0].children.iter().map(|symbol| symbol.name.as_str()).collect();
    assert_eq!(members, ["x", "__init__", "moved"]);
}

/// Functions of ten lines, each calling the one before.
fn large(functions: usize) -> String {
    let mut text = String::from("def f0(n: int) -> int:\n    return n + 1\n");
    for number in 1..functions {
        let before = number - 1;
        text.push_str(&format!(
            "\n\ndef f{number}(n: int) -> int:\n    total = 0\n    for i in range(n):\n        if i % 2 == 0:\n            total += i * {number}\n        \
             else:\n            total -= i\n    return total + f{before}(n)\n"
        ));
    }
    text + &format!("\n\nprint(f{}(3))\n", functions - 1)
}

#[test]
fn an_edit_in_a_large_file_runs_few_queries() {
    let text = large(510);
    assert!(text.lines().count() >= 5000);
    let (mut db, file) = program(&text);
    assert_eq!(diagnostics(&db, file), []);
    db.log_executed();
    let edited = text.replace("total += i * 250\n", "total += i * 9999\n");
    assert_ne!(edited, text);
    db.set_file_text(Path::new("main.py"), Some(edited.as_str().into()));
    assert_eq!(diagnostics(&db, file), []);
    let executed = db.take_executed();
    let count = |name: &str| executed.iter().filter(|query| query.starts_with(&format!("{name}("))).count();
    assert_eq!(count("parse_file"), 1);
    assert_eq!(count("infer_query"), 1, "{executed:?}");
    assert!(executed.len() <= 20, "{executed:?}");
    db.set_file_text(Path::new("main.py"), Some(edited.replace("i * 9999", "i * wrong").into()));
    assert_eq!(codes(&db, file), ["E0201"]);
}

#[test]
fn signatures_of_kernels_are_checked_as_they_are_typed() {
    let (db, file) = program("from pyc.gpu import kernel\n\n\n@kernel\ndef run(n) -> None:\n    pass\n");
    assert_eq!(codes(&db, file), ["E0701"]);
}
