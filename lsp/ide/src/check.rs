//! Everything that is wrong with one file.

use std::sync::Arc;

use pyc_base::Diagnostic;
use pyc_hir::{BodyOwner, Db, Enclosing, File, body_owners, enclosing, hir_diagnostics};
use pyc_types::resolve::library_type;
use pyc_types::{Findings, Instance, Ty, class_info, default_instance, infer, module_instance};
use rustc_hash::FxHashSet;

/// What is wrong with a file. Types are only checked where the syntax is right: what is built on a guess is rarely of use.
pub fn check_file(db: &dyn Db, file: File) -> Findings {
    let mut found = Findings::of_text(hir_diagnostics(db, file).to_vec());
    if found.diagnostics.is_empty() {
        let instances = instances_of(db, file);
        let caught = only_caught(db, &instances);
        for &instance in instances.iter() {
            db.unwind_if_revision_cancelled();
            found.add(db, instance, caught.contains(&instance));
        }
        found.diagnostics.extend(pyc_types::kernel::kernels_of(db, file).err().unwrap_or_default());
    }
    found
}

/// Those instances that are called only where the errors of wrong types are caught.
fn only_caught(db: &dyn Db, instances: &[Instance]) -> FxHashSet<Instance> {
    let mut caught: FxHashSet<Instance> = instances.iter().flat_map(|&instance| infer(db, instance).caught.clone()).collect();
    for &instance in instances {
        let inference = infer(db, instance);
        for callee in inference.callees.iter().filter(|callee| !inference.caught.contains(callee)) {
            caught.remove(callee);
        }
    }
    caught
}

/// What an editor shows of a file, in the order of the text. What contradicts an annotation compiles as long as the rest allows it.
pub fn diagnostics(db: &dyn Db, file: File) -> Vec<Diagnostic> {
    let mut found = check_file(db, file).lenient();
    found.sort_by_key(|diagnostic| (diagnostic.labels[0].span.start, diagnostic.labels[0].span.end, diagnostic.code));
    found.dedup();
    found
}

/// The instances of a file's bodies: what its top calls, directly or not, and every function that declares all its types.
#[salsa::tracked(returns(clone))]
pub fn instances_of(db: &dyn Db, file: File) -> Arc<[Instance]> {
    let mut pending = vec![module_instance(db, file)];
    pending.extend(body_owners(db, file).iter().filter_map(|&owner| declared_instance(db, owner)));
    pending.reverse();
    let mut seen = FxHashSet::default();
    let mut found = Vec::new();
    while let Some(instance) = pending.pop() {
        let owner_file = file_of(db, instance.owner(db));
        // The library is checked by its own tests; what it is called with is checked at the call.
        if !seen.insert(instance) || (owner_file != file && owner_file.is_stdlib(db)) {
            continue;
        }
        if owner_file == file {
            found.push(instance);
        }
        pending.extend(infer(db, instance).callees.iter().copied());
    }
    found.into()
}

/// The instance for what a function or class declares, if that is everything.
fn declared_instance(db: &dyn Db, owner: BodyOwner) -> Option<Instance> {
    let BodyOwner::Function(function) = owner else { return None };
    match enclosing(db, function) {
        Enclosing::Module(_) => default_instance(db, function, None),
        Enclosing::Class(class) => {
            let own = if class.def(db).file.is_stdlib(db) { library_type(db, class)? } else { Ty::class(db, class, []) };
            class_info(db, class).params.is_empty().then(|| default_instance(db, function, Some(own))).flatten()
        }
        // A nested function's types may come from the function around it, which calls it.
        Enclosing::Function(_) => None,
    }
}

pub(crate) fn file_of(db: &dyn Db, owner: BodyOwner) -> File {
    match owner {
        BodyOwner::Function(function) => function.def(db).file,
        BodyOwner::Class(class) => class.def(db).file,
        BodyOwner::Module(file) => file,
    }
}
