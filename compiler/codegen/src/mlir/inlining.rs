//! How large a function is where it matters: LLVM's inliner counts what only runs when something is raised as much as the rest, and would leave a small
//! function with many checks where it is.

use super::function::MODULE;
use pyc_mir::{Block, Callee, Function, Inline, Rvalue, StatementKind, TerminatorKind};

/// What the inliner counts for an instruction and, beyond that, for a call.
const INSTRUCTION: usize = 5;
const CALL: usize = 40;
/// Functions above this are left to the inliner's own count.
const SMALL: usize = 150;
/// Code that is copied with a function although it hardly ever runs has its price too.
const MOST_BLOCKS: usize = 80;

/// The cost of the part of a function that runs when nothing is raised, if that is small and there is more to the function.
pub(crate) fn hot_cost(function: &Function) -> Option<usize> {
    if function.inline != Inline::Auto || *function.name == *MODULE || !function.raises || function.blocks.len() > MOST_BLOCKS {
        return None;
    }
    let hot = function.blocks_that_may_return();
    let cost = function.blocks.iter().zip(&hot).filter(|(_, hot)| **hot).map(|(block, _)| block_cost(block)).sum();
    (cost <= SMALL && hot.contains(&false)).then_some(cost)
}

/// What there is to do to compile a function.
pub(crate) fn work(function: &Function) -> usize {
    function.blocks.iter().map(block_cost).sum()
}

fn block_cost(block: &Block) -> usize {
    block.statements.iter().map(|statement| statement_cost(&statement.kind)).sum::<usize>() + end(&block.terminator.kind)
}

/// The blocks of a module's code that run once, if at all. Copies of what they call take time to compile and save none.
pub(super) fn blocks_that_run_once(function: &Function) -> Vec<bool> {
    let mut once = vec![*function.name == *MODULE; function.blocks.len()];
    let order = function.reverse_postorder();
    let mut places = vec![0; function.blocks.len()];
    order.iter().enumerate().for_each(|(place, id)| places[id.index()] = place);
    for (place, id) in order.iter().enumerate() {
        for successor in function.block(*id).terminator.kind.successors() {
            // An edge back closes a loop, of blocks between its ends.
            let start = places[successor.index()];
            order.get(start..=place).into_iter().flatten().for_each(|id| once[id.index()] = false);
        }
    }
    once
}

fn statement_cost(statement: &StatementKind) -> usize {
    match statement {
        StatementKind::Assign(_, value) | StatementKind::Init(_, value) | StatementKind::Lend(_, value) => match value {
            // Copies between locals are no instructions.
            Rvalue::Use(_) => 2,
            Rvalue::New { .. } | Rvalue::Runtime { .. } => CALL,
            Rvalue::Checked(..) => 2 * INSTRUCTION,
            _ => INSTRUCTION,
        },
        StatementKind::Retain(_) => 3 * INSTRUCTION,
        StatementKind::Release(_) => 5 * INSTRUCTION,
        StatementKind::Drop(_) | StatementKind::Traceback(_) => CALL,
    }
}

fn end(terminator: &TerminatorKind) -> usize {
    match terminator {
        TerminatorKind::Call { callee: Callee::Direct(_), args, .. } => CALL + INSTRUCTION * args.len(),
        TerminatorKind::Call { .. } => 2 * CALL,
        TerminatorKind::Branch { .. } => INSTRUCTION,
        TerminatorKind::Switch { cases, .. } => INSTRUCTION * cases.len(),
        _ => 0,
    }
}
