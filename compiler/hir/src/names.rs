//! What the names of a module mean, through imports.

use std::sync::Arc;

use pyc_base::{Name, name};
use rustc_hash::FxHashSet;

use crate::{Db, File, Item, ModuleResolution, builtins_file, module_items, module_name, resolve_module};

/// What a name at the top of a module stands for, and in which file: `from` imports are followed, star imports as well. A submodule that `from`
/// imports is an [`Item::Import`] of its whole name.
#[salsa::tracked(returns(clone))]
pub fn resolve_item(db: &dyn Db, file: File, item: Name) -> Option<(File, Item)> {
    origin_of(db, file, item).map(|(file, _, item)| (file, item))
}

/// As [`resolve_item`], with the name under which that file binds it.
#[salsa::tracked(returns(clone))]
pub fn origin_of(db: &dyn Db, file: File, item: Name) -> Option<(File, Name, Item)> {
    lookup(db, file, item, &mut FxHashSet::default())
}

/// As [`resolve_item`], and else the builtin of that name.
#[salsa::tracked(returns(clone))]
pub fn resolve_global(db: &dyn Db, file: File, item: Name) -> Option<(File, Item)> {
    resolve_item(db, file, item).or_else(|| resolve_item(db, builtins_file(db)?, item))
}

/// `seen`: the names that are being followed. Modules may import from each other in circles.
fn lookup(db: &dyn Db, file: File, item: Name, seen: &mut FxHashSet<(File, Name)>) -> Option<(File, Name, Item)> {
    if !seen.insert((file, item)) {
        return None;
    }
    let items = module_items(db, file);
    match items.items.iter().find(|(bound, _)| *bound == item) {
        Some((_, Item::ImportFrom { module, level, name })) => return follow(db, file, *module, *level, *name, seen),
        Some((_, found)) => return Some((file, item, found.clone())),
        None => {}
    }
    // The last star import that has the name binds it.
    items.star_imports.iter().rev().find_map(|&(module, level)| match resolve_module(db, file, module, level) {
        ModuleResolution::File(target) if is_exported(db, target, item) => lookup(db, target, item, seen),
        _ => None,
    })
}

fn follow(
    db: &dyn Db,
    file: File,
    module: Option<Name>,
    level: u32,
    item: Name,
    seen: &mut FxHashSet<(File, Name)>,
) -> Option<(File, Name, Item)> {
    if let ModuleResolution::File(target) = resolve_module(db, file, module, level)
        && let Some(found) = lookup(db, target, item, seen)
    {
        return Some(found);
    }
    submodule(db, file, module, level, item)
}

/// `from package import module`.
fn submodule(db: &dyn Db, file: File, module: Option<Name>, level: u32, item: Name) -> Option<(File, Name, Item)> {
    let dotted = match module {
        Some(module) => name(&format!("{module}.{item}")),
        None => item,
    };
    let absolute = match resolve_module(db, file, Some(dotted), level) {
        ModuleResolution::File(found) => module_name(db, found),
        ModuleResolution::Namespace(_) if level == 0 => dotted,
        ModuleResolution::Namespace(_) | ModuleResolution::NotFound => return None,
    };
    Some((file, item, Item::Import { module: absolute, binds_root: false }))
}

/// Whether `from module import *` gives this name, if the module has it.
fn is_exported(db: &dyn Db, file: File, item: Name) -> bool {
    match &module_items(db, file).all {
        Some(all) => all.contains(&item),
        None => !item.starts_with('_'),
    }
}

/// What `from module import *` gives: for suggestions and completion. In the order of binding.
#[salsa::tracked(returns(clone))]
pub fn exported_names(db: &dyn Db, file: File) -> Arc<[Name]> {
    let mut names = Vec::new();
    collect_names(db, file, &mut FxHashSet::default(), &mut names);
    names.into()
}

fn collect_names(db: &dyn Db, file: File, seen: &mut FxHashSet<File>, names: &mut Vec<Name>) {
    if !seen.insert(file) {
        return;
    }
    let items = module_items(db, file);
    if let Some(all) = &items.all {
        names.extend(all.iter().copied());
        return;
    }
    names.extend(items.items.iter().map(|(bound, _)| *bound).filter(|bound| !bound.starts_with('_')));
    for &(module, level) in &items.star_imports {
        if let ModuleResolution::File(target) = resolve_module(db, file, module, level) {
            collect_names(db, target, seen, names);
        }
    }
}
