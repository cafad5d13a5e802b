//! Ways out of a function share what they have in common. Each call that may raise has a way of its own to where the exception leaves the function, on which it
//! releases what lives there; these are steps of one ladder, which is entered where the first local is that lives.
//!
//! What is newest is released first, which makes the ends of all ways alike. Only a program with a `__del__` of its own sees the order, and keeps Python's.

use rustc_hash::FxHashMap;

use crate::each::each_function;
use crate::*;

/// Makes ladders in all functions. Only after counting.
pub(crate) fn share_unwinding(program: &mut Program) {
    // What has a place in the source that tracebacks show is the user's.
    let is_users = |id: FuncId| program.functions[id.index()].loc.line != 0;
    if program.classes.iter().filter_map(|class| class.destroy).any(is_users) {
        return;
    }
    each_function(program, &|_, function| {
        let mut function = function.clone();
        share(&mut function).then_some(function)
    });
}

/// What a shared block does: one step and what comes next, or the end of the way.
#[derive(PartialEq, Eq, Hash)]
enum Step {
    Release(LocalId, BlockId),
    End(TerminatorKind),
}

/// Tells whether there was something to share.
fn share(function: &mut Function) -> bool {
    let returns = function.blocks_that_may_return();
    let mut steps: FxHashMap<Step, BlockId> = FxHashMap::default();
    let mut changed = false;
    for id in function.block_ids().filter(|id| !returns[id.index()]) {
        let released = take_releases(function.block_mut(id));
        let mut next = match &function.block(id).terminator.kind {
            TerminatorKind::Goto(target) => *target,
            end @ TerminatorKind::Raise(_) => step(function, &mut steps, Step::End(end.clone())),
            _ => {
                let block = function.block_mut(id);
                block.statements.extend(released.into_iter().map(release));
                continue;
            }
        };
        for local in released {
            next = step(function, &mut steps, Step::Release(local, next));
        }
        function.block_mut(id).terminator = Terminator { kind: TerminatorKind::Goto(next), loc: Loc::default() };
        changed = true;
    }
    changed
}

/// Takes the releases of locals out of a block that does nothing else with them; gives these, the oldest first.
fn take_releases(block: &mut Block) -> Vec<LocalId> {
    let mut others = Vec::new();
    for statement in block.statements.iter().filter(|statement| released(statement).is_none()) {
        visit::statement_places(&statement.kind, &mut |place, _| others.extend(place.base_local()));
    }
    visit::terminator_places(&block.terminator.kind, &mut |place, _| others.extend(place.base_local()));
    let mut taken = Vec::new();
    block.statements.retain(|statement| match released(statement).filter(|local| !others.contains(local)) {
        Some(local) => {
            taken.push(local);
            false
        }
        None => true,
    });
    taken.sort_unstable();
    taken
}

fn released(statement: &Statement) -> Option<LocalId> {
    match &statement.kind {
        StatementKind::Release(operand) => operand.as_local(),
        _ => None,
    }
}

fn release(local: LocalId) -> Statement {
    Statement { kind: StatementKind::Release(Operand::local(local)), loc: Loc::default() }
}

/// The block that does a step.
fn step(function: &mut Function, steps: &mut FxHashMap<Step, BlockId>, step: Step) -> BlockId {
    *steps.entry(step).or_insert_with_key(|step| {
        let (statements, kind) = match step {
            Step::Release(local, next) => (vec![release(*local)], TerminatorKind::Goto(*next)),
            Step::End(kind) => (Vec::new(), kind.clone()),
        };
        function.add_block(Block { statements, terminator: Terminator { kind, loc: Loc::default() } })
    })
}
