//! Named tuples: objects of a class with fields, and tuples wherever a tuple is asked for.

use super::Infer;
use crate::class::{class_fields, is_named_tuple};
use crate::thir::{Expr, ExprKind, Place};
use crate::ty::{Ty, TyKind};

impl Infer<'_> {
    /// A named tuple as the plain tuple of its fields, and an enumeration as the list of its members; any other value as it is.
    pub(super) fn tuple_view(&mut self, value: Expr) -> Expr {
        if let TyKind::ClassObject(class) = *value.ty.kind(self.db)
            && !crate::class::enum_members(self.db, class).is_empty()
        {
            return self.members_of(class, value.origin);
        }
        if !is_named_tuple(self.db, value.ty) {
            return value;
        }
        let (ty, origin) = (value.ty, value.origin);
        let (store, kept) = self.temp(value);
        let fields = class_fields(self.db, self.vars.resolve(self.db, ty));
        let items = fields
            .iter()
            .enumerate()
            .map(|(at, (_, field))| {
                let object = Box::new(self.local_expr(kept, origin));
                self.read(Place::Field { base: object, index: at as u32 }, *field, origin)
            })
            .collect();
        let items = self.tuple(items, origin);
        self.block_expr(vec![store], items)
    }

    /// The type that [`Self::tuple_view`] gives.
    pub(super) fn view_type(&self, ty: Ty) -> Ty {
        if !is_named_tuple(self.db, ty) {
            return ty;
        }
        let fields = class_fields(self.db, self.vars.resolve(self.db, ty));
        Ty::tuple(self.db, fields.iter().map(|(_, field)| *field).collect::<Vec<_>>())
    }

    /// Both operands as tuples, if one is a named tuple and the other a tuple of any kind.
    pub(super) fn tuple_views(&mut self, left: &Expr, right: &Expr) -> Option<(Expr, Expr)> {
        if !is_named_tuple(self.db, left.ty) && !is_named_tuple(self.db, right.ty) {
            return None;
        }
        let is_tuple = |ty: Ty| matches!(ty.kind(self.db), TyKind::Tuple(_));
        if !is_tuple(self.view_type(left.ty)) || !is_tuple(self.view_type(right.ty)) {
            return None;
        }
        // Evaluated from left to right, before either is read.
        let (store_left, l) = self.temp(left.clone());
        let (store_right, r) = self.temp(right.clone());
        let left = self.tuple_view(self.local_expr(l, left.origin));
        let right = self.tuple_view(self.local_expr(r, right.origin));
        let first = Expr { ty: left.ty, origin: left.origin, kind: ExprKind::Block(vec![store_left, store_right], Box::new(left)) };
        Some((first, right))
    }
}
