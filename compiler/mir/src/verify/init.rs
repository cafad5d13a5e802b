//! Definite initialisation: what is read holds a value on every path. A whole local may be assigned or dropped whether it holds one or not.

use crate::dataflow::{BitSet, Forward, forward};
use crate::visit::{self, Access};
use crate::*;

use super::Checker;

/// The locals that surely hold a value.
struct Initialised<'f> {
    function: &'f Function,
}

impl Initialised<'_> {
    fn access(&self, state: &mut BitSet, place: &Place, access: Access) {
        let Some(local) = place.as_local() else { return };
        match access {
            Access::Assign | Access::Init | Access::Result | Access::Exception => {
                state.insert(local.index());
            }
            Access::Move if self.function.mode(local) != Some(Mode::Inout) => state.remove(local.index()),
            Access::Drop => state.remove(local.index()),
            Access::Move | Access::Copy | Access::Tag | Access::AddressOf => {}
        }
    }
}

impl Forward for Initialised<'_> {
    type State = BitSet;

    fn entry(&self) -> BitSet {
        let mut state = BitSet::new(self.function.locals.len());
        for (index, local) in self.function.locals.iter().enumerate() {
            // `unit` has no storage to be initialised.
            if index < self.function.params.len() || local.ty == Ty::Unit {
                state.insert(index);
            }
        }
        state
    }

    fn join(&self, into: &mut BitSet, from: &BitSet) -> bool {
        into.intersect(from)
    }

    fn statement(&self, state: &mut BitSet, statement: &Statement) {
        visit::statement_places(&statement.kind, &mut |place, access| self.access(state, place, access));
    }

    fn edge(&self, state: &mut BitSet, terminator: &Terminator, edge: usize) {
        visit::terminator_places(&terminator.kind, &mut |place, access| match access {
            Access::Result if edge != 0 => {}
            Access::Exception if edge != 1 => {}
            _ => self.access(state, place, access),
        });
    }
}

impl Checker<'_> {
    pub(super) fn initialisation(&mut self) {
        let analysis = Initialised { function: self.function };
        let states = forward(self.function, &analysis);
        for (id, state) in self.function.block_ids().zip(states) {
            let Some(mut state) = state else { continue };
            let block = self.function.block(id);
            for statement in &block.statements {
                let mut bad = Vec::new();
                visit::statement_places(&statement.kind, &mut |place, access| {
                    bad.extend(uninitialised(&state, place, access));
                    // One statement may move a local once only.
                    if access == Access::Move {
                        analysis.access(&mut state, place, access);
                    }
                });
                if !bad.is_empty() {
                    let text = self.names.statement(self.function, statement);
                    self.report(id, &text, &bad);
                }
                analysis.statement(&mut state, statement);
            }
            let mut bad = Vec::new();
            visit::terminator_places(&block.terminator.kind, &mut |place, access| {
                bad.extend(uninitialised(&state, place, access));
                if access == Access::Move {
                    analysis.access(&mut state, place, access);
                }
            });
            if !bad.is_empty() {
                let text = self.names.terminator(self.function, &block.terminator);
                self.report(id, &text, &bad);
            }
        }
    }

    fn report(&mut self, block: BlockId, text: &str, locals: &[LocalId]) {
        for local in locals {
            let name = self.names.local(self.function, *local);
            self.error(Some((block, text.to_owned())), format!("`{name}` holds no value on some path to here"));
        }
    }
}

/// The base of the place, if it has to hold a value but may not.
fn uninitialised(state: &BitSet, place: &Place, access: Access) -> Option<LocalId> {
    let local = place.base_local()?;
    let whole = place.projection.is_empty();
    // C fills what it is given the address of.
    let needed = !whole || matches!(access, Access::Copy | Access::Move | Access::Tag);
    (needed && access != Access::AddressOf && !state.contains(local.index())).then_some(local)
}
