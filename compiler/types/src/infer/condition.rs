//! Truth, and what tests show.

use pyc_hir::{CmpOp, Expr as Hir, ExprId, Literal, NameRef, UnaryOp};

use super::Infer;
use super::env::{Env, Path, Slot};
use crate::class::find_method;
use crate::thir::{BinaryOp, Expr, ExprKind, Origin};
use crate::ty::{Ty, TyKind};

/// What a test looks at: a variable, or an attribute of one.
pub(super) enum Subject {
    Slot(Slot),
    Path(Path),
}

/// A value that was tested, with what holds where it is true and where it is not.
pub(super) struct Tested {
    pub(super) value: Expr,
    pub(super) on_true: Env,
    pub(super) on_false: Env,
}

impl From<(Expr, Env, Env)> for Tested {
    fn from((value, on_true, on_false): (Expr, Env, Env)) -> Self {
        Self { value, on_true, on_false }
    }
}

/// What holds after the last operand of a chain.
struct Ends {
    on_true: Env,
    on_false: Env,
}

impl Ends {
    /// With what holds where an operand before it ended the chain.
    fn after(self, infer: &mut Infer<'_>, value: Expr, stops: Env, is_and: bool) -> Tested {
        let Self { mut on_true, mut on_false } = self;
        let ended = if is_and { &mut on_false } else { &mut on_true };
        *ended = stops.join(ended, infer.db, &mut infer.vars);
        Tested { value, on_true, on_false }
    }
}

impl Infer<'_> {
    /// A test as a `bool`, with what holds after it succeeds and after it fails. Leaves `self.env` for the caller to choose.
    pub(super) fn condition(&mut self, id: ExprId) -> (Expr, Env, Env) {
        let hir = self.hir.clone();
        let origin = Origin::Expr(id);
        let (value, mut on_true, mut on_false) = match &hir.exprs[id.index()] {
            Hir::Unary { op: UnaryOp::Not, operand } => {
                let (value, on_true, on_false) = self.condition(*operand);
                (self.not(value), on_false, on_true)
            }
            Hir::And(operands) => self.condition_chain(operands, true, origin),
            Hir::Or(operands) => self.condition_chain(operands, false, origin),
            Hir::Compare { first, rest } if rest.len() == 1 => self.compare_condition(id, *first, rest[0]),
            Hir::Call { callee, args } if self.is_builtin(*callee, "isinstance") && args.len() == 2 => {
                self.isinstance_condition(args[0].value, args[1].value, origin)
            }
            Hir::Call { callee, args } if self.is_builtin(*callee, "hasattr") && args.len() == 2 => {
                let test = self.expr(id, None);
                let base = self.env.clone();
                let Hir::Literal(Literal::Str(text)) = &hir.exprs[args[1].value.index()] else { return self.truth_condition(test, id) };
                let Some((subject, ty)) = self.subject(args[0].value).filter(|(_, ty)| !ty.is_unknown(self.db)) else {
                    return self.truth_condition(test, id);
                };
                let (with, without) = self.by_attribute(ty, pyc_base::name(text));
                (test, self.narrowed(&base, &subject, with), self.narrowed(&base, &subject, without))
            }
            Hir::Walrus { target, .. } => {
                let value = self.expr(id, None);
                self.truth_condition(value, *target)
            }
            _ => {
                let value = self.expr(id, None);
                self.truth_condition(value, id)
            }
        };
        match value.kind {
            ExprKind::Bool(true) => on_false = Env::dead(),
            ExprKind::Bool(false) => on_true = Env::dead(),
            _ => {}
        }
        self.expr_types.entry(id).or_insert(value.ty);
        (value, on_true, on_false)
    }

    /// A test as a value; afterwards either outcome is possible.
    pub(super) fn condition_value(&mut self, id: ExprId) -> Expr {
        let (value, on_true, on_false) = self.condition(id);
        self.env = on_true.join(&on_false, self.db, &mut self.vars);
        value
    }

    /// A value, with what holds where it is true and where it is not. Each part is inferred once: chains in chains would take twice as long with each
    /// level otherwise.
    fn tested(&mut self, id: ExprId, expected: Option<Ty>) -> Tested {
        let hir = self.hir.clone();
        let origin = Origin::Expr(id);
        let tested = match &hir.exprs[id.index()] {
            Hir::And(operands) => self.chain(operands, true, expected, origin),
            Hir::Or(operands) => self.chain(operands, false, expected, origin),
            // The value is the condition itself.
            Hir::Unary { op: UnaryOp::Not, .. } | Hir::Compare { .. } => Tested::from(self.condition(id)),
            Hir::Call { callee, args } if self.is_builtin(*callee, "isinstance") && args.len() == 2 => Tested::from(self.condition(id)),
            hir => {
                let subject = if let Hir::Walrus { target, .. } = hir { *target } else { id };
                let value = self.expr(id, expected);
                let (on_true, on_false) = self.shown_by_truth(subject);
                Tested { value, on_true, on_false }
            }
        };
        self.expr_types.entry(id).or_insert(tested.value.ty);
        tested
    }

    /// `and` or `or` as a value: the first operand that decides, or the last.
    pub(super) fn chain(&mut self, operands: &[ExprId], is_and: bool, expected: Option<Ty>, origin: Origin) -> Tested {
        let (first, rest) = (operands[0], &operands[1..]);
        let Tested { value, on_true, on_false } = self.tested(first, expected);
        if rest.is_empty() {
            return Tested { value, on_true, on_false };
        }
        let is_condition = matches!(value.ty.kind(self.db), TyKind::Bool)
            && matches!(
                self.hir.exprs[first.index()],
                Hir::Compare { .. } | Hir::Unary { .. } | Hir::Call { .. } | Hir::And(_) | Hir::Or(_)
            );
        let (continues, stops) = if is_and { (on_true, on_false) } else { (on_false, on_true) };
        if is_condition {
            let (value, ends) = self.chain_rest(value.clone(), value, continues, rest, is_and, expected, origin);
            return ends.after(self, value, stops, is_and);
        }
        let (store, local) = self.temp(value);
        let test = self.truth(self.local_expr(local, origin), origin);
        let kept = self.local_expr(local, origin);
        let (value, ends) = self.chain_rest(kept, test, continues, rest, is_and, expected, origin);
        let value = self.block_expr(vec![store], value);
        ends.after(self, value, stops, is_and)
    }

    #[expect(clippy::too_many_arguments, reason = "one step of a fold over the operands")]
    fn chain_rest(
        &mut self,
        value: Expr,
        test: Expr,
        continues: Env,
        rest: &[ExprId],
        is_and: bool,
        expected: Option<Ty>,
        origin: Origin,
    ) -> (Expr, Ends) {
        let db = self.db;
        self.env = continues;
        let (block, further) = self.in_block(|this| this.chain(rest, is_and, expected, origin));
        let ends = Ends { on_true: further.on_true, on_false: further.on_false };
        let further = self.block_expr(block, further.value);
        if matches!((value.ty.kind(db), further.ty.kind(db)), (TyKind::Bool, TyKind::Bool)) {
            let (left, right) = (Box::new(test), Box::new(further));
            let kind = if is_and { ExprKind::And(left, right) } else { ExprKind::Or(left, right) };
            return (self.expr_of(Ty::bool(db), kind, origin), ends);
        }
        // The value itself is the result only where its truth stops the chain.
        let kept_ty = self.when_truth_is(value.ty, !is_and);
        let kept = self.narrow(value, kept_ty);
        let ty = self.join(kept_ty, further.ty);
        let kept = self.widen(kept, ty);
        let further = self.widen(further, ty);
        let result = if is_and { self.if_expr(ty, test, further, kept) } else { self.if_expr(ty, test, kept, further) };
        (result, ends)
    }

    fn condition_chain(&mut self, operands: &[ExprId], is_and: bool, origin: Origin) -> (Expr, Env, Env) {
        let db = self.db;
        let (mut value, mut on_true, mut on_false) = self.condition(operands[0]);
        for &operand in &operands[1..] {
            match value.kind {
                ExprKind::Bool(known) if known != is_and => return (value, on_true, on_false),
                _ => {}
            }
            self.env = if is_and { on_true.clone() } else { on_false.clone() };
            let (block, (further, further_true, further_false)) = self.in_block(|this| this.condition(operand));
            let further = self.block_expr(block, further);
            if is_and {
                on_true = further_true;
                on_false = on_false.join(&further_false, db, &mut self.vars);
            } else {
                on_true = on_true.join(&further_true, db, &mut self.vars);
                on_false = further_false;
            }
            value = match value.kind {
                // `True and x` is `x`.
                ExprKind::Bool(_) => further,
                _ => {
                    let (left, right) = (Box::new(value), Box::new(further));
                    self.expr_of(Ty::bool(db), if is_and { ExprKind::And(left, right) } else { ExprKind::Or(left, right) }, origin)
                }
            };
        }
        (value, on_true, on_false)
    }

    fn compare_condition(&mut self, id: ExprId, first: ExprId, (op, second): (CmpOp, ExprId)) -> (Expr, Env, Env) {
        let db = self.db;
        let is_none = |this: &Self, expr: ExprId| matches!(this.hir.exprs[expr.index()], Hir::Literal(Literal::None));
        let value = self.expr(id, None);
        let (base, base_false) = (self.env.clone(), self.env.clone());
        let tested = if is_none(self, second) {
            first
        } else if is_none(self, first) {
            second
        } else {
            return (value, base, base_false);
        };
        let Some((subject, ty)) = self.subject(tested) else { return (value, base, base_false) };
        let none = Ty::none(db);
        let is = self.narrowed(&base, &subject, if ty.variants(db).contains(&none) { none } else { Ty::never(db) });
        let is_not = self.narrowed(&base, &subject, ty.without(db, |variant| variant.is_none(db)));
        match op {
            CmpOp::Is | CmpOp::Eq => (value, is, is_not),
            CmpOp::IsNot | CmpOp::NotEq => (value, is_not, is),
            _ => (value, base, base_false),
        }
    }

    fn isinstance_condition(&mut self, tested: ExprId, classes: ExprId, origin: Origin) -> (Expr, Env, Env) {
        let db = self.db;
        let value = self.expr(tested, None);
        let actual = value.ty;
        let Some(of) = self.class_argument(classes, actual) else {
            let unknown = self.unsupported("`isinstance` with this second argument", "name a class, or a tuple of classes", origin);
            return (Expr { ty: Ty::bool(db), ..unknown }, self.env.clone(), self.env.clone());
        };
        let test = self.type_test(value, of);
        let yes = self.instances_of(actual, of);
        let no = actual.without(db, |variant| self.is_of(variant, of));
        let base = self.env.clone();
        let Some((subject, _)) = self.subject(tested) else { return (test, base.clone(), base) };
        let (on_true, on_false) = (self.narrowed(&base, &subject, yes), self.narrowed(&base, &subject, no));
        (test, on_true, on_false)
    }

    /// The classes that the second argument of `isinstance` names, as one type. A class without its type arguments means all of that class that
    /// `actual` can be.
    pub(super) fn class_argument(&mut self, classes: ExprId, actual: Ty) -> Option<Ty> {
        let db = self.db;
        let hir = self.hir.clone();
        match &hir.exprs[classes.index()] {
            Hir::Tuple(items) => {
                let types = items.iter().map(|&item| self.class_argument(item, actual)).collect::<Option<Vec<_>>>()?;
                Some(Ty::union(db, types))
            }
            Hir::Binary { left, op: pyc_hir::BinOp::BitOr, right } => {
                let types = [self.class_argument(*left, actual)?, self.class_argument(*right, actual)?];
                Some(Ty::union(db, types))
            }
            Hir::Literal(Literal::None) => Some(Ty::none(db)),
            Hir::Name(NameRef::Global(text)) if text.as_str() == "object" => Some(actual),
            Hir::Name(NameRef::Global(text)) if text.as_str() == "tuple" => {
                Some(actual.without(db, |variant| !self.view_type(variant).is_tuple(db)))
            }
            _ => {
                if let Hir::Name(NameRef::Global(text)) = &hir.exprs[classes.index()]
                    && let Some((_, ty)) = self.scope.names.iter().find(|(name, _)| name == text)
                {
                    return Some(*ty);
                }
                let TyKind::ClassObject(class) = *self.expr(classes, None).ty.kind(db) else { return None };
                if let Some(primitive) = class.def(db).file.is_stdlib(db).then(|| crate::resolve::primitive(db, class)).flatten() {
                    // `bool` is a subclass of `int`, and so are enumerations of integers.
                    return Some(match primitive.kind(db) {
                        TyKind::Int => {
                            let members = actual.variants(db).into_iter().filter(|&variant| self.is_integer_member(variant));
                            Ty::union(db, members.chain([Ty::int(db), Ty::bool(db)]).collect::<Vec<_>>())
                        }
                        _ => primitive,
                    });
                }
                if self.is_abstract_class(class) {
                    return self.abstract_instances(class, actual);
                }
                let matching = actual.variants(db).into_iter().filter(|variant| {
                    let owners = crate::multiple::linearization(db, *variant);
                    owners.into_iter().any(|owner| owner.as_class(db).is_some_and(|(known, _)| known == class))
                });
                let mut matching: Vec<Ty> = matching.collect();
                let heirs = crate::multiple::further_heirs(db, class);
                if !heirs.is_empty() {
                    // Those whose objects begin with other fields are tested for one by one.
                    return Some(Ty::union(db, matching.into_iter().chain(heirs).chain([Ty::class(db, class, [])])));
                }
                let is_base = |variant: Ty| {
                    let of = variant.as_class(db).map(|(known, _)| known);
                    of.is_some_and(|of| of != class && crate::class::subclasses(db, of).contains(&class))
                };
                if actual.variants(db).into_iter().any(is_base) && !crate::class::class_info(db, class).params.is_empty() {
                    let made = self.made_of(class);
                    let fits = |made: &Ty| actual.variants(db).into_iter().any(|variant| self.may_be(variant, *made));
                    matching.extend(made.into_iter().filter(fits));
                }
                if !matching.is_empty() || !crate::class::class_info(db, class).params.is_empty() {
                    return Some(Ty::union(db, matching));
                }
                Some(Ty::class(db, class, []))
            }
        }
    }

    /// The truth of a value, and what it shows of what was tested.
    fn truth_condition(&mut self, value: Expr, tested: ExprId) -> (Expr, Env, Env) {
        let origin = value.origin;
        let test = self.truth(value, origin);
        let (on_true, on_false) = self.shown_by_truth(tested);
        (test, on_true, on_false)
    }

    fn shown_by_truth(&mut self, tested: ExprId) -> (Env, Env) {
        let base = self.env.clone();
        let Some((subject, ty)) = self.subject(tested) else { return (base.clone(), base) };
        let (yes, no) = (self.when_truth_is(ty, true), self.when_truth_is(ty, false));
        (self.narrowed(&base, &subject, yes), self.narrowed(&base, &subject, no))
    }

    /// The type of those values of a type that are true, or false.
    pub(super) fn when_truth_is(&self, ty: Ty, truth: bool) -> Ty {
        let db = self.db;
        ty.without(db, |variant| {
            if variant.is_none(db) {
                return truth;
            }
            let always_true = variant.as_class(db).is_some()
                && find_method(db, variant, "__bool__").is_none()
                && find_method(db, variant, "__len__").is_none();
            always_true && !truth
        })
    }

    /// `bool(value)`.
    pub(super) fn truth(&mut self, value: Expr, origin: Origin) -> Expr {
        let db = self.db;
        let bool = Ty::bool(db);
        if value.ty.is_never(db) || value.ty.is_unknown(db) {
            return Expr { ty: if value.ty.is_never(db) { value.ty } else { bool }, ..value };
        }
        if value.ty.is_union(db) {
            let each = |this: &mut Self, value: Expr| Ok::<_, String>(this.truth(value, origin));
            return self.dispatch(value, origin, each).unwrap_or_else(|| self.unknown(origin));
        }
        let ty = value.ty;
        let zero = match ty.kind(db) {
            TyKind::Bool => return value,
            TyKind::Int | TyKind::Fixed { .. } => ExprKind::Int(0),
            TyKind::Float | TyKind::SmallFloat(_) => ExprKind::Float(0.0),
            TyKind::None => {
                let known = self.bool(false, origin);
                return self.sequence_value(vec![value], known);
            }
            TyKind::Tuple(items) => {
                let known = self.bool(!items.is_empty(), origin);
                return self.sequence_value(vec![value], known);
            }
            _ => {
                if let Some(result) = self.try_method(value.clone(), "__bool__", Vec::new(), origin) {
                    return result;
                }
                if let Some(length) = self.try_method(value.clone(), "__len__", Vec::new(), origin) {
                    let length = match find_method(db, value.ty, "__len__") {
                        Some((_, function)) => self.checked_length(function, length),
                        None => length,
                    };
                    let zero = self.int(0, origin);
                    return self.expr_of(bool, ExprKind::Binary(BinaryOp::Ne, Box::new(length), Box::new(zero)), origin);
                }
                let known = self.bool(true, origin);
                return self.sequence_value(vec![value], known);
            }
        };
        let zero = self.expr_of(ty, zero, origin);
        self.expr_of(bool, ExprKind::Binary(BinaryOp::Ne, Box::new(value), Box::new(zero)), origin)
    }

    pub(super) fn subject(&mut self, id: ExprId) -> Option<(Subject, Ty)> {
        let hir = self.hir.clone();
        let id = match &hir.exprs[id.index()] {
            Hir::Walrus { target, .. } => *target,
            _ => id,
        };
        if let Some(slot) = self.slot_of(id) {
            // What functions assign may change with any call.
            if let Slot::Global(name) = slot
                && crate::facts::assigned_by_functions(self.db, self.file).contains(&name)
            {
                return None;
            }
            let state = self.env.slots.get(&slot)?;
            return Some((Subject::Slot(slot), self.vars.shallow(self.db, state.ty)));
        }
        let path = self.path_of(id)?;
        let ty = *self.expr_types.get(&id)?;
        Some((Subject::Path(path), ty))
    }

    pub(super) fn narrowed(&mut self, base: &Env, subject: &Subject, ty: Ty) -> Env {
        let mut env = base.clone();
        if ty.is_never(self.db) {
            // Only for variables: attributes may have been changed by others.
            if matches!(subject, Subject::Slot(_)) {
                env.live = false;
            }
            return env;
        }
        match subject {
            Subject::Slot(slot) => {
                if let Some(state) = env.slots.get_mut(slot) {
                    state.ty = ty;
                }
            }
            Subject::Path(path) => {
                env.paths.retain(|(known, _)| known != path);
                env.paths.push((path.clone(), ty));
            }
        }
        env
    }

    /// The variable that an expression names, if its type is followed here.
    pub(super) fn slot_of(&self, id: ExprId) -> Option<Slot> {
        match &self.hir.exprs[id.index()] {
            Hir::Name(NameRef::Local(local)) => Some(Slot::Local(*local)),
            Hir::Name(NameRef::Global(name) | NameRef::Class(name)) => {
                let slot = Slot::Global(*name);
                self.env.slots.contains_key(&slot).then_some(slot)
            }
            _ => None,
        }
    }

    pub(super) fn path_of(&self, id: ExprId) -> Option<Path> {
        let mut names = Vec::new();
        let mut at = id;
        loop {
            match &self.hir.exprs[at.index()] {
                Hir::Attribute { value, name } => {
                    names.push(*name);
                    at = *value;
                }
                _ if names.is_empty() => return None,
                _ => {
                    let slot = self.slot_of(at)?;
                    names.reverse();
                    return Some((slot, names));
                }
            }
        }
    }
}
