//! Closures: functions with what they take along from the functions around them.
//!
//! A closure is a value: its type names the function and the instance it was made in, and it holds the values and cells that [`crate::captures`] lists, then the defaults that
//! were evaluated where it was made. It is the first argument of its function.

use pyc_base::Name;
use pyc_hir::{BodyOwner, ExprId, FunctionId, LocalId};

use super::env::Slot;
use super::{Capturing, Infer, infer};
use crate::captures::{Capture, captures, is_assigned_inside, is_cell, sole_definition};
use crate::class::builtin_class;
use crate::facts::{Shared, SharedType, is_settled, shared_type};
use crate::thir::{Expr, ExprKind, Local, Origin, Place, StmtKind};
use crate::ty::{Instance, Ty, TyKind};

/// Positions of the fields of the library's class `_Cell`.
const CELL_VALUE: u32 = 0;
const CELL_IS_BOUND: u32 = 1;

/// What a closure holds, in order.
pub fn closure_parts(db: &dyn pyc_hir::Db, function: FunctionId, outer: Instance) -> Vec<Ty> {
    let captured = captures(db, function);
    let parts = captured.iter().map(|&capture| {
        let ty = captured_type(db, outer, capture).resolve(db);
        if is_cell(db, capture.function, capture.local) { cell_type(db, ty) } else { ty }
    });
    let defaults = infer(db, outer);
    let defaults = defaults.defaults.iter().filter(|(of, ..)| *of == function).map(|(.., ty)| *ty);
    parts.chain(defaults).collect()
}

/// What is known of a variable that functions inside use, seen from the instance `outer` that one of them was made in.
fn captured_type(db: &dyn pyc_hir::Db, outer: Instance, capture: Capture) -> SharedType {
    if outer.owner(db) != BodyOwner::Function(capture.function) {
        return match closure_of(db, outer) {
            Some((_, around)) => captured_type(db, around, capture),
            None => SharedType::settled(Ty::unknown(db)),
        };
    }
    let inference = infer(db, outer);
    let own = inference.captured.iter().find(|(local, _)| *local == capture.local).map_or_else(|| Ty::never(db), |(_, ty)| *ty);
    if is_settled(db, own) && !is_assigned_inside(db, capture.function, capture.local) {
        return SharedType::settled(own);
    }
    shared_type(db, Shared::Captured(outer, capture.local), own)
}

/// The closure that an instance is called through.
fn closure_of(db: &dyn pyc_hir::Db, instance: Instance) -> Option<(FunctionId, Instance)> {
    match instance.params(db).first()?.kind(db) {
        TyKind::Closure { function, outer } if instance.owner(db) == BodyOwner::Function(*function) => Some((*function, *outer)),
        _ => None,
    }
}

/// The instance whose variable it is.
fn owner_of(db: &dyn pyc_hir::Db, mut outer: Instance, capture: Capture) -> Option<Instance> {
    while outer.owner(db) != BodyOwner::Function(capture.function) {
        outer = closure_of(db, outer)?.1;
    }
    Some(outer)
}

fn cell_type(db: &dyn pyc_hir::Db, ty: Ty) -> Ty {
    builtin_class(db, "_Cell").map_or_else(|| Ty::unknown(db), |class| Ty::class(db, class, [ty]))
}

impl Infer<'_> {
    /// A function as a value: alone, or with what it takes along.
    pub(super) fn closure_value(&mut self, function: FunctionId, defaults: &[(u32, ExprId)], origin: Origin) -> Expr {
        let db = self.db;
        let captured = captures(db, function);
        if captured.is_empty() && defaults.is_empty() {
            return self.expr_of(Ty::new(db, TyKind::Function(function)), ExprKind::None, origin);
        }
        let mut parts = Vec::new();
        for &capture in captured.iter() {
            match self.taken_along(capture, origin) {
                Some(part) => parts.push(part),
                None => return self.unsupported("A variable of a function around this class", "pass it as an argument", origin),
            }
        }
        for &(param, default) in defaults {
            let value = self.expr(default, None);
            self.note_default(function, param, value.ty);
            parts.push(value);
        }
        if let Some(diverged) = self.diverges(&parts) {
            return self.sequence(parts, diverged, origin);
        }
        let ty = Ty::new(db, TyKind::Closure { function, outer: self.instance });
        self.expr_of(ty, ExprKind::Tuple(parts), origin)
    }

    fn note_default(&mut self, function: FunctionId, param: u32, ty: Ty) {
        match self.defaults.iter().position(|(of, at, _)| *of == function && *at == param) {
            Some(at) => self.defaults[at].2 = self.join(self.defaults[at].2, ty),
            None => self.defaults.push((function, param, ty)),
        }
    }

    /// The value or the cell of a variable, for a closure that is made here.
    fn taken_along(&mut self, capture: Capture, origin: Origin) -> Option<Expr> {
        let db = self.db;
        if self.function() != Some(capture.function) {
            return self.held(capture, origin);
        }
        if is_cell(db, capture.function, capture.local) {
            let cell = self.cell(capture.local, origin);
            return Some(cell);
        }
        let slot = Slot::Local(capture.local);
        let text = self.hir.locals[capture.local.index()].name;
        let value = self.read_slot(slot, text, origin);
        let (ty, known) = (value.ty, self.captured.get(&capture.local).copied());
        let joined = self.new_captured.get(&capture.local).copied();
        let joined = joined.map_or(ty, |joined| self.join(joined, ty));
        self.new_captured.insert(capture.local, joined);
        let target = known.unwrap_or(joined);
        Some(self.widen(value, target))
    }

    /// What the closure that runs holds of a variable: a value or a cell.
    fn held(&mut self, capture: Capture, origin: Origin) -> Option<Expr> {
        let db = self.db;
        let Capturing { local, function, outer } = self.closure?;
        let position = captures(db, function).iter().position(|known| *known == capture)?;
        let known = captured_type(db, outer, capture);
        let place = Shared::Captured(owner_of(db, outer, capture)?, capture.local);
        let ty = self.open_shared(place, &known);
        let ty = if is_cell(db, capture.function, capture.local) { cell_type(db, ty) } else { ty };
        let closure = self.local_expr(local, origin);
        Some(self.expr_of(ty, ExprKind::TupleGet(Box::new(closure), position as u32), origin))
    }

    /// A name of an enclosing function.
    pub(super) fn captured_name(&mut self, function: FunctionId, local: LocalId, origin: Origin) -> Expr {
        let db = self.db;
        let capture = Capture { function, local };
        if let Some(defined) = sole_definition(db, function, local) {
            return self.sibling(defined, origin);
        }
        let Some(held) = self.held(capture, origin) else {
            return self.unsupported(
                "A variable of a function around this class",
                "pass it as an argument, or keep it in an object",
                origin,
            );
        };
        if !is_cell(db, function, local) {
            let ty = self.vars.shallow(db, held.ty);
            return Expr { ty, ..held };
        }
        let text = pyc_hir::body(db, BodyOwner::Function(function)).locals[local.index()].name;
        self.read_cell(held, text, "raise_free_variable", origin)
    }

    /// A function that is defined beside this one, or this one: made from what this closure holds.
    fn sibling(&mut self, function: FunctionId, origin: Origin) -> Expr {
        let db = self.db;
        let captured = captures(db, function);
        if captured.is_empty() {
            return self.expr_of(Ty::new(db, TyKind::Function(function)), ExprKind::None, origin);
        }
        let Some(Capturing { local, function: own, outer }) = self.closure else {
            return self.unsupported("A function of a function around this class", "pass it as an argument", origin);
        };
        if own == function {
            return self.local_expr(local, origin);
        }
        // It was made in the instance that has its name as a variable.
        let mut made_in = outer;
        while BodyOwner::Function(enclosing_function(db, function)) != made_in.owner(db) {
            match closure_of(db, made_in) {
                Some((_, around)) => made_in = around,
                None => return self.unknown(origin),
            }
        }
        let parts: Option<Vec<Expr>> = captured.iter().map(|&capture| self.held(capture, origin)).collect();
        match parts {
            Some(parts) => self.expr_of(Ty::new(db, TyKind::Closure { function, outer: made_in }), ExprKind::Tuple(parts), origin),
            None => self.unknown(origin),
        }
    }

    /// `nonlocal` variables.
    pub(super) fn assign_captured(&mut self, function: FunctionId, local: LocalId, value: Expr, origin: Origin) {
        let db = self.db;
        let capture = Capture { function, local };
        let owner = self.closure.and_then(|closure| owner_of(db, closure.outer, capture));
        let (Some(owner), Some(cell)) = (owner, self.held(capture, origin)) else {
            self.unsupported("Assigning a variable of a function around this class", "keep it in an object", origin);
            return;
        };
        self.note_assigned(Shared::Captured(owner, local), value.ty);
        self.write_cell(cell, value, origin);
    }

    /// What functions inside assign to a variable of this body, and put into what it holds.
    pub(super) fn captured_storage(&mut self, function: FunctionId, local: LocalId) -> Ty {
        let known = captured_type(self.db, self.instance, Capture { function, local });
        self.open_shared(Shared::Captured(self.instance, local), &known)
    }

    // Cells.

    /// The local that holds the cell of a variable of this body.
    pub(super) fn cell(&mut self, local: LocalId, origin: Origin) -> Expr {
        let slot = Slot::Local(local);
        let storage = self.storage_of(slot, Ty::never(self.db));
        let ty = cell_type(self.db, storage);
        let cell = self.cell_local(local, ty);
        let kept = self.local_expr(cell, origin);
        Expr { ty, ..kept }
    }

    fn cell_local(&mut self, local: LocalId, ty: Ty) -> Local {
        if let Some(&cell) = self.cells.get(&local) {
            return cell;
        }
        let text = self.hir.locals[local.index()].name;
        let ty = if self.is_final { self.vars.resolve(self.db, ty) } else { ty };
        let cell = self.new_local(ty, Some(text));
        self.cells.insert(local, cell);
        cell
    }

    /// Whether a variable of this body lives in a cell.
    pub(super) fn lives_in_cell(&self, slot: Slot) -> Option<LocalId> {
        let (Slot::Local(local), Some(function)) = (slot, self.function()) else { return None };
        (self.hir.locals[local.index()].is_captured
            && is_cell(self.db, function, local)
            && sole_definition(self.db, function, local).is_none())
        .then_some(local)
    }

    /// Cells are made before the body runs; parameters move into theirs.
    pub(super) fn make_cells(&mut self) {
        for at in 0..self.hir.locals.len() {
            let local = LocalId(at as u32);
            if self.lives_in_cell(Slot::Local(local)).is_none() {
                continue;
            }
            let cell = self.cell(local, Origin::Body);
            let ty = cell.ty;
            let ExprKind::Read(place) = cell.kind else { continue };
            let new = self.expr_of(ty, ExprKind::Construct { init: None, args: Vec::new() }, Origin::Body);
            self.emit(StmtKind::Assign(place, new), Origin::Body);
        }
    }

    pub(super) fn read_own_cell(&mut self, local: LocalId, text: Name, origin: Origin) -> Expr {
        let cell = self.cell(local, origin);
        self.read_cell(cell, text, "raise_unbound_local", origin)
    }

    fn read_cell(&mut self, cell: Expr, text: Name, raises: &str, origin: Origin) -> Expr {
        let db = self.db;
        let Some((_, args)) = cell.ty.as_class(db) else { return self.unknown(origin) };
        let ty = self.vars.shallow(db, args[0]);
        let value = self.read(Place::Field { base: Box::new(cell.clone()), index: CELL_VALUE }, ty, origin);
        if ty.is_never(db) && !self.is_final {
            return value;
        }
        let is_bound = self.read(Place::Field { base: Box::new(cell), index: CELL_IS_BOUND }, Ty::bool(db), origin);
        let raise = self.raise_call(raises, vec![self.str(text.as_str(), origin)], origin);
        self.if_expr(ty, is_bound, value, raise)
    }

    pub(super) fn write_own_cell(&mut self, local: LocalId, value: Expr, origin: Origin) {
        let cell = self.cell(local, origin);
        self.write_cell(cell, value, origin);
    }

    fn write_cell(&mut self, cell: Expr, value: Expr, origin: Origin) {
        let db = self.db;
        let Some((_, args)) = cell.ty.as_class(db) else { return };
        let value = self.coerce(value, args[0], "the variable");
        let bound = self.bool(true, origin);
        self.emit(StmtKind::Assign(Place::Field { base: Box::new(cell.clone()), index: CELL_VALUE }, value), origin);
        self.emit(StmtKind::Assign(Place::Field { base: Box::new(cell), index: CELL_IS_BOUND }, bound), origin);
        self.note_possible_raise();
    }

    /// The default of a closure's parameter that was evaluated where it was made.
    pub(super) fn closure_default(&mut self, closure: &Expr, param: u32) -> Option<Expr> {
        let db = self.db;
        let TyKind::Closure { function, outer } = *closure.ty.kind(db) else { return None };
        let inference = infer(db, outer);
        let mut own = inference.defaults.iter().filter(|(of, ..)| *of == function);
        let position = own.position(|(_, at, _)| *at == param)?;
        let ty = inference.defaults.iter().filter(|(of, ..)| *of == function).nth(position)?.2;
        let index = captures(db, function).len() + position;
        Some(self.expr_of(ty, ExprKind::TupleGet(Box::new(closure.clone()), index as u32), closure.origin))
    }
}

/// The function that another is defined in.
fn enclosing_function(db: &dyn pyc_hir::Db, function: FunctionId) -> FunctionId {
    match pyc_hir::enclosing(db, function) {
        pyc_hir::Enclosing::Function(around) => around,
        _ => function,
    }
}
