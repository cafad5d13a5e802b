//! Which variables of enclosing functions a function uses, and how it comes by them.
//!
//! A closure takes along what it uses. A variable that has one value only is taken along as that value; one that is assigned again, by anybody, lives in a *cell*, which
//! all share, so that late binding is Python's. A function that is defined once under its name is not taken along: its closure is made anew from what it uses itself.

use std::sync::Arc;

use pyc_hir::{Block, Body, BodyOwner, Db, Expr, ExprId, FunctionId, LocalId, NameRef, Pattern, Stmt};
use rustc_hash::FxHashSet;

/// A variable of an enclosing function.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Capture {
    pub function: FunctionId,
    pub local: LocalId,
}

/// What a function takes along, in a fixed order.
#[salsa::tracked(returns(clone))]
pub fn captures(db: &dyn Db, function: FunctionId) -> Arc<[Capture]> {
    let mut found = Vec::new();
    collect(db, function, &mut FxHashSet::default(), &mut found);
    found.retain(|capture| capture.function != function);
    found.sort_by_key(|capture| (capture.function.def(db).path.len(), capture.local));
    found.dedup();
    found.into()
}

fn collect(db: &dyn Db, function: FunctionId, seen: &mut FxHashSet<FunctionId>, found: &mut Vec<Capture>) {
    if !seen.insert(function) {
        return;
    }
    let body = pyc_hir::body(db, BodyOwner::Function(function));
    let mut used = Vec::new();
    for expr in &body.exprs {
        if let Expr::Name(NameRef::Captured { function, local }) = expr {
            used.push(Capture { function: *function, local: *local });
        }
    }
    let inner: Vec<FunctionId> = nested(&body).collect();
    for &nested in &inner {
        let mut theirs = Vec::new();
        collect(db, nested, seen, &mut theirs);
        used.extend(theirs);
    }
    for capture in used.into_iter().filter(|capture| capture.function != function) {
        match sole_definition(db, capture.function, capture.local) {
            Some(sibling) => {
                let mut theirs = Vec::new();
                collect(db, sibling, seen, &mut theirs);
                found.extend(theirs.into_iter().filter(|capture| capture.function != function));
            }
            None => found.push(capture),
        }
    }
}

/// The functions that are defined directly inside a body.
fn nested(body: &Body) -> impl Iterator<Item = FunctionId> {
    let lambdas = body.exprs.iter().filter_map(|expr| match expr {
        Expr::Lambda(function) => Some(*function),
        _ => None,
    });
    let definitions = body.stmts.iter().filter_map(|stmt| match stmt {
        Stmt::Def { function, .. } => Some(*function),
        _ => None,
    });
    lambdas.chain(definitions)
}

/// The function that a variable always stands for: it is defined under that name, without decorators and defaults to evaluate, and nothing else is assigned to it.
#[salsa::tracked(returns(copy))]
pub fn sole_definition(db: &dyn Db, function: FunctionId, local: LocalId) -> Option<FunctionId> {
    let body = pyc_hir::body(db, BodyOwner::Function(function));
    let defined = body.stmts.iter().find_map(|stmt| match stmt {
        Stmt::Def { function, target: Some(target), decorators, defaults } if *target == local => {
            (decorators.is_empty() && defaults.is_empty()).then_some(*function)
        }
        _ => None,
    })?;
    (bindings(db, function, &body, local) == 1).then_some(defined)
}

/// Whether a variable that is captured lives in a cell: it may have several values.
#[salsa::tracked(returns(copy))]
pub fn is_cell(db: &dyn Db, function: FunctionId, local: LocalId) -> bool {
    let body = pyc_hir::body(db, BodyOwner::Function(function));
    let count = bindings(db, function, &body, local);
    if body.params.contains(&local) {
        return count > 0;
    }
    let is_used_before = |at: ExprId| {
        let before = body.exprs[..at.index()].iter();
        before
            .filter_map(|expr| if let Expr::Lambda(lambda) = expr { Some(*lambda) } else { None })
            .any(|lambda| captures(db, lambda).contains(&Capture { function, local }))
    };
    // A function that is no sole definition is only bound once its decorators have run, and may use itself.
    let uses_itself = |defined| captures(db, defined).contains(&Capture { function, local });
    count != 1
        || match bound_at_top(&body, local) {
            Some(Bound::Target(at)) => is_used_before(at),
            Some(Bound::Definition(defined)) => uses_itself(defined),
            None => true,
        }
}

/// Whether functions inside another assign its variable (`nonlocal`).
#[salsa::tracked(returns(copy))]
pub fn is_assigned_inside(db: &dyn Db, function: FunctionId, local: LocalId) -> bool {
    let body = pyc_hir::body(db, BodyOwner::Function(function));
    let target = Target { local, owner: None };
    let own = count_bindings(&body, target);
    bindings(db, function, &body, local) > own
}

/// How often a variable is bound, by its own function and by those inside.
fn bindings(db: &dyn Db, function: FunctionId, body: &Body, local: LocalId) -> usize {
    let mut count = count_bindings(body, Target { local, owner: None });
    let mut pending: Vec<FunctionId> = nested(body).collect();
    while let Some(inner) = pending.pop() {
        let body = pyc_hir::body(db, BodyOwner::Function(inner));
        count += count_bindings(&body, Target { local, owner: Some(function) });
        pending.extend(nested(&body));
    }
    count
}

/// A variable as a body names it: its own, or one of `owner`.
#[derive(Clone, Copy)]
struct Target {
    local: LocalId,
    owner: Option<FunctionId>,
}

impl Target {
    fn is(self, body: &Body, expr: ExprId) -> bool {
        match (&body.exprs[expr.index()], self.owner) {
            (Expr::Name(NameRef::Local(local)), None) => *local == self.local,
            (Expr::Name(NameRef::Captured { function, local }), Some(owner)) => *local == self.local && *function == owner,
            (Expr::Tuple(items) | Expr::List(items), _) => items.iter().any(|&item| self.is(body, item)),
            (Expr::Starred(inner), _) => self.is(body, *inner),
            _ => false,
        }
    }
}

fn count_bindings(body: &Body, target: Target) -> usize {
    let own = |local: &Option<LocalId>| target.owner.is_none() && *local == Some(target.local);
    let mut count = 0;
    for stmt in &body.stmts {
        count += match stmt {
            Stmt::Assign { targets, .. } => targets.iter().filter(|&&it| target.is(body, it)).count(),
            Stmt::AugAssign { target: it, .. } | Stmt::For { target: it, .. } => usize::from(target.is(body, *it)),
            Stmt::Annotated { target: it, value, .. } => usize::from(value.is_some() && target.is(body, *it)),
            Stmt::Delete(targets) => targets.iter().filter(|&&it| target.is(body, it)).count(),
            Stmt::With { items, .. } => items.iter().filter(|(_, it)| it.is_some_and(|it| target.is(body, it))).count(),
            Stmt::Try { handlers, .. } => handlers.iter().filter(|handler| handler.target.is_some_and(|it| target.is(body, it))).count(),
            Stmt::Def { target: it, .. } | Stmt::ClassDef { target: it, .. } => usize::from(own(it)),
            Stmt::Import(names) => names.iter().filter(|imported| own(&imported.bind)).count(),
            // What a pattern binds is not looked for: it counts as bound several times.
            Stmt::Match { cases, .. } => cases.iter().filter(|case| binds_names(&case.pattern)).count() * 2,
            _ => 0,
        };
    }
    for expr in &body.exprs {
        count += match expr {
            Expr::Walrus { target: it, .. } => usize::from(target.is(body, *it)),
            // Bound anew in each round.
            Expr::Comprehension { generators, .. } => generators.iter().filter(|generator| target.is(body, generator.target)).count() * 2,
            _ => 0,
        };
    }
    count
}

fn binds_names(pattern: &Pattern) -> bool {
    !matches!(pattern, Pattern::Value(_) | Pattern::Singleton(_))
}

/// How a statement binds a variable.
enum Bound {
    Target(ExprId),
    Definition(FunctionId),
}

/// How a statement that runs at most once, at the top of the body, binds a variable, if no function is defined before.
fn bound_at_top(body: &Body, local: LocalId) -> Option<Bound> {
    let target = Target { local, owner: None };
    for &stmt in &body.block {
        match &body.stmts[stmt.index()] {
            Stmt::Assign { targets, .. } if targets.iter().any(|&it| target.is(body, it)) => {
                return targets.iter().copied().find(|&it| target.is(body, it)).map(Bound::Target);
            }
            Stmt::Annotated { target: it, value: Some(_), .. } if target.is(body, *it) => return Some(Bound::Target(*it)),
            Stmt::Def { function, target: Some(it), .. } if *it == local => return Some(Bound::Definition(*function)),
            // A function made before may be called before.
            Stmt::Def { .. } => return None,
            stmt if contains_definition(body, stmt) => return None,
            _ => {}
        }
    }
    None
}

fn contains_definition(body: &Body, stmt: &Stmt) -> bool {
    let inside = |block: &Block| block.iter().any(|&stmt| contains_definition(body, &body.stmts[stmt.index()]));
    match stmt {
        Stmt::Def { .. } => true,
        Stmt::If { body, orelse, .. } | Stmt::While { body, orelse, .. } | Stmt::For { body, orelse, .. } => inside(body) || inside(orelse),
        Stmt::Try { body, handlers, orelse, finalbody, .. } => {
            inside(body) || inside(orelse) || inside(finalbody) || handlers.iter().any(|handler| inside(&handler.body))
        }
        Stmt::With { body, .. } => inside(body),
        Stmt::Match { cases, .. } => cases.iter().any(|case| inside(&case.body)),
        _ => false,
    }
}
