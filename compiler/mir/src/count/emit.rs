//! Writes the counts: moves, retains and releases, by what is live.

use crate::dataflow::BitSet;
use crate::*;

use super::liveness::{self, Liveness, defined_on_edge};
use super::slots::View;
use super::{Facts, Role, is_aggregate, statement_operands_mut, statement_roles, terminator_operands_mut, terminator_roles};

pub(super) fn emit(program: &Program, function: &mut Function, facts: &Facts) {
    let before = function.clone();
    let view = View::new(program, &before);
    let live = Liveness::new(&before, facts);
    let exposed: Vec<LocalId> = (0..before.locals.len() as u32)
        .map(LocalId)
        .filter(|local| view.exposed.contains(local.index()) && before.locals[local.index()].ty.needs_rc(program))
        .filter(|local| before.mode(*local) != Some(Mode::Inout))
        .collect();
    let mut edges = Vec::new();
    for id in before.block_ids() {
        let mut emitter = Emitter { view: &view, facts, live: &live, exposed: &exposed, out: Vec::new(), loc: Loc::default() };
        let block = emitter.block(before.block(id), id, &mut edges);
        function.blocks[id.index()] = block;
    }
    enter(program, function, facts, &live);
    release_on_edges(function, edges);
}

/// Locals that die on the way to successor number `edge` of a block.
struct Edge {
    from: BlockId,
    edge: usize,
    dying: Vec<LocalId>,
}

struct Emitter<'e> {
    view: &'e View<'e>,
    facts: &'e Facts,
    live: &'e Liveness<'e>,
    /// Managed locals whose address is taken.
    exposed: &'e [LocalId],
    out: Vec<Statement>,
    loc: Loc,
}

impl Emitter<'_> {
    fn push(&mut self, kind: StatementKind) {
        self.out.push(Statement { kind, loc: self.loc });
    }

    fn retain(&mut self, local: LocalId) {
        self.push(StatementKind::Retain(Operand::local(local)));
    }

    fn release(&mut self, local: usize) {
        self.push(release(LocalId(local as u32)));
    }

    fn block(&mut self, block: &Block, id: BlockId, edges: &mut Vec<Edge>) -> Block {
        let after = self.live.after_statements(block);
        let mut before = self.live.at_start[id.index()].clone();
        for (statement, after) in block.statements.iter().zip(after) {
            self.loc = statement.loc;
            self.statement(statement.kind.clone(), &before, &after);
            before = after;
        }
        self.loc = block.terminator.loc;
        let kind = self.terminator(block.terminator.kind.clone(), id, &before, edges);
        Block { statements: std::mem::take(&mut self.out), terminator: Terminator { kind, loc: self.loc } }
    }

    fn statement(&mut self, mut kind: StatementKind, before: &BitSet, after: &BitSet) {
        let mut dying = before.clone();
        let defined = match &kind {
            StatementKind::Init(place, _) | StatementKind::Assign(place, _) => place.as_local(),
            _ => None,
        };
        if let Some(defined) = defined {
            dying.insert(defined.index());
        }
        dying.subtract(after);
        let mut uses = Vec::new();
        liveness::used(&kind, &mut |local| uses.push(local));
        let roles = statement_roles(self.view, self.facts, &kind);
        let transfer = roles.first() == Some(&Role::Transfer);
        if transfer && let Some(defined) = defined {
            self.transfer(kind, defined, &mut dying, after);
        } else {
            let operands = statement_operands_mut(&mut kind);
            let start = self.out.len();
            self.give_away(operands, &roles, &uses, &mut dying, false);
            self.keep_replacement_together(&kind, start);
            if let (StatementKind::Init(place, value) | StatementKind::Assign(place, value), Some(defined)) = (&kind, defined)
                && is_aggregate(value)
                && self.facts.borrowed[defined.index()]
            {
                kind = StatementKind::Lend(place.clone(), value.clone());
            }
            // All that a drop does is to keep its local until here.
            if !matches!(kind, StatementKind::Drop(_)) {
                self.push(kind);
            }
        }
        for local in dying.iter().filter(|local| self.facts.owned(*local)) {
            self.release(local);
        }
    }

    /// Retains from `start` on go before the move of the old value out of the place that gets a new one: in between the place holds none.
    fn keep_replacement_together(&mut self, kind: &StatementKind, start: usize) {
        if let (StatementKind::Init(place, _), Some(previous)) = (kind, start.checked_sub(1))
            && matches!(&self.out[previous].kind, StatementKind::Init(_, Rvalue::Use(Operand::Move(moved))) if moved == place)
        {
            self.out[previous..].rotate_left(1);
        }
    }

    /// `init %defined = operand`, where the operand may be a cast one.
    fn transfer(&mut self, mut kind: StatementKind, defined: LocalId, dying: &mut BitSet, after: &BitSet) {
        let owned = self.facts.owned(defined.index());
        let used_later = after.contains(defined.index());
        let mut operands = statement_operands_mut(&mut kind);
        let Some(operand) = operands.first_mut() else { return };
        match operand {
            Operand::Copy(place) if owned => {
                let source = place.as_local().filter(|local| self.facts.owned(local.index()) && dying.contains(local.index()));
                if let Some(source) = source {
                    **operand = Operand::Move(Place::local(source));
                    dying.remove(source.index());
                    self.push(kind);
                } else if used_later {
                    self.push(kind);
                    self.retain(defined);
                } else {
                    dying.remove(defined.index());
                }
            }
            Operand::Copy(_) if !used_later => {}
            Operand::Copy(_) | Operand::Move(_) | Operand::Const(_) => self.push(kind),
        }
    }

    /// Turns the last use of a dying local into a move if it gives the count away, and retains for the other such uses.
    fn give_away(&mut self, mut operands: Vec<&mut Operand>, roles: &[Role], uses: &[LocalId], dying: &mut BitSet, call: bool) {
        for index in (0..operands.len()).rev() {
            let Some(local) = operands[index].as_local().filter(|local| self.facts.tracked[local.index()]) else { continue };
            if roles[index] != Role::Consume {
                continue;
            }
            let consumed =
                (0..operands.len()).filter(|other| roles[*other] == Role::Consume && operands[*other].as_local() == Some(local)).count();
            let keeps_others = uses.iter().any(|other| self.facts.keepers[other.index()].contains(local.index()));
            // The callee may release what it takes over while what it borrows is still in use.
            let elsewhere = uses.iter().filter(|other| **other == local).count() > consumed || keeps_others && call;
            if self.facts.owned(local.index()) && dying.contains(local.index()) && !elsewhere {
                *operands[index] = Operand::Move(Place::local(local));
                dying.remove(local.index());
            } else {
                *operands[index] = Operand::Copy(Place::local(local));
                self.retain(local);
            }
        }
    }

    fn terminator(&mut self, mut kind: TerminatorKind, id: BlockId, before: &BitSet, edges: &mut Vec<Edge>) -> TerminatorKind {
        let block = self.view.function.block(id);
        let mut dying = before.clone();
        dying.subtract(&self.live.after_terminator(block));
        let mut uses = Vec::new();
        liveness::used_by_terminator(&kind, &mut |local| uses.push(local));
        let roles = terminator_roles(self.view.program, self.view.function, &kind);
        let given = dying.clone();
        let call = matches!(kind, TerminatorKind::Call { .. });
        self.give_away(terminator_operands_mut(&mut kind), &roles, &uses, &mut dying, call);
        let successors = kind.successors();
        if successors.is_empty() {
            for local in dying.iter().filter(|local| self.facts.owned(*local)) {
                self.release(local);
            }
            if !matches!(kind, TerminatorKind::Unreachable) {
                self.exposed.iter().for_each(|local| self.out.push(Statement { kind: release(*local), loc: self.loc }));
            }
        }
        let mut moved = given;
        moved.subtract(&dying);
        for (edge, successor) in successors.into_iter().enumerate() {
            let mut ending = before.clone();
            ending.subtract(&moved);
            let defined = defined_on_edge(&kind, edge);
            if let Some(defined) = defined {
                ending.insert(defined.index());
            }
            ending.subtract(&self.live.at_start[successor.index()]);
            let dying: Vec<LocalId> = ending.iter().filter(|local| self.facts.owned(*local)).map(|local| LocalId(local as u32)).collect();
            if !dying.is_empty() {
                edges.push(Edge { from: id, edge, dying });
            }
        }
        kind
    }
}

fn release(local: LocalId) -> StatementKind {
    StatementKind::Release(Operand::local(local))
}

/// What is needed at the start: locals that a pointer may lead into on some path, without a value so far, hold a zero; unused owned parameters end.
fn enter(program: &Program, function: &mut Function, facts: &Facts, live: &Liveness) {
    let loc = function.loc;
    let mut statements = Vec::new();
    for index in (0..function.locals.len()).filter(|index| facts.owned(*index)) {
        let local = LocalId(index as u32);
        let needed = live.at_start[0].contains(index);
        match function.mode(local) {
            Some(_) if !needed => statements.push(release(local)),
            None if needed => {
                debug_assert!(function.locals[index].ty.needs_rc(program));
                let zero = Const::Zero(function.locals[index].ty.clone());
                statements.push(StatementKind::Init(Place::local(local), Rvalue::Use(Operand::Const(zero))));
            }
            _ => {}
        }
    }
    function.blocks[0].statements.splice(0..0, statements.into_iter().map(|kind| Statement { kind, loc }));
}

fn release_on_edges(function: &mut Function, edges: Vec<Edge>) {
    let predecessors = function.predecessors();
    for Edge { from, edge, dying } in edges {
        let loc = function.block(from).terminator.loc;
        let successors = function.block(from).terminator.kind.successors();
        let target = successors[edge];
        let releases = dying.into_iter().map(|local| Statement { kind: release(local), loc });
        if predecessors[target.index()].len() == 1 {
            function.block_mut(target).statements.splice(0..0, releases);
        } else if matches!(function.block(from).terminator.kind, TerminatorKind::Goto(_)) {
            function.block_mut(from).statements.extend(releases);
        } else {
            let mut between = cfg::goto(target, loc);
            between.statements.extend(releases);
            let between = function.add_block(between);
            if let Some(successor) = function.block_mut(from).terminator.kind.successors_mut().into_iter().nth(edge) {
                *successor = between;
            }
        }
    }
}
