//! Moves of structs: assigning one or passing it on gives it away, and using what was given away is an error. So no program can tell whether a copy
//! was made.
//!
//! Only whole variables can be given away. What lives in a field, in a global or with the caller stays there and has to be copied with `copy`.
//! Frozen structs can't be changed, so nobody can tell copies of them apart: they are not looked at.

use pyc_base::{Code, Diagnostic, codes};
use pyc_types::thir::{Body, Expr, ExprKind, Local, Mode, Origin, Place, Stmt, StmtKind};
use pyc_types::ty::{Instance, Ty, TyKind};
use rustc_hash::{FxHashMap, FxHashSet};

use crate::parts::parts;
use crate::types::Types;

/// The uses of moved values in one body.
pub fn check(types: &dyn Types, instance: Instance, body: &Body) -> Vec<Diagnostic> {
    let mut checker = Checker {
        types,
        instance,
        body,
        state: Some(Moved::default()),
        aliases: FxHashMap::default(),
        log: Vec::new(),
        loops: Vec::new(),
        reported: FxHashSet::default(),
        diagnostics: Vec::new(),
    };
    checker.block(&body.block);
    checker.diagnostics
}

/// Variables that hold nothing any more, and where their values went.
type Moved = FxHashMap<Local, Origin>;

/// What becomes of the value of an expression.
#[derive(Clone, Copy, PartialEq)]
enum Use {
    Look,
    Take,
}

#[derive(Default)]
struct LoopExits {
    breaks: Vec<Moved>,
    continues: Vec<Moved>,
}

struct Checker<'a> {
    types: &'a dyn Types,
    instance: Instance,
    body: &'a Body,
    /// `None` where control does not get.
    state: Option<Moved>,
    /// Temporaries that stand for a variable: taking them takes it.
    aliases: FxHashMap<Local, Local>,
    /// Every move so far, for handlers, which may be entered after any of them.
    log: Vec<(Local, Origin)>,
    loops: Vec<LoopExits>,
    reported: FxHashSet<(Local, Origin)>,
    diagnostics: Vec<Diagnostic>,
}

impl Checker<'_> {
    /// Whether a copy of such a value could be told from the value itself.
    fn is_movable(&self, ty: Ty) -> bool {
        match self.types.kind(ty) {
            TyKind::Class { .. } => {
                let layout = self.types.class_layout(ty);
                layout.is_struct && !layout.is_frozen
            }
            TyKind::Tuple(parts) | TyKind::Union(parts) => parts.iter().any(|part| self.is_movable(*part)),
            _ => false,
        }
    }

    // Statements.

    fn block(&mut self, block: &[Stmt]) {
        block.iter().for_each(|stmt| self.stmt(stmt));
    }

    fn stmt(&mut self, stmt: &Stmt) {
        match &stmt.kind {
            StmtKind::Expr(value) => self.expr(value, Use::Look),
            StmtKind::Assign(place, value) => self.assign(place, value),
            StmtKind::If { condition, then, otherwise } => {
                self.expr(condition, Use::Look);
                self.fork(|this| this.block(then), |this| this.block(otherwise));
            }
            StmtKind::While { condition, body, orelse } => self.repeat(condition, body, orelse),
            StmtKind::Break => {
                let state = self.state.take();
                if let Some(exits) = self.loops.last_mut() {
                    exits.breaks.extend(state);
                }
            }
            StmtKind::Continue => {
                let state = self.state.take();
                if let Some(exits) = self.loops.last_mut() {
                    exits.continues.extend(state);
                }
            }
            StmtKind::Return(value) | StmtKind::Raise { exception: value, .. } => {
                self.expr(value, Use::Take);
                self.state = None;
            }
            StmtKind::Try { body, handlers, orelse, finalbody, raised: _ } => {
                let before = self.state.clone();
                let logged = self.log.len();
                self.block(body);
                let mut interrupted = before;
                if let Some(moved) = &mut interrupted {
                    moved.extend(self.log[logged..].iter().copied());
                }
                self.block(orelse);
                let mut after = self.state.take();
                for handler in handlers {
                    self.state = interrupted.clone();
                    self.block(&handler.body);
                    after = join(after, self.state.take());
                }
                self.state = after;
                self.block(finalbody);
            }
            StmtKind::Unbind(local) => self.holds_value(*local),
            StmtKind::UnbindGlobal(_) => {}
        }
    }

    fn assign(&mut self, place: &Place, value: &Expr) {
        if let (Place::Local(target), ExprKind::Read(Place::Local(source))) = (place, &value.kind)
            && self.body.locals[target.index()].name.is_none()
            && self.is_movable(value.ty)
        {
            self.look_at(*source, value.origin);
            let root = self.root(*source);
            self.aliases.insert(*target, root);
            return;
        }
        self.expr(value, Use::Take);
        match place {
            Place::Local(target) => {
                self.aliases.remove(target);
                self.holds_value(*target);
            }
            _ => self.place(place, value.origin),
        }
    }

    fn holds_value(&mut self, local: Local) {
        if let Some(moved) = &mut self.state {
            moved.remove(&local);
        }
    }

    fn fork(&mut self, then: impl FnOnce(&mut Self), otherwise: impl FnOnce(&mut Self)) {
        let before = self.state.clone();
        then(self);
        let after = std::mem::replace(&mut self.state, before);
        otherwise(self);
        self.state = join(after, self.state.take());
    }

    /// The second round finds what is used again after it was given away in the first.
    fn repeat(&mut self, condition: &Expr, body: &[Stmt], orelse: &[Stmt]) {
        let mut broken = None;
        let mut done = None;
        for _ in 0..2 {
            self.expr(condition, Use::Look);
            done = join(done, self.state.clone());
            self.loops.push(LoopExits::default());
            self.block(body);
            let exits = self.loops.pop().unwrap_or_default();
            broken = exits.breaks.into_iter().fold(broken, |all, state| join(all, Some(state)));
            let next = self.state.take();
            self.state = exits.continues.into_iter().fold(next, |all, state| join(all, Some(state)));
        }
        self.state = done;
        self.block(orelse);
        self.state = join(self.state.take(), broken);
    }

    // Expressions.

    fn expr(&mut self, expr: &Expr, how: Use) {
        match &expr.kind {
            ExprKind::Read(place) => self.read(place, expr, how),
            ExprKind::Inout(place) => self.place(place, expr.origin),
            ExprKind::Call { instance, args } => self.arguments(*instance, args, 0),
            ExprKind::Construct { init: Some(init), args } => self.arguments(*init, args, 1),
            ExprKind::Intrinsic { name, args, .. } => {
                let takes = matches!(name.as_str(), "ptr_store" | "ptr_init");
                for (at, arg) in args.iter().enumerate() {
                    self.expr(arg, if takes && at == 2 { Use::Take } else { Use::Look });
                }
            }
            ExprKind::If { condition, then, otherwise } => {
                self.expr(condition, Use::Look);
                self.fork(|this| this.expr(then, how), |this| this.expr(otherwise, how));
            }
            ExprKind::And(left, right) | ExprKind::Or(left, right) => {
                self.expr(left, Use::Look);
                self.fork(|this| this.expr(right, Use::Look), |_| {});
            }
            ExprKind::Block(block, value) => {
                self.block(block);
                self.expr(value, how);
            }
            // A part of a value that lives on in a variable: taking it would take it out of there.
            ExprKind::StructGet(value, _) | ExprKind::TupleGet(value, _) => self.expr(value, Use::Look),
            ExprKind::Widen(value) | ExprKind::Narrow(value) => self.expr(value, how),
            ExprKind::Tuple(items) | ExprKind::Struct(items) => items.iter().for_each(|item| self.expr(item, how)),
            _ => parts(expr).into_iter().for_each(|part| self.expr(part, Use::Look)),
        }
    }

    fn arguments(&mut self, instance: Instance, args: &[Expr], skipped: usize) {
        let callee = self.types.thir(instance);
        for (at, arg) in args.iter().enumerate() {
            let mode = callee.params.get(at + skipped).map_or(Mode::Read, |param| param.mode);
            self.expr(arg, if mode == Mode::Owned { Use::Take } else { Use::Look });
        }
    }

    fn read(&mut self, place: &Place, expr: &Expr, how: Use) {
        self.place(place, expr.origin);
        if how == Use::Look || !self.is_movable(expr.ty) {
            return;
        }
        match place {
            Place::Local(local) => self.take(*local, expr.origin),
            Place::Global(_) => self.cannot_take(expr.origin, "a variable of a module"),
            Place::Field { .. } | Place::StructField { .. } => self.cannot_take(expr.origin, "a field"),
        }
    }

    /// Looks at a place, or at what leads to it.
    fn place(&mut self, place: &Place, origin: Origin) {
        match place {
            Place::Local(local) => self.look_at(*local, origin),
            Place::Global(_) => {}
            Place::Field { base, .. } => self.expr(base, Use::Look),
            Place::StructField { base, .. } => self.place(base, origin),
        }
    }

    /// The variable that a temporary stands for.
    fn root(&self, local: Local) -> Local {
        self.aliases.get(&local).copied().unwrap_or(local)
    }

    fn look_at(&mut self, local: Local, origin: Origin) {
        let local = self.root(local);
        let Some(moved) = self.state.as_ref().and_then(|state| state.get(&local)).copied() else { return };
        if !self.reported.insert((local, origin)) {
            return;
        }
        let name = self.body.locals[local.index()].name.map_or_else(|| "the value".to_owned(), |name| format!("`{name}`"));
        let (file, span) = self.types.span(self.instance, moved);
        let diagnostic = self
            .error(codes::USE_AFTER_MOVE, origin, format!("{name} was given away and holds nothing any more"))
            .primary("used here")
            .label(file, span, "given away here")
            .note("assigning a struct or passing it on moves it, so that no program depends on whether a copy was made")
            .help("give away `copy(...)` of it instead");
        self.diagnostics.push(diagnostic);
    }

    fn take(&mut self, local: Local, origin: Origin) {
        let local = self.root(local);
        let mode = self.body.params.iter().find(|param| param.local == local).map(|param| param.mode);
        if matches!(mode, Some(Mode::Read | Mode::Inout)) {
            self.cannot_take(origin, "a parameter that the caller keeps");
            return;
        }
        if let Some(state) = &mut self.state {
            state.insert(local, origin);
            self.log.push((local, origin));
        }
    }

    fn cannot_take(&mut self, origin: Origin, what: &str) {
        if self.state.is_none() || !self.reported.insert((Local(u32::MAX), origin)) {
            return;
        }
        let diagnostic = self
            .error(codes::MOVE_OUT_OF_PLACE, origin, format!("A struct can't be moved out of {what}"))
            .note("both names would stand for the same value, and a change through one would have to show through the other")
            .help("write `copy(...)` to have a value of its own");
        self.diagnostics.push(diagnostic);
    }

    fn error(&self, code: Code, origin: Origin, message: String) -> Diagnostic {
        let (file, span) = self.types.span(self.instance, origin);
        Diagnostic::error(code, file, span, message)
    }
}

/// What is moved on one way or the other.
fn join(left: Option<Moved>, right: Option<Moved>) -> Option<Moved> {
    match (left, right) {
        (Some(mut left), Some(right)) => {
            left.extend(right);
            Some(left)
        }
        (left, right) => left.or(right),
    }
}
