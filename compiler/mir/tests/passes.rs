//! Each file of `tests/cases/PASS/` is a program, a line `// ==>`, and what the pass makes of its functions. `BLESS=1` writes the second half anew.

use std::path::{Path, PathBuf};

use pyc_mir::{Names, Options, Phase, Program, certify, insert_counts, optimize_and_count, parse, verify};

const MARK: &str = "// ==>\n";

fn cases(pass: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases").join(pass);
    let mut paths: Vec<PathBuf> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths
}

/// The functions alone, each without its header's boilerplate: what passes change.
fn functions(program: &Program) -> String {
    let names = Names::new(program);
    let bodies = program.functions.iter().filter(|function| !function.blocks.is_empty());
    bodies.map(|function| names.display(function)).collect::<Vec<_>>().join("\n")
}

fn check(pass: &str, run: impl Fn(&mut Program)) {
    let mut failures = Vec::new();
    for path in cases(pass) {
        let text = std::fs::read_to_string(&path).unwrap();
        let (input, expected) = text.split_once(MARK).unwrap_or((&text, ""));
        let mut program = parse(input).unwrap_or_else(|error| panic!("{}:{error}", path.display()));
        verify(&program, Phase::Built).unwrap_or_else(|errors| panic!("{}: {}", path.display(), errors[0]));
        run(&mut program);
        let output = functions(&program);
        if output == expected {
            continue;
        }
        if std::env::var_os("BLESS").is_some() {
            std::fs::write(&path, format!("{input}{MARK}{output}")).unwrap();
        } else {
            failures.push(format!("{}:\n{output}", path.display()));
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

fn expect_counted(program: &Program) {
    let verified = verify(program, Phase::Counted).err().unwrap_or_default();
    let certified = certify(program).err().unwrap_or_default();
    let errors: Vec<String> = verified.iter().chain(&certified).map(ToString::to_string).collect();
    assert!(errors.is_empty(), "{program}\n{}", errors.join("\n"));
}

#[test]
fn merge() {
    check("merge", |program| {
        optimize_and_count(program, Options { optimize: true, check: true });
    });
}

#[test]
fn inline() {
    check("inline", |program| {
        optimize_and_count(program, Options { optimize: true, check: true });
    });
}

#[test]
fn simplify() {
    check("simplify", |program| {
        optimize_and_count(program, Options { optimize: true, check: true });
    });
}

#[test]
fn ladder() {
    check("ladder", |program| {
        optimize_and_count(program, Options { optimize: true, check: true });
    });
}

#[test]
fn ranges() {
    check("ranges", |program| {
        optimize_and_count(program, Options { optimize: true, check: true });
    });
}

#[test]
fn count() {
    check("count", |program| {
        insert_counts(program);
        expect_counted(program);
    });
}
