//! `try`: what its parts see, and that a handler's name goes with it.

use pyc_hir::{Block, ExprId, Handler as HirHandler};

use super::Infer;
use super::env::{Env, Slot, State};
use crate::class::builtin_ty;
use crate::thir::{self, Handler, Local, Origin, Raised, Stmt, StmtKind};
use crate::ty::Ty;

/// What was known where the body of a handler may lead, before it.
struct Outside {
    /// How many `break`s and `continue`s leave the loop around.
    jumps: (usize, usize),
    /// The handler's name at the `try`s around.
    raises: Vec<Option<State>>,
}

impl Infer<'_> {
    pub(super) fn try_stmt(&mut self, body: &Block, handlers: &[HirHandler], orelse: &Block, finalbody: &Block, origin: Origin) {
        let db = self.db;
        let entry = self.env.clone();
        self.handlers.push(entry);
        let caught = self.caught_by(handlers);
        self.catching.push(caught);
        let (try_body, ()) = self.in_block(|this| this.stmts(body));
        self.catching.pop();
        self.note_possible_raise();
        let at_raise = self.handlers.pop().unwrap_or_default();
        let has_final = !finalbody.is_empty();
        if has_final {
            // Raised in the body and caught by nobody, or raised in a handler: the finally block sees what held there.
            self.handlers.push(at_raise.clone());
        }
        let (orelse, ()) = self.in_block(|this| this.stmts(orelse));
        let mut after = std::mem::take(&mut self.env);
        let mut lowered = Vec::new();
        for handler in handlers {
            self.env = at_raise.clone();
            lowered.push(self.handler(handler, origin));
            let end = std::mem::take(&mut self.env);
            after = after.join(&end, db, &mut self.vars);
        }
        let (mut final_block, mut raised) = (Vec::new(), None);
        if has_final {
            let anywhere = self.handlers.pop().unwrap_or_default();
            let completes = after.live;
            self.env = anywhere.join(&after, db, &mut self.vars);
            // Once for every way in; what follows sees only the normal one.
            let (block, ()) = self.in_block(|this| this.stmts(finalbody));
            // Only calls and `raise` need to know what was raised before them.
            let binding = self.new_local(builtin_ty(db, "BaseException"), None);
            raised = Some(Raised { binding, body: self.noting_context(block.clone(), binding, origin) });
            final_block = block;
            let ends = !self.env.live;
            if ends || !completes {
                after.live = false;
            } else {
                after = self.after_finally(after);
            }
        }
        self.env = Env::live();
        self.emit(StmtKind::Try { body: try_body, handlers: lowered, orelse, finalbody: final_block, raised }, origin);
        self.env = after;
    }

    /// The classes of exceptions that handlers catch.
    fn caught_by(&mut self, handlers: &[HirHandler]) -> Vec<Ty> {
        let mut classes = Vec::new();
        for handler in handlers {
            match handler.exception {
                Some(exception) => {
                    // They are evaluated where something was raised.
                    let (_, caught) = self.in_block(|this| this.exception_classes(exception));
                    classes.extend(caught);
                }
                None => classes.push(builtin_ty(self.db, "BaseException")),
            }
        }
        classes
    }

    /// Variables that the finally block assigned have its types; the others keep what the normal way gave them.
    fn after_finally(&mut self, normal: Env) -> Env {
        let mut env = std::mem::take(&mut self.env);
        for (slot, state) in &normal.slots {
            if let Some(here) = env.slots.get_mut(slot)
                && state.bound
            {
                here.bound = true;
            }
        }
        env
    }

    fn handler(&mut self, handler: &HirHandler, origin: Origin) -> Handler {
        let db = self.db;
        let classes = match handler.exception {
            Some(exception) => self.exception_classes(exception),
            None => Vec::new(),
        };
        let bound = match classes.as_slice() {
            [one] => *one,
            [] => builtin_ty(db, "BaseException"),
            several => self.common_base(several),
        };
        let binding = self.new_local(bound, None);
        let outer = self.handled.last().copied();
        self.handled.push(binding);
        let (body, ()) = self.in_block(|this| {
            if let Some(outer) = outer {
                // It was raised while the outer handler ran.
                let args = vec![this.local_expr(binding, origin), this.local_expr(outer, origin)];
                let noted = this.builtin_call("set_context", args, origin);
                this.emit(StmtKind::Expr(noted), origin);
            }
            match handler.target {
                Some(target) => this.named_handler(target, binding, &handler.body, origin),
                None => this.stmts(&handler.body),
            }
        });
        self.handled.pop();
        let body = self.noting_context(body, binding, origin);
        Handler { classes, binding, body }
    }

    /// `except … as name`: Python unbinds the name on every way out of the handler.
    fn named_handler(&mut self, target: ExprId, binding: Local, body: &Block, origin: Origin) {
        let value = self.local_expr(binding, Origin::Expr(target));
        let known = self.known_outside(target);
        let (body, ()) = self.in_block(|this| {
            this.assign(target, value, origin);
            this.stmts(body);
        });
        let Some(slot) = self.target_slot(target) else {
            self.block.extend(body);
            return;
        };
        let leaves = self.forget_outside(slot, &known);
        let after = std::mem::replace(&mut self.env, Env::live());
        let (unbinds, ()) = self.in_block(|this| this.unbind(slot, origin));
        if leaves {
            self.emit(StmtKind::Try { body, handlers: Vec::new(), orelse: Vec::new(), finalbody: unbinds, raised: None }, origin);
        } else {
            self.block.extend(body);
            if after.live {
                self.block.extend(unbinds);
            }
        }
        self.env = after;
        self.env.unbind(slot);
    }

    /// What is known of a handler's name where its body may lead: how many jumps the loop around has, and the states at the `try`s around.
    fn known_outside(&self, target: ExprId) -> Outside {
        let slot = self.target_slot(target);
        let state = |env: &Env| slot.and_then(|slot| env.slots.get(&slot).copied());
        Outside {
            jumps: self.loops.last().map_or((0, 0), |frame| (frame.breaks.len(), frame.continues.len())),
            raises: self.handlers.iter().map(state).collect(),
        }
    }

    /// Where the body of a handler led, its name is not bound. Says whether it leads anywhere but to its end, and out of the function.
    fn forget_outside(&mut self, slot: Slot, known: &Outside) -> bool {
        let mut jumps = false;
        if let Some(frame) = self.loops.last_mut() {
            let left = frame.breaks[known.jumps.0..].iter_mut().chain(&mut frame.continues[known.jumps.1..]);
            for env in left {
                jumps = true;
                env.unbind(slot);
            }
        }
        for (env, before) in self.handlers.iter_mut().zip(&known.raises) {
            match before {
                Some(state) => drop(env.slots.insert(slot, State { bound: false, ..*state })),
                None => env.unbind(slot),
            }
        }
        jumps || !known.raises.is_empty()
    }

    /// What a handler's body raises remembers the exception that was being handled.
    pub(super) fn noting_context(&mut self, body: thir::Block, handled: Local, origin: Origin) -> thir::Block {
        let escaping = self.new_local(builtin_ty(self.db, "BaseException"), None);
        let (note, ()) = self.in_block(|this| {
            let args = vec![this.local_expr(escaping, origin), this.local_expr(handled, origin)];
            let noted = this.builtin_call("set_context", args, origin);
            let exception = this.local_expr(escaping, origin);
            this.block.push(Stmt { kind: StmtKind::Expr(noted), origin });
            this.block.push(Stmt { kind: StmtKind::Raise { exception, adds_traceback: false }, origin });
        });
        let handlers = vec![Handler { classes: Vec::new(), binding: escaping, body: note }];
        vec![Stmt { kind: StmtKind::Try { body, handlers, orelse: Vec::new(), finalbody: Vec::new(), raised: None }, origin }]
    }
}
