//! Pieces of typed HIR that inference is made of: statements, locals, and expressions of one node.

use pyc_base::Name;

use super::Infer;
use crate::facts::is_settled;
use crate::thir::{self, Expr, ExprKind, Local, LocalDecl, Origin, Place, Stmt, StmtKind};
use crate::ty::Ty;

impl Infer<'_> {
    pub(super) fn emit(&mut self, kind: StmtKind, origin: Origin) {
        if self.env.live {
            if let StmtKind::Assign(Place::Global(global), value) = &kind
                && !is_settled(self.db, value.ty)
            {
                self.open_globals.push((*global, value.ty));
            }
            self.block.push(Stmt { kind, origin });
        }
    }

    /// Runs `build` with an empty block and gives back what it emitted.
    pub(super) fn in_block<R>(&mut self, build: impl FnOnce(&mut Self) -> R) -> (thir::Block, R) {
        let outer = std::mem::take(&mut self.block);
        let result = build(self);
        (std::mem::replace(&mut self.block, outer), result)
    }

    pub(super) fn new_local(&mut self, ty: Ty, name: Option<Name>) -> Local {
        self.locals.push(LocalDecl { ty, name, maybe_unbound: false });
        Local(self.locals.len() as u32 - 1)
    }

    /// Keeps a value for several uses: gives the statement that stores it and the place.
    pub(super) fn temp(&mut self, value: Expr) -> (Stmt, Local) {
        let origin = value.origin;
        let local = self.new_local(value.ty, None);
        (Stmt { kind: StmtKind::Assign(Place::Local(local), value), origin }, local)
    }

    pub(super) fn local_expr(&self, local: Local, origin: Origin) -> Expr {
        self.read(Place::Local(local), self.locals[local.index()].ty, origin)
    }

    pub(super) fn read(&self, place: Place, ty: Ty, origin: Origin) -> Expr {
        Expr { ty, kind: ExprKind::Read(place), origin }
    }

    pub(super) fn expr_of(&self, ty: Ty, kind: ExprKind, origin: Origin) -> Expr {
        Expr { ty, kind, origin }
    }

    pub(super) fn none(&self, origin: Origin) -> Expr {
        self.expr_of(Ty::none(self.db), ExprKind::None, origin)
    }

    pub(super) fn bool(&self, value: bool, origin: Origin) -> Expr {
        self.expr_of(Ty::bool(self.db), ExprKind::Bool(value), origin)
    }

    pub(super) fn int(&self, value: i64, origin: Origin) -> Expr {
        self.expr_of(Ty::int(self.db), ExprKind::Int(value), origin)
    }

    pub(super) fn str(&self, text: &str, origin: Origin) -> Expr {
        self.expr_of(crate::class::builtin_ty(self.db, "str"), ExprKind::Str(text.into()), origin)
    }

    /// Stands for an expression that was reported.
    pub(super) fn unknown(&self, origin: Origin) -> Expr {
        self.expr_of(Ty::unknown(self.db), ExprKind::None, origin)
    }

    pub(super) fn block_expr(&self, statements: thir::Block, value: Expr) -> Expr {
        if statements.is_empty() {
            return value;
        }
        let (ty, origin) = (value.ty, value.origin);
        Expr { ty, kind: ExprKind::Block(statements, Box::new(value)), origin }
    }

    pub(super) fn not(&self, value: Expr) -> Expr {
        let (ty, origin) = (value.ty, value.origin);
        match value.kind {
            ExprKind::Bool(known) => Expr { ty, kind: ExprKind::Bool(!known), origin },
            kind => Expr { ty, kind: ExprKind::Unary(thir::UnaryOp::Not, Box::new(Expr { ty, kind, origin })), origin },
        }
    }

    pub(super) fn if_expr(&self, ty: Ty, condition: Expr, then: Expr, otherwise: Expr) -> Expr {
        let origin = condition.origin;
        let kind = ExprKind::If { condition: Box::new(condition), then: Box::new(then), otherwise: Box::new(otherwise) };
        Expr { ty, kind, origin }
    }
}
