//! Element types of container displays: variables that collect what is put into the container, with union-find where two must be the same.

use std::sync::Arc;

use pyc_base::Name;
use pyc_hir::{ClassId, Db, ExprId};
use rustc_hash::FxHashMap;

use crate::doubts::Widening;
use crate::facts::Shared;

use crate::ty::{Ty, TyKind};

/// Where a variable is from: the same one in every pass.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) enum VarKey {
    /// A container made at an expression, in a copy of unrolled loops, with the position of the type argument.
    Site { site: ExprId, class: ClassId, which: u32, copies: Vec<u32> },
    /// A hole of the instance's own parameters.
    Hole(u32),
    /// A hole of a shared place.
    Shared(Shared, Name),
}

#[derive(Default)]
pub(crate) struct Vars {
    /// What containers made here hold as well.
    pub(crate) widenings: Arc<[Widening]>,
    vars: Vec<Var>,
    by_key: FxHashMap<VarKey, u32>,
    /// Those of shared places.
    shared: Vec<(Shared, Name, u32)>,
    /// Whether two variables became one in this pass.
    changed: bool,
}

#[derive(Default)]
struct Var {
    /// Another variable that stands for this one.
    alias: Option<u32>,
    /// What others are known to put in.
    preset: Option<Ty>,
    /// What callees put in that were handed the container while nothing was known of it.
    by_callees: Option<Ty>,
    /// What is known from all of these and from the pass before this one.
    before: Option<Ty>,
    /// What the pass before this one put in, and callees.
    own: Option<Ty>,
    /// What has been put in so far in this pass, or exactly what it is.
    bound: Option<Ty>,
    /// Whether `bound` is exact: the container was given to something that declares its type.
    is_exact: bool,
    /// The hole that it stands for, if the caller knows it as one.
    hole: Option<u32>,
    /// Whether it is a hole of a shared place.
    is_shared: bool,
    /// The class of the container made here, and which of its type arguments this is.
    of: Option<(ClassId, u32)>,
}

/// The variables of which nothing is known, in the order they were met: what a call passes on as holes.
#[derive(Default)]
pub(crate) struct OpenVars(pub(crate) Vec<u32>);

impl OpenVars {
    fn number(&mut self, var: u32) -> u32 {
        let at = self.0.iter().position(|known| *known == var).unwrap_or_else(|| {
            self.0.push(var);
            self.0.len() - 1
        });
        at as u32
    }
}

impl Vars {
    /// The variable of a place; `preset` is what others are known to put in.
    pub(crate) fn at(&mut self, db: &dyn Db, key: VarKey, preset: Option<Ty>) -> Ty {
        if let Some(&var) = self.by_key.get(&key) {
            return Ty::new(db, TyKind::Var(var));
        }
        let next = self.vars.len() as u32;
        let (hole, is_shared) = match &key {
            VarKey::Site { .. } => (None, false),
            VarKey::Hole(hole) => (Some(*hole), false),
            VarKey::Shared(place, path) => {
                self.shared.push((*place, *path, next));
                (None, true)
            }
        };
        let of = match key {
            VarKey::Site { class, which, .. } => Some((class, which)),
            _ => None,
        };
        self.vars.push(Var { preset, before: preset, hole, is_shared, of, ..Var::default() });
        self.by_key.insert(key, next);
        Ty::new(db, TyKind::Var(next))
    }

    /// Ends a pass: what it put in is what the next one knows. Says whether that is news.
    pub(crate) fn next_pass(&mut self, db: &dyn Db) -> bool {
        let mut changed = false;
        for at in 0..self.vars.len() {
            let Var { preset, by_callees, bound, own, is_exact, .. } = self.vars[at];
            // What was put in once stays: where its type is known, some calls forget whose elements they give.
            let own = if is_exact { bound } else { self.join_all(db, [own, by_callees, bound]) };
            let known = if is_exact { bound } else { self.join_all(db, [preset, own]) };
            let widened = if is_exact { known } else { self.widened(db, at, known) };
            // Whoever shares the container has to know.
            let (own, known) = if widened == known { (own, known) } else { (widened, widened) };
            let var = &mut self.vars[at];
            changed |= var.before != known;
            (var.before, var.own) = (known, own);
            if !var.is_exact {
                var.bound = None;
            }
        }
        changed | std::mem::take(&mut self.changed)
    }

    /// What a container made here holds, with what it holds as well.
    fn widened(&mut self, db: &dyn Db, var: usize, known: Option<Ty>) -> Option<Ty> {
        let Some(of) = self.vars[var].of else { return known };
        let mut known = known;
        let widenings = self.widenings.clone();
        let mut pending: Vec<&Widening> = widenings.iter().filter(|widening| widening.of.is_none_or(|wanted| wanted == of)).collect();
        while let Some(at) = pending.iter().position(|widening| widening.known == known.map_or(Ty::never(db), |ty| self.resolve(db, ty))) {
            let given = pending.remove(at).given;
            known = Some(known.map_or(given, |known| self.join(db, known, given)));
        }
        known
    }

    /// What was put into the holes of shared places.
    pub(crate) fn fills(&self, db: &dyn Db) -> Vec<(Shared, Name, Ty)> {
        let fill = |(place, path, var): &(Shared, Name, u32)| {
            let own = self.vars[self.root(*var) as usize].own?;
            // What contains itself has no end of holes.
            let whole = self.resolve(db, Ty::new(db, TyKind::Var(*var)));
            let is_knot = whole.any(db, &mut |part| matches!(part.raw(db), TyKind::Recursive(_)));
            Some((*place, *path, if is_knot { whole } else { self.export(db, own) }))
        };
        self.shared.iter().filter_map(fill).collect()
    }

    /// What is put into the hole of a parameter; the hole itself if that is nothing.
    pub(crate) fn hole(&self, db: &dyn Db, hole: u32) -> Ty {
        match self.by_key.get(&VarKey::Hole(hole)) {
            Some(var) => self.close(db, Ty::new(db, TyKind::Var(*var)), &mut OpenVars::default(), false),
            None => Ty::new(db, TyKind::Hole(hole)),
        }
    }

    pub(crate) fn hole_count(&self) -> u32 {
        self.by_key.keys().filter(|key| matches!(key, VarKey::Hole(_))).count() as u32
    }

    /// The type as others see it: what a shared place's containers hold is for all to say, and what is not known is a hole. Containers of `None`s
    /// are there to be filled as well: `[None] * n`.
    pub(crate) fn export(&self, db: &dyn Db, ty: Ty) -> Ty {
        let hole = Ty::new(db, TyKind::Hole(0));
        self.replace(db, ty, &mut |root, _| {
            let var = &self.vars[root as usize];
            match var.before.or(var.bound) {
                _ if var.is_shared => Some(hole),
                None => Some(hole),
                Some(known) if !var.is_exact && self.shallow(db, known).is_none(db) => Some(Ty::union(db, [Ty::none(db), hole])),
                Some(_) => None,
            }
        })
    }

    /// [`Self::export`] for a class that objects are made of: its arguments are what they are.
    pub(crate) fn export_made(&self, db: &dyn Db, ty: Ty) -> Ty {
        self.replace(db, ty, &mut |root, _| {
            let var = &self.vars[root as usize];
            var.before.or(var.bound).is_none().then(|| Ty::new(db, TyKind::Hole(0)))
        })
    }

    /// The type with what is known. With `numbered` what is not known becomes a hole with a number; otherwise only holes of parameters stay, and the rest is `None`.
    pub(crate) fn close(&self, db: &dyn Db, ty: Ty, open: &mut OpenVars, numbered: bool) -> Ty {
        self.replace(db, ty, &mut |root, known| match (known, self.vars[root as usize].hole) {
            (true, _) => None,
            (false, _) if numbered => Some(Ty::new(db, TyKind::Hole(open.number(root)))),
            (false, Some(hole)) => Some(Ty::new(db, TyKind::Hole(hole))),
            (false, None) => Some(Ty::never(db)),
        })
    }

    /// The type with numbered holes for what is not known, and for what others put into shared places.
    pub(crate) fn open(&self, db: &dyn Db, ty: Ty, open: &mut OpenVars) -> Ty {
        self.replace(db, ty, &mut |root, known| {
            let is_open = !known || self.is_fillable_var(root);
            is_open.then(|| Ty::new(db, TyKind::Hole(open.number(root))))
        })
    }

    fn is_fillable_var(&self, root: u32) -> bool {
        let var = &self.vars[root as usize];
        var.before.or(var.bound).is_none() || (var.is_shared && !var.is_exact)
    }

    /// Whether a callee's putting something in is worth knowing.
    pub(crate) fn is_fillable(&self, db: &dyn Db, ty: Ty) -> bool {
        let mut found = false;
        self.replace(db, ty, &mut |root, _| {
            found |= self.is_fillable_var(root);
            None
        });
        found
    }

    /// The type without variables: `special` replaces one, told whether anything is known of it, or leaves it to what is known.
    fn replace(&self, db: &dyn Db, ty: Ty, special: &mut dyn FnMut(u32, bool) -> Option<Ty>) -> Ty {
        self.replace_within(db, ty, &mut Vec::new(), special)
    }

    /// `around`: the variables that are being replaced. One among them contains itself.
    fn replace_within(&self, db: &dyn Db, ty: Ty, around: &mut Vec<u32>, special: &mut dyn FnMut(u32, bool) -> Option<Ty>) -> Ty {
        if around.len() > 24 {
            return Ty::unknown(db);
        }
        if !ty.any(db, &mut |part| matches!(part.kind(db), TyKind::Var(_))) {
            return ty;
        }
        ty.map(db, &mut |part| match part.kind(db) {
            TyKind::Var(var) => {
                let root = self.root(*var);
                let place = Ty::new(db, TyKind::Var(root));
                if around.contains(&root) {
                    return place;
                }
                let known = self.known(root);
                match (special(root, known.is_some()), known) {
                    (Some(replaced), _) => replaced,
                    (None, Some(known)) => {
                        around.push(root);
                        let whole = self.replace_within(db, known, around, special);
                        around.pop();
                        match whole.any(db, &mut |part| part == place) {
                            true => crate::recursive::knotted(db, whole, place).unwrap_or_else(|| Ty::unknown(db)),
                            false => whole,
                        }
                    }
                    (None, None) => Ty::never(db),
                }
            }
            _ => part,
        })
    }

    fn known(&self, var: u32) -> Option<Ty> {
        let var = &self.vars[self.root(var) as usize];
        var.before.or(var.bound)
    }

    fn root(&self, mut var: u32) -> u32 {
        while let Some(next) = self.vars[var as usize].alias {
            var = next;
        }
        var
    }

    /// The type without a variable at its top.
    pub(crate) fn shallow(&self, db: &dyn Db, ty: Ty) -> Ty {
        self.shallow_within(db, ty, &mut Vec::new())
    }

    /// A variable that is one of the types that it may itself be adds nothing to them.
    fn shallow_within(&self, db: &dyn Db, ty: Ty, around: &mut Vec<u32>) -> Ty {
        match ty.kind(db) {
            TyKind::Var(var) => {
                let root = self.root(*var);
                let Some(bound) = self.known(root).filter(|_| !around.contains(&root)) else { return Ty::never(db) };
                around.push(root);
                let ty = self.shallow_within(db, bound, around);
                around.pop();
                ty
            }
            TyKind::Union(parts) if parts.iter().any(|part| matches!(part.kind(db), TyKind::Var(_))) => {
                Ty::union(db, parts.iter().map(|&part| self.shallow_within(db, part, around)))
            }
            _ => ty,
        }
    }

    /// The type without variables. Containers that nothing was put into hold `None`s, unless the caller may know better.
    pub(crate) fn resolve(&self, db: &dyn Db, ty: Ty) -> Ty {
        self.close(db, ty, &mut OpenVars::default(), false)
    }

    /// Puts a value of type `ty` into the container that `var` is the element type of. False if its type is exact and does not include it.
    pub(crate) fn put(&mut self, db: &dyn Db, var: u32, ty: Ty) -> bool {
        let root = self.root(var);
        let ty = ty.without(db, |part| matches!(part.kind(db), TyKind::Var(own) if self.root(*own) == root));
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

    /// Puts in what a callee does. Later passes know more and call another instance, so this is kept.
    pub(crate) fn put_by_callee(&mut self, db: &dyn Db, var: u32, ty: Ty) {
        let root = self.root(var) as usize;
        let known = self.vars[root].by_callees;
        self.vars[root].by_callees = self.join_all(db, [known, Some(ty)]);
        self.changed |= self.vars[root].by_callees != known;
    }

    fn join_all(&mut self, db: &dyn Db, parts: impl IntoIterator<Item = Option<Ty>>) -> Option<Ty> {
        parts.into_iter().flatten().reduce(|known, part| self.join(db, known, part))
    }

    /// Makes two types equal where they differ in variables only; says whether they are.
    pub(crate) fn unify(&mut self, db: &dyn Db, a: Ty, b: Ty) -> bool {
        if a == b {
            return true;
        }
        match (a.kind(db), b.kind(db)) {
            (TyKind::Unknown, _) | (_, TyKind::Unknown) => true,
            _ if [a, b].iter().all(|ty| matches!(ty.raw(db), TyKind::Recursive(_))) => false,
            // What is taken for empty so far may turn out not to be.
            (TyKind::Var(_), TyKind::Never) | (TyKind::Never, TyKind::Var(_)) => true,
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
        let Var { bound, preset, by_callees, hole, is_shared, of, .. } = std::mem::take(&mut self.vars[from as usize]);
        self.vars[from as usize].alias = Some(to);
        let other = &mut self.vars[to as usize];
        other.hole = other.hole.or(hole);
        other.of = other.of.or(of);
        other.is_shared |= is_shared;
        let (own_preset, own_by_callees) = (other.preset, other.by_callees);
        self.vars[to as usize].preset = self.join_all(db, [own_preset, preset]);
        self.vars[to as usize].by_callees = self.join_all(db, [own_by_callees, by_callees]);
        bound.is_none_or(|bound| self.put(db, to, bound))
    }

    /// The variable is exactly `ty`, for something declares it so.
    fn fix(&mut self, db: &dyn Db, var: u32, ty: Ty) -> bool {
        let root = self.root(var) as usize;
        let Var { before, bound, preset, is_exact, .. } = self.vars[root];
        if is_exact && bound == Some(ty) {
            return true;
        }
        // Known from here on: it may be a part of itself.
        let known = &mut self.vars[root];
        (known.before, known.bound, known.is_exact) = (Some(ty), Some(ty), true);
        let fits = match bound.or(preset) {
            None => true,
            Some(bound) if bound == ty => true,
            Some(bound) => self.join(db, ty, bound) == ty || self.unify(db, bound, ty),
        };
        if fits {
            self.changed = true;
        } else {
            let known = &mut self.vars[root];
            (known.before, known.bound, known.is_exact) = (before, bound, is_exact);
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
