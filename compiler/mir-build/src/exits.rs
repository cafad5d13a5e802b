//! Ways out: where exceptions go, and what has to run before a `return`, `break` or `continue` gets there.
//!
//! A `finally` is lowered once for each way out that is used: falling through, an exception, and each jump across it.

use pyc_mir::{BlockId, Cast, LocalId, Operand, Place, Rvalue, StatementKind, TerminatorKind, Ty};
use pyc_types::thir::{self, Handler, Raised, Stmt};

use crate::function::FunctionBuilder;

/// Where an exception arrives.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Landing {
    /// Holds the exception, as any object.
    pub(crate) exception: LocalId,
    pub(crate) block: BlockId,
}

/// What encloses the code being lowered.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Scope<'a> {
    Loop { exit: BlockId, next: BlockId },
    Handlers(Landing),
    Finally { cleanup: Cleanup<'a>, landing: Landing },
}

/// What runs on every way out of a scope.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Cleanup<'a> {
    Block(&'a [Stmt]),
    /// The name that a handler binds is unbound.
    Unbind(thir::Local),
}

impl<'a> FunctionBuilder<'a, '_, '_> {
    /// Where an exception goes that is raised here.
    pub(crate) fn landing(&mut self) -> Landing {
        let innermost = self.scopes.iter().rev().find_map(|scope| match scope {
            Scope::Loop { .. } => None,
            Scope::Handlers(landing) | Scope::Finally { landing, .. } => Some(*landing),
        });
        match innermost.or(self.root) {
            Some(landing) => landing,
            None => self.make_root(),
        }
    }

    fn new_landing(&mut self) -> Landing {
        Landing { exception: self.temp(Ty::OBJECT), block: self.new_block() }
    }

    /// Outside of every `try` an exception is the caller's.
    fn make_root(&mut self) -> Landing {
        let landing = self.new_landing();
        self.root = Some(landing);
        let from = self.current_block();
        let loc = std::mem::take(&mut self.loc);
        self.switch_to(landing.block);
        self.terminate(if self.swallows {
            TerminatorKind::Return(Operand::Const(pyc_mir::Const::Unit))
        } else {
            TerminatorKind::Raise(Operand::Move(Place::local(landing.exception)))
        });
        self.loc = loc;
        self.switch_to(from);
        landing
    }

    /// Sends an exception on its way.
    pub(crate) fn throw(&mut self, exception: Operand) {
        let landing = self.landing();
        if self.root.is_some_and(|root| root.block == landing.block) && !self.swallows {
            self.terminate(TerminatorKind::Raise(exception));
            return;
        }
        self.init(Place::local(landing.exception), Rvalue::Use(exception));
        self.goto(landing.block);
    }

    pub(crate) fn raise(&mut self, exception: &'a thir::Expr, adds_traceback: bool) {
        let value = self.expr(exception);
        let value = self.cast(Cast::Ref, value, Ty::OBJECT);
        if adds_traceback {
            self.push(StatementKind::Traceback(borrowed(value.clone())));
        }
        self.throw(value);
    }

    pub(crate) fn return_value(&mut self, value: Operand, ty: Ty) {
        let value = if self.scopes.iter().any(|scope| matches!(scope, Scope::Finally { .. })) {
            self.compute(ty, Rvalue::Use(value))
        } else {
            value
        };
        self.leave_scopes(0);
        self.finish_return(value);
    }

    pub(crate) fn break_loop(&mut self) {
        self.leave_loop(|exit, _| exit);
    }

    pub(crate) fn continue_loop(&mut self) {
        self.leave_loop(|_, next| next);
    }

    fn leave_loop(&mut self, target: impl Fn(BlockId, BlockId) -> BlockId) {
        let innermost = self.scopes.iter().enumerate().rev().find_map(|(depth, scope)| match scope {
            Scope::Loop { exit, next } => Some((depth, target(*exit, *next))),
            _ => None,
        });
        let Some((depth, target)) = innermost else { crate::bug(&self.program.current, "a jump outside of loops") };
        self.leave_scopes(depth + 1);
        self.goto(target);
    }

    /// Runs what has to run before control leaves all scopes but the outermost `keep`; each cleanup is outside of its own scope.
    fn leave_scopes(&mut self, keep: usize) {
        let left = self.scopes.split_off(keep);
        for depth in (0..left.len()).rev() {
            if let Scope::Finally { cleanup, .. } = left[depth] {
                self.scopes.truncate(keep);
                self.scopes.extend_from_slice(&left[..depth]);
                self.cleanup(cleanup);
            }
        }
        self.scopes.truncate(keep);
        self.scopes.extend(left);
    }

    fn cleanup(&mut self, cleanup: Cleanup<'a>) {
        if self.is_dead() {
            return;
        }
        match cleanup {
            Cleanup::Block(block) => self.block(block),
            Cleanup::Unbind(variable) => self.unbind_variable(variable),
        }
    }

    /// Lowers `body` so that `cleanup` runs however it ends.
    fn with_cleanup(&mut self, cleanup: Cleanup<'a>, raised: Option<&'a Raised>, body: impl FnOnce(&mut Self)) {
        let landing = self.new_landing();
        let loc = self.loc;
        self.scopes.push(Scope::Finally { cleanup, landing });
        body(self);
        self.scopes.pop();
        let after = self.new_block();
        self.cleanup(cleanup);
        self.goto(after);
        if self.is_reached(landing.block) {
            self.switch_to(landing.block);
            match raised {
                Some(raised) => self.cleanup_raised(raised, landing),
                None => self.cleanup(cleanup),
            }
            self.loc = loc;
            self.throw(Operand::Move(Place::local(landing.exception)));
        }
        self.switch_to(after);
    }

    /// What runs while an exception leaves, and has it at hand.
    fn cleanup_raised(&mut self, raised: &'a Raised, landing: Landing) {
        let ty = self.local_ty(self.variables[raised.binding.index()].local).clone();
        let exception = Operand::Copy(Place::local(landing.exception));
        self.set_variable(raised.binding, Rvalue::Cast(Cast::Ref, exception, ty));
        self.block(&raised.body);
    }

    pub(crate) fn try_statement(
        &mut self,
        body: &'a [Stmt],
        handlers: &'a [Handler],
        orelse: &'a [Stmt],
        finalbody: &'a [Stmt],
        raised: Option<&'a Raised>,
    ) {
        if finalbody.is_empty() {
            self.try_except(body, handlers, orelse);
        } else {
            self.with_cleanup(Cleanup::Block(finalbody), raised, |this| this.try_except(body, handlers, orelse));
        }
    }

    fn try_except(&mut self, body: &'a [Stmt], handlers: &'a [Handler], orelse: &'a [Stmt]) {
        if handlers.is_empty() {
            self.block(body);
            self.block(orelse);
            return;
        }
        let landing = self.new_landing();
        let after = self.new_block();
        self.scopes.push(Scope::Handlers(landing));
        self.block(body);
        self.scopes.pop();
        self.block(orelse);
        self.goto(after);
        if self.is_reached(landing.block) {
            self.switch_to(landing.block);
            self.handlers(handlers, landing, after);
        }
        self.switch_to(after);
    }

    /// Tries the handlers in order; what none of them takes goes on.
    fn handlers(&mut self, handlers: &'a [Handler], landing: Landing, after: BlockId) {
        let exception = Place::local(landing.exception);
        for handler in handlers {
            let (entry, next) = (self.new_block(), self.new_block());
            self.test_handler(handler, &exception, entry, next);
            self.switch_to(entry);
            if !self.is_dead() {
                self.handler(handler, &exception);
            }
            self.goto(after);
            self.switch_to(next);
        }
        if !self.is_dead() {
            self.throw(Operand::Move(exception));
        }
    }

    fn test_handler(&mut self, handler: &Handler, exception: &Place, entry: BlockId, next: BlockId) {
        if handler.classes.is_empty() {
            self.goto(entry);
            return;
        }
        for class in &handler.classes {
            if self.program.is_object(*class) {
                self.goto(entry);
                return;
            }
            let class = self.program.class_id(*class);
            let matches = self.compute(Ty::Bool, Rvalue::IsInstance(Operand::Copy(exception.clone()), class));
            let other = self.new_block();
            self.branch(matches, entry, other);
            self.switch_to(other);
        }
        self.goto(next);
    }

    fn handler(&mut self, handler: &'a Handler, exception: &Place) {
        let binding = self.variables[handler.binding.index()].local;
        let ty = self.local_ty(binding).clone();
        self.set_variable(handler.binding, Rvalue::Cast(Cast::Ref, Operand::Move(exception.clone()), ty));
        if self.may_be_unbound(handler.binding) {
            self.with_cleanup(Cleanup::Unbind(handler.binding), None, |this| this.block(&handler.body));
        } else {
            self.block(&handler.body);
        }
    }
}

/// The operand as the argument of something that takes nothing over.
pub(crate) fn borrowed(operand: Operand) -> Operand {
    match operand {
        Operand::Move(place) => Operand::Copy(place),
        other => other,
    }
}
