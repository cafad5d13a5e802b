//! The ways to do an operation: the methods of the left and of the right operand, one after the other while they give `NotImplemented`.

use super::Infer;
use crate::class::{builtin_ty, find_method, is_subclass};
use crate::thir::{Expr, Origin};
use crate::ty::Ty;

/// Whose method it is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    Left,
    Right,
}

pub(super) type Way = (Side, &'static str);

impl Infer<'_> {
    /// The result of the first method that there is and that does not give `NotImplemented`. Where that shows only at run time, `last` says what happens
    /// if all do. No result if no method takes such operands.
    pub(super) fn first_way(
        &mut self,
        left: &Expr,
        right: &Expr,
        ways: &[Way],
        origin: Origin,
        last: &mut dyn FnMut(&mut Self, &Expr, &Expr) -> Option<Expr>,
    ) -> Option<Expr> {
        let ((side, method), rest) = ways.split_first()?;
        if *side == Side::Left {
            let call = self.try_method(left.clone(), method, vec![right.clone()], origin);
            if let Some(call) = call
                && !self.may_be_not_implemented(call.ty)
            {
                return Some(call);
            }
        }
        // The operands are evaluated once, from left to right.
        let (store_left, l) = self.temp(left.clone());
        let (store_right, r) = self.temp(right.clone());
        let (left, right) = (self.local_expr(l, origin), self.local_expr(r, origin));
        let call = match side {
            Side::Left => self.try_method(left.clone(), method, vec![right.clone()], origin),
            Side::Right => self.try_method(right.clone(), method, vec![left.clone()], origin),
        };
        let result = match call {
            None => self.first_way(&left, &right, rest, origin, last)?,
            Some(call) => self.unless_not_implemented(call, &left, &right, rest, origin, last)?,
        };
        Some(self.block_expr(vec![store_left, store_right], result))
    }

    fn unless_not_implemented(
        &mut self,
        call: Expr,
        left: &Expr,
        right: &Expr,
        rest: &[Way],
        origin: Origin,
        last: &mut dyn FnMut(&mut Self, &Expr, &Expr) -> Option<Expr>,
    ) -> Option<Expr> {
        let db = self.db;
        let not_implemented = self.not_implemented();
        if !self.may_be_not_implemented(call.ty) {
            return Some(call);
        }
        let known = call.ty.without(db, |variant| variant == not_implemented);
        if known.is_never(db) {
            return self.first_way(left, right, rest, origin, last);
        }
        let (store, kept) = self.temp(call);
        let test = self.type_test(self.local_expr(kept, origin), not_implemented);
        let (block, next) = self.in_block(|this| this.first_way(left, right, rest, origin, last).or_else(|| last(this, left, right)));
        let next = self.block_expr(block, next?);
        let value = self.narrow(self.local_expr(kept, origin), known);
        let ty = self.join(known, next.ty);
        let (value, next) = (self.widen(value, ty), self.widen(next, ty));
        let choice = self.if_expr(ty, test, next, value);
        Some(self.block_expr(vec![store], choice))
    }

    /// The right operand's method is asked first if its class is derived from the left one's and has a method of its own.
    pub(super) fn right_goes_first(&self, left: Ty, right: Ty, reflected: &str) -> bool {
        let db = self.db;
        if left == right || right.as_class(db).is_none() || !is_subclass(db, right, left) {
            return false;
        }
        let owner = |ty: Ty| find_method(db, ty, reflected).map(|(owner, _)| owner);
        owner(right).is_some() && owner(right) != owner(left)
    }

    pub(super) fn not_implemented(&self) -> Ty {
        builtin_ty(self.db, "NotImplementedType")
    }

    pub(super) fn may_be_not_implemented(&self, ty: Ty) -> bool {
        let not_implemented = self.not_implemented();
        !ty.is_unknown(self.db) && ty.variants(self.db).contains(&not_implemented)
    }
}

/// Whether a method says that it does not take some operands, in spite of what it declares to give.
#[salsa::tracked(returns(copy))]
pub(super) fn gives_not_implemented(db: &dyn pyc_hir::Db, function: pyc_hir::FunctionId) -> bool {
    let body = pyc_hir::body(db, pyc_hir::BodyOwner::Function(function));
    let names = |expr: &pyc_hir::Expr| matches!(expr, pyc_hir::Expr::Name(pyc_hir::NameRef::Global(text)) if text == "NotImplemented");
    body.exprs.iter().any(names)
}
