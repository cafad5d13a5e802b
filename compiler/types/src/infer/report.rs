//! Diagnostics of a pass, and calls of the library's functions that raise.

use pyc_base::codes;
use pyc_hir::{BinOp, Item};

use super::Infer;
use super::failure::Failure;
use super::operators::dunders;
use crate::class::builtin_function;
use crate::diagnostic::TypeDiagnostic;
use crate::thir::{Expr, ExprKind, Origin};
use crate::ty::{Instance, Ty};

impl Infer<'_> {
    /// Only the last pass knows the types for good, so only its reports are kept.
    pub(super) fn report(&mut self, diagnostic: TypeDiagnostic) {
        if self.is_final && self.env.live && !self.diagnostics.contains(&diagnostic) {
            self.diagnostics.push(diagnostic);
        }
    }

    /// A construct that the compiler does not compile.
    pub(super) fn unsupported(&mut self, what: &str, instead: &str, origin: Origin) -> Expr {
        self.report(TypeDiagnostic::error(codes::UNSUPPORTED, origin, format!("{what} can't be compiled")).help(instead));
        self.unknown(origin)
    }

    /// A call of a library function that never returns.
    pub(super) fn raise_call(&mut self, name: &str, args: Vec<Expr>, origin: Origin) -> Expr {
        let db = self.db;
        let Some(function) = builtin_function(db, name) else {
            return self.unsupported(&format!("The library function `{name}`"), "use a complete standard library", origin);
        };
        let params: Box<[Ty]> = args.iter().map(|arg| arg.ty).collect();
        let instance = Instance::new(db, pyc_hir::BodyOwner::Function(function), Box::new([]) as Box<[Ty]>, params);
        self.callees.push(instance);
        Expr { ty: Ty::never(db), kind: ExprKind::Call { instance, args }, origin }
    }

    pub(super) fn check_settled(&mut self) {
        let db = self.db;
        // What the library is called with is told where it is called.
        let is_library = self.file.is_stdlib(db);
        let is_open = |ty: Ty| ty.is_unknown(db) || (!is_library && ty.any(db, &mut |part| part.is_unknown(db)));
        let unsettled = self.locals.iter().any(|local| is_open(local.ty))
            // The others are asked for what is unknown alone: what is only empty yet is known to them by what this body assigns.
            || !is_library
                && self.open_globals.iter().any(|&(global, ty)| is_open(self.vars.resolve(db, ty)) && is_open(super::global_ty(db, global)));
        if unsettled && !self.diagnostics.iter().any(TypeDiagnostic::is_error) {
            self.env.live = true;
            self.report(
                TypeDiagnostic::error(codes::UNKNOWN_LOCAL_TYPE, Origin::Body, "The type of a variable in this function can't be told")
                    .help("annotate the function's parameters and result, or the variable"),
            );
        }
    }

    pub(super) fn unknown_name(&mut self, name: pyc_base::Name, origin: Origin) -> Expr {
        let failure = Failure { raises: "raise_name_error", message: name.to_string() };
        if self.is_caught(&failure) {
            return self.raises(&failure, Vec::new(), origin);
        }
        let mut candidates = crate::suggest::visible_names(self.db, self.file);
        candidates.extend(self.hir.locals.iter().map(|local| local.name));
        let mut diagnostic = TypeDiagnostic::error(codes::UNDEFINED_NAME, origin, format!("The name `{name}` is not defined"))
            .label("not found in this scope");
        diagnostic = match crate::suggest::closest(name.as_str(), candidates) {
            Some(close) => diagnostic.help(format!("did you mean `{close}`?")),
            None => diagnostic.help(format!("assign `{name}` before this line, or import it")),
        };
        self.report(diagnostic);
        self.unknown(origin)
    }

    pub(super) fn unknown_member(&mut self, module: pyc_hir::File, name: pyc_base::Name, origin: Origin) -> Expr {
        let items = pyc_hir::module_items(self.db, module);
        let module_name = pyc_hir::module_name(self.db, module);
        let mut diagnostic = TypeDiagnostic::error(codes::UNKNOWN_ATTRIBUTE, origin, format!("The module `{module_name}` has no `{name}`"));
        let visible = items.items.iter().filter(|(_, item)| !matches!(item, Item::Import { .. })).map(|(item, _)| *item);
        diagnostic = match crate::suggest::closest(name.as_str(), visible) {
            Some(close) => diagnostic.help(format!("did you mean `{close}`?")),
            None => diagnostic.help("use one of the names that the module defines"),
        };
        self.report(diagnostic);
        self.unknown(origin)
    }
}

/// What Python says of operands that an operator does not take.
pub(super) fn operand_message(op: BinOp, in_place: bool, left: &str, right: &str) -> String {
    let is_sequence = |name: &str| matches!(name, "str" | "list" | "tuple" | "bytes" | "bytearray");
    let sign = match op {
        BinOp::Add if matches!(left, "bytes" | "bytearray") => return format!("can't concat {right} to {left}"),
        BinOp::Add if left == "list" && in_place => return format!("'{right}' object is not iterable"),
        BinOp::Add if is_sequence(left) => return format!("can only concatenate {left} (not \"{right}\") to {left}"),
        BinOp::Mult if is_sequence(left) => return format!("can't multiply sequence by non-int of type '{right}'"),
        BinOp::Mult if is_sequence(right) => return format!("can't multiply sequence by non-int of type '{left}'"),
        BinOp::Pow if !in_place => "** or pow()".to_owned(),
        _ => format!("{}{}", dunders(op).0, if in_place { "=" } else { "" }),
    };
    format!("unsupported operand type(s) for {sign}: '{left}' and '{right}'")
}

pub(super) fn operand_help(db: &dyn pyc_hir::Db, op: BinOp, left: Ty, right: Ty) -> String {
    let is_str = |ty: Ty| ty.show(db) == "str";
    if op == BinOp::Add && (is_str(left) || is_str(right)) {
        return "convert the other operand with `str(...)`, or use an f-string".into();
    }
    if left.is_union(db) || right.is_union(db) {
        return "tell the types apart with `isinstance` or `is None` first".into();
    }
    format!("convert one of the operands, or define `{}` in the class", dunders(op).1)
}
