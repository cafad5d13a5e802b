//! Which locals are used later. The use of a borrowed local or of a pointer is one of everything that keeps its value alive.

use crate::dataflow::{Backward, BitSet, at_terminator, backward};
use crate::visit::{self, Access};
use crate::*;

use super::Facts;

/// The locals whose value a statement needs.
pub(super) fn used(statement: &StatementKind, visit: &mut dyn FnMut(LocalId)) {
    visit::statement_places(statement, &mut |place, access| place_use(place, access, visit));
}

pub(super) fn used_by_terminator(terminator: &TerminatorKind, visit: &mut dyn FnMut(LocalId)) {
    visit::terminator_places(terminator, &mut |place, access| place_use(place, access, visit));
}

fn place_use(place: &Place, access: Access, visit: &mut dyn FnMut(LocalId)) {
    if let Some(local) = place.base_local()
        && !(access.writes() && place.projection.is_empty())
    {
        visit(local);
    }
}

pub(super) struct Liveness<'f> {
    analysis: Analysis<'f>,
    /// At the start of each block.
    pub(super) at_start: Vec<BitSet>,
}

struct Analysis<'f> {
    facts: &'f Facts,
}

impl Analysis<'_> {
    fn add(&self, state: &mut BitSet, local: LocalId) {
        state.insert(local.index());
        state.union(&self.facts.keepers[local.index()]);
    }
}

impl Backward for Analysis<'_> {
    fn bound(&self) -> usize {
        self.facts.tracked.len()
    }

    fn statement(&self, state: &mut BitSet, statement: &Statement) {
        if let StatementKind::Init(place, _) | StatementKind::Assign(place, _) = &statement.kind
            && let Some(local) = place.as_local()
        {
            state.remove(local.index());
        }
        used(&statement.kind, &mut |local| self.add(state, local));
    }

    fn edge(&self, state: &mut BitSet, terminator: &Terminator, edge: usize) {
        if let Some(local) = defined_on_edge(&terminator.kind, edge) {
            state.remove(local.index());
        }
    }

    fn terminator(&self, state: &mut BitSet, terminator: &Terminator) {
        used_by_terminator(&terminator.kind, &mut |local| self.add(state, local));
    }
}

/// The local that a call defines on the way to its successor number `edge`.
pub(super) fn defined_on_edge(terminator: &TerminatorKind, edge: usize) -> Option<LocalId> {
    match (terminator, edge) {
        (TerminatorKind::Call { destination, .. }, 0) => destination.as_local(),
        (TerminatorKind::Call { unwind: Some((place, _)), .. }, 1) => place.as_local(),
        _ => None,
    }
}

impl<'f> Liveness<'f> {
    pub(super) fn new(function: &Function, facts: &'f Facts) -> Self {
        let analysis = Analysis { facts };
        let at_start = backward(function, &analysis);
        Self { analysis, at_start }
    }

    pub(super) fn is_needed(&self, local: LocalId, at: BlockId) -> bool {
        self.at_start[at.index()].contains(local.index())
    }

    /// Before the terminator.
    pub(super) fn before_terminator(&self, block: &Block) -> BitSet {
        at_terminator(&self.analysis, &self.at_start, block)
    }

    /// Needed by some successor and not defined on the way there.
    pub(super) fn after_terminator(&self, block: &Block) -> BitSet {
        let mut state = BitSet::new(self.analysis.bound());
        for (edge, successor) in block.terminator.kind.successors().into_iter().enumerate() {
            let mut through = self.at_start[successor.index()].clone();
            self.analysis.edge(&mut through, &block.terminator, edge);
            state.union(&through);
        }
        state
    }

    /// After each statement.
    pub(super) fn after_statements(&self, block: &Block) -> Vec<BitSet> {
        let mut state = self.before_terminator(block);
        let mut after = Vec::with_capacity(block.statements.len());
        for statement in block.statements.iter().rev() {
            after.push(state.clone());
            self.analysis.statement(&mut state, statement);
        }
        after.reverse();
        after
    }
}
