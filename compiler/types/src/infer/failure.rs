//! Operations that a value does not have: what Python raises for them, and what the compiler says.
//!
//! On a variant of a union such an operation raises at run time. On a value that is of just this type it is an error at compile time, except in an instance that
//! contradicts its annotations, and in a `try` that catches it: Python runs that, and the program may mean to.

use pyc_base::{Name, codes};
use pyc_hir::{BodyOwner, FunctionId, Param, ParamKind};

use super::arguments::Given;
use super::{Infer, infer};
use crate::class::{builtin_class, builtin_ty, is_subclass};
use crate::diagnostic::TypeDiagnostic;
use crate::thir::{Expr, Origin};
use crate::ty::{Instance, Ty, TyKind};
use crate::unset::is_flag;

/// How an operation fails at run time: the library function that raises, and its message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure {
    pub(crate) raises: &'static str,
    pub(crate) message: String,
}

impl From<String> for Failure {
    fn from(message: String) -> Self {
        Self { raises: "raise_type_error", message }
    }
}

impl Infer<'_> {
    /// An operation on `operands` that fails whenever it runs.
    pub(super) fn fails(&mut self, diagnostic: TypeDiagnostic, failure: Failure, operands: Vec<Expr>, origin: Origin) -> Expr {
        if !(self.variants > 0 || self.contradicts_itself() || self.is_caught(&failure) || self.compares_tuples()) {
            self.report(TypeDiagnostic { fails: Some(failure.clone()), ..diagnostic });
        }
        // Reported or not, nothing comes of it: the caller may catch it, and what has no type in an early round may have one later.
        self.raises(&failure, operands, origin)
    }

    /// Whether a `try` around catches a failure: the program means to.
    pub(super) fn is_caught(&self, failure: &Failure) -> bool {
        let db = self.db;
        let raised = builtin_ty(
            db,
            match failure.raises {
                "raise_attribute_error" => "AttributeError",
                "raise_name_error" => "NameError",
                "raise_value_error" => "ValueError",
                _ => "TypeError",
            },
        );
        self.catching.iter().flatten().any(|&class| is_subclass(db, raised, class))
    }

    /// Whether a `try` around names the errors of wrong types: then what it calls may be wrong as well.
    pub(super) fn catches_wrong_types(&self) -> bool {
        let db = self.db;
        let named = ["TypeError", "AttributeError"].map(|text| builtin_ty(db, text));
        self.catching.iter().flatten().any(|class| named.contains(class))
    }

    /// Whether this compares elements of tuples after the first ones: those before may tell already.
    fn compares_tuples(&self) -> bool {
        let db = self.db;
        let is_tuple = |ty: Ty| ty.as_class(db).is_some_and(|(class, _)| Some(class) == builtin_class(db, "tuple"));
        self.file.is_stdlib(db) && self.copies.last().is_some_and(|&place| place > 0) && self.scope.self_ty.is_some_and(is_tuple)
    }

    pub(super) fn raises(&mut self, failure: &Failure, operands: Vec<Expr>, origin: Origin) -> Expr {
        let message = self.str(&failure.message, origin);
        let raise = self.raise_call(failure.raises, vec![message], origin);
        let never = raise.ty;
        self.sequence(operands.into_iter().chain([raise]).collect(), never, origin)
    }

    /// A call of a library function with what it can't work with, in an instance that contradicts its annotations, or where that is caught.
    pub(super) fn failing_library_call(&mut self, callee: Instance, args: &[Expr], origin: Origin) -> Option<Expr> {
        let db = self.db;
        let BodyOwner::Function(function) = callee.owner(db) else { return None };
        let is_caught = || !self.catching.is_empty();
        if !function.def(db).file.is_stdlib(db) || !(self.contradicts_itself() || is_caught()) {
            return None;
        }
        if callee.params(db).iter().any(|&param| crate::facts::has_holes(db, param)) {
            return None;
        }
        let failure = library_failure(db, callee, 0)?;
        if !self.contradicts_itself() && !self.is_caught(&failure) {
            return None;
        }
        Some(self.raises(&failure, args.to_vec(), origin))
    }

    /// What a variant of a union raises when it lacks a method: Python's message for the operation that the method stands for.
    pub(super) fn missing_method(&self, ty: Ty, text: Name) -> Failure {
        let shown = self.runtime_name(ty);
        let message = match text.as_str() {
            "__getitem__" => format!("'{shown}' object is not subscriptable"),
            "__setitem__" => format!("'{shown}' object does not support item assignment"),
            "__iter__" => format!("'{shown}' object is not iterable"),
            "__len__" => format!("object of type '{shown}' has no len()"),
            "__index__" => format!("'{shown}' object cannot be interpreted as an integer"),
            "__call__" => format!("'{shown}' object is not callable"),
            "__enter__" => format!("'{shown}' object does not support the context manager protocol"),
            "__delitem__" => format!("'{shown}' object doesn't support item deletion"),
            "__abs__" => format!("bad operand type for abs(): '{shown}'"),
            "__round__" => format!("type {shown} doesn't define __round__ method"),
            "__reversed__" => format!("'{shown}' object is not reversible"),
            _ => return self.no_attribute(ty, text),
        };
        message.into()
    }

    pub(super) fn missing_operation(&mut self, object: Expr, text: Name, origin: Origin) -> Expr {
        let db = self.db;
        let shown = self.vars.resolve(db, object.ty).show(db);
        let message = match text.as_str() {
            "__getitem__" => format!("`{shown}` can't be indexed"),
            "__setitem__" => format!("`{shown}` does not support item assignment"),
            "__iter__" => format!("`{shown}` can't be iterated over"),
            "__len__" => format!("`{shown}` has no length"),
            _ => return self.unknown_attribute_of(object, text, origin),
        };
        let failure = self.missing_method(object.ty, text);
        let diagnostic = TypeDiagnostic::error(codes::UNSUPPORTED_OPERANDS, origin, message)
            .note(format!("Python raises `TypeError: {}` here", failure.message))
            .help(format!("use a type that has `{text}`"));
        self.fails(diagnostic, failure, vec![object], origin)
    }

    pub(super) fn no_attribute(&self, ty: Ty, text: Name) -> Failure {
        Failure { raises: "raise_attribute_error", message: format!("'{}' object has no attribute '{text}'", self.runtime_name(ty)) }
    }

    /// An attribute that an object does not have.
    pub(super) fn unknown_attribute_of(&mut self, object: Expr, text: Name, origin: Origin) -> Expr {
        if object.ty.is_unknown(self.db) {
            return self.unknown(origin);
        }
        let diagnostic = self.unknown_attribute_error(object.ty, text, origin);
        let failure = self.missing_method(object.ty, text);
        self.fails(diagnostic, failure, vec![object], origin)
    }

    /// An attribute that a type does not have, where no object is at hand.
    pub(super) fn unknown_attribute(&mut self, ty: Ty, text: Name, origin: Origin) -> Expr {
        if !ty.is_unknown(self.db) {
            let diagnostic = self.unknown_attribute_error(ty, text, origin);
            self.report(diagnostic);
        }
        self.unknown(origin)
    }

    fn unknown_attribute_error(&self, ty: Ty, name: Name, origin: Origin) -> TypeDiagnostic {
        let db = self.db;
        let mut candidates = Vec::new();
        if let Some(class) = crate::class::class_of(db, ty) {
            for owner in crate::class::mro(db, class) {
                if let Some((class, _)) = owner.as_class(db) {
                    candidates.extend(crate::class::class_info(db, class).members.iter().map(|(member, _)| *member));
                }
            }
            candidates.extend(crate::class::class_fields(db, class).iter().map(|(field, _)| *field).filter(|&field| !is_flag(field)));
        }
        candidates.retain(|candidate| !candidate.starts_with('_'));
        let shown = self.vars.resolve(db, ty).show(db);
        let diagnostic = TypeDiagnostic::error(codes::UNKNOWN_ATTRIBUTE, origin, format!("`{shown}` has no attribute `{name}`"))
            .label("no such attribute");
        match crate::suggest::closest(name.as_str(), candidates) {
            Some(close) => diagnostic.help(format!("did you mean `{close}`?")),
            None => diagnostic.help("fields are declared by annotations in the class or by assignments to `self` in its methods"),
        }
    }

    /// An operator that its operands do not have.
    pub(super) fn unsupported_operands(
        &mut self,
        sign: &str,
        operands: [Expr; 2],
        message: String,
        help: impl Into<String>,
        origin: Origin,
    ) -> Expr {
        let db = self.db;
        let [left, right] = operands.each_ref().map(|operand| self.vars.resolve(db, operand.ty));
        let (l, r) = (left.show(db), right.show(db));
        // Containers of one class that differ in their elements.
        let of_one_class = matches!((left.as_class(db), right.as_class(db)), (Some((a, _)), Some((b, _))) if a == b);
        let doubts = match of_one_class && !crate::doubts::binds(db, self.file) {
            true => self.doubts_of_callers(left, right),
            false => Vec::new(),
        };
        let diagnostic = TypeDiagnostic::error(codes::UNSUPPORTED_OPERANDS, origin, format!("`{sign}` is not defined for `{l}` and `{r}`"))
            .note(format!("Python raises `TypeError: {message}` here"))
            .help(help);
        self.fails(TypeDiagnostic { doubts, ..diagnostic }, message.into(), operands.into(), origin)
    }

    pub(super) fn unsupported_operand(&mut self, sign: &str, method: &str, operand: Expr, origin: Origin) -> Expr {
        let shown = self.vars.resolve(self.db, operand.ty).show(self.db);
        let message = format!("bad operand type for unary {sign}: '{}'", self.runtime_name(operand.ty));
        let diagnostic = TypeDiagnostic::error(codes::UNSUPPORTED_OPERANDS, origin, format!("This operator is not defined for `{shown}`"))
            .note(format!("Python raises `TypeError: {message}` here"))
            .help(format!("define `{method}` in the class, or convert the value to a number first"));
        self.fails(diagnostic, message.into(), vec![operand], origin)
    }

    /// What Python raises if a function that may be called here takes another number of arguments.
    pub(super) fn wrong_count(&self, callee: Ty, given: &[Given]) -> Option<String> {
        if let Some((function, _)) = self.bound_method(callee) {
            return self.wrong_arguments(function, 1, given);
        }
        let (&TyKind::Function(function) | &TyKind::Closure { function, .. }) = callee.kind(self.db) else { return None };
        self.wrong_arguments(function, 0, given)
    }

    /// The same of a function that has been given its first `bound` parameters.
    pub(super) fn wrong_arguments(&self, function: FunctionId, bound: usize, given: &[Given]) -> Option<String> {
        let signature = pyc_hir::signature(self.db, function);
        let is_open = given.iter().any(|arg| arg.is_star || arg.is_mapping);
        if is_open || signature.params.iter().any(|param| !matches!(param.kind, ParamKind::PositionalOnly | ParamKind::Normal)) {
            return None;
        }
        let (count, all) = (bound + given.iter().filter(|arg| arg.keyword.is_none()).count(), signature.params.len());
        let needed = signature.params.iter().filter(|param| param.default.is_none()).count();
        let named = || pyc_hir::qualified_name(self.db, BodyOwner::Function(function));
        let plural = |count: usize| if count == 1 { "" } else { "s" };
        if count > all {
            let takes = if needed == all { all.to_string() } else { format!("from {needed} to {all}") };
            let were = if count == 1 { "was" } else { "were" };
            return Some(format!("{}() takes {takes} positional argument{} but {count} {were} given", named(), plural(all)));
        }
        let unexpected = given.iter().filter_map(|arg| arg.keyword).find(|text| signature.params.iter().all(|param| param.name != *text));
        if let Some(text) = unexpected {
            return Some(format!("{}() got an unexpected keyword argument '{text}'", named()));
        }
        let is_missing = |param: &&Param| param.default.is_none() && given.iter().all(|arg| arg.keyword != Some(param.name));
        let missing: Vec<String> = signature.params[count..].iter().filter(is_missing).map(|param| format!("'{}'", param.name)).collect();
        let listed = match &missing[..] {
            [] => return None,
            [one] => one.clone(),
            [one, other] => format!("{one} and {other}"),
            [first @ .., last] => format!("{}, and {last}", first.join(", ")),
        };
        Some(format!("{}() missing {} required positional argument{}: {listed}", named(), missing.len(), plural(missing.len())))
    }

    pub(super) fn not_callable(&mut self, callee: Expr, origin: Origin) -> Expr {
        let shown = self.vars.resolve(self.db, callee.ty).show(self.db);
        let diagnostic = TypeDiagnostic::error(codes::NOT_CALLABLE, origin, format!("A value of type `{shown}` can't be called"))
            .help("call a function, a class, or an object whose class defines `__call__`");
        let message = format!("'{}' object is not callable", self.runtime_name(callee.ty));
        self.fails(diagnostic, message.into(), vec![callee], origin)
    }
}

/// Deeper in the library the messages are no longer about what the program passes.
const MAX_LIBRARY_DEPTH: u32 = 2;

fn library_failure(db: &dyn pyc_hir::Db, callee: Instance, depth: u32) -> Option<Failure> {
    let inference = infer(db, callee);
    let own = inference.diagnostics.iter().find(|found| found.is_error());
    if depth >= MAX_LIBRARY_DEPTH || own.is_some() {
        return own?.fails.clone();
    }
    let is_library = |callee: &&Instance| matches!(callee.owner(db), BodyOwner::Function(function) if function.def(db).file.is_stdlib(db));
    inference.callees.iter().filter(is_library).find_map(|&callee| library_failure(db, callee, depth + 1))
}
