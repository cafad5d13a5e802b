//! Variables of modules that may be read before they are assigned: Python raises `NameError`, so such reads are tested.
//!
//! Most need no test: what the top of a module assigns in its straight line is there for the statements below it, and for functions as well if none of
//! the program's can have run before.

use std::rc::Rc;

use pyc_hir::Literal;
use pyc_mir::{Const, GlobalId, Operand, Place, Rvalue, TerminatorKind, Ty};
use pyc_types::thir::{self, Block, Expr, ExprKind, Stmt, StmtKind};
use pyc_types::ty::{GlobalVar, Instance, TyKind};
use rustc_hash::FxHashSet;

use crate::function::FunctionBuilder;
use crate::parts::parts;
use crate::program::ProgramBuilder;
use crate::types::{Kind, Types};

/// What the top of a module assigns in its straight line.
#[derive(Default)]
pub(crate) struct Assigned {
    /// By some statement of it.
    straight: FxHashSet<GlobalVar>,
    /// Before any function could have looked.
    early: FxHashSet<GlobalVar>,
}

impl Assigned {
    fn of(types: &dyn Types, module: Instance) -> Self {
        let mut walk = Walk { types, module, assigned: Self::default(), has_called: false };
        let block = &types.thir(module).block;
        walk.block(block);
        // What is deleted anywhere may be missing everywhere.
        let mut deleted = FxHashSet::default();
        block.iter().for_each(|stmt| deletions(stmt, &mut deleted));
        walk.assigned.straight.retain(|global| !deleted.contains(global));
        walk.assigned.early.retain(|global| !deleted.contains(global));
        walk.assigned
    }
}

fn deletions(stmt: &Stmt, found: &mut FxHashSet<GlobalVar>) {
    let mut all = |block: &Block| block.iter().for_each(|stmt| deletions(stmt, found));
    match &stmt.kind {
        StmtKind::UnbindGlobal(global) => {
            found.insert(*global);
        }
        StmtKind::If { then, otherwise, .. } => [then, otherwise].into_iter().for_each(all),
        StmtKind::While { body, orelse, .. } => [body, orelse].into_iter().for_each(all),
        StmtKind::Try { body, handlers, orelse, finalbody, raised: _ } => {
            [body, orelse, finalbody].into_iter().for_each(&mut all);
            handlers.iter().for_each(|handler| all(&handler.body));
        }
        _ => {}
    }
}

struct Walk<'t> {
    types: &'t dyn Types,
    module: Instance,
    assigned: Assigned,
    /// Whether code of the program outside of this top may have run.
    has_called: bool,
}

impl Walk<'_> {
    fn block(&mut self, block: &Block) {
        for stmt in block {
            match &stmt.kind {
                StmtKind::Assign(place, value) => {
                    self.expr(value);
                    if let thir::Place::Global(global) = place {
                        self.assigned.straight.insert(*global);
                        if !self.has_called {
                            self.assigned.early.insert(*global);
                        }
                    }
                }
                StmtKind::Expr(Expr { kind: ExprKind::Call { instance, .. }, .. }) if self.is_class_body(*instance) => {
                    let body = self.types.thir(*instance);
                    self.block(&body.block);
                }
                StmtKind::Expr(value) => self.expr(value),
                // What is assigned in there may be skipped.
                _ => self.has_called |= self.calls(stmt),
            }
        }
    }

    fn is_class_body(&self, instance: Instance) -> bool {
        self.types.function_info(instance).kind == Kind::Class
    }

    fn expr(&mut self, expr: &Expr) {
        self.has_called |= self.expr_calls(expr);
    }

    fn calls(&self, stmt: &Stmt) -> bool {
        let any = |block: &Block| block.iter().any(|stmt| self.calls(stmt));
        match &stmt.kind {
            StmtKind::Expr(value) | StmtKind::Return(value) | StmtKind::Raise { exception: value, .. } => self.expr_calls(value),
            StmtKind::Assign(place, value) => self.expr_calls(value) || self.place_calls(place),
            StmtKind::If { condition, then, otherwise } | StmtKind::While { condition, body: then, orelse: otherwise } => {
                self.expr_calls(condition) || any(then) || any(otherwise)
            }
            StmtKind::Try { body, handlers, orelse, finalbody, raised: _ } => {
                any(body) || any(orelse) || any(finalbody) || handlers.iter().any(|handler| any(&handler.body))
            }
            StmtKind::Break | StmtKind::Continue | StmtKind::Unbind(_) | StmtKind::UnbindGlobal(_) => false,
        }
    }

    fn place_calls(&self, place: &thir::Place) -> bool {
        match place {
            thir::Place::Field { base, .. } => self.expr_calls(base),
            thir::Place::StructField { base, .. } => self.place_calls(base),
            thir::Place::Local(_) | thir::Place::Global(_) => false,
        }
    }

    fn expr_calls(&self, expr: &Expr) -> bool {
        let own = match &expr.kind {
            ExprKind::Call { instance, .. } => self.runs_program(*instance),
            ExprKind::Construct { init: Some(init), .. } => self.runs_program(*init),
            ExprKind::Read(place) | ExprKind::Inout(place) => self.place_calls(place),
            ExprKind::Block(block, _) => block.iter().any(|stmt| self.calls(stmt)),
            _ => false,
        };
        own || parts(expr).into_iter().any(|part| self.expr_calls(part))
    }

    /// Whether a call may run functions of the program that see this module. The library calls back what it is given: functions, and methods of classes.
    fn runs_program(&self, instance: Instance) -> bool {
        let info = self.types.function_info(instance);
        match info.kind {
            Kind::Module => self.types.imports(instance, self.module),
            _ if info.is_stdlib => self.types.params(instance).iter().any(|ty| self.can_call_back(*ty)),
            _ => true,
        }
    }

    fn can_call_back(&self, ty: pyc_types::Ty) -> bool {
        self.can_call_back_within(ty, &mut Vec::new())
    }

    /// `seen`: what is looked at already, for types may contain themselves.
    fn can_call_back_within(&self, ty: pyc_types::Ty, seen: &mut Vec<pyc_types::Ty>) -> bool {
        if seen.contains(&ty) {
            return false;
        }
        seen.push(ty);
        match self.types.kind(ty) {
            TyKind::Function(_) | TyKind::Closure { .. } | TyKind::Body(_) | TyKind::ClassObject(_) => true,
            TyKind::Class { args, .. } => !self.types.is_library_class(ty) || args.iter().any(|arg| self.can_call_back_within(*arg, seen)),
            TyKind::Tuple(items) | TyKind::Union(items) => items.iter().any(|item| self.can_call_back_within(*item, seen)),
            TyKind::Ptr(pointee) => self.can_call_back_within(*pointee, seen),
            _ => false,
        }
    }
}

impl ProgramBuilder<'_> {
    fn assigned(&mut self, module: Instance) -> Rc<Assigned> {
        if let Some(known) = self.assigned_globals.get(&module) {
            return known.clone();
        }
        let made = Rc::new(Assigned::of(self.types, module));
        self.assigned_globals.insert(module, made.clone());
        made
    }

    /// Whether reads of a variable in functions are tested, so that its assignments have to be seen.
    fn may_be_unassigned(&mut self, global: GlobalVar) -> bool {
        let module = self.types.module_of(global);
        if self.types.function_info(module).is_stdlib {
            return false;
        }
        !self.assigned(module).early.contains(&global)
    }

    /// The variable that says whether another one holds a value: none for references, which are null until then.
    fn bound_flag(&mut self, global: GlobalVar) -> Option<GlobalId> {
        let ty = self.types.global_ty(global);
        match self.repr(ty) {
            Ty::Ref { nullable: false, .. } | Ty::Unit | Ty::Never => None,
            _ => {
                if let Some(flag) = self.bound_flags.get(&global) {
                    return Some(*flag);
                }
                let name = format!("{}$bound", self.types.global_name(global));
                let flag = self.add_global(name.into(), Ty::Bool, pyc_mir::AddressSpace::Generic);
                self.bound_flags.insert(global, flag);
                Some(flag)
            }
        }
    }
}

impl FunctionBuilder<'_, '_, '_> {
    /// A variable of a module that is about to be read.
    pub(crate) fn read_global(&mut self, global: GlobalVar) -> Place {
        let place = Place::global(self.program.global_id(global));
        if self.needs_test(global) {
            self.test_global(global, &place);
        }
        place
    }

    /// What a read gives of a variable that always holds one number, if it can't be read before that.
    pub(crate) fn constant(&mut self, global: GlobalVar, ty: &Ty) -> Option<Const> {
        let value = self.program.types.constant(global)?;
        if self.needs_test(global) {
            return None;
        }
        match (value, ty) {
            (Literal::Int(value), Ty::Int(int)) => Some(Const::Int(value.into(), *int)),
            (Literal::Float(bits), Ty::Float(float)) => Some(Const::Float(bits, *float)),
            (Literal::Bool(value), Ty::Bool) => Some(Const::Bool(value)),
            _ => None,
        }
    }

    fn needs_test(&mut self, global: GlobalVar) -> bool {
        if !self.program.may_be_unassigned(global) {
            return false;
        }
        let module = self.program.types.module_of(global);
        // Below an assignment in the straight line nothing is left to test; above it type inference has reported the use.
        !(self.instance == Some(module) && self.program.assigned(module).straight.contains(&global))
    }

    fn test_global(&mut self, global: GlobalVar, place: &Place) {
        let ty = self.program.types.global_ty(global);
        let repr = self.program.repr(ty);
        let is_bound = match (self.program.bound_flag(global), &repr) {
            (Some(flag), _) => Operand::Copy(Place::global(flag)),
            (None, Ty::Ref { .. }) => {
                let null = Operand::Const(Const::Zero(repr.clone()));
                self.compute(Ty::Bool, Rvalue::Binary(pyc_mir::BinaryOp::Ne, Operand::Copy(place.clone()), null))
            }
            // Nothing that can be reached assigns it.
            (None, Ty::Never) => Operand::Const(Const::Bool(false)),
            _ => return,
        };
        let (bound, unbound) = (self.new_block(), self.new_block());
        self.branch(is_bound, bound, unbound);
        self.switch_to(unbound);
        let name = self.program.string(&global.name.as_str().into());
        let raise = self.program.types.lang_instance("raise_name_error");
        self.call_function(raise, vec![Operand::Const(Const::Static(name))]);
        if !self.is_dead() {
            self.terminate(TerminatorKind::Unreachable);
        }
        self.switch_to(bound);
    }

    /// `del` of a variable of a module: its value is released.
    pub(crate) fn unbind_global(&mut self, global: GlobalVar) {
        let ty = self.program.types.global_ty(global);
        let repr = self.program.repr(ty);
        if !matches!(repr, Ty::Unit | Ty::Never) {
            let place = Place::global(self.program.global_id(global));
            self.assign(place, Rvalue::Use(Operand::Const(Const::Zero(repr))));
        }
        if let Some(flag) = self.program.bound_flag(global) {
            self.assign(Place::global(flag), Rvalue::Use(Operand::Const(Const::Bool(false))));
        }
    }

    /// After an assignment to a variable of a module.
    pub(crate) fn mark_assigned(&mut self, global: GlobalVar) {
        if self.program.may_be_unassigned(global)
            && let Some(flag) = self.program.bound_flag(global)
        {
            self.assign(Place::global(flag), Rvalue::Use(Operand::Const(Const::Bool(true))));
        }
    }
}
