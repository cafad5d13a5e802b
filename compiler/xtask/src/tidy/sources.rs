//! Rules on the text of the Rust sources.

use super::Violations;
use super::tree::Tree;

/// A file longer than this is about several subjects (or is one big table, which belongs in [`LONG_TABLES`]).
const LONGEST_FILE: usize = 800;

/// Files that are one exhaustive dispatch or table.
const LONG_TABLES: &[&str] = &["runtime/library/src/characters/tables.rs"];

/// Spelt in two halves so that this file does not break its own rules.
const UNFINISHED: &[&str] = &[concat!("todo", "!("), concat!("unimplemented", "!(")];
const PRINTING: &[&str] = &[concat!("print", "ln!("), concat!("print", "!(")];

pub(super) fn module_docs(tree: &Tree) -> Violations {
    let undocumented = tree.rust.iter().filter(|file| !file.path.contains("/tests/") && !file.text.trim_start().starts_with("//!"));
    undocumented.map(|file| format!("{}: does not begin with `//!`", file.path)).collect()
}

pub(super) fn unfinished_code(tree: &Tree) -> Violations {
    lines_with(tree, UNFINISHED, |_| true)
}

/// Standard output belongs to what the user asked for: only the driver's commands write there.
pub(super) fn printing(tree: &Tree) -> Violations {
    let library = |path: &str| {
        !path.starts_with("compiler/driver/") && !path.contains("/tests/") && !path.contains("/examples/") && !path.ends_with("build.rs")
    };
    lines_with(tree, PRINTING, library)
}

pub(super) fn file_lengths(tree: &Tree) -> Violations {
    let mut violations = Violations::new();
    for file in &tree.rust {
        let lines = file.text.lines().count();
        if lines > LONGEST_FILE && !LONG_TABLES.contains(&file.path.as_str()) {
            violations.push(format!("{}: {lines} lines, more than {LONGEST_FILE}", file.path));
        }
    }
    violations
}

/// The lines that contain a pattern not preceded by a letter (so that `eprintln!` is not taken for `println!`).
fn lines_with(tree: &Tree, patterns: &[&str], applies: impl Fn(&str) -> bool) -> Violations {
    let mut violations = Violations::new();
    for file in tree.rust.iter().filter(|file| applies(&file.path)) {
        for (number, line) in file.text.lines().enumerate() {
            let code = line.split("//").next().unwrap_or_default();
            let found = patterns.iter().find(|pattern| {
                code.match_indices(*pattern).any(|(at, _)| !code[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_'))
            });
            if let Some(pattern) = found {
                violations.push(format!("{}:{}: {}…)", file.path, number + 1, pattern));
            }
        }
    }
    violations
}
