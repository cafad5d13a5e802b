//! Inference of one instance: abstract interpretation of its body over types, repeated until nothing changes; the last pass is the elaborated body.
//!
//! Types flow forward: a variable has, at each point, the union of what was assigned on the paths that reach it, narrowed by the tests on them. What a
//! variable holds anywhere is the type of its storage. The element types of displays (`[]`, `{}`) are variables that collect what is put in.
//! Every pass builds the typed tree, so that there is one place only that knows what an expression means; trees of early passes are dropped.

mod abstract_classes;
mod arguments;
mod assign;
mod attribute;
mod build;
mod call;
mod class_object;
pub mod closure;
mod coerce;
mod comprehension;
mod condition;
mod constants;
mod construct;
mod doctests;
mod dynamic_attribute;
mod enumeration;
mod env;
mod exception_arguments;
mod exceptions;
mod expr;
pub mod failure;
mod finalizers;
mod format;
mod fresh;
mod generator;
mod globals;
mod heirs;
mod hidden;
mod items;
mod kept;
mod keywords;
mod launch;
mod literals;
mod loops;
mod matching;
mod methods;
mod named_tuple;
mod operators;
mod pattern;
mod reflected;
mod reflection;
mod report;
mod slices;
mod stmt;
mod tuples;
mod vars;
mod with;

use std::cell::OnceCell;
use std::sync::Arc;

use pyc_base::{Name, name};
use pyc_hir::{BodyOwner, Db, ExprId, File, FunctionId, LocalId, Signature};
use rustc_hash::FxHashMap;

use crate::class::class_info;
use crate::diagnostic::TypeDiagnostic;
use crate::resolve::TypeScope;
use crate::thir::{self, Expr, Local, LocalDecl, Mode, Origin, Place, StmtKind};
use crate::ty::{GlobalVar, Instance, Ty, TyKind};

use crate::facts::{Fact, Shared, SharedType, fill_holes, hole_name};
use env::{Env, Slot};
pub use globals::global_ty;
use vars::VarKey;

/// A body with all that inference found.
#[derive(Debug, Clone, PartialEq)]
pub struct Inference {
    pub body: thir::Body,
    pub ret: Ty,
    /// What it yields, if it is a generator.
    pub yields: Ty,
    /// What the body assigns to fields of its first parameter.
    pub fields: Vec<(Name, Ty)>,
    /// What the body assigns to variables of its module (or, for a class body, of its class).
    pub globals: Vec<(Name, Ty)>,
    /// The same with all that others put into containers: for what comes out of those, which holes of its own do not stand for.
    pub last_globals: Vec<(Name, Ty)>,
    /// What it does to places that no annotation settles.
    pub facts: Vec<Fact>,
    /// The types of its variables that functions inside use. Holes are for others to fill.
    pub captured: Vec<(LocalId, Ty)>,
    /// The types of defaults that it evaluates for functions inside, by parameter.
    pub defaults: Vec<(FunctionId, u32, Ty)>,
    /// What it puts into the holes of its parameters' types; a hole that it leaves open is itself.
    pub holes: Box<[Ty]>,
    pub diagnostics: Vec<TypeDiagnostic>,
    /// What it calls.
    pub callees: Vec<Instance>,
    /// Those of them that it calls only where it catches the errors of wrong types.
    pub caught: Vec<Instance>,
    /// The type of each expression, for editors; those in several copies have the last one's.
    pub expr_types: Vec<(ExprId, Ty)>,
}

/// Infers an instance. Recursive functions are iterated from a result of `Never`.
pub fn infer(db: &dyn Db, instance: Instance) -> Arc<Inference> {
    infer_query(db, instance)
}

/// What an instance gives back: a slice of its inference, so that users of a function see no more of its body than that.
#[salsa::tracked(returns(copy), cycle_initial = return_type_initial, cycle_fn = return_type_next)]
pub fn return_type(db: &dyn Db, instance: Instance) -> Ty {
    infer(db, instance).ret
}

fn return_type_initial(db: &dyn Db, _: salsa::Id, _: Instance) -> Ty {
    Ty::never(db)
}

fn return_type_next(db: &dyn Db, cycle: &salsa::Cycle<'_>, last: &Ty, value: Ty, _: Instance) -> Ty {
    settle(db, cycle, *last, value)
}

/// What an instance puts into the holes of its parameters' types: a slice of its inference.
#[salsa::tracked(returns(clone), cycle_initial = holes_initial, cycle_fn = holes_next)]
fn filled_holes(db: &dyn Db, instance: Instance) -> Arc<[Ty]> {
    infer(db, instance).holes.iter().copied().collect()
}

fn holes_initial(_: &dyn Db, _: salsa::Id, _: Instance) -> Arc<[Ty]> {
    Arc::new([])
}

fn holes_next(db: &dyn Db, cycle: &salsa::Cycle<'_>, _: &Arc<[Ty]>, value: Arc<[Ty]>, _: Instance) -> Arc<[Ty]> {
    if value.iter().any(|&ty| has_grown(db, cycle, ty)) { value.iter().map(|_| Ty::unknown(db)).collect() } else { value }
}

/// Whether something is wrong in a function of the library for the types it is called with, or in what it calls there.
#[salsa::tracked(returns(copy), cycle_initial = is_wrong_initial)]
fn is_wrong_in_library(db: &dyn Db, instance: Instance) -> bool {
    let inference = infer(db, instance);
    let is_library = |callee: &Instance| matches!(callee.owner(db), BodyOwner::Function(function) if function.def(db).file.is_stdlib(db));
    inference.diagnostics.iter().any(TypeDiagnostic::is_error)
        || inference.callees.iter().filter(|callee| is_library(callee)).any(|&callee| is_wrong_in_library(db, callee))
}

fn is_wrong_initial(_: &dyn Db, _: salsa::Id, _: Instance) -> bool {
    false
}

/// Rounds after which types that depend on each other are given up.
pub(crate) const MAX_CYCLE: u32 = 40;
/// Rounds after which they may only grow. Before that what is better known replaces what was: the first rounds take containers for empty ones.
const GROWING_CYCLE: u32 = 12;

pub(crate) fn must_settle(cycle: &salsa::Cycle<'_>) -> bool {
    cycle.iteration() > GROWING_CYCLE
}

fn settle(db: &dyn Db, cycle: &salsa::Cycle<'_>, last: Ty, value: Ty) -> Ty {
    let value = crate::recursive::grown(db, value);
    match () {
        () if has_grown(db, cycle, value) => Ty::unknown(db),
        () if must_settle(cycle) => Ty::union(db, [last, value]),
        () => value,
    }
}

/// A type nested deeper than this is one that grows for ever: `def f(x): return [f(x)]`.
const MAX_DEPTH: usize = 12;

/// A tuple of more elements than this is given to functions as one of any length: `def f(x): return g(x + (1,))`, and `g` calls `f`.
const MOST_ITEMS: usize = 16;

/// Whether a part of a type is none: of what came out of an empty container.
fn has_gaps(db: &dyn Db, ty: Ty) -> bool {
    ty.any(db, &mut |part| part.is_never(db) || part.is_unknown(db))
}

fn has_grown(db: &dyn Db, cycle: &salsa::Cycle<'_>, ty: Ty) -> bool {
    cycle.iteration() > MAX_CYCLE || ty.depth(db) > MAX_DEPTH
}

#[salsa::tracked(returns(clone), cycle_initial = infer_initial, cycle_fn = infer_next)]
fn infer_query(db: &dyn Db, instance: Instance) -> Arc<Inference> {
    Arc::new(Infer::new(db, instance).run())
}

fn infer_initial(db: &dyn Db, _: salsa::Id, _: Instance) -> Arc<Inference> {
    let never = Ty::never(db);
    Arc::new(Inference {
        body: thir::Body { params: Vec::new(), locals: Vec::new(), block: Vec::new(), ret: never },
        ret: never,
        yields: never,
        fields: Vec::new(),
        globals: Vec::new(),
        last_globals: Vec::new(),
        facts: Vec::new(),
        captured: Vec::new(),
        defaults: Vec::new(),
        holes: Box::new([]),
        diagnostics: Vec::new(),
        callees: Vec::new(),
        caught: Vec::new(),
        expr_types: Vec::new(),
    })
}

fn infer_next(db: &dyn Db, cycle: &salsa::Cycle<'_>, last: &Arc<Inference>, value: Arc<Inference>, _: Instance) -> Arc<Inference> {
    if cycle.iteration() > MAX_CYCLE && last.ret.is_unknown(db) {
        return last.clone();
    }
    let ret = crate::recursive::grown(db, value.ret);
    if ret != value.ret {
        // The body is inferred again for it.
        let mut knotted = (*value).clone();
        knotted.ret = ret;
        return Arc::new(knotted);
    }
    if has_grown(db, cycle, value.ret) {
        let mut given_up = (*value).clone();
        given_up.ret = Ty::unknown(db);
        given_up.diagnostics.push(TypeDiagnostic::recursive_type());
        return Arc::new(given_up);
    }
    if !must_settle(cycle) {
        return value;
    }
    let mut grown = (*value).clone();
    grown.ret = Ty::union(db, [last.ret, value.ret]);
    grown.facts.extend(last.facts.iter().filter(|fact| !value.facts.contains(fact)).cloned());
    grown.holes =
        value.holes.iter().enumerate().map(|(at, &ty)| Ty::union(db, last.holes.get(at).copied().into_iter().chain([ty]))).collect();
    if grown == *value { value } else { Arc::new(grown) }
}

/// Passes after which a body is taken as it is; types only grow, so this is reached only by containers that contain themselves.
const MAX_PASSES: u32 = 16;

/// The closure that a body runs in: its parameter, its function, and the instance that it was made in.
#[derive(Clone, Copy)]
pub(crate) struct Capturing {
    local: Local,
    function: FunctionId,
    outer: Instance,
}

pub(crate) struct Infer<'db> {
    db: &'db dyn Db,
    instance: Instance,
    file: File,
    hir: Arc<pyc_hir::Body>,
    signature: Option<Arc<Signature>>,
    scope: TypeScope,
    /// Whether this instance [`contradicts`] its annotations, once that was asked for.
    contradicts: OnceCell<bool>,

    // What lasts from one pass to the next.
    /// What each variable held anywhere, as the pass before this one saw it.
    storage: FxHashMap<(Slot, Vec<u32>), Ty>,
    /// What annotations say of variables.
    declared: FxHashMap<Slot, Ty>,
    vars: vars::Vars,
    /// What held at the end of each loop's body.
    loop_ends: FxHashMap<(Origin, Vec<u32>), Env>,
    ret: Ty,
    yields: Ty,

    // What one pass makes.
    is_first_pass: bool,
    is_final: bool,
    new_storage: FxHashMap<(Slot, Vec<u32>), Ty>,
    new_loop_ends: FxHashMap<(Origin, Vec<u32>), Env>,
    new_ret: Ty,
    new_yields: Ty,
    fields: Vec<(Name, Ty)>,
    globals: Vec<(Name, Ty)>,
    /// What is assigned to shared places.
    assigned: Vec<(Shared, Ty)>,
    /// The variables of modules and classes that the code made so far assigns what is not known there.
    open_globals: Vec<(GlobalVar, Ty)>,
    /// Objects of generic classes that are made.
    made: Vec<(Shared, Ty)>,
    closure: Option<Capturing>,
    /// The types of variables that closures take along as values: of the last pass, and of this one.
    captured: FxHashMap<LocalId, Ty>,
    new_captured: FxHashMap<LocalId, Ty>,
    /// The locals that hold the cells of variables.
    cells: FxHashMap<LocalId, Local>,
    defaults: Vec<(FunctionId, u32, Ty)>,
    env: Env,
    locals: Vec<LocalDecl>,
    local_of: FxHashMap<(Slot, Vec<u32>), Local>,
    /// Which copy of which unrolled loops is being made.
    copies: Vec<u32>,
    block: thir::Block,
    /// How many loops around are there for one of several types that a value may have.
    variants: u32,
    loops: Vec<loops::LoopFrame>,
    /// For each `try` around: the join of the environments in which something may have been raised.
    handlers: Vec<Env>,
    /// For each `try` around: the classes of exceptions that it catches.
    catching: Vec<Vec<Ty>>,
    /// For each handler around: the exception a bare `raise` raises.
    handled: Vec<Local>,
    diagnostics: Vec<TypeDiagnostic>,
    callees: Vec<Instance>,
    /// What it calls where the errors of wrong types are caught.
    caught: Vec<Instance>,
    expr_types: FxHashMap<ExprId, Ty>,
}

impl<'db> Infer<'db> {
    fn new(db: &'db dyn Db, instance: Instance) -> Self {
        let owner = instance.owner(db);
        let (file, signature) = match owner {
            BodyOwner::Function(function) => (function.def(db).file, Some(pyc_hir::signature(db, function))),
            BodyOwner::Class(class) => (class.def(db).file, None),
            BodyOwner::Module(file) => (file, None),
        };
        let hir = pyc_hir::body(db, owner);
        let scope = instance_scope(db, instance);
        let mut infer = Self {
            db,
            instance,
            file,
            hir,
            signature,
            scope,
            contradicts: OnceCell::new(),
            storage: FxHashMap::default(),
            declared: FxHashMap::default(),
            vars: vars::Vars::default(),
            loop_ends: FxHashMap::default(),
            ret: Ty::never(db),
            yields: Ty::never(db),
            is_first_pass: true,
            is_final: false,
            new_storage: FxHashMap::default(),
            new_loop_ends: FxHashMap::default(),
            new_ret: Ty::never(db),
            new_yields: Ty::never(db),
            fields: Vec::new(),
            globals: Vec::new(),
            assigned: Vec::new(),
            open_globals: Vec::new(),
            made: Vec::new(),
            closure: None,
            captured: FxHashMap::default(),
            new_captured: FxHashMap::default(),
            cells: FxHashMap::default(),
            defaults: Vec::new(),
            env: Env::default(),
            locals: Vec::new(),
            local_of: FxHashMap::default(),
            copies: Vec::new(),
            block: Vec::new(),
            variants: 0,
            loops: Vec::new(),
            handlers: Vec::new(),
            catching: Vec::new(),
            handled: Vec::new(),
            diagnostics: Vec::new(),
            callees: Vec::new(),
            caught: Vec::new(),
            expr_types: FxHashMap::default(),
        };
        infer.vars.widenings = crate::doubts::widenings_in(db, file);
        infer.open_scope();
        infer
    }

    /// Inside, the holes of the instance's types are variables.
    fn open_scope(&mut self) {
        for at in 0..self.scope.names.len() {
            self.scope.names[at].1 = self.open_holes(self.scope.names[at].1);
        }
        self.scope.self_ty = self.scope.self_ty.map(|ty| self.open_holes(ty));
    }

    fn open_holes(&mut self, ty: Ty) -> Ty {
        let db = self.db;
        ty.map(db, &mut |part| match *part.kind(db) {
            TyKind::Hole(hole) => self.vars.at(db, VarKey::Hole(hole), None),
            _ => part,
        })
    }

    fn run(mut self) -> Inference {
        for _ in 0..MAX_PASSES {
            self.pass();
            if !self.learn() {
                break;
            }
        }
        // The last pass has no variables any more, in which others' holes are seen.
        let export = |ty: Ty| self.vars.export(self.db, ty);
        let fields = self.fields.iter().map(|(name, ty)| (*name, export(*ty))).collect();
        let mut globals: Vec<(Name, Ty)> = self.globals.iter().map(|(name, ty)| (*name, export(*ty))).collect();
        let mut captured: Vec<(LocalId, Ty)> = self.captured.iter().map(|(local, ty)| (*local, export(*ty))).collect();
        let held = |slot| self.declared.get(&slot).or_else(|| self.storage.get(&(slot, Vec::new())));
        let in_cells = self.cells.keys().filter_map(|local| Some((*local, export(*held(Slot::Local(*local))?))));
        captured.extend(in_cells);
        captured.sort_by_key(|(local, _)| *local);
        let defaults = self.defaults.iter().map(|(function, param, ty)| (*function, *param, self.vars.resolve(self.db, *ty))).collect();
        let mut facts: Vec<Fact> = self.assigned.iter().map(|(place, ty)| Fact { place: *place, hole: None, ty: export(*ty) }).collect();
        // Each is known for itself: in a union those that differ little would be one.
        facts.extend(self.made.iter().map(|(place, ty)| {
            let ty = self.vars.export_made(self.db, *ty);
            Fact { place: *place, hole: Some(name(&ty.show(self.db))), ty }
        }));
        facts.extend(self.vars.fills(self.db).into_iter().map(|(place, hole, ty)| Fact { place, hole: Some(hole), ty }));
        let holes = (0..self.vars.hole_count()).map(|hole| self.vars.hole(self.db, hole)).collect();
        self.is_final = true;
        self.resolve_knowledge();
        self.store_what_others_fill();
        let params = self.pass();
        // Calls that never return are known as such in the last pass only; what follows them gives nothing.
        if self.ret.is_unknown(self.db) && !self.new_ret.is_union(self.db) {
            self.ret = self.new_ret;
        }
        if self.ret.depth(self.db) > MAX_DEPTH {
            self.ret = Ty::unknown(self.db);
            // All else follows from this.
            self.diagnostics = vec![TypeDiagnostic::recursive_type()];
            self.callees.clear();
            self.caught.clear();
        }
        self.check_settled();
        let resolve = |ty: Ty| self.vars.resolve(self.db, ty);
        // What comes out of containers that others fill is known in the last pass only.
        for (name, known) in &self.globals {
            match globals.iter_mut().find(|(exported, _)| exported == name) {
                Some((_, ty)) if ty.is_never(self.db) => *ty = resolve(*known),
                Some(_) => {}
                None => globals.push((*name, resolve(*known))),
            }
        }
        let last_globals = self.globals.iter().map(|(name, ty)| (*name, resolve(*ty))).collect();
        let ret = resolve(self.ret);
        let yields = resolve(self.yields);
        let mut expr_types: Vec<_> = self.expr_types.iter().map(|(expr, ty)| (*expr, resolve(*ty))).collect();
        expr_types.sort_by_key(|(expr, _)| *expr);
        self.caught.retain(|callee| !self.callees.contains(callee));
        self.callees.extend(&self.caught);
        self.callees.sort_by_key(|callee| salsa::plumbing::AsId::as_id(callee));
        self.callees.dedup();
        Inference {
            body: thir::Body { params, locals: self.locals, block: self.block, ret },
            ret,
            yields,
            fields,
            globals,
            last_globals,
            facts,
            captured,
            defaults,
            holes,
            diagnostics: self.diagnostics,
            callees: self.callees,
            caught: self.caught,
            expr_types,
        }
    }

    /// What the last pass goes by has no variables.
    fn resolve_knowledge(&mut self) {
        let resolve = |ty: &mut Ty| *ty = self.vars.resolve(self.db, *ty);
        self.storage.values_mut().chain(self.captured.values_mut()).chain(self.declared.values_mut()).for_each(resolve);
        for end in self.loop_ends.values_mut() {
            end.slots.values_mut().for_each(|state| resolve(&mut state.ty));
            end.paths.iter_mut().for_each(|(_, ty)| resolve(ty));
        }
        resolve(&mut self.ret);
        resolve(&mut self.yields);
    }

    /// What comes out of containers that others fill is known only now: variables that hold it get their types before the last pass.
    fn store_what_others_fill(&mut self) {
        if !self.storage.values().any(|ty| has_gaps(self.db, *ty)) {
            return;
        }
        self.pass();
        let found = std::mem::take(&mut self.new_storage);
        for (key, ty) in self.storage.iter_mut().filter(|(_, ty)| has_gaps(self.db, **ty)) {
            let found = found.get(key).map(|found| self.vars.resolve(self.db, *found));
            *ty = found.filter(|found| !has_gaps(self.db, *found)).unwrap_or(*ty);
        }
    }

    /// One walk over the body, in the knowledge of those before it.
    fn pass(&mut self) -> Vec<thir::Param> {
        self.env = Env::live();
        // A module is run again by every import, though only once to its end.
        self.new_ret = if matches!(self.instance.owner(self.db), BodyOwner::Module(_)) { Ty::none(self.db) } else { Ty::never(self.db) };
        self.new_yields = Ty::never(self.db);
        self.fields.clear();
        self.globals.clear();
        self.assigned.clear();
        self.open_globals.clear();
        self.made.clear();
        self.cells.clear();
        self.defaults.clear();
        self.locals.clear();
        self.local_of.clear();
        self.copies.clear();
        self.block.clear();
        self.diagnostics.clear();
        self.callees.clear();
        self.caught.clear();
        let params = self.bind_params();
        if self.is_supplied() {
            self.new_ret = self.declared_return().unwrap_or_else(|| Ty::none(self.db));
            return params;
        }
        let hir = self.hir.clone();
        self.stmts(&hir.block);
        if self.env.live && self.only_describes() {
            let message = self.str("an abstract method has no result", Origin::Body);
            let raise = self.raise_call("raise_runtime_error", vec![message], Origin::Body);
            self.emit(StmtKind::Expr(raise), Origin::Body);
            self.env.live = false;
        }
        if self.env.live {
            let none = self.none(Origin::Body);
            self.return_value(none, Origin::Body);
        }
        self.keep_until_end(&params);
        params
    }

    /// Ends a pass: the next one knows what this one found. Says whether that is news.
    fn learn(&mut self) -> bool {
        self.is_first_pass = false;
        let mut news = self.vars.next_pass(self.db);
        news |= self.captured != self.new_captured;
        self.captured = std::mem::take(&mut self.new_captured);
        news |= self.storage != self.new_storage || self.ret != self.new_ret || self.loop_ends != self.new_loop_ends;
        self.storage = std::mem::take(&mut self.new_storage);
        self.loop_ends = std::mem::take(&mut self.new_loop_ends);
        news |= self.yields != self.new_yields;
        (self.ret, self.yields) = (self.new_ret, self.new_yields);
        news
    }

    /// Whether the body is there for its signature: an abstract method or one of a protocol that declares a result and gives none.
    fn only_describes(&self) -> bool {
        let Some(function) = self.function() else { return false };
        let says_more = self.declared_return().is_some_and(|ty| !ty.variants(self.db).contains(&Ty::none(self.db)));
        let in_protocol = || match pyc_hir::enclosing(self.db, function) {
            pyc_hir::Enclosing::Class(class) => crate::class::is_protocol(self.db, class),
            _ => false,
        };
        says_more && (crate::class::is_abstract(self.db, function) || in_protocol())
    }

    /// Whether the body is not in the source: the linker or the compiler has it.
    fn is_supplied(&self) -> bool {
        match self.instance.owner(self.db) {
            BodyOwner::Function(function) => self.has_decorator(function, "extern") || self.has_decorator(function, "intrinsic"),
            BodyOwner::Class(_) | BodyOwner::Module(_) => false,
        }
    }

    fn bind_params(&mut self) -> Vec<thir::Param> {
        let hir = self.hir.clone();
        let types = self.instance.params(self.db);
        let mut params = Vec::new();
        self.closure = None;
        let types = match types.split_first().map(|(first, rest)| (*first, first.kind(self.db), rest)) {
            Some((ty, &TyKind::Closure { function, outer }, rest))
                if self.function() == Some(function) && rest.len() == hir.params.len() =>
            {
                let local = self.new_local(ty, None);
                params.push(thir::Param { local, mode: Mode::Read });
                self.closure = Some(Capturing { local, function, outer });
                rest
            }
            _ => types,
        };
        let mut arrivals = Vec::new();
        for (position, &param) in hir.params.iter().enumerate() {
            let ty = types.get(position).copied().unwrap_or_else(|| Ty::unknown(self.db));
            let ty = self.open_holes(ty);
            let mode = self.param_mode(position);
            let arrives = self.new_local(ty, Some(hir.locals[param.index()].name));
            params.push(thir::Param { local: arrives, mode });
            arrivals.push((Slot::Local(param), arrives, mode));
        }
        self.make_cells();
        for (slot, arrives, mode) in arrivals {
            // What the body assigns to it as well decides the storage; the parameter itself arrives with its own type.
            let ty = self.locals[arrives.index()].ty;
            let storage = self.storage_of(slot, ty);
            if self.lives_in_cell(slot).is_none() && (storage == ty || mode == Mode::Inout) {
                self.local_of.insert((slot, Vec::new()), arrives);
                self.env.assign(slot, ty);
            } else {
                let value = self.read(Place::Local(arrives), ty, Origin::Body);
                self.assign_slot(slot, value, Origin::Body);
            }
        }
        params
    }

    fn param_mode(&self, position: usize) -> Mode {
        let Some(signature) = &self.signature else { return Mode::Read };
        let annotation = signature.params.get(position).and_then(|param| param.annotation.as_ref());
        annotation.and_then(|annotation| self.scope.declared(self.db, annotation).ok()).map_or(Mode::Read, |declared| declared.mode)
    }

    /// Whether this instance is compiled for arguments that its annotations do not say.
    fn contradicts_itself(&self) -> bool {
        *self.contradicts.get_or_init(|| contradicts(self.db, self.instance))
    }

    /// The return type that the signature declares, which binds calls with the parameters that it declares.
    fn declared_return(&self) -> Option<Ty> {
        if self.contradicts_itself() {
            return None;
        }
        let annotation = self.signature.as_ref()?.ret.as_ref()?;
        self.scope.declared(self.db, annotation).ok()?.ty
    }

    fn return_value(&mut self, value: Expr, origin: Origin) {
        let db = self.db;
        let value = self.kept(value);
        if self.is_generator() {
            self.new_ret = self.join(self.new_ret, value.ty);
            let value = self.widen(value, self.ret);
            self.emit(StmtKind::Return(value), origin);
            self.env.live = false;
            return;
        }
        let declared = self.declared_return();
        let not_implemented = self.not_implemented();
        let says_more = self.function().is_some_and(|function| reflected::gives_not_implemented(db, function));
        let wanted = match declared {
            Some(declared) if self.may_be_not_implemented(value.ty) => Some(Ty::union(db, [declared, not_implemented])),
            _ => declared,
        };
        let value = match wanted {
            Some(wanted) if !self.promotes(value.ty, wanted) && value.ty != not_implemented => {
                self.coerce(value, wanted, "the declared result")
            }
            _ => value,
        };
        self.new_ret = match declared {
            Some(declared) if !says_more && !is_only_bound(db, declared) => declared,
            _ => self.join(self.new_ret, value.ty),
        };
        let value = self.widen(value, self.ret);
        self.emit(StmtKind::Return(value), origin);
        self.env.live = false;
    }

    fn promotes(&self, actual: Ty, declared: Ty) -> bool {
        promotes(self.db, self.vars.shallow(self.db, actual), declared)
    }

    /// The type of a shared place, with a variable for each hole so that what is put in is noted.
    fn open_shared(&mut self, place: Shared, known: &SharedType) -> Ty {
        let ty = self.open_shared_within(place, known, known.assigned, &mut String::new());
        if self.is_final { self.vars.resolve(self.db, ty) } else { ty }
    }

    fn open_shared_within(&mut self, place: Shared, known: &SharedType, ty: Ty, path: &mut String) -> Ty {
        let db = self.db;
        fill_holes(db, ty, path, &mut |path| {
            let preset = known.fill(path).map(|fill| self.open_shared_within(place, known, fill, path));
            self.vars.at(db, VarKey::Shared(place, hole_name(path)), preset)
        })
    }

    /// Notes that a value is assigned to a shared place.
    fn note_assigned(&mut self, place: Shared, ty: Ty) {
        self.assigned.push((place, ty));
    }

    fn join(&mut self, a: Ty, b: Ty) -> Ty {
        self.vars.join(self.db, a, b)
    }

    /// The variable of the module (or class) that is being run, if this body is one.
    fn own_global(&self, name: Name) -> Option<GlobalVar> {
        match self.instance.owner(self.db) {
            BodyOwner::Module(file) => Some(GlobalVar { file, name }),
            _ => None,
        }
    }

    fn function(&self) -> Option<FunctionId> {
        match self.instance.owner(self.db) {
            BodyOwner::Function(function) => Some(function),
            _ => None,
        }
    }
}

/// Whether a declared result is only an upper bound, and the body tells more: an `int` returned for a `float` stays one.
fn is_only_bound(db: &dyn Db, declared: Ty) -> bool {
    // An `int` may be given where a union has a `float`, and a `bool` where it has an `int`.
    declared.variants(db).iter().any(|ty| matches!(ty.kind(db), TyKind::Float | TyKind::Int))
}

/// Whether an instance is compiled for arguments that contradict the annotations of their parameters. What it declares to give is not binding either.
fn contradicts(db: &dyn Db, instance: Instance) -> bool {
    let BodyOwner::Function(function) = instance.owner(db) else { return false };
    if !may_contradict(db, function) {
        return false;
    }
    let signature = pyc_hir::signature(db, function);
    let scope = instance_scope(db, instance);
    // A closure comes before the parameters.
    let shift = instance.params(db).len().saturating_sub(signature.params.len());
    signature.params.iter().zip(&instance.params(db)[shift..]).any(|(param, &given)| {
        // What `*args` and `**kwargs` gather is not held to their annotations.
        let gathers = matches!(param.kind, pyc_hir::ParamKind::VarArgs | pyc_hir::ParamKind::KwArgs);
        let declared = param.annotation.as_ref().filter(|_| !gathers).and_then(|annotation| scope.written(db, annotation).ok()?.ty);
        declared.is_some_and(|declared| given != declared && !promotes(db, given, declared))
    })
}

/// Whether calls of a function may pass what its annotations do not say, as they may in Python. The library's bodies rely on them,
/// as do devices, other languages, and files that are written for this compiler.
fn may_contradict(db: &dyn Db, function: FunctionId) -> bool {
    let has_fixed_types =
        |decorator: &pyc_hir::Decorator| decorator.path.last().is_some_and(|last| matches!(last.as_str(), "kernel" | "export" | "extern"));
    !crate::doubts::binds(db, function.def(db).file) && !pyc_hir::signature(db, function).decorators.iter().any(has_fixed_types)
}

/// Whether a value of type `actual` may stand for a declared `complex`, `float` or `int` as it is (PEP 484's promotions), in a union too.
fn promotes(db: &dyn Db, actual: Ty, declared: Ty) -> bool {
    let fits = |actual: Ty, declared: Ty| match (declared.kind(db), actual.kind(db)) {
        (TyKind::Float, TyKind::Int | TyKind::Bool | TyKind::Float) => true,
        (TyKind::Int, TyKind::Bool | TyKind::Int) => true,
        (TyKind::Class { .. }, TyKind::Float | TyKind::Int | TyKind::Bool) => declared == crate::class::builtin_ty(db, "complex"),
        _ => false,
    };
    let (actual, declared) = (actual.variants(db), declared.variants(db));
    let is_part = |ty: &Ty| declared.contains(ty);
    !actual.is_empty()
        && actual.iter().all(|ty| is_part(ty) || declared.iter().any(|&declared| fits(*ty, declared)))
        && (declared.len() == 1 || !actual.iter().all(is_part))
}

/// The names that annotations in an instance's body may use.
pub(crate) fn instance_scope(db: &dyn Db, instance: Instance) -> TypeScope {
    let owner = instance.owner(db);
    let args = instance.type_args(db);
    match owner {
        BodyOwner::Module(file) => TypeScope { file, names: Vec::new(), self_ty: None },
        BodyOwner::Class(class) => {
            let params: Box<[Ty]> = class_info(db, class).params.iter().map(|&param| Ty::new(db, TyKind::Param(param))).collect();
            let mut names = crate::class::visible_names(db, class.def(db).file, &class.def(db).path);
            names.extend(class_info(db, class).substitution(&params));
            TypeScope { file: class.def(db).file, names, self_ty: Some(Ty::class(db, class, params)) }
        }
        BodyOwner::Function(function) => {
            let file = function.def(db).file;
            let mut names = crate::class::visible_names(db, file, &function.def(db).path);
            let mut self_ty = None;
            let mut taken = 0;
            if let pyc_hir::Enclosing::Class(class) = pyc_hir::enclosing(db, function) {
                let info = class_info(db, class);
                taken = info.params.len().min(args.len());
                names.extend(info.substitution(&args[..taken]));
                self_ty = Some(Ty::class(db, class, &args[..taken]));
            }
            let signature = pyc_hir::signature(db, function);
            names.extend(signature.type_params.iter().map(|param| param.name).zip(args[taken..].iter().copied()));
            TypeScope { file, names, self_ty }
        }
    }
}

/// The instance for a module's top.
pub fn module_instance(db: &dyn Db, file: File) -> Instance {
    Instance::new(db, BodyOwner::Module(file), Box::new([]) as Box<[Ty]>, Box::new([]) as Box<[Ty]>)
}
