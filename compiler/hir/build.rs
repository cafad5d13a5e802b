//! Writes the table of the standard library's sources, so that the compiler is one self-contained file.

use std::fmt::Write;
use std::path::{Path, PathBuf};

fn main() {
    let root = PathBuf::from(std::env::var_os("CARGO_MANIFEST_DIR").expect("cargo sets it")).join("../../stdlib");
    println!("cargo::rerun-if-changed={}", root.display());
    let mut sources = Vec::new();
    collect(&root, &mut sources);
    sources.sort();
    let mut table = String::from("pub(super) static SOURCES: &[(&str, &str)] = &[\n");
    for source in &sources {
        let relative = source.strip_prefix(&root).expect("it is below the root");
        let relative = relative.to_string_lossy().replace('\\', "/");
        writeln!(table, "    ({relative:?}, include_str!({:?})),", source.display()).expect("strings take everything");
    }
    table.push_str("];\n");
    let out = PathBuf::from(std::env::var_os("OUT_DIR").expect("cargo sets it")).join("stdlib_sources.rs");
    std::fs::write(&out, table).unwrap_or_else(|error| panic!("can't write {}: {error}", out.display()));
}

/// Every `.py` file below a folder; none if it does not exist.
fn collect(folder: &Path, sources: &mut Vec<PathBuf>) {
    let Ok(entries) = std::fs::read_dir(folder) else { return };
    for entry in entries.flatten() {
        let path = entry.path();
        if path.is_dir() {
            collect(&path, sources);
        } else if path.extension().is_some_and(|extension| extension == "py") {
            sources.push(path);
        }
    }
}
