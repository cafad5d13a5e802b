//! `with`: entering and leaving managers, and exceptions that they swallow.

use pyc_base::name;
use pyc_hir::{Block, ExprId};

use super::Infer;
use crate::class::{builtin_ty, find_method};
use crate::thir::{self, Expr, Handler, Local, Origin, Place, Stmt, StmtKind};
use crate::ty::{Ty, TyKind};

impl Infer<'_> {
    pub(super) fn with_stmt(&mut self, items: &[(ExprId, Option<ExprId>)], body: &Block, origin: Origin) {
        let Some(((context, target), rest)) = items.split_first() else { return self.stmts(body) };
        let manager = self.expr(*context, None);
        if manager.ty.is_never(self.db) || manager.ty.is_unknown(self.db) {
            self.emit(StmtKind::Expr(manager), origin);
            return;
        }
        let at = manager.origin;
        let (store, kept) = self.temp(manager);
        self.push(store);
        let entered = self.method_call(self.local_expr(kept, at), name("__enter__"), Vec::new(), at);
        let (store, entered) = self.temp(entered);
        self.push(store);
        self.note_possible_raise();
        let entry = self.env.clone();
        self.handlers.push(entry);
        let (try_body, ()) = self.in_block(|this| {
            let value = this.local_expr(entered, at);
            match target {
                Some(target) => this.assign(*target, value, origin),
                None => this.emit(StmtKind::Expr(value), origin),
            }
            this.with_stmt(rest, body, origin);
        });
        let at_raise = self.handlers.pop().unwrap_or_default();
        let mut after = std::mem::replace(&mut self.env, at_raise.clone());
        self.env.live = true;
        if self.only_ends(kept) {
            let (finalbody, ()) = self.in_block(|this| this.leave(kept, at, origin));
            self.env = crate::infer::env::Env::live();
            self.emit(StmtKind::Try { body: try_body, handlers: Vec::new(), orelse: Vec::new(), finalbody, raised: None }, origin);
        } else {
            let swallows = self.leave_either_way(kept, try_body, at, origin);
            if swallows {
                after = after.join(&at_raise, self.db, &mut self.vars);
            }
        }
        self.env = after;
    }

    /// Whether a manager of the library ends the same way, whatever was raised.
    fn only_ends(&self, manager: Local) -> bool {
        let ty = self.locals[manager.index()].ty;
        let Some((owner, exit)) = find_method(self.db, ty, "__exit__") else { return true };
        let is_library = owner.as_class(self.db).is_some_and(|(class, _)| class.def(self.db).file.is_stdlib(self.db));
        is_library && pyc_hir::signature(self.db, exit).ret == Some(pyc_hir::TypeRef::None)
    }

    fn leave(&mut self, manager: Local, at: Origin, origin: Origin) {
        let nothing = (0..3).map(|_| self.none(at)).collect();
        let exit = self.method_call(self.local_expr(manager, at), name("__exit__"), nothing, at);
        self.emit(StmtKind::Expr(exit), origin);
    }

    /// Leaves a manager that is told of exceptions. Says whether it may swallow one.
    fn leave_either_way(&mut self, manager: Local, body: thir::Block, at: Origin, origin: Origin) -> bool {
        let db = self.db;
        let left = self.new_local(Ty::bool(db), None);
        let set = |this: &Self, value: bool| Stmt { kind: StmtKind::Assign(Place::Local(left), this.bool(value, at)), origin };
        let raised = self.new_local(builtin_ty(db, "BaseException"), None);
        let before = set(self, false);
        self.push(before);
        let mut swallows = false;
        let (handler, ()) = self.in_block(|this| {
            let told = set(this, true);
            this.push(told);
            this.handled.push(raised);
            let exit = this.tell_of(manager, raised, at);
            this.handled.pop();
            let goes_on = !exit.ty.is_none(db) && !exit.ty.is_unknown(db);
            let (again, ()) = this.in_block(|this| {
                let exception = this.local_expr(raised, origin);
                this.emit(StmtKind::Raise { exception, adds_traceback: false }, origin);
            });
            if goes_on && !exit.ty.is_never(db) {
                swallows = true;
                let condition = this.truth(exit, at);
                this.emit(StmtKind::If { condition, then: Vec::new(), otherwise: again }, origin);
            } else {
                this.emit(StmtKind::Expr(exit), origin);
                this.block.extend(again);
            }
        });
        let handler = self.noting_context(handler, raised, origin);
        let (finalbody, ()) = self.in_block(|this| {
            let (leave, ()) = this.in_block(|this| this.leave(manager, at, origin));
            let condition = this.local_expr(left, origin);
            this.emit(StmtKind::If { condition, then: Vec::new(), otherwise: leave }, origin);
        });
        let handlers = vec![Handler { classes: Vec::new(), binding: raised, body: handler }];
        let inner = Stmt { kind: StmtKind::Try { body, handlers, orelse: Vec::new(), finalbody: Vec::new(), raised: None }, origin };
        self.env = crate::infer::env::Env::live();
        self.emit(StmtKind::Try { body: vec![inner], handlers: Vec::new(), orelse: Vec::new(), finalbody, raised: None }, origin);
        swallows
    }

    /// `__exit__` with what was raised.
    fn tell_of(&mut self, manager: Local, raised: Local, at: Origin) -> Expr {
        let class = self.construct(builtin_ty(self.db, "_ExceptionType"), vec![self.local_expr(raised, at)], at);
        let traceback = self.construct(builtin_ty(self.db, "_Traceback"), Vec::new(), at);
        let args = vec![class, self.local_expr(raised, at), traceback];
        self.method_call(self.local_expr(manager, at), name("__exit__"), args, at)
    }

    /// Whether a class that only the program's run tells is `class`, or derived from it if `derived`.
    pub(super) fn is_exception_type(&mut self, value: Expr, class: &Expr, derived: bool, origin: Origin) -> Option<Expr> {
        let db = self.db;
        let TyKind::ClassObject(class) = *class.ty.kind(db) else { return None };
        if value.ty != builtin_ty(db, "_ExceptionType") {
            return None;
        }
        let exception = self.attribute(value, name("_exception"), origin);
        let (store, kept) = self.temp(exception);
        let mut test = self.type_test(self.local_expr(kept, origin), Ty::class(db, class, []));
        if !derived {
            for &below in crate::class::subclasses(db, class).iter() {
                let is_below = self.type_test(self.local_expr(kept, origin), Ty::class(db, below, []));
                let is_other = self.not(is_below);
                test = self.expr_of(Ty::bool(db), thir::ExprKind::And(Box::new(test), Box::new(is_other)), origin);
            }
        }
        Some(self.block_expr(vec![store], test))
    }
}
