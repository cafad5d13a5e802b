//! `xs[i:j] = ys[k:l:m]`: elements go from list to list, with no list in between.

use pyc_base::name;
use pyc_hir::{Expr as Hir, ExprId, Literal};

use super::Infer;
use crate::class::builtin_class;
use crate::thir::Origin;
use crate::ty::{Ty, TyKind};

impl Infer<'_> {
    /// Assigns a slice of a list to one of a list. Tells whether that is what the assignment is: both lists are variables, and to find out where the
    /// elements go runs no code that could change those that are taken.
    pub(super) fn assign_slice_of_list(&mut self, target: ExprId, value: ExprId, origin: Origin) -> bool {
        let (Some((list, index)), Some((source, part))) = (self.slice_of_variable(target), self.slice_of_variable(value)) else {
            return false;
        };
        if !self.is_plain_bounds(index) {
            return false;
        }
        let [ty, source_ty] = [list, source].map(|list| self.type_of_variable(list));
        if ty != source_ty || !self.is_plain_list(ty) {
            return false;
        }
        let mut kept = Vec::new();
        for id in [source, part] {
            let value = self.expr(id, None);
            let (store, local) = self.temp(value);
            self.push(store);
            kept.push(local);
        }
        let list = self.expr(list, None);
        let index = self.expr(index, None);
        let arguments = [index].into_iter().chain(kept.into_iter().map(|local| self.local_expr(local, origin))).collect();
        let call = self.method_call(list, name("_set_slice_from"), arguments, Origin::Expr(target));
        self.emit(crate::thir::StmtKind::Expr(call), origin);
        self.note_possible_raise();
        true
    }

    /// A variable and the slice of it.
    fn slice_of_variable(&self, id: ExprId) -> Option<(ExprId, ExprId)> {
        let Hir::Subscript { value, index } = self.hir.exprs[id.index()] else { return None };
        let is_variable = matches!(self.hir.exprs[value.index()], Hir::Name(_));
        (is_variable && matches!(self.hir.exprs[index.index()], Hir::Slice { .. })).then_some((value, index))
    }

    /// The type of a variable here.
    fn type_of_variable(&mut self, variable: ExprId) -> Ty {
        let (_, value) = self.in_block(|this| this.expr(variable, None));
        self.vars.resolve(self.db, value.ty)
    }

    /// Whether a type is `list`, of which the program has no class that does other things with slices.
    fn is_plain_list(&self, ty: Ty) -> bool {
        let is_list = ty.as_class(self.db).is_some_and(|(class, _)| builtin_class(self.db, "list") == Some(class));
        is_list && ["__getitem__", "__setitem__"].iter().all(|method| self.overriders_of(ty, name(method)).is_empty())
    }

    /// Whether the bounds of a slice are made of numbers and variables that hold some.
    fn is_plain_bounds(&mut self, id: ExprId) -> bool {
        match self.hir.exprs[id.index()] {
            Hir::Slice { lower, upper, step } => [lower, upper, step].into_iter().flatten().all(|bound| self.is_plain_bounds(bound)),
            Hir::Binary { left, right, .. } => self.is_plain_bounds(left) && self.is_plain_bounds(right),
            Hir::Unary { operand, .. } => self.is_plain_bounds(operand),
            Hir::Literal(Literal::Int(_)) => true,
            Hir::Name(_) => matches!(self.type_of_variable(id).kind(self.db), TyKind::Int),
            _ => false,
        }
    }
}
