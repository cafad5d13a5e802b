//! What the library asks of classes: the names of their fields, and to go on with an object as the class that it has at run time.

use super::Infer;
use super::arguments::Given;
use crate::class::{class_fields, class_info, subclasses};
use crate::thir::{Expr, ExprKind, Origin};
use crate::ty::{Ty, TyKind};

impl Infer<'_> {
    /// `field_words[T]()`: a word for each field of a class; none for other types.
    pub(super) fn field_words(&mut self, ty: Ty, origin: Origin) -> Expr {
        let db = self.db;
        let ty = self.vars.resolve(db, ty);
        let fields = if ty.as_class(db).is_some() { class_fields(db, ty) } else { std::sync::Arc::default() };
        let word = |name| self.expr_of(Ty::new(db, TyKind::Word(name)), ExprKind::None, origin);
        let words = fields.iter().filter(|(_, field)| !field.is_never(db)).map(|(name, _)| word(*name)).collect();
        self.tuple(words, origin)
    }

    /// `by_class(function, obj, …)`: calls the function with the object as one of its own class.
    pub(super) fn by_class(&mut self, args: Vec<Expr>, origin: Origin) -> Expr {
        let db = self.db;
        let mut block = Vec::new();
        let mut kept = Vec::new();
        for arg in args {
            let (store, local) = self.temp(arg);
            block.push(store);
            kept.push(self.local_expr(local, origin));
        }
        let (function, object, rest) = (kept[0].clone(), kept[1].clone(), kept[2..].to_vec());
        let ty = self.vars.resolve(db, object.ty);
        let Some((class, _)) = ty.as_class(db) else { return self.block_expr(block, object) };
        let call = |this: &mut Self, object: Expr| {
            let given = [object].into_iter().chain(rest.iter().cloned()).map(Given::value).collect();
            let (inner, result) = this.in_block(|this| this.call_value_given(function.clone(), given, origin));
            this.block_expr(inner, result)
        };
        let mut result = call(self, object.clone());
        for derived in subclasses(db, class).iter() {
            let own = match class_info(db, *derived).params.is_empty() {
                true => vec![Ty::class(db, *derived, [])],
                false => self.heirs_of(ty, *derived),
            };
            for of in own {
                let test = self.type_test(object.clone(), of);
                let called = call(self, self.narrow(object.clone(), of));
                let called = self.widen(called, ty);
                result = self.if_expr(ty, test, called, result);
            }
        }
        self.block_expr(block, result)
    }
}
