//! Storage, and reading it.

use pyc_mir::{Operand, Place, Rvalue, Ty};
use pyc_types::thir::{self, Expr, ExprKind};

use crate::function::{FunctionBuilder, field};

impl<'a> FunctionBuilder<'a, '_, '_> {
    pub(crate) fn place(&mut self, place: &'a thir::Place) -> Place {
        match place {
            thir::Place::Local(variable) => Place::local(self.variables[variable.index()].local),
            thir::Place::Global(global) => self.read_global(*global),
            thir::Place::Field { base, index } => field(&self.place_of_expr(base), *index as usize),
            thir::Place::StructField { base, index } => field(&self.place(base), *index as usize),
        }
    }

    /// A place that holds the value of `expr`, for looking into it at once: what is read from storage is not copied first.
    pub(crate) fn place_of_expr(&mut self, expr: &'a Expr) -> Place {
        if let ExprKind::Read(place) = &expr.kind {
            return self.place(place);
        }
        let value = self.expr(expr);
        let ty = self.program.repr(expr.ty);
        self.place_of(value, ty)
    }

    pub(crate) fn read(&mut self, place: &'a thir::Place, ty: Ty) -> Operand {
        if let thir::Place::Global(global) = place
            && let Some(constant) = self.constant(*global, &ty)
        {
            return Operand::Const(constant);
        }
        let from = self.place(place);
        match (ty, place) {
            (Ty::Unit, _) => Operand::Const(pyc_mir::Const::Unit),
            (Ty::Struct(id), _) if self.program.program.structs[id.index()].fields.is_empty() => {
                Operand::Const(pyc_mir::Const::Zero(Ty::Struct(id)))
            }
            // A variable of this function changes only where this function says so.
            (_, thir::Place::Local(_)) => Operand::Copy(from),
            (ty, _) => self.compute(ty, Rvalue::Use(Operand::Copy(from))),
        }
    }

    /// The place for an `inout` argument. The object that it is a part of is kept alive by a temporary, since the callee may reach the variable
    /// that holds it.
    pub(crate) fn inout_place(&mut self, place: &'a thir::Place) -> Place {
        match place {
            thir::Place::Field { base, index } => {
                let value = self.expr(base);
                let ty = self.program.repr(base.ty);
                let value = match value {
                    Operand::Copy(from) if from.as_local().is_none_or(|local| !self.is_settled(local)) => {
                        self.compute(ty.clone(), Rvalue::Use(Operand::Copy(from)))
                    }
                    other => other,
                };
                field(&self.place_of(value, ty), *index as usize)
            }
            thir::Place::StructField { base, index } => field(&self.inout_place(base), *index as usize),
            thir::Place::Local(_) | thir::Place::Global(_) => self.place(place),
        }
    }

    /// A part of a tuple or struct value.
    pub(crate) fn part(&mut self, of: &'a Expr, index: u32, ty: Ty) -> Operand {
        let place = self.place_of_expr(of);
        if ty == Ty::Unit {
            return Operand::Const(pyc_mir::Const::Unit);
        }
        self.compute(ty, Rvalue::Use(Operand::Copy(field(&place, index as usize))))
    }
}
