//! Making a value have the type that its destination wants.

use pyc_base::codes;
use pyc_hir::{FunctionId, Param, TypeRef};

use super::Infer;
use super::env::Path;
use crate::class::is_subclass;
use crate::diagnostic::TypeDiagnostic;
use crate::doubts::{Doubt, Widening};
use crate::thir::{Expr, ExprKind};
use crate::ty::{Ty, TyKind};

impl Infer<'_> {
    /// Converts `value` to `target`, or reports that it can't be; `what` names the destination in the message.
    pub(super) fn coerce(&mut self, value: Expr, target: Ty, what: &str) -> Expr {
        self.fit(value, target).unwrap_or_else(|value| {
            let doubt = Doubt::Annotation(self.vars.resolve(self.db, target));
            self.contradiction(value, target, what, vec![doubt])
        })
    }

    /// Converts what is put into a container, or reports that it holds something else.
    pub(super) fn coerce_element(&mut self, value: Expr, element: Ty, container: Option<Ty>, what: &str) -> Expr {
        self.fit(value, element).unwrap_or_else(|value| {
            let doubts = self.element_doubts(value.ty, element, container);
            self.contradiction(value, element, what, doubts)
        })
    }

    fn contradiction(&mut self, value: Expr, target: Ty, what: &str, doubts: Vec<Doubt>) -> Expr {
        let mut diagnostic = self.mismatch(&value, target, what);
        if self.file.is_stdlib(self.db) {
            diagnostic.doubts = self.doubts_of_callers(value.ty, target);
        } else if !crate::doubts::binds(self.db, self.file) {
            diagnostic.doubts = doubts;
        }
        self.report(diagnostic);
        self.unknown(value.origin)
    }

    /// The container may hold what is put in as well, whatever annotations say of it.
    fn element_doubts(&self, given: Ty, element: Ty, container: Option<Ty>) -> Vec<Doubt> {
        let db = self.db;
        let (given, known) = (self.vars.resolve(db, given), self.vars.resolve(db, element));
        let container = container.map(|ty| self.vars.resolve(db, ty));
        let places: Vec<_> = match container.and_then(|ty| ty.as_class(db)) {
            Some((class, args)) => (0..).zip(args).filter(|(_, arg)| **arg == known).map(|(at, _)| Some((class, at))).collect(),
            None => vec![None],
        };
        let widened = places.into_iter().map(|of| Doubt::Elements(Widening { of, known, given }));
        widened.chain([Doubt::Annotation(container.unwrap_or(known))]).collect()
    }

    /// What does not fit in the library for what it was called with: the program's containers may hold both.
    pub(super) fn doubts_of_callers(&self, given: Ty, wanted: Ty) -> Vec<Doubt> {
        let db = self.db;
        let mut doubts = Vec::new();
        let mut pairs = vec![(self.vars.resolve(db, given), self.vars.resolve(db, wanted))];
        while let Some((given, known)) = pairs.pop() {
            match (given.kind(db), known.kind(db)) {
                _ if given == known => {}
                _ if [given, known].iter().all(|ty| matches!(ty.raw(db), TyKind::Recursive(_))) => {}
                // Two containers of different elements become containers of both.
                (TyKind::Class { class: a, args: given }, TyKind::Class { class: b, args: known }) if a == b => {
                    let of_both = given.iter().copied().zip(known.iter().copied());
                    pairs.extend(of_both.flat_map(|(given, known)| [(given, known), (known, given)]));
                }
                (TyKind::Ptr(given), TyKind::Ptr(known)) => pairs.extend([(*given, *known), (*known, *given)]),
                (TyKind::Unknown, _) | (_, TyKind::Unknown | TyKind::Param(_)) => {}
                _ => doubts.push(Doubt::Elements(Widening { of: None, known, given })),
            }
        }
        doubts
    }

    /// Converts an argument to what its parameter declares. Python does not check annotations: what contradicts one is passed as it is, with a
    /// warning, and the function is compiled for it.
    pub(super) fn coerce_argument(&mut self, value: Expr, declared: Ty, function: FunctionId, param: &Param, receiver: Option<Ty>) -> Expr {
        let what = format!("the parameter `{}`", param.name);
        let is_int = matches!(&param.annotation, Some(TypeRef::Name(path)) if path.len() == 1 && path[0] == *"int");
        match super::may_contradict(self.db, function) {
            true => self.fit(value, declared).unwrap_or_else(|value| self.passed_anyway(value, declared, &what)),
            false if is_int => self.coerce_index(value, &what),
            false if self.may_fit_at_run_time(&value, declared, param) => self.fitting_variant(value, declared),
            false => self.coerce_element(value, declared, receiver, &what),
        }
    }

    /// Whether some of the types that a value may have are what a function of the library takes: `str | None`, which only the run time tells.
    fn may_fit_at_run_time(&mut self, value: &Expr, declared: Ty, param: &Param) -> bool {
        let is_plain = |path: &[pyc_base::Name]| path.len() == 1 && ["str", "bytes", "float"].contains(&path[0].as_str());
        matches!(&param.annotation, Some(TypeRef::Name(path)) if is_plain(path))
            && value.ty.is_union(self.db)
            && !crate::doubts::binds(self.db, self.file)
            && !self.assignable(value.ty, declared)
            && value.ty.variants(self.db).into_iter().any(|variant| self.assignable(variant, declared))
    }

    fn fitting_variant(&mut self, value: Expr, declared: Ty) -> Expr {
        let origin = value.origin;
        let wanted = self.runtime_name(declared);
        let each = |this: &mut Self, variant: Expr| {
            let given = this.runtime_name(variant.ty);
            this.fit(variant, declared).map_err(|_| format!("must be {wanted}, not {given}"))
        };
        self.dispatch(value, origin, each).unwrap_or_else(|| self.unknown(origin))
    }

    /// Converts what the library takes as an integer. Where that may be something else it raises, as in Python, if it can be one at all or if the
    /// arguments contradict their annotations.
    pub(super) fn coerce_index(&mut self, value: Expr, what: &str) -> Expr {
        let (db, int) = (self.db, Ty::int(self.db));
        let value = match self.fit(value, int) {
            Ok(fitted) => return fitted,
            Err(value) => value,
        };
        let takes = |variant: Ty| matches!(variant.kind(db), TyKind::Int | TyKind::Bool);
        let origin = value.origin;
        if value.ty.variants(db).into_iter().any(takes) {
            let each = |this: &mut Self, variant: Expr| match takes(variant.ty) {
                true => Ok(this.to_int(variant)),
                false => Err(this.missing_method(variant.ty, pyc_base::name("__index__"))),
            };
            return self.dispatch(value, origin, each).unwrap_or_else(|| self.unknown(origin));
        }
        if self.contradicts_itself() && !value.ty.is_union(db) {
            let failure = self.missing_method(value.ty, pyc_base::name("__index__"));
            return self.raises(&failure, vec![value], origin);
        }
        self.coerce_element(value, int, None, what)
    }

    fn passed_anyway(&mut self, value: Expr, declared: Ty, what: &str) -> Expr {
        let diagnostic = self.mismatch(&value, declared, what);
        let warning = TypeDiagnostic::warning(diagnostic.code, diagnostic.origin, diagnostic.message).label(diagnostic.label);
        self.report(
            warning
                .note("Python does not check annotations: this is compiled for the type that is there")
                .help("correct the annotation, or the value"),
        );
        value
    }

    fn mismatch(&mut self, value: &Expr, target: Ty, what: &str) -> TypeDiagnostic {
        let db = self.db;
        let (actual, wanted) = (self.vars.resolve(db, value.ty), self.vars.resolve(db, target));
        let mut diagnostic = TypeDiagnostic::error(
            codes::TYPE_MISMATCH,
            value.origin,
            format!("This is `{}`, but {what} is `{}`", actual.show(db), wanted.show(db)),
        )
        .label(format!("`{}`", actual.show(db)));
        let without_none = actual.without(db, |variant| variant.is_none(db));
        if matches!((wanted.kind(db), actual.kind(db)), (TyKind::Float, TyKind::Int)) {
            diagnostic = match value.kind {
                ExprKind::Int(literal) => diagnostic.help(format!("write `{literal}.0`")),
                _ => diagnostic.help("convert it with `float(...)`"),
            };
            diagnostic = diagnostic.note("an int stored as a float would print differently than in Python");
        } else if actual != without_none && self.assignable(without_none, wanted) {
            diagnostic = diagnostic.help("test it first: `if x is not None:`");
        } else if without_none != actual || actual.is_union(db) {
            diagnostic = diagnostic.help("tell the types apart with `isinstance` first, or widen the annotation");
        }
        diagnostic
    }

    /// Converts without losing anything, or gives the value back.
    pub(super) fn fit(&mut self, value: Expr, target: Ty) -> Result<Expr, Expr> {
        let db = self.db;
        if value.ty == target || target.is_unknown(db) || value.ty.is_unknown(db) {
            return Ok(value);
        }
        if let TyKind::Var(var) = target.kind(db) {
            let put = self.vars.put(db, *var, value.ty);
            return if put { Ok(value) } else { Err(value) };
        }
        if value.ty.is_never(db) || self.assignable(value.ty, target) {
            return Ok(self.widen(value, target));
        }
        let view = self.view_type(value.ty);
        if view != value.ty && self.assignable(view, target) {
            let view = self.tuple_view(value);
            return Ok(self.widen(view, target));
        }
        if let Some(plain) = self.enumeration_value(&value)
            && self.assignable(plain.ty, target)
        {
            return Ok(self.widen(plain, target));
        }
        match self.narrowed_by_test(&value) {
            Some(narrow) if self.assignable(narrow, target) => {
                let checked = self.checked_narrow(value, narrow);
                Ok(self.widen(checked, target))
            }
            _ => Err(value),
        }
    }

    /// Whether every value of type `from` is one of type `to`, as it is.
    pub(super) fn assignable(&mut self, from: Ty, to: Ty) -> bool {
        let db = self.db;
        if from == to || from.is_never(db) || from.is_unknown(db) || to.is_unknown(db) {
            return true;
        }
        match (from.kind(db), to.kind(db)) {
            (TyKind::Var(_), TyKind::Var(_)) => self.vars.unify(db, from, to),
            (_, TyKind::Var(var)) => self.vars.put(db, *var, from),
            (TyKind::Union(variants), _) => variants.iter().all(|&variant| self.assignable(variant, to)),
            (_, TyKind::Union(variants)) => variants.contains(&from) || variants.iter().any(|&variant| self.assignable(from, variant)),
            (TyKind::Class { .. }, TyKind::Class { .. }) if let (Some(from), Some(to)) = (from.tuple_element(db), to.tuple_element(db)) => {
                self.assignable(from, to)
            }
            (TyKind::Class { .. }, TyKind::Class { class, .. }) => {
                // Missing keys are made by the type alone, which a dictionary's does not say.
                if is_defaultdict(db, from) && !is_defaultdict(db, to) {
                    return false;
                }
                let base =
                    || crate::class::mro(db, from).into_iter().find(|base| base.as_class(db).is_some_and(|(known, _)| known == *class));
                is_subclass(db, from, to) || base().is_some_and(|base| self.vars.unify(db, base, to))
            }
            (TyKind::Tuple(items), TyKind::Class { .. }) if let Some(element) = to.tuple_element(db) => {
                items.iter().all(|&item| self.assignable(item, element))
            }
            (TyKind::Tuple(from), TyKind::Tuple(to)) => {
                from.len() == to.len() && from.iter().zip(to).all(|(&from, &to)| self.assignable(from, to))
            }
            (TyKind::Ptr(_), TyKind::Ptr(_)) => self.vars.unify(db, from, to),
            _ => false,
        }
    }

    /// Marks the conversion to a type that includes the value's.
    pub(super) fn widen(&mut self, value: Expr, target: Ty) -> Expr {
        let db = self.db;
        let (from, to) = (self.vars.resolve(db, value.ty), self.vars.resolve(db, target));
        if from == to || from.is_never(db) || from.is_unknown(db) || to.is_unknown(db) {
            return value;
        }
        if self.lengthens(from, to) {
            return self.lengthen(value, target);
        }
        let origin = value.origin;
        Expr { ty: target, kind: ExprKind::Widen(Box::new(value)), origin }
    }

    /// To a type that the value is known to be of.
    pub(super) fn narrow(&self, value: Expr, target: Ty) -> Expr {
        if value.ty == target {
            return value;
        }
        let origin = value.origin;
        Expr { ty: target, kind: ExprKind::Narrow(Box::new(value)), origin }
    }

    /// What a test has shown of an attribute that was just read.
    fn narrowed_by_test(&self, value: &Expr) -> Option<Ty> {
        let path = self.path_of_value(value)?;
        self.env.path(&path)
    }

    fn path_of_value(&self, value: &Expr) -> Option<Path> {
        match value.origin {
            crate::thir::Origin::Expr(expr) => self.path_of(expr),
            _ => None,
        }
    }

    /// Narrows a value that was tested before, but may have been changed since: tests again, and raises `TypeError` if it was.
    pub(super) fn checked_narrow(&mut self, value: Expr, target: Ty) -> Expr {
        let db = self.db;
        if value.ty == target {
            return value;
        }
        let origin = value.origin;
        let (store, local) = self.temp(value);
        let test = self.type_test(self.local_expr(local, origin), target);
        let then = self.narrow(self.local_expr(local, origin), target);
        let message = format!("the value is no longer of type '{}', as it was when it was tested", target.show(db));
        let otherwise = self.raise_call("raise_type_error", vec![self.str(&message, origin)], origin);
        let choice = self.if_expr(target, test, then, otherwise);
        self.block_expr(vec![store], choice)
    }
}

fn is_defaultdict(db: &dyn pyc_hir::Db, ty: Ty) -> bool {
    ty.as_class(db).is_some_and(|(class, _)| super::construct::is_defaultdict(db, class))
}
