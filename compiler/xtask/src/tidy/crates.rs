//! Which crate may depend on which: the rooms of ARCHITECTURE.md in their order.

use super::Violations;
use super::tree::{SourceFile, Tree};

/// Each crate of the workspace with the crates of the workspace that it may depend on.
const ALLOWED: &[(&str, &[&str])] = &[
    ("pyc-base", &[]),
    ("pyc-abi", &[]),
    ("pyc-rt", &["pyc-abi"]),
    ("pyc-library", &["pyc-abi", "pyc-rt"]),
    ("pyc-syntax", &["pyc-base"]),
    ("pyc-hir", &["pyc-base", "pyc-syntax"]),
    ("pyc-types", &["pyc-base", "pyc-syntax", "pyc-hir"]),
    ("pyc-mir", &["pyc-base"]),
    ("pyc-mir-build", &["pyc-base", "pyc-syntax", "pyc-hir", "pyc-types", "pyc-mir"]),
    ("pyc-extension", &["pyc-base", "pyc-hir", "pyc-types", "pyc-mir", "pyc-mir-build"]),
    ("pyc-codegen", &["pyc-base", "pyc-mir", "pyc-abi"]),
    ("pyc-ide", &["pyc-base", "pyc-syntax", "pyc-hir", "pyc-types", "pyc-mir-build"]),
    ("pyc-lsp", &["pyc-base", "pyc-hir", "pyc-ide"]),
    (
        "pyc",
        &[
            "pyc-base",
            "pyc-syntax",
            "pyc-hir",
            "pyc-types",
            "pyc-mir",
            "pyc-mir-build",
            "pyc-extension",
            "pyc-codegen",
            "pyc-abi",
            "pyc-ide",
            "pyc-lsp",
        ],
    ),
    ("xtask", &[]),
];

/// Libraries that only some crates may name.
const OWNERS: &[(&str, &[&str])] = &[
    ("melior", &["pyc-codegen"]),
    ("mlir-sys", &["pyc-codegen"]),
    ("inkwell", &["pyc-codegen"]),
    ("llvm-sys", &["pyc-codegen"]),
    ("tower-lsp", &["pyc-lsp"]),
    ("tokio", &["pyc-lsp"]),
    ("salsa", &["pyc-hir", "pyc-types", "pyc-mir-build", "pyc-ide", "pyc-lsp", "pyc"]),
    ("clap", &["pyc"]),
    ("codespan-reporting", &["pyc"]),
];

/// The name and the normal and build dependencies of a crate, read from the few forms that the manifests here use.
struct Manifest {
    name: String,
    dependencies: Vec<String>,
}

impl Manifest {
    fn parse(file: &SourceFile) -> Self {
        let mut manifest = Self { name: String::new(), dependencies: Vec::new() };
        let mut section = "";
        for line in file.text.lines().map(str::trim) {
            if let Some(header) = line.strip_prefix('[') {
                section = header.trim_end_matches(']');
            } else if let Some((key, value)) = line.split_once('=') {
                let key = key.trim().split('.').next().unwrap_or_default().trim_matches('"');
                match section {
                    "package" if key == "name" => manifest.name = value.trim().trim_matches('"').to_owned(),
                    "dependencies" | "build-dependencies" => manifest.dependencies.push(key.to_owned()),
                    _ => {}
                }
            }
        }
        manifest
    }
}

pub(super) fn dependency_directions(tree: &Tree) -> Violations {
    let mut violations = Violations::new();
    for file in &tree.manifests {
        let manifest = Manifest::parse(file);
        let Some((_, allowed)) = ALLOWED.iter().find(|(name, _)| *name == manifest.name) else {
            violations.push(format!("{}: the crate {} has no place in xtask's table of crates", file.path, manifest.name));
            continue;
        };
        let is_local = |name: &&String| ALLOWED.iter().any(|(local, _)| local == name);
        for dependency in manifest.dependencies.iter().filter(is_local) {
            if !allowed.contains(&dependency.as_str()) {
                violations.push(format!("{}: {} may not depend on {dependency}", file.path, manifest.name));
            }
        }
    }
    violations
}

pub(super) fn library_owners(tree: &Tree) -> Violations {
    let mut violations = Violations::new();
    for file in &tree.manifests {
        let manifest = Manifest::parse(file);
        for (library, owners) in OWNERS {
            if manifest.dependencies.iter().any(|name| name == library) && !owners.contains(&manifest.name.as_str()) {
                violations.push(format!("{}: only {} may depend on {library}", file.path, owners.join(", ")));
            }
        }
    }
    violations
}
