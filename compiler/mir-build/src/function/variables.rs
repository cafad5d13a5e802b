//! The variables of a body: where each lives, and how it says that it holds nothing.

use pyc_mir::{Const, LocalId, Operand, Place, Rvalue, StatementKind, Ty};
use pyc_types::thir::{self, Expr, ExprKind, Stmt, StmtKind};
use rustc_hash::FxHashSet;

use super::FunctionBuilder;

/// A variable of typed HIR.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Variable {
    pub(crate) local: LocalId,
    /// Whether it holds a value, where that is not known by the place in the program.
    bound: Option<LocalId>,
}

impl FunctionBuilder<'_, '_, '_> {
    /// Gives each variable its local. Parameters that are only read from outside but written inside get one of their own.
    pub(super) fn declare_variables(&mut self, body: &thir::Body) {
        let writes = Writes::of(body);
        for declared in &body.locals {
            let ty = self.program.repr(declared.ty);
            let local = self.new_local(ty, declared.name.map(|name| name.as_str().into()));
            self.variables.push(Variable { local, bound: None });
        }
        for param in &body.params {
            if param.mode == thir::Mode::Read && writes.all.contains(&param.local) {
                let outside = self.variables[param.local.index()].local;
                let ty = self.local_ty(outside).clone();
                let own = self.new_local(ty, body.locals[param.local.index()].name.map(|name| name.as_str().into()));
                self.init(Place::local(own), Rvalue::Use(Operand::Copy(Place::local(outside))));
                self.variables[param.local.index()].local = own;
            }
        }
        for (index, declared) in body.locals.iter().enumerate() {
            if declared.maybe_unbound {
                let is_param = body.params.iter().any(|param| param.local.index() == index);
                self.add_bound_flag(index, is_param);
            }
        }
        self.written_in_expressions = writes.in_expressions;
    }

    fn add_bound_flag(&mut self, index: usize, is_bound: bool) {
        let flag = self.new_local(Ty::Bool, None);
        let local = self.variables[index].local;
        if !is_bound {
            self.assign_zero(local);
        }
        self.init(Place::local(flag), Rvalue::Use(Operand::Const(Const::Bool(is_bound))));
        self.variables[index].bound = Some(flag);
    }

    fn assign_zero(&mut self, local: LocalId) {
        let zero = Const::Zero(self.local_ty(local).clone());
        self.assign(Place::local(local), Rvalue::Use(Operand::Const(zero)));
    }

    pub(crate) fn set_variable(&mut self, variable: thir::Local, value: Rvalue) {
        let Variable { local, bound } = self.variables[variable.index()];
        if bound.is_some() {
            // What it held ends when there is something new.
            self.push(StatementKind::Drop(Place::local(local)));
        }
        if *self.local_ty(local) != Ty::Unit {
            self.assign(Place::local(local), value);
        }
        if let Some(flag) = bound {
            self.assign(Place::local(flag), Rvalue::Use(Operand::Const(Const::Bool(true))));
        }
    }

    pub(crate) fn unbind_variable(&mut self, variable: thir::Local) {
        let Variable { local, bound } = self.variables[variable.index()];
        self.push(StatementKind::Drop(Place::local(local)));
        if let Some(flag) = bound {
            self.assign_zero(local);
            self.assign(Place::local(flag), Rvalue::Use(Operand::Const(Const::Bool(false))));
        }
    }

    pub(crate) fn is_bound(&self, variable: thir::Local) -> Operand {
        match self.variables[variable.index()].bound {
            Some(flag) => Operand::Copy(Place::local(flag)),
            None => Operand::Const(Const::Bool(true)),
        }
    }

    pub(crate) fn may_be_unbound(&self, variable: thir::Local) -> bool {
        self.variables[variable.index()].bound.is_some()
    }
}

/// Which variables are written: anywhere, and inside expressions.
#[derive(Default)]
struct Writes {
    all: FxHashSet<thir::Local>,
    in_expressions: FxHashSet<thir::Local>,
    depth: u32,
}

impl Writes {
    fn of(body: &thir::Body) -> Self {
        let mut writes = Self::default();
        writes.block(&body.block);
        writes
    }

    fn written(&mut self, variable: thir::Local) {
        self.all.insert(variable);
        if self.depth > 0 {
            self.in_expressions.insert(variable);
        }
    }

    fn block(&mut self, block: &[Stmt]) {
        block.iter().for_each(|stmt| self.stmt(stmt));
    }

    fn stmt(&mut self, stmt: &Stmt) {
        match &stmt.kind {
            StmtKind::Expr(value) | StmtKind::Return(value) | StmtKind::Raise { exception: value, .. } => self.expr(value),
            StmtKind::Assign(place, value) => {
                self.expr(value);
                self.write(place);
                self.place(place);
            }
            StmtKind::If { condition, then, otherwise } | StmtKind::While { condition, body: then, orelse: otherwise } => {
                self.expr(condition);
                self.block(then);
                self.block(otherwise);
            }
            StmtKind::Try { body, handlers, orelse, finalbody, raised } => {
                self.block(body);
                for handler in handlers {
                    self.written(handler.binding);
                    self.block(&handler.body);
                }
                self.block(orelse);
                self.block(finalbody);
                if let Some(raised) = raised {
                    self.written(raised.binding);
                    self.block(&raised.body);
                }
            }
            StmtKind::Unbind(variable) => self.written(*variable),
            StmtKind::Break | StmtKind::Continue | StmtKind::UnbindGlobal(_) => {}
        }
    }

    /// The variable that the place is, or is a part of.
    fn write(&mut self, place: &thir::Place) {
        match place {
            thir::Place::Local(variable) => self.written(*variable),
            thir::Place::StructField { base, .. } => self.write(base),
            thir::Place::Global(_) | thir::Place::Field { .. } => {}
        }
    }

    fn place(&mut self, place: &thir::Place) {
        match place {
            thir::Place::Field { base, .. } => self.expr(base),
            thir::Place::StructField { base, .. } => self.place(base),
            thir::Place::Local(_) | thir::Place::Global(_) => {}
        }
    }

    fn expr(&mut self, expr: &Expr) {
        self.depth += 1;
        match &expr.kind {
            ExprKind::Inout(place) => {
                self.write(place);
                self.place(place);
            }
            ExprKind::Read(place) => self.place(place),
            ExprKind::Block(block, _) => self.block(block),
            _ => {}
        }
        for part in crate::parts::parts(expr) {
            self.expr(part);
        }
        self.depth -= 1;
    }
}
