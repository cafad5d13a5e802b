//! Symbols: what an instance is called for the linker. Readable, and different for different instances.

use std::fmt::Write;

use pyc_hir::{BodyOwner, Db, DefPath, File};
use pyc_types::ty::{Instance, Ty, TyKind};

pub(crate) fn file_of(db: &dyn Db, owner: BodyOwner) -> File {
    match owner {
        BodyOwner::Function(function) => function.def(db).file,
        BodyOwner::Class(class) => class.def(db).file,
        BodyOwner::Module(file) => file,
    }
}

/// `module.Class.method[T](P, Q)`.
pub(crate) fn symbol(db: &dyn Db, instance: Instance) -> String {
    let mut text = String::new();
    match instance.owner(db) {
        BodyOwner::Function(function) => path(db, function.def(db), &mut text),
        BodyOwner::Class(class) => {
            path(db, class.def(db), &mut text);
            text.push_str(".<class>");
        }
        BodyOwner::Module(file) => {
            let _ = write!(text, "{}.<module>", pyc_hir::module_name(db, file));
        }
    }
    let args = instance.type_args(db);
    if !args.is_empty() {
        list(db, '[', args, ']', &mut text);
    }
    if let BodyOwner::Function(_) = instance.owner(db) {
        list(db, '(', instance.params(db), ')', &mut text);
    }
    text
}

fn path(db: &dyn Db, def: &DefPath, text: &mut String) {
    text.push_str(pyc_hir::module_name(db, def.file).as_str());
    for (name, number) in def.path.iter() {
        text.push('.');
        text.push_str(name.as_str());
        if *number > 0 {
            let _ = write!(text, "#{number}");
        }
    }
}

fn list(db: &dyn Db, open: char, parts: &[Ty], close: char, text: &mut String) {
    text.push(open);
    for (at, part) in parts.iter().enumerate() {
        if at > 0 {
            text.push(',');
        }
        ty(db, *part, text);
    }
    text.push(close);
}

/// Types as they are written, but for classes: two of one name may come from different modules.
fn ty(db: &dyn Db, of: Ty, text: &mut String) {
    match of.raw(db) {
        TyKind::Recursive(variants) => list(db, '{', variants, '}', text),
        TyKind::Class { class, args } => {
            path(db, class.def(db), text);
            if !args.is_empty() {
                list(db, '[', args, ']', text);
            }
        }
        TyKind::Tuple(items) => list(db, '(', items, ')', text),
        TyKind::Union(variants) => list(db, '<', variants, '>', text),
        TyKind::Ptr(pointee) => list(db, '*', &[*pointee], '*', text),
        TyKind::Function(function) => {
            text.push_str("def ");
            path(db, function.def(db), text);
        }
        TyKind::Body(instance) => {
            text.push_str("body ");
            text.push_str(&symbol(db, *instance));
        }
        TyKind::Closure { function, outer } => {
            text.push_str("closure ");
            path(db, function.def(db), text);
            text.push_str(" in ");
            text.push_str(&symbol(db, *outer));
        }
        TyKind::ClassObject(class) => {
            text.push_str("type ");
            path(db, class.def(db), text);
        }
        _ => text.push_str(&of.show(db)),
    }
}
