//! The server alone, on the real file system: for trying it out without the rest of the compiler. `pyc lsp` is the real thing.

use std::path::Path;
use std::sync::Arc;

use pyc_hir::{FolderEntry, Options, System};

struct Files;

impl System for Files {
    fn read(&self, path: &Path) -> Option<Arc<str>> {
        std::fs::read_to_string(path).ok().map(Arc::from)
    }

    fn list(&self, path: &Path) -> Option<Vec<FolderEntry>> {
        let entries = std::fs::read_dir(path).ok()?.flatten();
        let entries = entries.filter_map(|entry| {
            let name = entry.file_name().into_string().ok()?;
            let is_folder = entry.path().is_dir();
            (is_folder || name.ends_with(".py")).then(|| FolderEntry { name: name.into(), is_folder })
        });
        Some(entries.collect())
    }
}

fn main() -> std::io::Result<()> {
    pyc_lsp::run_stdio(Arc::new(Files), Options::default())
}
