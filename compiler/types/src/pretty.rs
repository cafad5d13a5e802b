//! What inference found, as text: what `--emit types` prints. For each instance that the program reaches its parameters, its result and its variables, and for each
//! class its fields.

use std::fmt::Write;

use pyc_hir::{BodyOwner, ClassId, Db, File, Item, body_owners, qualified_name};
use rustc_hash::FxHashSet;

use crate::class::{class_fields, class_info};
use crate::infer::{global_ty, infer, module_instance};
use crate::thir::LocalDecl;
use crate::ty::{GlobalVar, Instance, Ty};

/// What a program's own files hold, in the order of the modules and of their text.
pub fn program(db: &dyn Db, main: File) -> String {
    let instances = reached(db, main);
    let mut out = String::new();
    for &file in pyc_hir::module_graph(db, main).iter().filter(|file| !file.is_stdlib(db)) {
        for (_, item) in &pyc_hir::module_items(db, file).items {
            if let Item::Class(class) = item {
                print_class(db, *class, &mut out);
            }
        }
        for &owner in body_owners(db, file).iter() {
            for &instance in instances.iter().filter(|instance| instance.owner(db) == owner) {
                print_instance(db, instance, &mut out);
            }
        }
    }
    out
}

fn reached(db: &dyn Db, main: File) -> Vec<Instance> {
    let mut seen = FxHashSet::default();
    let mut found = Vec::new();
    let mut pending = vec![module_instance(db, main)];
    while let Some(instance) = pending.pop() {
        if seen.insert(instance) {
            found.push(instance);
            pending.extend(infer(db, instance).callees.iter().copied());
        }
    }
    let shown = |ty: &Ty| ty.show(db);
    found.sort_by_cached_key(|instance| instance.params(db).iter().map(shown).collect::<Vec<_>>());
    found
}

fn print_class(db: &dyn Db, class: ClassId, out: &mut String) {
    let info = class_info(db, class);
    let params: Box<[Ty]> = info.params.iter().map(|&param| Ty::new(db, crate::ty::TyKind::Param(param))).collect();
    let ty = Ty::class(db, class, params);
    let _ = writeln!(out, "class {}:", ty.show(db));
    for (field, ty) in class_fields(db, ty).iter() {
        let _ = writeln!(out, "  {field}: {}", ty.show(db));
    }
    out.push('\n');
}

fn print_instance(db: &dyn Db, instance: Instance, out: &mut String) {
    let owner = instance.owner(db);
    let inference = infer(db, instance);
    let named = |local: &LocalDecl| Some(format!("{}: {}", local.name?, local.ty.show(db)));
    let locals = &inference.body.locals;
    match owner {
        BodyOwner::Module(file) => {
            let _ = writeln!(out, "module {}:", pyc_hir::module_name(db, file));
            for &(name, _) in &inference.globals {
                let _ = writeln!(out, "  {name}: {}", global_ty(db, GlobalVar { file, name }).show(db));
            }
        }
        BodyOwner::Class(_) => return,
        BodyOwner::Function(_) => {
            let params = inference.body.params.iter().filter_map(|param| named(&locals[param.local.index()]));
            let _ = writeln!(
                out,
                "def {}({}) -> {}:",
                qualified_name(db, owner),
                params.collect::<Vec<_>>().join(", "),
                inference.ret.show(db)
            );
        }
    }
    let is_param = |at: usize| inference.body.params.iter().any(|param| param.local.index() == at);
    for (_, local) in locals.iter().enumerate().filter(|(at, _)| !is_param(*at)) {
        if let Some(line) = named(local) {
            let _ = writeln!(out, "  {line}");
        }
    }
    out.push('\n');
}
