//! Where modules are: search, names, and the graph of what imports what.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use pyc_base::{Name, name};
use rustc_hash::FxHashSet;

use crate::{Db, File, FolderEntry, Project, module_items};

/// What a module's name leads to.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum ModuleResolution {
    /// A module, or a package with its `__init__.py`.
    File(File),
    /// A package without `__init__.py`: a folder.
    Namespace(Arc<Path>),
    NotFound,
}

/// What CPython has built in and finds before any file.
const BUILT_IN: &[&str] = &["atexit", "builtins", "errno", "gc", "itertools", "marshal", "posix", "pwd", "sys", "time"];

/// A module by its name as written in `from`: `level` dots and then `module`.
#[salsa::tracked(returns(clone))]
pub fn resolve_module(db: &dyn Db, from: File, module: Option<Name>, level: u32) -> ModuleResolution {
    let parts: Vec<&str> = module.map_or_else(Vec::new, |module| module.as_str().split('.').collect());
    if level > 0 {
        return match relative_base(from.path(db), level) {
            Some(base) if is_inside_root(db, from, &base) => resolve_below(db, &[base], &parts),
            _ => ModuleResolution::NotFound,
        };
    }
    resolve_below(db, &roots(db, from, parts.first().copied()), &parts)
}

/// The folder that a relative import starts at: the module's own package for one dot, and so on.
fn relative_base(from: &Path, level: u32) -> Option<PathBuf> {
    from.ancestors().nth(level as usize).map(Path::to_path_buf)
}

/// Relative imports don't lead out of the folders that modules are looked for in.
fn is_inside_root(db: &dyn Db, from: File, base: &Path) -> bool {
    root_of(db, from).is_none_or(|root| base.starts_with(&root))
}

/// The folders to look in for a top-level module, in order.
fn roots(db: &dyn Db, from: File, first: Option<&str>) -> Vec<PathBuf> {
    let project = Project::get(db);
    let stdlib = project.stdlib(db);
    // The library means its own modules, whatever a program calls its files. A main module that the compiler wrote is a program's all the same.
    let is_library = from.is_stdlib(db) && project.main(db) != Some(from);
    if is_library || first.is_some_and(|first| BUILT_IN.contains(&first)) {
        return vec![stdlib.clone()];
    }
    let mut roots = Vec::new();
    match project.main(db) {
        Some(main) => roots.extend(main.path(db).parent().map(Path::to_path_buf)),
        None => roots.push(package_root(db, from)),
    }
    roots.extend(project.search_path(db).iter().cloned());
    roots.push(stdlib.clone());
    roots
}

/// The first folder above a file that is no package: what would be the main file's folder.
fn package_root(db: &dyn Db, file: File) -> PathBuf {
    let mut folder = file.path(db).parent().unwrap_or_else(|| Path::new(""));
    while has_entry(db, folder, "__init__.py", false) {
        match folder.parent() {
            Some(parent) => folder = parent,
            None => break,
        }
    }
    folder.to_path_buf()
}

/// Follows the parts of a dotted name from one of several folders.
fn resolve_below(db: &dyn Db, roots: &[PathBuf], parts: &[&str]) -> ModuleResolution {
    let Some((first, rest)) = parts.split_first() else {
        return match roots {
            [folder] => package(db, folder),
            _ => ModuleResolution::NotFound,
        };
    };
    let mut namespaces = Vec::new();
    for root in roots {
        match step(db, root, first) {
            ModuleResolution::File(file) => {
                return if rest.is_empty() { ModuleResolution::File(file) } else { resolve_inside(db, file, rest) };
            }
            ModuleResolution::Namespace(folder) => namespaces.push(folder.to_path_buf()),
            ModuleResolution::NotFound => {}
        }
    }
    if rest.is_empty() {
        return namespaces.first().map_or(ModuleResolution::NotFound, |folder| ModuleResolution::Namespace(folder.as_path().into()));
    }
    if namespaces.is_empty() { ModuleResolution::NotFound } else { resolve_below(db, &namespaces, rest) }
}

/// The rest of a dotted name, below a module that must be a package.
fn resolve_inside(db: &dyn Db, file: File, rest: &[&str]) -> ModuleResolution {
    let path = file.path(db);
    if path.file_name().is_none_or(|name| name != "__init__.py") {
        return ModuleResolution::NotFound;
    }
    resolve_below(db, &[path.parent().unwrap_or_else(|| Path::new("")).to_path_buf()], rest)
}

/// One part of a dotted name: a package comes before a module, a module before a folder.
fn step(db: &dyn Db, folder: &Path, part: &str) -> ModuleResolution {
    if has_entry(db, folder, part, true) {
        let inner = folder.join(part);
        if has_entry(db, &inner, "__init__.py", false) {
            return ModuleResolution::File(db.file(&inner.join("__init__.py")));
        }
    }
    let source = format!("{part}.py");
    if has_entry(db, folder, &source, false) {
        return ModuleResolution::File(db.file(&folder.join(source)));
    }
    if has_entry(db, folder, part, true) { ModuleResolution::Namespace(folder.join(part).into()) } else { ModuleResolution::NotFound }
}

fn package(db: &dyn Db, folder: &Path) -> ModuleResolution {
    if has_entry(db, folder, "__init__.py", false) {
        ModuleResolution::File(db.file(&folder.join("__init__.py")))
    } else {
        ModuleResolution::Namespace(folder.into())
    }
}

/// A query, so that a file that appears elsewhere in the folder changes nothing for who asked for this one.
fn has_entry(db: &dyn Db, folder: &Path, entry: &str, is_folder: bool) -> bool {
    folder_has(db, db.folder(folder), FolderEntry { name: entry.into(), is_folder })
}

#[salsa::tracked(returns(copy))]
fn folder_has(db: &dyn Db, folder: crate::Folder, entry: FolderEntry) -> bool {
    folder.entries(db).as_ref().is_some_and(|entries| entries.binary_search(&entry).is_ok())
}

/// The file of the builtins: a package of the standard library. Asked for by every name that is not the program's.
#[salsa::tracked(returns(copy))]
pub fn builtins_file(db: &dyn Db) -> Option<File> {
    let path = Project::get(db).stdlib(db).join("builtins").join("__init__.py");
    let file = db.file(&path);
    file.text(db).is_some().then_some(file)
}

/// The folder of those that modules are looked for in that this file lies below.
fn root_of(db: &dyn Db, file: File) -> Option<PathBuf> {
    let path = file.path(db);
    let mut found: Vec<PathBuf> = roots(db, file, None).into_iter().filter(|root| path.starts_with(root)).collect();
    // The innermost folder wins where they contain each other.
    found.sort_by_key(|root| root.components().count());
    found.pop()
}

/// The dotted name under which a module is imported.
#[salsa::tracked(returns(copy))]
pub fn module_name(db: &dyn Db, file: File) -> Name {
    let path = file.path(db);
    let root = root_of(db, file);
    let relative = match &root {
        Some(root) => path.strip_prefix(root).unwrap_or(path),
        None => path.file_name().map_or(&**path, Path::new),
    };
    let mut parts: Vec<String> = relative.with_extension("").iter().map(|part| part.to_string_lossy().into_owned()).collect();
    if parts.len() > 1 && parts.last().is_some_and(|last| last == "__init__") {
        parts.pop();
    }
    name(&parts.join("."))
}

/// The modules that a program may run, each after those that it imports (as far as cycles allow), `main` last. The builtins come first.
#[salsa::tracked(returns(clone))]
pub fn module_graph(db: &dyn Db, main: File) -> Arc<Vec<File>> {
    let mut order = Vec::new();
    let mut seen = FxHashSet::default();
    for start in builtins_file(db).into_iter().chain([main]) {
        visit(db, start, &mut seen, &mut order);
    }
    Arc::new(order)
}

/// Reads what the builtins import, from the last file to the first, for another thread that goes the other way: what one of them has read the other need not.
pub fn read_builtins(db: &dyn Db) {
    for file in builtins_file(db).iter().flat_map(|file| imported_files(db, *file).iter().rev().copied().collect::<Vec<_>>()) {
        imported_files(db, file);
    }
}

/// Post-order, with a stack of its own: import chains may be long.
fn visit(db: &dyn Db, start: File, seen: &mut FxHashSet<File>, order: &mut Vec<File>) {
    if !seen.insert(start) {
        return;
    }
    let mut stack = vec![(start, imported_files(db, start), 0)];
    while let Some((file, imported, next)) = stack.last_mut() {
        match imported.get(*next).copied() {
            Some(file) => {
                *next += 1;
                if seen.insert(file) {
                    stack.push((file, imported_files(db, file), 0));
                }
            }
            None => {
                order.push(*file);
                stack.pop();
            }
        }
    }
}

/// The files that a file's imports run, in order: packages before what is in them.
#[salsa::tracked(returns(clone))]
pub fn imported_files(db: &dyn Db, file: File) -> Arc<[File]> {
    let mut files: Vec<File> = Vec::new();
    let mut add = |resolution| {
        if let ModuleResolution::File(found) = resolution
            && found != file
            && !files.contains(&found)
        {
            files.push(found);
        }
    };
    for &(module, level, imported) in &module_items(db, file).imports {
        let text = module.map_or("", |module| module.as_str());
        for (at, _) in text.match_indices('.') {
            add(resolve_module(db, file, Some(name(&text[..at])), level));
        }
        let target = resolve_module(db, file, module, level);
        add(target.clone());
        if let Some(imported) = imported.filter(|imported| *imported != "*") {
            let is_item = matches!(target, ModuleResolution::File(target) if binds(db, target, imported));
            if !is_item {
                let dotted = if text.is_empty() { imported } else { name(&format!("{text}.{imported}")) };
                add(resolve_module(db, file, Some(dotted), level));
            }
        }
    }
    files.into()
}

fn binds(db: &dyn Db, file: File, item: Name) -> bool {
    crate::resolve_item(db, file, item).is_some()
}

/// The top-level modules that a file can import: for suggestions and completion. Sorted.
#[salsa::tracked(returns(clone))]
pub fn known_modules(db: &dyn Db, from: File) -> Arc<[Name]> {
    let mut found: Vec<Name> = roots(db, from, None).iter().flat_map(|root| modules_in(db, root)).collect();
    found.sort_by_key(|name| name.as_str());
    found.dedup();
    found.into()
}

/// The modules and packages directly in a folder.
pub(crate) fn modules_in(db: &dyn Db, folder: &Path) -> Vec<Name> {
    let entries = db.folder(folder).entries(db);
    let names = entries.iter().flat_map(|entries| entries.iter()).filter_map(|entry| match entry.is_folder {
        true => (!entry.name.starts_with('.')).then(|| name(&entry.name)),
        false => entry.name.strip_suffix(".py").filter(|stem| *stem != "__init__").map(name),
    });
    names.filter(|name| name.chars().all(|c| c == '_' || c.is_alphanumeric())).collect()
}
