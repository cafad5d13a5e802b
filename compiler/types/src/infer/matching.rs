//! `match`: the cases one after the other. What a case takes for good is no longer among what the subject can be in those behind it.

use pyc_hir::{Block, Case, Expr as Hir, ExprId, Literal};

use super::Infer;
use super::condition::Subject;
use super::env::Env;
use super::pattern::{Matched, is_false, is_true};
use crate::thir::{Expr, ExprKind, Origin, StmtKind};
use crate::ty::{Ty, TyKind};

/// What the cases so far have left of the subject.
struct Left {
    ty: Ty,
    /// The constants of `bool`, or the members of an enumeration, that are taken.
    taken: Vec<pyc_base::Name>,
}

impl Infer<'_> {
    pub(super) fn match_stmt(&mut self, subject: ExprId, cases: &[Case], origin: Origin) {
        let value = self.expr(subject, None);
        if value.ty.is_never(self.db) || value.ty.is_unknown(self.db) {
            self.emit(StmtKind::Expr(value), origin);
            self.env.live = !value_ends(self, subject);
            return;
        }
        let ty = value.ty;
        let (store, kept) = self.temp(value);
        self.push(store);
        let kept = self.local_expr(kept, Origin::Expr(subject));
        let subject = self.subject(subject).map(|(subject, _)| subject);
        let mut ends = Env::dead();
        self.cases(&kept, subject.as_ref(), Left { ty, taken: Vec::new() }, cases, &mut ends, origin);
        self.env = ends;
    }

    /// The cases from the first of `cases` on; adds what holds at the end of each to `ends`.
    fn cases(&mut self, kept: &Expr, subject: Option<&Subject>, mut left: Left, cases: &[Case], ends: &mut Env, origin: Origin) {
        let db = self.db;
        let (Some((case, rest)), true) = (cases.split_first(), self.env.live) else {
            let end = std::mem::take(&mut self.env);
            *ends = std::mem::take(ends).join(&end, db, &mut self.vars);
            return;
        };
        let value = self.narrow(kept.clone(), left.ty);
        let Matched { test, yes, no, captures } = self.pattern(&case.pattern, &value);
        if is_false(&test) || yes.is_never(db) {
            return self.cases(kept, subject, left, rest, ends, origin);
        }
        let before = self.env.clone();
        let mut not_taken = before.clone();
        if let Some(subject) = subject {
            self.env = self.narrowed(&before, subject, yes);
            self.env.live = true;
        }
        let (bindings, guard) = self.in_block(|this| {
            for (target, value) in captures {
                this.assign(target, value, Origin::Expr(target));
            }
            case.guard.map(|guard| this.condition(guard))
        });
        let is_guarded = guard.as_ref().is_some_and(|(guard, ..)| !is_true(guard));
        let mut guard_fails = Env::dead();
        let chosen = match guard {
            Some((guard, on_true, on_false)) => {
                self.env = on_true;
                guard_fails = on_false;
                guard
            }
            None => self.bool(true, origin),
        };
        if !is_guarded {
            self.take(&mut left, case, no);
            if let Some(subject) = subject {
                not_taken = self.narrowed(&before, subject, left.ty);
            }
        }
        let is_last = !is_guarded && left.ty.is_never(db);
        if is_last {
            not_taken = Env::dead();
        }
        not_taken = not_taken.join(&guard_fails, db, &mut self.vars);
        let chosen = self.block_expr(bindings, chosen);
        self.case(test, chosen, is_last, &case.body, ends, origin, |this, ends| {
            this.env = not_taken;
            this.cases(kept, subject, left, rest, ends, origin);
        });
    }

    /// One case: its test, then bindings and guard, then its body; and what is done otherwise.
    #[expect(clippy::too_many_arguments, reason = "the parts of a case")]
    fn case(
        &mut self,
        test: Expr,
        chosen: Expr,
        is_last: bool,
        body: &Block,
        ends: &mut Env,
        origin: Origin,
        otherwise: impl FnOnce(&mut Self, &mut Env),
    ) {
        let db = self.db;
        let (then, ()) = self.in_block(|this| this.stmts(body));
        let end = std::mem::take(&mut self.env);
        *ends = std::mem::take(ends).join(&end, db, &mut self.vars);
        if is_last {
            // Nothing else is left, whatever the test would say.
            self.env = Env::live();
            self.emit(StmtKind::Expr(test), origin);
            self.emit(StmtKind::Expr(chosen), origin);
            self.block.extend(then);
            self.env.live = false;
            return;
        }
        let (rest, ()) = self.in_block(|this| otherwise(this, ends));
        let condition = self.both(test, chosen);
        self.env = Env::live();
        self.emit(StmtKind::If { condition, then, otherwise: rest }, origin);
        self.env.live = false;
    }

    /// Takes away what a case without a guard takes.
    fn take(&mut self, left: &mut Left, case: &Case, no: Ty) {
        left.ty = no;
        self.constants_of(&case.pattern, &mut left.taken);
        let wanted = match left.ty.kind(self.db) {
            TyKind::Bool => vec![pyc_base::name("True"), pyc_base::name("False")],
            TyKind::Class { class, .. } => crate::class::enum_members(self.db, *class),
            _ => return,
        };
        if !wanted.is_empty() && wanted.iter().all(|name| left.taken.contains(name)) {
            left.ty = Ty::never(self.db);
        }
    }

    /// The constants that a pattern takes.
    fn constants_of(&self, pattern: &pyc_hir::Pattern, names: &mut Vec<pyc_base::Name>) {
        use pyc_hir::Pattern;
        match pattern {
            Pattern::Singleton(Literal::Bool(value)) => names.push(pyc_base::name(if *value { "True" } else { "False" })),
            Pattern::Value(value) => {
                if let Hir::Attribute { name, .. } = &self.hir.exprs[value.index()] {
                    names.push(*name);
                }
            }
            Pattern::Or(alternatives) => alternatives.iter().for_each(|alternative| self.constants_of(alternative, names)),
            Pattern::As { pattern: Some(pattern), .. } => self.constants_of(pattern, names),
            _ => {}
        }
    }

    /// `left and right`, of tests.
    pub(super) fn both(&self, left: Expr, right: Expr) -> Expr {
        if is_true(&left) {
            return right;
        }
        if is_true(&right) || is_false(&left) {
            return left;
        }
        let origin = left.origin;
        self.expr_of(Ty::bool(self.db), ExprKind::And(Box::new(left), Box::new(right)), origin)
    }

    /// `left or right`, of tests.
    pub(super) fn either(&self, left: Expr, right: Expr) -> Expr {
        if is_false(&left) {
            return right;
        }
        if is_true(&left) || is_false(&right) {
            return left;
        }
        let origin = left.origin;
        self.expr_of(Ty::bool(self.db), ExprKind::Or(Box::new(left), Box::new(right)), origin)
    }
}

/// Whether an expression without a value never ends; early passes may just not know it yet.
fn value_ends(infer: &Infer<'_>, subject: ExprId) -> bool {
    infer.is_final && infer.expr_types.get(&subject).is_some_and(|ty| ty.is_never(infer.db))
}
