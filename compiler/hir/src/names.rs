//! What the names of a module mean, through imports.

use std::sync::Arc;

use pyc_base::{Name, name};
use rustc_hash::FxHashSet;

use crate::{Db, File, Item, ModuleResolution, TypeRef, builtins_file, class_def, module_items, module_name, resolve_module};

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
    global_origin(db, file, item).map(|(file, _, item)| (file, item))
}

/// As [`origin_of`], and else the builtin of that name.
pub fn global_origin(db: &dyn Db, file: File, item: Name) -> Option<(File, Name, Item)> {
    origin_of(db, file, item).or_else(|| origin_of(db, builtins_file(db)?, item))
}

/// `seen`: the names that are being followed. Modules may import from each other in circles.
fn lookup(db: &dyn Db, file: File, item: Name, seen: &mut FxHashSet<(File, Name)>) -> Option<(File, Name, Item)> {
    if !seen.insert((file, item)) {
        return None;
    }
    let items = module_items(db, file);
    let known = if item.contains('@') { &items.local_items } else { &items.items };
    if let Some((_, found)) = known.iter().find(|(bound, _)| *bound == item) {
        return settle(db, file, item, found, seen);
    }
    // The last star import that has the name binds it.
    items.star_imports.iter().rev().find_map(|&(module, level)| match resolve_module(db, file, module, level) {
        ModuleResolution::File(target) if is_exported(db, target, item) => lookup(db, target, item, seen),
        _ => None,
    })
}

/// What a name means of which its module alone can't tell.
fn settle(db: &dyn Db, file: File, item: Name, found: &Item, seen: &mut FxHashSet<(File, Name)>) -> Option<(File, Name, Item)> {
    match found {
        Item::ImportFrom { module, level, name } => follow(db, file, *module, *level, *name, seen),
        Item::Fallback { import, otherwise } => match &**import {
            Item::Import { module, .. } if resolve_module(db, file, Some(*module), 0) == ModuleResolution::NotFound => {
                settle(db, file, item, otherwise, seen)
            }
            import => settle(db, file, item, import, seen).or_else(|| settle(db, file, item, otherwise, seen)),
        },
        Item::MaybeAlias { value: TypeRef::Name(path) } => match type_item(db, file, path, seen) {
            Some(found @ (_, _, Item::Class(_) | Item::TypeAlias { .. } | Item::Import { .. })) => Some(found),
            _ => Some((file, item, Item::Variable { annotation: None })),
        },
        Item::MaybeAlias { value } if is_type(db, file, value, seen) => {
            Some((file, item, Item::TypeAlias { type_params: Box::default(), value: value.clone(), is_new: false }))
        }
        Item::MaybeAlias { .. } => Some((file, item, Item::Variable { annotation: None })),
        found => Some((file, item, found.clone())),
    }
}

/// Whether an expression that has the form of a type is one.
fn is_type(db: &dyn Db, file: File, value: &TypeRef, seen: &FxHashSet<(File, Name)>) -> bool {
    match value {
        TypeRef::Name(path) => {
            matches!(type_item(db, file, path, seen), Some((_, _, Item::Class(_) | Item::TypeAlias { .. } | Item::TypeVar)))
        }
        TypeRef::Subscript(base, _) => match &**base {
            TypeRef::Name(path) => match type_item(db, file, path, seen) {
                // Classes of the program that are not generic may have a metaclass that is asked.
                Some((of, _, Item::Class(class))) => of.is_stdlib(db) || !class_def(db, class).type_params.is_empty(),
                Some((_, _, Item::TypeAlias { .. })) => true,
                _ => false,
            },
            _ => false,
        },
        TypeRef::Union(parts) => parts.iter().all(|part| *part == TypeRef::None || is_type(db, file, part, seen)),
        _ => false,
    }
}

/// What a dotted name means where a type is expected.
fn type_item(db: &dyn Db, file: File, path: &[Name], seen: &FxHashSet<(File, Name)>) -> Option<(File, Name, Item)> {
    let (first, rest) = path.split_first()?;
    // Names may be used several times, but not inside what they mean.
    let found = lookup(db, file, *first, &mut seen.clone());
    let mut found = found.or_else(|| lookup(db, builtins_file(db)?, *first, &mut seen.clone()))?;
    for &part in rest {
        let (from, _, Item::Import { module, .. }) = found else { return None };
        let ModuleResolution::File(module) = resolve_module(db, from, Some(module), 0) else { return None };
        found = lookup(db, module, part, &mut seen.clone())?;
    }
    Some(found)
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
