//! Bodies and headers as text: what `--emit hir` prints and what the tests compare. Looks like Python where it can; names say what they refer to:
//! `x` is a variable of the body, `f::x` one of an enclosing function, `@x` a name of the module, `.x` one of the class.

mod expr;
mod header;
mod stmt;

use std::fmt::Write;

use crate::{Body, BodyOwner, Db, File, body, body_owners, class_def, function_body, qualified_name, signature};

/// Every body of a file.
pub fn file(db: &dyn Db, file: File) -> String {
    let mut out = String::new();
    for (at, &owner) in body_owners(db, file).iter().enumerate() {
        if at > 0 {
            out.push('\n');
        }
        out.push_str(&definition(db, owner));
    }
    out
}

/// A definition: its header and its body.
pub fn definition(db: &dyn Db, owner: BodyOwner) -> String {
    let name = qualified_name(db, owner);
    let mut out = match owner {
        BodyOwner::Function(function) => header::function(&name, &signature(db, function)),
        BodyOwner::Class(class) => header::class(&name, &class_def(db, class)),
        BodyOwner::Module(file) => format!("module {}:\n", crate::module_name(db, file)),
    };
    let body = body(db, owner);
    let captured: Vec<_> = body.locals.iter().filter(|local| local.is_captured).map(|local| local.name.as_str()).collect();
    if !captured.is_empty() {
        let _ = writeln!(out, "  captured {}", captured.join(", "));
    }
    let mut printer = Printer { db, body: &body, out, indent: 1 };
    printer.block(&body.block);
    printer.out
}

/// A type as written.
pub fn type_ref(ty: &crate::TypeRef) -> String {
    header::type_ref(ty)
}

/// The header of a function, without its decorators: `def f(x: int = 1) -> str`.
pub fn signature_line(name: &str, signature: &crate::Signature) -> String {
    header::signature_line(name, signature)
}

/// The parts of a body, by the ids of that body.
struct Printer<'a> {
    db: &'a dyn Db,
    body: &'a Body,
    out: String,
    indent: usize,
}

impl Printer<'_> {
    fn line(&mut self, text: &str) {
        let indent = self.indent;
        let _ = writeln!(self.out, "{:1$}{text}", "", indent * 2);
    }

    /// The name of a variable of another function.
    fn captured(&self, function: crate::FunctionId, local: crate::LocalId) -> String {
        let outer = function_body(self.db, function);
        let name = outer.locals.get(local.index()).map_or("?", |local| local.name.as_str());
        format!("{}::{name}", function.def(self.db).name())
    }
}
