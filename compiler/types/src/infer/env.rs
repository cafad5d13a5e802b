//! What is known of variables at one point of a body.

use pyc_base::Name;
use pyc_hir::{Db, LocalId};
use rustc_hash::FxHashMap;

use super::vars::Vars;
use crate::ty::Ty;

/// A variable whose type is followed: a local, or a variable of the module whose top is being run.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Slot {
    Local(LocalId),
    Global(Name),
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct State {
    pub(crate) ty: Ty,
    /// Whether every path here has assigned it.
    pub(crate) bound: bool,
}

/// An attribute path from a variable: `a.b.c`.
pub(crate) type Path = (Slot, Vec<Name>);

#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Env {
    /// Whether control can get here.
    pub(crate) live: bool,
    pub(crate) slots: FxHashMap<Slot, State>,
    /// What tests have shown of attributes. Others may change them in between, so uses check again.
    pub(crate) paths: Vec<(Path, Ty)>,
    /// Variables of unrolled loops over numbers.
    pub(crate) constants: Vec<(Slot, i64)>,
}

impl Env {
    pub(crate) fn live() -> Self {
        Self { live: true, ..Self::default() }
    }

    pub(crate) fn dead() -> Self {
        Self::default()
    }

    pub(crate) fn assign(&mut self, slot: Slot, ty: Ty) {
        self.slots.insert(slot, State { ty, bound: true });
        self.paths.retain(|((base, _), _)| *base != slot);
        self.constants.retain(|(known, _)| *known != slot);
    }

    pub(crate) fn unbind(&mut self, slot: Slot) {
        self.slots.remove(&slot);
        self.paths.retain(|((base, _), _)| *base != slot);
    }

    /// An attribute called `name` of anything was assigned: what tests have shown of such attributes no longer holds.
    pub(crate) fn attribute_assigned(&mut self, name: Name) {
        self.paths.retain(|((_, path), _)| !path.contains(&name));
    }

    /// A function of the program was called, which may assign any attribute: where one was `None` the call often was to change that.
    pub(crate) fn function_called(&mut self, db: &dyn Db) {
        self.paths.retain(|(_, ty)| !ty.is_none(db));
    }

    pub(crate) fn path(&self, path: &Path) -> Option<Ty> {
        self.paths.iter().rev().find(|(known, _)| known == path).map(|(_, ty)| *ty)
    }

    /// What holds if control comes from either.
    pub(crate) fn join(mut self, other: &Env, db: &dyn Db, vars: &mut Vars) -> Env {
        if !other.live {
            return self;
        }
        if !self.live {
            return other.clone();
        }
        for (slot, state) in &mut self.slots {
            match other.slots.get(slot) {
                Some(theirs) => *state = State { ty: vars.join(db, state.ty, theirs.ty), bound: state.bound && theirs.bound },
                None => state.bound = false,
            }
        }
        for (slot, state) in &other.slots {
            self.slots.entry(*slot).or_insert(State { ty: state.ty, bound: false });
        }
        self.paths.retain(|known| other.paths.contains(known));
        self.constants.retain(|known| other.constants.contains(known));
        self
    }
}
