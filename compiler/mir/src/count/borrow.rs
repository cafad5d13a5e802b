//! Borrow inference: a local that only ever gets its value from other locals or from memory, or is put together from such values, needs no count of its own if, wherever it is
//! used later, what it was read from still holds the value. Starts from all candidates and gives a count to those that break this, until none does.

use crate::dataflow::BitSet;
use crate::visit::Access;
use crate::*;

use super::liveness::{self, Liveness};
use super::slots::{Removed, View};
use super::{Facts, Role, is_aggregate, statement_roles, terminator_roles};

/// Where a candidate's value comes from.
#[derive(Clone)]
struct Source {
    /// Tracked locals and pointers; a borrowed one stands for its own sources.
    locals: BitSet,
    /// Memory that must not change.
    slots: BitSet,
    /// Nothing but whole locals are read.
    alias: bool,
    /// It is put together from others.
    aggregate: bool,
}

pub(super) fn infer(program: &Program, function: &Function, removed: &Removed) -> Facts {
    let view = View::new(program, function);
    let count = function.locals.len();
    let tracked: Vec<bool> =
        (0..count).map(|index| function.locals[index].ty.needs_rc(program) && !view.is_memory(LocalId(index as u32))).collect();
    let bases = pointer_bases(&view);
    let mut sources = candidates(&view, removed, &tracked);
    loop {
        let (facts, slots) = resolve(&tracked, &sources, &bases);
        let rejected = Check { view: &view, removed, facts: &facts, slots: &slots }.violations(&sources);
        if rejected.is_empty() {
            return facts;
        }
        for local in rejected.iter() {
            sources[local] = None;
        }
    }
}

/// For each local that may hold pointers the tracked locals, or other locals with pointers resolved to them, that those may point into.
pub(super) fn pointer_bases(view: &View) -> Vec<BitSet> {
    let function = view.function;
    let count = function.locals.len();
    let pointers: Vec<bool> = function.locals.iter().map(|local| has_pointer(view.program, &local.ty)).collect();
    let tracked: Vec<bool> = function.locals.iter().map(|local| local.ty.needs_rc(view.program)).collect();
    let mut bases = vec![BitSet::new(count); count];
    // What flows into each local with pointers.
    let mut flows: Vec<(usize, usize)> = Vec::new();
    let mut flow = |from: &[usize], to: &Place| {
        if let Some(to) = to.base_local().map(LocalId::index)
            && pointers[to]
            && !tracked[to]
        {
            flows.extend(from.iter().filter(|from| tracked[**from] || pointers[**from]).map(|from| (*from, to)));
        }
    };
    for block in &function.blocks {
        for statement in &block.statements {
            if let StatementKind::Assign(place, value) | StatementKind::Init(place, value) = &statement.kind {
                let mut read = Vec::new();
                visit::rvalue_places(value, &mut |place, _| read.extend(place.base_local().map(LocalId::index)));
                flow(&read, place);
            }
        }
        if let TerminatorKind::Call { args, destination, .. } = &block.terminator.kind {
            let read: Vec<usize> = args.iter().filter_map(|arg| arg.place()?.base_local()).map(LocalId::index).collect();
            flow(&read, destination);
            args.iter().filter_map(Operand::place).for_each(|place| flow(&read, place));
        }
    }
    let mut changed = true;
    while std::mem::take(&mut changed) {
        for (from, to) in &flows {
            if tracked[*from] && !view.is_memory(LocalId(*from as u32)) {
                changed |= bases[*to].insert(*from);
            } else if from != to {
                let more = bases[*from].clone();
                changed |= bases[*to].union(&more);
            }
        }
    }
    bases
}

/// As if every local that is read from another one borrowed from it: an upper bound of what keeps what alive, for what can't be asked before normalising.
pub(super) fn unresolved(view: &View, bases: &[BitSet]) -> Facts {
    let count = view.function.locals.len();
    let mut keepers = bases.to_vec();
    for statement in view.function.blocks.iter().flat_map(|block| &block.statements) {
        if let StatementKind::Init(place, Rvalue::Use(operand) | Rvalue::Cast(_, operand, _))
        | StatementKind::Assign(place, Rvalue::Use(operand) | Rvalue::Cast(_, operand, _)) = &statement.kind
            && let (Some(to), Some(from)) = (place.as_local(), operand.place().and_then(Place::base_local))
        {
            keepers[to.index()].insert(from.index());
        }
    }
    let mut changed = true;
    while std::mem::take(&mut changed) {
        for index in 0..count {
            for keeper in keepers[index].clone().iter().filter(|keeper| *keeper != index) {
                let more = keepers[keeper].clone();
                changed |= keepers[index].union(&more);
            }
        }
    }
    Facts { tracked: vec![false; count], borrowed: vec![false; count], keepers }
}

fn has_pointer(program: &Program, ty: &Ty) -> bool {
    match ty {
        Ty::Ptr(_) => true,
        Ty::Tuple(items) | Ty::Union(items) => items.iter().any(|item| has_pointer(program, item)),
        Ty::Struct(id) => program.structs[id.index()].fields.iter().any(|field| has_pointer(program, &field.ty)),
        Ty::Array(item, _) => has_pointer(program, item),
        _ => false,
    }
}

/// The locals that only hold what was read from elsewhere, with their sources.
fn candidates(view: &View, removed: &Removed, tracked: &[bool]) -> Vec<Option<Source>> {
    let function = view.function;
    let new = |index: usize| {
        let candidate = tracked[index] && function.mode(LocalId(index as u32)).is_none_or(|mode| mode == Mode::Borrow);
        candidate.then(|| Source { locals: BitSet::new(tracked.len()), slots: removed.none(), alias: true, aggregate: false })
    };
    let mut sources: Vec<Option<Source>> = (0..tracked.len()).map(new).collect();
    for block in &function.blocks {
        for statement in &block.statements {
            if let StatementKind::Init(place, value) = &statement.kind
                && let Some(local) = place.as_local()
            {
                let read = sources[local.index()].take().and_then(|source| add_source(view, removed, source, value));
                sources[local.index()] = read;
            } else {
                visit::statement_places(&statement.kind, &mut |place, access| reject_changed(view, &mut sources, place, access));
            }
            // Parts are moved out of what has a count.
            visit::statement_places(&statement.kind, &mut |place, access| {
                if access == Access::Move {
                    reject_changed(view, &mut sources, place, access);
                }
            });
        }
        let roles = terminator_roles(view.program, function, &block.terminator.kind);
        if let TerminatorKind::Call { callee, args, .. } = &block.terminator.kind {
            let roles = &roles[usize::from(matches!(callee, Callee::Value(_)))..];
            for (arg, role) in args.iter().zip(roles) {
                if let (Role::Inout, Some(place)) = (role, arg.place()) {
                    reject_changed(view, &mut sources, place, Access::Assign);
                }
            }
        }
        visit::terminator_places(&block.terminator.kind, &mut |place, access| {
            if access.writes() {
                reject_changed(view, &mut sources, place, access);
            }
        });
    }
    sources
}

fn reject_changed(view: &View, sources: &mut [Option<Source>], place: &Place, access: Access) {
    if let Some(local) = place.base_local()
        && (access.writes() || access == Access::Move)
        && !view.leads_away(place)
    {
        sources[local.index()] = None;
    }
}

/// Adds what one definition reads; `None` if the definition gives a count.
fn add_source(view: &View, removed: &Removed, mut source: Source, value: &Rvalue) -> Option<Source> {
    if !matches!(value, Rvalue::Use(_) | Rvalue::Cast(..)) && !is_aggregate(value) {
        return None;
    }
    source.aggregate |= is_aggregate(value);
    for operand in visit::rvalue_operands(value) {
        source = add_operand(view, removed, source, operand)?;
    }
    Some(source)
}

fn add_operand(view: &View, removed: &Removed, mut source: Source, operand: &Operand) -> Option<Source> {
    match operand {
        // A zero is nothing that could be retained, so it is not lent.
        Operand::Const(Const::Zero(ty)) if !matches!(ty, Ty::Ref { nullable: true, .. }) => return None,
        Operand::Const(_) => {}
        Operand::Move(_) => return None,
        Operand::Copy(place) => {
            source.alias &= place.projection.is_empty();
            source.slots.union(&removed.through(view, place)?);
            if let Some(local) = place.base_local() {
                source.locals.insert(local.index());
            }
        }
    }
    Some(source)
}

/// Resolves sources to the locals with counts that keep the values alive, and to all memory that they were read through. What a pointer leads into counts as a
/// keeper even if it is borrowed itself: the pointer can't be rejected, so its base has to hold on as long as it is used.
fn resolve(tracked: &[bool], sources: &[Option<Source>], bases: &[BitSet]) -> (Facts, Vec<BitSet>) {
    let count = tracked.len();
    let borrowed: Vec<bool> = sources.iter().map(Option::is_some).collect();
    let mut slots: Vec<BitSet> =
        sources.iter().map(|source| source.as_ref().map(|source| source.slots.clone()).unwrap_or_default()).collect();
    let mut keepers = bases.to_vec();
    let mut through_pointers = bases.to_vec();
    for (index, source) in sources.iter().enumerate() {
        if tracked[index] {
            keepers[index] = source.as_ref().map_or_else(|| BitSet::new(count), |source| source.locals.clone());
        }
    }
    // A borrowed local in the set is joined by what it stands for; going round a cycle adds nothing.
    let mut changed = true;
    while std::mem::take(&mut changed) {
        for index in 0..count {
            for keeper in keepers[index].clone().iter().filter(|keeper| *keeper != index && !(tracked[*keeper] && !borrowed[*keeper])) {
                let more = keepers[keeper].clone();
                changed |= keepers[index].union(&more);
                let more = through_pointers[keeper].clone();
                changed |= through_pointers[index].union(&more);
                if borrowed[index] && borrowed[keeper] {
                    let more = slots[keeper].clone();
                    changed |= slots[index].union(&more);
                }
            }
        }
    }
    for (keeper, through_pointers) in keepers.iter_mut().zip(&through_pointers) {
        for index in keeper.clone().iter().filter(|index| !tracked[*index] || borrowed[*index]) {
            keeper.remove(index);
        }
        keeper.union(through_pointers);
    }
    (Facts { tracked: tracked.to_vec(), borrowed, keepers }, slots)
}

struct Check<'c> {
    view: &'c View<'c>,
    removed: &'c Removed,
    facts: &'c Facts,
    slots: &'c [BitSet],
}

impl Check<'_> {
    /// Borrowed locals whose value may end while it is still used.
    fn violations(&self, sources: &[Option<Source>]) -> BitSet {
        let function = self.view.function;
        let mut rejected = BitSet::new(function.locals.len());
        let live = Liveness::new(function, self.facts);
        for block in &function.blocks {
            let after = live.after_statements(block);
            for (statement, after) in block.statements.iter().zip(&after) {
                self.statement(&statement.kind, after, sources, &mut rejected);
            }
            self.terminator(block, &live, sources, &mut rejected);
        }
        rejected
    }

    fn statement(&self, statement: &StatementKind, after: &BitSet, sources: &[Option<Source>], rejected: &mut BitSet) {
        let mut used = BitSet::new(self.facts.tracked.len());
        liveness::used(statement, &mut |local| {
            used.insert(local.index());
        });
        let mut live = after.clone();
        live.union(&used);
        visit::statement_places(statement, &mut |place, access| {
            if access.writes() || access == Access::Move {
                self.root_changed(place, statement_defines(statement), &live, rejected);
            }
        });
        self.memory_changed(&self.removed.by_statement(self.view, statement), after, statement_defines(statement), rejected);
        let roles = statement_roles(self.view, self.facts, statement);
        if let StatementKind::Init(_, value) | StatementKind::Assign(_, value) = statement {
            for (operand, role) in visit::rvalue_operands(value).into_iter().zip(roles) {
                self.consumed(operand, role, statement_defines(statement), sources, rejected);
            }
        }
    }

    fn terminator(&self, block: &Block, live: &Liveness, sources: &[Option<Source>], rejected: &mut BitSet) {
        let terminator = &block.terminator.kind;
        let mut used = BitSet::new(self.facts.tracked.len());
        liveness::used_by_terminator(terminator, &mut |local| {
            used.insert(local.index());
        });
        let mut after = live.after_terminator(block);
        if let TerminatorKind::Call { callee, args, .. } = terminator {
            self.kept_elsewhere(terminator, live, rejected);
            self.memory_changed(&self.removed.by_call(self.view, callee, args), &after, None, rejected);
            // A borrowed argument has to last through the call.
            let mut lasting = used.clone();
            for local in used.iter() {
                lasting.union(&self.facts.keepers[local]);
            }
            for (arg, param) in
                args.iter().zip(self.view.program.callee_signature(self.view.function, callee).iter().flat_map(|s| &s.params))
            {
                if let (Mode::Inout, Some(local)) = (param.mode, arg.as_local()) {
                    lasting.remove(local.index());
                }
            }
            self.memory_changed(&self.removed.by_call(self.view, callee, args), &lasting, None, rejected);
            after.union(&used);
            visit::terminator_places(terminator, &mut |place, access| {
                if access.writes() {
                    self.root_changed(place, None, &after, rejected);
                }
            });
            let roles = terminator_roles(self.view.program, self.view.function, terminator);
            let skip = usize::from(matches!(callee, Callee::Value(_)));
            for (arg, role) in args.iter().zip(&roles[skip..]) {
                if let (Role::Inout, Some(place)) = (role, arg.place()) {
                    self.root_changed(place, None, &after, rejected);
                }
                self.consumed(arg, *role, None, sources, rejected);
            }
        } else if let TerminatorKind::Return(operand) | TerminatorKind::Raise(operand) = terminator {
            self.consumed(operand, Role::Consume, None, sources, rejected);
        }
    }

    /// Where one way out of a call gives a local its value, the old one can't be kept for borrowers on the other way.
    fn kept_elsewhere(&self, terminator: &TerminatorKind, live: &Liveness, rejected: &mut BitSet) {
        let successors = terminator.successors();
        let defined = |edge: usize| liveness::defined_on_edge(terminator, edge);
        for local in (0..successors.len()).filter_map(defined).filter(|local| self.facts.owned(local.index())) {
            let needs = |(edge, to): (usize, &BlockId)| defined(edge) != Some(local) && live.is_needed(local, *to);
            if successors.iter().enumerate().any(needs) {
                let borrows = |other: &usize| self.facts.borrowed[*other] && self.facts.keepers[*other].contains(local.index());
                (0..self.facts.borrowed.len()).filter(borrows).for_each(|other| {
                    rejected.insert(other);
                });
            }
        }
    }

    /// A local that keeps others alive gets a new value, or a new part.
    fn root_changed(&self, place: &Place, defined: Option<LocalId>, live: &BitSet, rejected: &mut BitSet) {
        let Some(root) = place.base_local() else { return };
        if self.view.leads_away(place) || !self.facts.owned(root.index()) {
            return;
        }
        for local in live.iter().filter(|local| self.facts.borrowed[*local] && defined.map(LocalId::index) != Some(*local)) {
            if self.facts.keepers[local].contains(root.index()) {
                rejected.insert(local);
            }
        }
    }

    fn memory_changed(&self, slots: &BitSet, live: &BitSet, defined: Option<LocalId>, rejected: &mut BitSet) {
        if slots.is_empty() {
            return;
        }
        for local in live.iter().filter(|local| self.facts.borrowed[*local] && defined.map(LocalId::index) != Some(*local)) {
            let mut common = self.slots[local].clone();
            common.intersect(slots);
            if !common.is_empty() {
                rejected.insert(local);
            }
        }
    }

    /// A local that is just another name of one with a count had better take the count over if it has to give one away; so had an aggregate, which is
    /// counted part by part.
    fn consumed(&self, operand: &Operand, role: Role, defined: Option<LocalId>, sources: &[Option<Source>], rejected: &mut BitSet) {
        let Some(local) = operand.as_local() else { return };
        let given_away = match role {
            Role::Consume => true,
            Role::Transfer => defined.is_some_and(|defined| self.facts.owned(defined.index())),
            Role::Borrow | Role::Inout => false,
        };
        if given_away
            && self.facts.borrowed[local.index()]
            && let Some(source) = &sources[local.index()]
            && (source.aggregate || source.alias && !self.facts.keepers[local.index()].is_empty())
        {
            rejected.insert(local.index());
        }
    }
}

fn statement_defines(statement: &StatementKind) -> Option<LocalId> {
    match statement {
        StatementKind::Init(place, _) | StatementKind::Assign(place, _) => place.as_local(),
        _ => None,
    }
}
