//! Embeds the pages of the error codes, so that `pyc explain` needs no installed files.

use std::fmt::Write;
use std::path::PathBuf;

fn main() {
    let folder = PathBuf::from(std::env::var_os("CARGO_MANIFEST_DIR").expect("cargo sets it")).join("../../docs/errors");
    println!("cargo::rerun-if-changed={}", folder.display());
    let mut pages: Vec<PathBuf> = std::fs::read_dir(&folder).into_iter().flatten().flatten().map(|entry| entry.path()).collect();
    pages.retain(|path| path.extension().is_some_and(|extension| extension == "md"));
    pages.sort();
    let mut table = String::from("/// The pages in the order of their codes.\npub(crate) static PAGES: &[(&str, &str)] = &[\n");
    for page in &pages {
        let code = page.file_stem().unwrap_or_default().to_string_lossy();
        writeln!(table, "    ({code:?}, include_str!({:?})),", page.display()).expect("strings take everything");
    }
    table.push_str("];\n");
    let out = PathBuf::from(std::env::var_os("OUT_DIR").expect("cargo sets it")).join("error_pages.rs");
    std::fs::write(&out, table).unwrap_or_else(|error| panic!("can't write {}: {error}", out.display()));
}
