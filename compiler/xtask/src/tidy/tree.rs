//! The files of the repository that rules look at, read once.

use std::fs;
use std::path::{Path, PathBuf};

/// A text file with its path relative to the root, `/`-separated.
pub(super) struct SourceFile {
    pub(super) path: String,
    pub(super) text: String,
}

pub(super) struct Tree {
    pub(super) rust: Vec<SourceFile>,
    pub(super) manifests: Vec<SourceFile>,
    pub(super) error_pages: Vec<SourceFile>,
}

impl Tree {
    pub(super) fn read(root: &Path) -> Self {
        let mut paths = Vec::new();
        for folder in ["compiler", "lsp", "runtime", "docs/errors"] {
            walk(&root.join(folder), &mut paths);
        }
        paths.sort();
        let mut tree = Self { rust: Vec::new(), manifests: Vec::new(), error_pages: Vec::new() };
        for path in paths {
            let relative = path.strip_prefix(root).expect("walked from the root").to_string_lossy().replace('\\', "/");
            let Some(files) = tree.kind_of(&relative) else { continue };
            if let Ok(text) = fs::read_to_string(&path) {
                files.push(SourceFile { path: relative, text });
            }
        }
        tree
    }

    fn kind_of(&mut self, path: &str) -> Option<&mut Vec<SourceFile>> {
        if path.ends_with(".rs") {
            Some(&mut self.rust)
        } else if path.ends_with("/Cargo.toml") {
            Some(&mut self.manifests)
        } else if path.starts_with("docs/errors/") && path.ends_with(".md") {
            Some(&mut self.error_pages)
        } else {
            None
        }
    }
}

fn walk(folder: &Path, paths: &mut Vec<PathBuf>) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries.flatten() {
        let path = entry.path();
        let name = entry.file_name();
        if path.is_dir() {
            if name != "target" && name != "node_modules" && name != "fuzz" {
                walk(&path, paths);
            }
        } else {
            paths.push(path);
        }
    }
}
