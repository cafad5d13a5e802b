//! Element types of container displays: variables that collect what is put into the container, with union-find where two must be the same.

use pyc_hir::{Db, ExprId};
use rustc_hash::FxHashMap;

use crate::ty::{Ty, TyKind};

#[derive(Default)]
pub(crate) struct Vars {
    vars: Vec<Var>,
    by_site: FxHashMap<(ExprId, u32, Vec<u32>), u32>,
    /// Whether two variables became one in this pass.
    changed: bool,
}

struct Var {
    /// Another variable that stands for this one.
    alias: Option<u32>,
    /// What the pass before this one put in.
    before: Option<Ty>,
    /// What has been put in so far in this pass, or exactly what it is.
    bound: Option<Ty>,
    /// Whether `bound` is exact: the container was given to something that declares its type.
    is_exact: bool,
}

impl Vars {
    /// The variable of a site; the same in every pass.
    pub(crate) fn at(&mut self, db: &dyn Db, site: ExprId, which: u32, copies: &[u32]) -> Ty {
        let key = (site, which, copies.to_vec());
        let next = self.vars.len() as u32;
        let var = *self.by_site.entry(key).or_insert(next);
        if var == next {
            self.vars.push(Var { alias: None, before: None, bound: None, is_exact: false });
        }
        Ty::new(db, TyKind::Var(var))
    }

    /// Ends a pass: what it put in is what the next one knows. Says whether that is news.
    pub(crate) fn next_pass(&mut self) -> bool {
        let mut changed = std::mem::take(&mut self.changed);
        for var in &mut self.vars {
            changed |= var.before != var.bound;
            var.before = var.bound;
            if !var.is_exact {
                var.bound = None;
            }
        }
        changed
    }

    fn known(&self, var: u32) -> Option<Ty> {
        let var = &self.vars[self.root(var) as usize];
        var.before.or(var.bound)
    }

    /// Whether the type has a variable of which nothing is known.
    pub(crate) fn is_open(&self, db: &dyn Db, ty: Ty) -> bool {
        ty.any(db, &mut |part| match part.kind(db) {
            TyKind::Var(var) => self.known(*var).is_none_or(|bound| self.is_open_within(db, bound, 1)),
            _ => false,
        })
    }

    fn is_open_within(&self, db: &dyn Db, ty: Ty, depth: u32) -> bool {
        depth < 24
            && ty.any(db, &mut |part| match part.kind(db) {
                TyKind::Var(var) => self.known(*var).is_none_or(|bound| self.is_open_within(db, bound, depth + 1)),
                _ => false,
            })
    }

    fn root(&self, mut var: u32) -> u32 {
        while let Some(next) = self.vars[var as usize].alias {
            var = next;
        }
        var
    }

    /// The type without a variable at its top.
    pub(crate) fn shallow(&self, db: &dyn Db, ty: Ty) -> Ty {
        let mut ty = ty;
        for _ in 0..64 {
            match ty.kind(db) {
                TyKind::Var(var) => match self.known(*var) {
                    Some(bound) => ty = bound,
                    None => return Ty::never(db),
                },
                TyKind::Union(parts) if parts.iter().any(|part| matches!(part.kind(db), TyKind::Var(_))) => {
                    ty = Ty::union(db, parts.iter().map(|&part| self.shallow(db, part)));
                }
                _ => return ty,
            }
        }
        ty
    }

    /// The type without variables. Containers that nothing was put into hold `None`s.
    pub(crate) fn resolve(&self, db: &dyn Db, ty: Ty) -> Ty {
        self.resolve_within(db, ty, 0)
    }

    fn resolve_within(&self, db: &dyn Db, ty: Ty, depth: u32) -> Ty {
        if depth > 24 {
            return Ty::unknown(db);
        }
        if !ty.any(db, &mut |part| matches!(part.kind(db), TyKind::Var(_))) {
            return ty;
        }
        ty.map(db, &mut |part| match part.kind(db) {
            TyKind::Var(var) => match self.known(*var) {
                Some(bound) => self.resolve_within(db, bound, depth + 1),
                None => Ty::none(db),
            },
            _ => part,
        })
    }

    /// Puts a value of type `ty` into the container that `var` is the element type of. False if its type is exact and does not include it.
    pub(crate) fn put(&mut self, db: &dyn Db, var: u32, ty: Ty) -> bool {
        let root = self.root(var);
        let old = self.vars[root as usize].bound;
        if self.vars[root as usize].is_exact {
            let exact = old.unwrap_or(ty);
            return self.join(db, exact, ty) == exact;
        }
        let new = match old {
            Some(old) => self.join(db, old, ty),
            None if ty.is_never(db) => return true,
            None => ty,
        };
        self.vars[root as usize].bound = Some(new);
        true
    }

    /// Makes two types equal where they differ in variables only; says whether they are.
    pub(crate) fn unify(&mut self, db: &dyn Db, a: Ty, b: Ty) -> bool {
        if a == b {
            return true;
        }
        match (a.kind(db), b.kind(db)) {
            (TyKind::Unknown, _) | (_, TyKind::Unknown) => true,
            (TyKind::Var(a), TyKind::Var(b)) => self.alias(db, *a, *b),
            (TyKind::Var(var), _) => self.fix(db, *var, b),
            (_, TyKind::Var(var)) => self.fix(db, *var, a),
            (TyKind::Class { class: a, args: a_args }, TyKind::Class { class: b, args: b_args }) => {
                a == b && a_args.len() == b_args.len() && a_args.iter().zip(b_args).all(|(&a, &b)| self.unify(db, a, b))
            }
            (TyKind::Tuple(a), TyKind::Tuple(b)) => a.len() == b.len() && a.iter().zip(b).all(|(&a, &b)| self.unify(db, a, b)),
            (TyKind::Ptr(a), TyKind::Ptr(b)) => self.unify(db, *a, *b),
            _ => false,
        }
    }

    fn alias(&mut self, db: &dyn Db, a: u32, b: u32) -> bool {
        let (a, b) = (self.root(a), self.root(b));
        if a == b {
            return true;
        }
        self.changed = true;
        let exact = [a, b].into_iter().find(|&var| self.vars[var as usize].is_exact);
        let (from, to) = if exact == Some(a) { (b, a) } else { (a, b) };
        let bound = self.vars[from as usize].bound;
        self.vars[from as usize].alias = Some(to);
        bound.is_none_or(|bound| self.put(db, to, bound))
    }

    /// The variable is exactly `ty`, for something declares it so.
    fn fix(&mut self, db: &dyn Db, var: u32, ty: Ty) -> bool {
        let root = self.root(var);
        let fits = match self.vars[root as usize].bound {
            None => true,
            Some(bound) if bound == ty => true,
            Some(bound) => self.join(db, ty, bound) == ty || self.unify(db, bound, ty),
        };
        if fits && (self.vars[root as usize].bound != Some(ty) || !self.vars[root as usize].is_exact) {
            self.vars[root as usize] = Var { alias: None, before: Some(ty), bound: Some(ty), is_exact: true };
            self.changed = true;
        }
        fits
    }

    /// The union of two types. Containers of one class whose element types are not yet settled become one.
    pub(crate) fn join(&mut self, db: &dyn Db, a: Ty, b: Ty) -> Ty {
        if a == b {
            return a;
        }
        // A derived class adds nothing to its base.
        if a.as_class(db).is_some() && b.as_class(db).is_some() {
            if crate::class::is_subclass(db, a, b) {
                return b;
            }
            if crate::class::is_subclass(db, b, a) {
                return a;
            }
        }
        let has_vars = |ty: Ty| ty.any(db, &mut |part| matches!(part.kind(db), TyKind::Var(_)));
        if has_vars(a) || has_vars(b) {
            for part in a.variants(db) {
                for other in b.variants(db) {
                    if (has_vars(part) || has_vars(other)) && same_shape(db, part, other) && self.unify(db, part, other) {
                        let rest = b.without(db, |variant| variant == other);
                        return Ty::union(db, [a, rest]);
                    }
                }
            }
        }
        Ty::union(db, [a, b])
    }
}

fn same_shape(db: &dyn Db, a: Ty, b: Ty) -> bool {
    match (a.kind(db), b.kind(db)) {
        (TyKind::Class { class: a, .. }, TyKind::Class { class: b, .. }) => a == b,
        _ => false,
    }
}
