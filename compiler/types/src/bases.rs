//! What classes say of their bases: which class a base is, which kind of class it makes, and the classes that only some places see.

use std::sync::Arc;

use pyc_base::Name;
use pyc_hir::{BodyOwner, ClassId, Db, File, FunctionId, Item, Member};

use crate::class::{class_info, find_member};
use crate::multiple::linearization;
use crate::resolve::TypeScope;
use crate::ty::Ty;

/// The class that a base of `class` names.
pub(crate) fn base_class(db: &dyn Db, class: ClassId, base: &pyc_hir::TypeRef) -> Option<ClassId> {
    let path = match base {
        pyc_hir::TypeRef::Name(path) => path,
        pyc_hir::TypeRef::Subscript(base, _) => match &**base {
            pyc_hir::TypeRef::Name(path) if !matches!(path[path.len() - 1].as_str(), "Generic" | "Protocol") => path,
            _ => return None,
        },
        _ => return None,
    };
    let def = class.def(db);
    if let [name] = **path
        && let Some(local) =
            visible_classes(db, def.file, &def.path[..def.path.len() - 1]).find(|local| crate::ty::class_name(db, *local) == name)
    {
        return Some(local);
    }
    let scope = TypeScope { file: def.file, names: Vec::new(), self_ty: None };
    match scope.item(db, path)? {
        (_, Item::Class(class)) => Some(class),
        _ => None,
    }
}

/// Whether a class has a base that is no class known while compiling.
pub fn has_unknown_base(db: &dyn Db, class: ClassId) -> bool {
    let is_generic = |base: &pyc_hir::TypeRef| match base {
        pyc_hir::TypeRef::Subscript(base, _) => {
            matches!(&**base, pyc_hir::TypeRef::Name(path) if matches!(path[path.len() - 1].as_str(), "Generic" | "Protocol"))
        }
        _ => false,
    };
    pyc_hir::class_def(db, class).bases.iter().any(|base| !is_generic(base) && base_class(db, class, base).is_none())
}

/// Whether a class says no more than what kind of class one is: its objects have nothing from it.
pub(crate) fn is_marker(db: &dyn Db, class: ClassId) -> bool {
    let file = class.def(db).file;
    let module = pyc_hir::module_name(db, file);
    let is_object = crate::ty::class_name(db, class) == *"object";
    (file.is_stdlib(db) && (is_object || matches!(module.as_str(), "abc" | "collections.abc" | "typing"))) && !is_record(db, class)
        || is_protocol(db, class)
}

fn is_record(db: &dyn Db, class: ClassId) -> bool {
    crate::ty::class_name(db, class) == *"NamedTuple"
}

/// Whether a class describes what others have: `class Sized(Protocol)`.
pub fn is_protocol(db: &dyn Db, class: ClassId) -> bool {
    let is_it = |path: &[Name]| path.last().is_some_and(|last| *last == *"Protocol");
    !class.def(db).file.is_stdlib(db)
        && pyc_hir::class_def(db, class).bases.iter().any(|base| match base {
            pyc_hir::TypeRef::Name(path) => is_it(path),
            pyc_hir::TypeRef::Subscript(base, _) => matches!(&**base, pyc_hir::TypeRef::Name(path) if is_it(path)),
            _ => false,
        })
}

/// The abstract methods that a class has to define before it can have objects, in the order of their names.
pub fn abstract_methods(db: &dyn Db, ty: Ty) -> Vec<Name> {
    let chain = linearization(db, ty);
    let is_checked = |owner: &Ty| {
        let Some((class, _)) = owner.as_class(db) else { return false };
        let def = pyc_hir::class_def(db, class);
        let is_abc = |base: &pyc_hir::TypeRef| matches!(base, pyc_hir::TypeRef::Name(path) if matches!(path[path.len() - 1].as_str(), "ABC" | "_abc_ABC"));
        def.bases.iter().any(is_abc)
    };
    if !chain.iter().any(is_checked) {
        return Vec::new();
    }
    let mut names: Vec<Name> = Vec::new();
    for owner in &chain {
        let Some((class, _)) = owner.as_class(db) else { continue };
        names.extend(class_info(db, class).members.iter().map(|(name, _)| *name));
    }
    names.sort_by_key(|name| name.as_str());
    names.dedup();
    names.retain(|&name| matches!(find_member(db, ty, name), Some((_, Member::Function(function))) if is_abstract(db, function)));
    names
}

/// Whether derived classes have to define a method.
pub fn is_abstract(db: &dyn Db, function: FunctionId) -> bool {
    pyc_hir::signature(db, function)
        .decorators
        .iter()
        .any(|decorator| decorator.path.last().is_some_and(|last| matches!(last.as_str(), "abstractmethod" | "abstractproperty")))
}

/// The classes of a file that are not at its top.
#[salsa::tracked(returns(clone))]
fn inner_classes(db: &dyn Db, file: File) -> Arc<[ClassId]> {
    let inner = |owner: &BodyOwner| match owner {
        BodyOwner::Class(class) if class.def(db).path.len() > 1 => Some(*class),
        _ => None,
    };
    pyc_hir::body_owners(db, file).iter().filter_map(inner).collect()
}

/// The classes inside functions and classes that a definition with this path sees, the nearest first.
pub fn visible_classes(db: &dyn Db, file: File, path: &[(Name, u32)]) -> impl Iterator<Item = ClassId> {
    let mut visible: Vec<ClassId> = inner_classes(db, file).iter().copied().collect();
    visible.retain(|class| {
        let around = &class.def(db).path[..class.def(db).path.len() - 1];
        path.len() >= around.len() && path[..around.len()] == *around
    });
    visible.sort_by_key(|class| std::cmp::Reverse(class.def(db).path.len()));
    visible.into_iter()
}

/// Those classes as names for annotations; what is declared nearer hides them.
pub(crate) fn visible_names(db: &dyn Db, file: File, path: &[(Name, u32)]) -> Vec<(Name, Ty)> {
    let mut names: Vec<(Name, Ty)> = visible_classes(db, file, path)
        .filter(|class| pyc_hir::class_def(db, *class).type_params.is_empty())
        .map(|class| (crate::ty::class_name(db, class), Ty::class(db, class, [])))
        .collect();
    names.reverse();
    names
}

/// Whether a class says that it derives from another, as far as names tell.
pub(crate) fn derives_by_name(db: &dyn Db, class: ClassId, from: ClassId, depth: usize) -> bool {
    let (def, wanted) = (pyc_hir::class_def(db, class), crate::ty::class_name(db, from));
    def.bases.iter().any(|base| {
        let path = match base {
            pyc_hir::TypeRef::Name(path) => path,
            pyc_hir::TypeRef::Subscript(base, _) => match &**base {
                pyc_hir::TypeRef::Name(path) => path,
                _ => return false,
            },
            _ => return false,
        };
        let further = |base: ClassId| base != class && depth < 64 && derives_by_name(db, base, from, depth + 1);
        path.last() == Some(&wanted) || base_class(db, class, base).is_some_and(further)
    })
}

/// The module that a class says it is of. Those of the library that Python does not have are parts of the ones that it has.
pub fn python_module(db: &dyn Db, class: ClassId) -> String {
    let file = class.def(db).file;
    if crate::class::main_file(db) == Some(file) {
        return "__main__".to_owned();
    }
    let module = pyc_hir::module_name(db, file).to_string();
    let is_pythons = matches!(module.as_str(), "collections.abc" | "concurrent.futures" | "json.decoder");
    match module.split_once('.') {
        Some((package, _)) if file.is_stdlib(db) && package != "pyc" && !is_pythons => package.to_owned(),
        _ => module,
    }
}
