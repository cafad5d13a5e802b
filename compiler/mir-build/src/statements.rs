//! Statements.

use pyc_mir::{Operand, Rvalue, StatementKind, Ty};
use pyc_types::thir::{Expr, Place, Stmt, StmtKind};

use crate::exits::Scope;
use crate::function::FunctionBuilder;

impl<'a> FunctionBuilder<'a, '_, '_> {
    pub(crate) fn block(&mut self, block: &'a [Stmt]) {
        for stmt in block {
            if self.is_dead() {
                return;
            }
            self.stmt(stmt);
        }
    }

    fn stmt(&mut self, stmt: &'a Stmt) {
        self.loc = self.location(stmt.origin);
        match &stmt.kind {
            StmtKind::Expr(expr) => {
                self.expr(expr);
            }
            StmtKind::Assign(place, value) => self.assignment(place, value),
            StmtKind::If { condition, then, otherwise } => self.if_statement(condition, then, otherwise),
            StmtKind::While { condition, body, orelse } => self.while_statement(condition, body, orelse),
            StmtKind::Break => self.break_loop(),
            StmtKind::Continue => self.continue_loop(),
            StmtKind::Return(value) => {
                let ty = self.program.repr(self.ret);
                let value = self.expr(value);
                self.return_value(value, ty);
            }
            StmtKind::Raise { exception, adds_traceback } => self.raise(exception, *adds_traceback),
            StmtKind::Try { body, handlers, orelse, finalbody, raised } => {
                self.try_statement(body, handlers, orelse, finalbody, raised.as_ref());
            }
            StmtKind::Unbind(variable) => self.unbind_variable(*variable),
            StmtKind::UnbindGlobal(global) => self.unbind_global(*global),
        }
    }

    pub(crate) fn location(&self, origin: pyc_types::thir::Origin) -> pyc_mir::Loc {
        self.instance.map_or_else(pyc_mir::Loc::default, |instance| self.program.types.location(instance, origin))
    }

    /// The value comes first, then what the place needs.
    fn assignment(&mut self, place: &'a Place, value: &'a Expr) {
        let loc = self.loc;
        let operand = self.expr(value);
        if self.is_dead() {
            return;
        }
        self.loc = loc;
        if let Place::Local(variable) = place {
            self.set_variable(*variable, Rvalue::Use(operand));
            return;
        }
        let target = match place {
            Place::Global(global) => pyc_mir::Place::global(self.program.global_id(*global)),
            _ => self.place(place),
        };
        if self.program.repr(value.ty) != Ty::Unit {
            self.push(StatementKind::Assign(target, Rvalue::Use(operand)));
        }
        if let Place::Global(global) = place {
            self.mark_assigned(*global);
        }
    }

    fn if_statement(&mut self, condition: &'a Expr, then: &'a [Stmt], otherwise: &'a [Stmt]) {
        let (yes, no, after) = (self.new_block(), self.new_block(), self.new_block());
        self.condition(condition, yes, no);
        self.switch_to(yes);
        self.block(then);
        self.goto(after);
        self.switch_to(no);
        self.block(otherwise);
        self.goto(after);
        self.switch_to(after);
    }

    fn while_statement(&mut self, condition: &'a Expr, body: &'a [Stmt], orelse: &'a [Stmt]) {
        let (test, inside, done, exit) = (self.new_block(), self.new_block(), self.new_block(), self.new_block());
        self.goto(test);
        self.switch_to(test);
        self.condition(condition, inside, done);
        self.scopes.push(Scope::Loop { exit, next: test });
        self.switch_to(inside);
        self.block(body);
        self.goto(test);
        self.scopes.pop();
        self.switch_to(done);
        self.block(orelse);
        self.goto(exit);
        self.switch_to(exit);
    }

    /// The value of an operand at this point, whatever happens to the place that it is read from.
    pub(crate) fn settle(&mut self, operand: Operand, ty: Ty) -> Operand {
        match operand {
            Operand::Copy(_) => self.compute(ty, Rvalue::Use(operand)),
            other => other,
        }
    }
}
