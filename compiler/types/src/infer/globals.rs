//! The variables of modules and classes: their types, and who settles them.

use pyc_hir::{BodyOwner, Db};

use super::{has_gaps, infer, module_instance, settle};
use crate::facts::{Shared, SharedType, is_settled, shared_type};
use crate::resolve::TypeScope;
use crate::ty::{GlobalVar, Instance, Ty};

/// A variable as the key of a query.
#[salsa::interned(unsafe(no_lifetime), debug, revisions = usize::MAX)]
struct GlobalKey {
    #[returns(copy)]
    variable: GlobalVar,
}

/// What the top of a module (or a class's body) assigns to one of its variables. Holes are for others to fill.
#[salsa::tracked(returns(copy), cycle_initial = global_initial, cycle_fn = global_next)]
fn global_query(db: &dyn Db, key: GlobalKey) -> Ty {
    let GlobalVar { file, name } = key.variable(db);
    let body = match crate::class::class_of_variable(db, key.variable(db)) {
        None => module_instance(db, file),
        Some(class) => Instance::new(db, BodyOwner::Class(class), Box::new([]) as Box<[Ty]>, Box::new([]) as Box<[Ty]>),
    };
    let own = name.rsplit('.').next().map(pyc_base::name).unwrap_or(name);
    infer(db, body).globals.iter().find(|(known, _)| *known == own).map_or_else(|| Ty::never(db), |(_, ty)| *ty)
}

fn global_initial(db: &dyn Db, _: salsa::Id, _: GlobalKey) -> Ty {
    Ty::never(db)
}

fn global_next(db: &dyn Db, cycle: &salsa::Cycle<'_>, last: &Ty, value: Ty, _: GlobalKey) -> Ty {
    settle(db, cycle, *last, value)
}

/// The type of a variable of a module; those of classes are called `Class.name`.
pub fn global_ty(db: &dyn Db, global: GlobalVar) -> Ty {
    let known = shared_global(db, global);
    derived_global(db, global, &known).unwrap_or_else(|| known.resolve(db))
}

/// The type of a variable that holds what comes out of containers that others fill: it has holes that nobody fills, and the top of its module knows better.
pub(super) fn derived_global(db: &dyn Db, global: GlobalVar, known: &SharedType) -> Option<Ty> {
    if !has_gaps(db, known.resolve(db)) {
        return None;
    }
    last_ty(db, global).filter(|last| !has_gaps(db, *last))
}

/// What the top of a module found in its last pass.
fn last_ty(db: &dyn Db, global: GlobalVar) -> Option<Ty> {
    let GlobalVar { file, name } = global;
    if crate::class::class_of_variable(db, global).is_some() {
        return None;
    }
    infer(db, module_instance(db, file)).last_globals.iter().find(|(known, _)| *known == name).map(|(_, ty)| *ty)
}

/// What is known of a variable of a module: what is declared, what the module's top assigns, or what the whole program does.
pub(super) fn shared_global(db: &dyn Db, global: GlobalVar) -> SharedType {
    if let Some((_, pyc_hir::Item::Variable { annotation: Some(annotation) })) = pyc_hir::resolve_item(db, global.file, global.name) {
        let scope = TypeScope { file: global.file, names: Vec::new(), self_ty: None };
        if let Ok(resolve) = scope.declared(db, &annotation)
            && let Some(ty) = resolve.ty
        {
            return SharedType::settled(ty);
        }
    }
    let own = global_query(db, GlobalKey::new(db, global));
    if is_settled(db, own) && !is_assigned_elsewhere(db, global) {
        return SharedType::settled(own);
    }
    shared_type(db, Shared::Variable(global), own)
}

/// Whether functions assign a variable of their module.
pub(super) fn is_assigned_elsewhere(db: &dyn Db, global: GlobalVar) -> bool {
    crate::facts::assigned_by_functions(db, global.file).contains(&global.name)
}
