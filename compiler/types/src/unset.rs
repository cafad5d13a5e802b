//! Fields that an object may be without: those that `__init__` does not assign on all of its ways. Reading one raises `AttributeError`, as in Python, so such a
//! field has a flag beside it that says whether it was assigned. So have those that some `del` takes away.
//!
//! This goes by the text of `__init__` and of the methods that it calls on the object, not by types.

use std::sync::Arc;

use pyc_base::{Name, name};
use pyc_hir::{Block, Body, BodyOwner, ClassId, Db, Expr, ExprId, FunctionId, LocalId, Member, NameRef, Stmt};
use rustc_hash::FxHashSet;

use crate::class::{class_info, find_member, mro, subclasses};
use crate::multiple::linearization;
use crate::ty::Ty;

/// The field that says whether another one was assigned. No name of the language is like it.
pub(crate) fn flag_of(field: Name) -> Name {
    name(&format!("{field}?"))
}

pub(crate) fn is_flag(field: Name) -> bool {
    field.ends_with('?')
}

/// The fields that a class adds and that objects of it, or of classes derived from it, may be without.
#[salsa::tracked(returns(clone))]
pub(crate) fn unset_fields(db: &dyn Db, class: ClassId) -> Arc<[Name]> {
    let info = class_info(db, class);
    let is_made_whole = info.is_struct || info.file.is_stdlib(db) || crate::class::is_named_tuple(db, Ty::class(db, class, []));
    if is_made_whole || info.fields.is_empty() {
        return Arc::new([]);
    }
    let makers: Vec<_> = [class].iter().chain(subclasses(db, class).iter()).map(|&class| assigned_by_init(db, class)).collect();
    let has_default = |field: &crate::class::Field| field.default.is_some() || field.is_from_class;
    let deleted = deleted_attributes(db, info.file);
    let unset = |field: &&crate::class::Field| {
        deleted.contains(&field.name) || !has_default(field) && makers.iter().any(|assigned| !assigned.contains(&field.name))
    };
    info.fields.iter().filter(unset).map(|field| field.name).collect()
}

/// The attributes that a file deletes of anything.
#[salsa::tracked(returns(clone))]
fn deleted_attributes(db: &dyn Db, file: pyc_hir::File) -> Arc<[Name]> {
    let mut found = Vec::new();
    for &owner in pyc_hir::body_owners(db, file).iter().chain([&BodyOwner::Module(file)]) {
        let body = pyc_hir::body(db, owner);
        let targets = body.stmts.iter().filter_map(|stmt| if let Stmt::Delete(targets) = stmt { Some(targets) } else { None });
        found.extend(targets.flatten().filter_map(|target| match body.exprs[target.index()] {
            Expr::Attribute { name, .. } => Some(name),
            _ => None,
        }));
    }
    found.into()
}

/// The fields that making an object of a class always assigns.
#[salsa::tracked(returns(clone))]
fn assigned_by_init(db: &dyn Db, class: ClassId) -> Arc<[Name]> {
    let info = class_info(db, class);
    let own = Ty::class(db, class, info.params.iter().map(|_| Ty::unknown(db)).collect::<Vec<_>>());
    let mut walk = Walk { db, class: own, calls: Vec::new() };
    let init = find_member(db, own, name("__init__"));
    let assigned = match init {
        Some((owner, Member::Function(function))) if !is_library(db, function) => walk.function(function, owner),
        _ => Assigned::default(),
    };
    assigned.into_iter().collect()
}

fn is_library(db: &dyn Db, function: FunctionId) -> bool {
    function.def(db).file.is_stdlib(db)
}

type Assigned = FxHashSet<Name>;

/// Methods that call each other deeper than this assign nothing more of interest.
const MAX_CALLS: usize = 8;

struct Walk<'db> {
    db: &'db dyn Db,
    /// The class of the object.
    class: Ty,
    calls: Vec<FunctionId>,
}

/// One way through a function. `None` behind what ends it.
type State = Option<Assigned>;

impl Walk<'_> {
    /// The fields that a method of the object always assigns before it returns.
    fn function(&mut self, function: FunctionId, owner: Ty) -> Assigned {
        if self.calls.len() >= MAX_CALLS || self.calls.contains(&function) || is_library(self.db, function) {
            return Assigned::default();
        }
        let body = pyc_hir::body(self.db, BodyOwner::Function(function));
        let Some(&receiver) = body.params.first() else { return Assigned::default() };
        self.calls.push(function);
        let mut method = Method { walk: self, body: &body, receiver, owner, ends: None };
        let end = method.block(&body.block, Some(Assigned::default()));
        let ends = meet(end, method.ends.take());
        self.calls.pop();
        // A function that never returns makes no object.
        ends.unwrap_or_default()
    }
}

struct Method<'a, 'db> {
    walk: &'a mut Walk<'db>,
    body: &'a Body,
    receiver: LocalId,
    /// The class whose method it is.
    owner: Ty,
    /// What is assigned wherever it returns.
    ends: State,
}

/// What is assigned on both ways.
fn meet(a: State, b: State) -> State {
    match (a, b) {
        (Some(a), Some(b)) => Some(a.intersection(&b).copied().collect()),
        (a, b) => a.or(b),
    }
}

impl Method<'_, '_> {
    fn block(&mut self, block: &Block, mut state: State) -> State {
        for &stmt in block {
            state = self.stmt(&self.body.stmts[stmt.index()], state?);
        }
        state
    }

    fn stmt(&mut self, stmt: &Stmt, mut known: Assigned) -> State {
        match stmt {
            Stmt::Expr(value) | Stmt::AugAssign { value, .. } => self.value(*value, &mut known),
            Stmt::Assign { targets, value } => {
                self.value(*value, &mut known);
                targets.iter().for_each(|&target| self.target(target, &mut known));
            }
            Stmt::Annotated { target, value: Some(value), .. } => {
                self.value(*value, &mut known);
                self.target(*target, &mut known);
            }
            Stmt::Return(_) => {
                self.ends = meet(self.ends.take(), Some(known));
                return None;
            }
            Stmt::Raise { .. } | Stmt::Break | Stmt::Continue => return None,
            Stmt::If { body, orelse, .. } => {
                let taken = self.block(body, Some(known.clone()));
                let other = self.block(orelse, Some(known));
                return meet(taken, other);
            }
            // The body may not run at all.
            Stmt::For { body, .. } | Stmt::While { body, .. } => {
                self.block(body, Some(known.clone()));
            }
            Stmt::Try { body, handlers, orelse, finalbody, .. } => {
                let done = self.block(body, Some(known.clone()));
                let mut end = self.block_after(orelse, done);
                for handler in handlers {
                    end = meet(end, self.block(&handler.body, Some(known.clone())));
                }
                return self.block_after(finalbody, end);
            }
            Stmt::With { body, .. } => return self.block(body, Some(known)),
            Stmt::Match { cases, .. } => {
                for case in cases {
                    self.block(&case.body, Some(known.clone()));
                }
            }
            Stmt::Delete(targets) => {
                for field in targets.iter().filter_map(|&target| self.field(target)) {
                    known.remove(&field);
                }
            }
            _ => {}
        }
        Some(known)
    }

    fn block_after(&mut self, block: &Block, state: State) -> State {
        let known = state?;
        self.block(block, Some(known))
    }

    fn is_receiver(&self, value: ExprId) -> bool {
        matches!(&self.body.exprs[value.index()], Expr::Name(NameRef::Local(local)) if *local == self.receiver)
    }

    /// The attribute of the object that is meant.
    fn field(&self, target: ExprId) -> Option<Name> {
        match self.body.exprs[target.index()] {
            Expr::Attribute { value, name } if self.is_receiver(value) => Some(name),
            _ => None,
        }
    }

    fn target(&mut self, target: ExprId, known: &mut Assigned) {
        match &self.body.exprs[target.index()] {
            Expr::Tuple(items) | Expr::List(items) => items.iter().for_each(|&item| self.target(item, known)),
            Expr::Starred(inner) => self.target(*inner, known),
            _ => {
                let Some(field) = self.field(target) else { return };
                known.insert(field);
                self.setter(field, known);
            }
        }
    }

    /// Assigning a property runs its setter.
    fn setter(&mut self, text: Name, known: &mut Assigned) {
        for owner in linearization(self.walk.db, self.walk.class) {
            let Some((class, _)) = owner.as_class(self.walk.db) else { continue };
            let info = class_info(self.walk.db, class);
            let named = info.members.iter().filter(|(member, _)| *member == text);
            for (_, member) in named {
                if let Member::Function(function) = member {
                    known.extend(self.walk.function(*function, owner));
                }
            }
        }
    }

    /// What a call of a method of the object assigns.
    fn value(&mut self, value: ExprId, known: &mut Assigned) {
        let Expr::Call { callee, .. } = &self.body.exprs[value.index()] else { return };
        let Expr::Attribute { value: object, name: text } = self.body.exprs[callee.index()] else { return };
        let db = self.walk.db;
        let class = if self.is_receiver(object) {
            self.walk.class
        } else if text == *"__init__" {
            // `super().__init__(…)` and `Base.__init__(self, …)`.
            let order = linearization(db, self.walk.class);
            let next = order.iter().position(|owner| *owner == self.owner).and_then(|at| order.get(at + 1));
            match next.or(mro(db, self.owner).get(1)) {
                Some(&base) => base,
                None => return,
            }
        } else {
            return;
        };
        if let Some((owner, Member::Function(method))) = find_member(db, class, text) {
            known.extend(self.walk.function(method, owner));
        }
    }
}
