//! Generators: their calls make an object of the library's class `generator`, which holds the body and its arguments; `yield` hands a value to it.

use pyc_hir::{Db, ExprId};

use super::arguments::Given;
use super::{Infer, infer, settle};
use crate::class::builtin_class;
use crate::thir::{Expr, ExprKind, Origin, StmtKind};
use crate::ty::{Instance, Ty, TyKind};

/// What a generator yields: a slice of its body's inference.
#[salsa::tracked(returns(copy), cycle_initial = yielded_initial, cycle_fn = yielded_next)]
pub(super) fn yielded(db: &dyn Db, instance: Instance) -> Ty {
    infer(db, instance).yields
}

fn yielded_initial(db: &dyn Db, _: salsa::Id, _: Instance) -> Ty {
    Ty::never(db)
}

fn yielded_next(db: &dyn Db, cycle: &salsa::Cycle<'_>, last: &Ty, value: Ty, _: Instance) -> Ty {
    settle(db, cycle, *last, value)
}

impl Infer<'_> {
    pub(super) fn is_generator(&self) -> bool {
        self.signature.as_ref().is_some_and(|signature| signature.is_generator)
    }

    /// The object that a call of a generator function gives.
    pub(super) fn generator(&mut self, instance: Instance, yields: Ty, args: Vec<Expr>, origin: Origin) -> Expr {
        let db = self.db;
        let Some(class) = builtin_class(db, "generator") else { return self.unknown(origin) };
        // A body that never yields gives an empty iterator.
        let yields = if yields.is_never(db) && self.is_final { Ty::none(db) } else { yields };
        let body = self.expr_of(Ty::new(db, TyKind::Body(instance)), ExprKind::None, origin);
        let arguments = self.tuple(args, origin);
        let type_args = vec![yields, body.ty, arguments.ty];
        self.construct_with(class, type_args, vec![Given::value(body), Given::value(arguments)], None, origin)
    }

    /// Runs a generator's body, which is done by its object.
    pub(super) fn call_body(&mut self, instance: Instance, given: Vec<Given>, origin: Origin) -> Expr {
        let db = self.db;
        let mut args = Vec::new();
        for (given, &param) in given.into_iter().zip(instance.params(db)) {
            let super::arguments::Source::Done(value) = given.source else { return self.unknown(origin) };
            args.push(self.widen(*value, param));
        }
        self.callees.push(instance);
        self.note_possible_raise();
        self.expr_of(Ty::none(db), ExprKind::Call { instance, args }, origin)
    }

    pub(super) fn yield_expr(&mut self, value: Option<ExprId>, origin: Origin) -> Expr {
        let value = match value {
            Some(value) => self.expr(value, None),
            None => self.none(origin),
        };
        self.yield_value(value, origin)
    }

    fn yield_value(&mut self, value: Expr, origin: Origin) -> Expr {
        if let Some(diverged) = self.diverges([&value]) {
            return self.sequence(vec![value], diverged, origin);
        }
        self.new_yields = self.join(self.new_yields, value.ty);
        let value = self.widen(value, self.yields);
        self.builtin_call("_yield", vec![value], origin)
    }

    /// `yield from iterable`.
    pub(super) fn yield_from(&mut self, iterable: ExprId, origin: Origin) -> Expr {
        let iterable = self.expr(iterable, None);
        let (block, ()) = self.in_block(|this| {
            this.for_each(iterable, origin, |this, item| {
                let yielded = this.yield_value(item, origin);
                this.emit(StmtKind::Expr(yielded), origin);
            });
        });
        let none = self.none(origin);
        self.block_expr(block, none)
    }
}
