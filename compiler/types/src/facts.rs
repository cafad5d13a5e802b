//! What the whole program puts into variables and fields: the types of those that no annotation settles, and no assignment nearby.
//!
//! A [`Shared`] place is a field, or a variable of a module or class. Inference of each instance notes [`Fact`]s: what it assigns to such places, and what it puts
//! into the containers they hold. A place's type is all that the instances assign which the program reaches; element types that an assignment leaves open are *holes*,
//! filled by what anybody puts in. Inference depends on these types and they on inference: the queries are iterated until nothing changes.
//!
//! Only places that need it are asked for here, so that annotated code is inferred body by body.

use std::sync::Arc;

use pyc_base::{Name, name};
use pyc_hir::{Body, BodyOwner, ClassId, Db, Expr, ExprId, File, LocalId, Member, NameRef, Stmt};
use rustc_hash::{FxHashMap, FxHashSet};

use crate::class::{ClassInfo, Field};
use crate::infer::{MAX_CYCLE, infer, module_instance};
use crate::ty::{GlobalVar, Instance, Ty, TyKind, class_name};

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Shared {
    /// A field, by the class that has it first.
    Field(ClassId, Name),
    Variable(GlobalVar),
    /// A variable of a function that functions inside use, by the instance that has it.
    Captured(Instance, LocalId),
}

/// What an instance does to a shared place.
#[derive(Debug, Clone, PartialEq)]
pub struct Fact {
    pub place: Shared,
    /// The hole that is filled; without one the place itself is assigned.
    pub hole: Option<Name>,
    pub ty: Ty,
}

/// What is known of a place.
#[derive(Debug, Clone, PartialEq)]
pub struct SharedType {
    /// All that is assigned. Holes stand for element types that are decided by what is put in.
    pub assigned: Ty,
    pub fills: Arc<[(Name, Ty)]>,
}

impl SharedType {
    pub(crate) fn settled(ty: Ty) -> Self {
        Self { assigned: ty, fills: Arc::new([]) }
    }

    pub(crate) fn fill(&self, path: &str) -> Option<Ty> {
        self.fills.iter().find(|(known, _)| known.as_str() == path).map(|(_, ty)| *ty)
    }

    /// The type with what fills the holes; containers that nobody puts anything into hold `None`s.
    pub(crate) fn resolve(&self, db: &dyn Db) -> Ty {
        self.resolve_within(db, self.assigned, &mut String::new())
    }

    /// All that is put in, wherever.
    pub(crate) fn all_fills(&self, db: &dyn Db) -> Vec<Ty> {
        let known = |ty: Ty| fill_holes(db, ty, &mut String::new(), &mut |_| Ty::never(db));
        self.fills.iter().flat_map(|(_, ty)| known(*ty).variants(db)).collect()
    }

    fn resolve_within(&self, db: &dyn Db, ty: Ty, path: &mut String) -> Ty {
        fill_holes(db, ty, path, &mut |path| match self.fill(path) {
            Some(ty) => self.resolve_within(db, ty, path),
            None => Ty::never(db),
        })
    }
}

/// Longer paths are of containers that contain themselves.
const MAX_PATH: usize = 200;

/// Replaces the holes of a type. A hole is known by the way to it, through classes and positions, which is added to `path`.
pub(crate) fn fill_holes(db: &dyn Db, ty: Ty, path: &mut String, fill: &mut dyn FnMut(&mut String) -> Ty) -> Ty {
    let mut parts = |label: &str, parts: &[Ty], path: &mut String| -> Box<[Ty]> {
        let part = |(at, part): (usize, &Ty)| {
            let length = path.len();
            path.push_str(&format!("{label}.{at}/"));
            let filled = fill_holes(db, *part, path, fill);
            path.truncate(length);
            filled
        };
        parts.iter().enumerate().map(part).collect()
    };
    match ty.raw(db) {
        TyKind::Hole(_) if path.len() > MAX_PATH => Ty::unknown(db),
        TyKind::Hole(_) => fill(path),
        TyKind::Class { class, args } if !args.is_empty() => {
            let args = parts(class_name(db, *class).as_str(), args, path);
            Ty::class(db, *class, args)
        }
        TyKind::Tuple(items) => {
            let items = parts(&items.len().to_string(), items, path);
            Ty::tuple(db, items)
        }
        TyKind::Union(variants) => {
            let variants: Vec<Ty> = variants.iter().map(|&variant| fill_holes(db, variant, path, fill)).collect();
            Ty::union(db, variants)
        }
        _ => ty,
    }
}

pub(crate) fn has_holes(db: &dyn Db, ty: Ty) -> bool {
    ty.any(db, &mut |part| matches!(part.kind(db), TyKind::Hole(_)))
}

/// Whether a type says enough of a variable that what is assigned elsewhere need not be asked for.
pub(crate) fn is_settled(db: &dyn Db, ty: Ty) -> bool {
    !ty.is_none(db) && !ty.is_never(db) && !ty.is_unknown(db) && !has_holes(db, ty)
}

/// The union of what is assigned. A container with holes is what others assign of the same class.
fn assigned_union(db: &dyn Db, parts: impl IntoIterator<Item = Ty>) -> Ty {
    let all = Ty::union(db, parts);
    let variants = all.variants(db);
    let class = |ty: Ty| ty.as_class(db).map(|(class, _)| class);
    let is_said_by_other = |ty: Ty| {
        has_holes(db, ty) && class(ty).is_some() && variants.iter().any(|&other| class(other) == class(ty) && !has_holes(db, other))
    };
    all.without(db, is_said_by_other)
}

type Facts = FxHashMap<(Shared, Option<Name>), Ty>;

/// What all instances do that the program reaches.
#[salsa::tracked(returns(clone), cycle_initial = facts_initial, cycle_fn = facts_next)]
fn program_facts(db: &dyn Db, root: File) -> Arc<Facts> {
    let mut facts = Facts::default();
    let mut seen = FxHashSet::default();
    let mut pending = vec![module_instance(db, root)];
    if pyc_hir::Project::try_get(db).is_some_and(|project| project.is_library(db)) {
        pending.extend(called_from_outside(db, root));
    }
    while let Some(instance) = pending.pop() {
        if !seen.insert(instance) {
            continue;
        }
        let inference = infer(db, instance);
        for fact in &inference.facts {
            add(db, &mut facts, (fact.place, fact.hole), fact.ty);
        }
        pending.extend(inference.callees.iter().copied());
    }
    Arc::new(facts)
}

/// The functions of a library's modules that may be called as they are declared.
fn called_from_outside(db: &dyn Db, root: File) -> Vec<Instance> {
    let mut instances = Vec::new();
    for file in pyc_hir::module_graph(db, root).iter().filter(|file| !file.is_stdlib(db)) {
        instances.extend(pyc_hir::module_items(db, *file).items.iter().filter_map(|(_, item)| match item {
            pyc_hir::Item::Function(function) => crate::default_instance(db, *function, None),
            _ => None,
        }));
    }
    instances
}

/// What is not known yet says nothing: a place that is assigned what is made of its own value would never be known.
fn add(db: &dyn Db, facts: &mut Facts, key: (Shared, Option<Name>), ty: Ty) {
    if ty.any(db, &mut |part| part.is_unknown(db)) {
        return;
    }
    let known = facts.entry(key).or_insert_with(|| Ty::never(db));
    *known = assigned_union(db, [*known, ty]);
}

fn facts_initial(_: &dyn Db, _: salsa::Id, _: File) -> Arc<Facts> {
    Arc::default()
}

fn facts_next(db: &dyn Db, cycle: &salsa::Cycle<'_>, last: &Arc<Facts>, value: Arc<Facts>, _: File) -> Arc<Facts> {
    if !crate::infer::must_settle(cycle) {
        return value;
    }
    let mut facts = (*value).clone();
    for (key, ty) in last.iter() {
        add(db, &mut facts, *key, *ty);
    }
    Arc::new(facts)
}

/// A place as the key of a query.
#[salsa::interned(unsafe(no_lifetime), debug, revisions = usize::MAX)]
struct SharedKey {
    #[returns(copy)]
    place: Shared,
    /// What is known to be assigned without looking at the program.
    #[returns(copy)]
    own: Ty,
}

/// What is known of a place that holds `own` as far as its surroundings tell.
pub(crate) fn shared_type(db: &dyn Db, place: Shared, own: Ty) -> SharedType {
    shared_query(db, SharedKey::new(db, place, own))
}

#[salsa::tracked(returns(clone), cycle_initial = shared_initial, cycle_fn = shared_next)]
fn shared_query(db: &dyn Db, key: SharedKey) -> SharedType {
    let place = key.place(db);
    let file = match place {
        Shared::Field(class, _) => class.def(db).file,
        Shared::Variable(global) => global.file,
        Shared::Captured(instance, _) => match instance.owner(db) {
            BodyOwner::Function(function) => function.def(db).file,
            BodyOwner::Class(class) => class.def(db).file,
            BodyOwner::Module(file) => file,
        },
    };
    let facts = program_facts(db, crate::class::main_file(db).unwrap_or(file));
    let mut fills: Vec<(Name, Ty)> =
        facts.iter().filter_map(|((known, hole), ty)| Some(((*hole)?, *ty)).filter(|_| *known == place)).collect();
    fills.sort_by_key(|(hole, _)| hole.as_str());
    let assigned = facts.get(&(place, None)).copied();
    SharedType { assigned: assigned_union(db, assigned.into_iter().chain([key.own(db)])), fills: fills.into() }
}

fn shared_initial(db: &dyn Db, _: salsa::Id, key: SharedKey) -> SharedType {
    SharedType::settled(key.own(db))
}

fn shared_next(db: &dyn Db, cycle: &salsa::Cycle<'_>, _: &SharedType, value: SharedType, _: SharedKey) -> SharedType {
    if cycle.iteration() > MAX_CYCLE { SharedType::settled(Ty::unknown(db)) } else { value }
}

/// The variables of a module that its functions assign.
#[salsa::tracked(returns(clone))]
pub(crate) fn assigned_by_functions(db: &dyn Db, file: File) -> Arc<[Name]> {
    let mut names: Vec<Name> = Vec::new();
    for &owner in pyc_hir::body_owners(db, file).iter() {
        if let BodyOwner::Function(_) = owner {
            assigned_globals(&pyc_hir::body(db, owner), &mut names);
        }
    }
    names.sort_by_key(|name| name.as_str());
    names.dedup();
    names.into()
}

fn assigned_globals(body: &Body, names: &mut Vec<Name>) {
    for stmt in &body.stmts {
        match stmt {
            Stmt::Assign { targets, .. } => targets.iter().for_each(|&target| target_globals(body, target, names)),
            Stmt::AugAssign { target, .. } | Stmt::Annotated { target, .. } | Stmt::For { target, .. } => {
                target_globals(body, *target, names)
            }
            _ => {}
        }
    }
    for expr in &body.exprs {
        if let Expr::Walrus { target, .. } = expr {
            target_globals(body, *target, names);
        }
    }
}

fn target_globals(body: &Body, target: ExprId, names: &mut Vec<Name>) {
    match &body.exprs[target.index()] {
        Expr::Name(NameRef::Global(name)) => names.push(*name),
        Expr::Tuple(items) | Expr::List(items) => items.iter().for_each(|&item| target_globals(body, item, names)),
        Expr::Starred(inner) => target_globals(body, *inner, names),
        _ => {}
    }
}

/// The name of a hole by the way to it.
pub(crate) fn hole_name(path: &str) -> Name {
    name(path)
}

/// Fields of the library are what its own methods assign, unless it says that the program decides: `value: object`.
pub(crate) fn is_told_by_library(db: &dyn Db, info: &ClassInfo, field: &Field) -> bool {
    let is_left_open =
        |(member, what): &(Name, Member)| *member == field.name && matches!(what, Member::Variable { annotation: Some(_), .. });
    info.file.is_stdlib(db) && !info.members.iter().any(is_left_open)
}
