//! Counters: a variable that starts at a constant and goes up by one at most once in each round of a counted loop stays within what the loop's own index reaches, so that it
//! can't overflow.
//!
//! The loop's index starts at a constant, goes up by one in every round, and is below something at the loop's head. Both start anew each time the loop is entered.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::*;

/// Blocks of functions that would take too long.
const TOO_LARGE: usize = 1_000;

/// The checked pairs `counter + 1` that can't wrap.
pub(super) fn bounded(function: &Function, plain: &[bool]) -> FxHashSet<LocalId> {
    if function.blocks.len() > TOO_LARGE {
        return FxHashSet::default();
    }
    let loops = Loops::new(function);
    let facts = Definitions::new(function);
    let counters = Counters { function, plain, loops: &loops, definitions: &facts };
    (0..loops.all.len()).flat_map(|at| counters.bounded_in(at)).collect()
}

struct Loop {
    head: BlockId,
    latches: Vec<BlockId>,
    blocks: FxHashSet<BlockId>,
}

struct Loops {
    all: Vec<Loop>,
    /// For each block those that every way to it leads through.
    dominators: Vec<FxHashSet<BlockId>>,
}

impl Loops {
    fn new(function: &Function) -> Self {
        let dominators = dominators(function);
        let predecessors = function.predecessors();
        let mut all: Vec<Loop> = Vec::new();
        for latch in function.block_ids() {
            for head in function.block(latch).terminator.kind.successors() {
                if !dominators[latch.index()].contains(&head) {
                    continue;
                }
                let blocks = natural_loop(head, latch, &predecessors);
                match all.iter_mut().find(|known| known.head == head) {
                    Some(known) => {
                        known.latches.push(latch);
                        known.blocks.extend(blocks);
                    }
                    None => all.push(Loop { head, latches: vec![latch], blocks }),
                }
            }
        }
        Self { all, dominators }
    }

    fn dominates(&self, first: BlockId, second: BlockId) -> bool {
        self.dominators[second.index()].contains(&first)
    }

    /// Whether a block of a loop is in no loop inside it.
    fn is_innermost(&self, at: usize, block: BlockId) -> bool {
        let own = &self.all[at];
        self.all.iter().all(|other| other.head == own.head || !own.blocks.contains(&other.head) || !other.blocks.contains(&block))
    }

    /// Whether a block outside a loop runs each time before the loop is entered.
    fn runs_before(&self, at: usize, block: BlockId) -> bool {
        let own = &self.all[at];
        let around = self.all.iter().filter(|other| other.head != own.head && other.blocks.contains(&own.head));
        !own.blocks.contains(&block) && self.dominates(block, own.head) && around.into_iter().all(|other| other.blocks.contains(&block))
    }
}

fn dominators(function: &Function) -> Vec<FxHashSet<BlockId>> {
    let order = function.reverse_postorder();
    let predecessors = function.predecessors();
    let mut known: Vec<Option<FxHashSet<BlockId>>> = vec![None; function.blocks.len()];
    let mut changed = true;
    while changed {
        changed = false;
        for &id in &order {
            let mut before = predecessors[id.index()].iter().filter_map(|from| known[from.index()].as_ref());
            let mut all = if id == order[0] { FxHashSet::default() } else { before.next().cloned().unwrap_or_default() };
            if id != order[0] {
                before.for_each(|other| all.retain(|block| other.contains(block)));
            }
            all.insert(id);
            if known[id.index()].as_ref() != Some(&all) {
                known[id.index()] = Some(all);
                changed = true;
            }
        }
    }
    known.into_iter().map(Option::unwrap_or_default).collect()
}

fn natural_loop(head: BlockId, latch: BlockId, predecessors: &[Vec<BlockId>]) -> FxHashSet<BlockId> {
    let mut blocks = FxHashSet::from_iter([head]);
    let mut pending = vec![latch];
    while let Some(block) = pending.pop() {
        if blocks.insert(block) {
            pending.extend(&predecessors[block.index()]);
        }
    }
    blocks
}

/// Where each local gets which values as a whole.
struct Definitions<'f>(FxHashMap<LocalId, Vec<(BlockId, Option<&'f Rvalue>)>>);

impl<'f> Definitions<'f> {
    fn new(function: &'f Function) -> Self {
        let mut all: FxHashMap<LocalId, Vec<(BlockId, Option<&Rvalue>)>> = FxHashMap::default();
        for id in function.block_ids() {
            let block = function.block(id);
            for statement in &block.statements {
                if let StatementKind::Init(place, value) | StatementKind::Assign(place, value) = &statement.kind
                    && let Some(local) = place.as_local()
                {
                    all.entry(local).or_default().push((id, Some(value)));
                }
            }
            if let TerminatorKind::Call { destination, unwind, .. } = &block.terminator.kind {
                for place in [destination].into_iter().chain(unwind.iter().map(|(place, _)| place)) {
                    all.entry(place.base_local().unwrap_or(LocalId(u32::MAX))).or_default().push((id, None));
                }
            }
        }
        Self(all)
    }

    fn of(&self, local: LocalId) -> &[(BlockId, Option<&'f Rvalue>)] {
        self.0.get(&local).map(Vec::as_slice).unwrap_or_default()
    }

    fn only(&self, local: LocalId) -> Option<(BlockId, &'f Rvalue)> {
        match self.of(local) {
            [(block, Some(value))] => Some((*block, value)),
            _ => None,
        }
    }
}

struct Counters<'a, 'f> {
    function: &'f Function,
    plain: &'a [bool],
    loops: &'a Loops,
    definitions: &'a Definitions<'f>,
}

/// A variable that goes up by one in a loop.
struct Step {
    /// What it holds when the loop is entered.
    start: i128,
    /// Where it goes up.
    block: BlockId,
    /// The checked pair that is computed for it, if it is checked.
    pair: Option<LocalId>,
}

impl Counters<'_, '_> {
    fn bounded_in(&self, at: usize) -> Vec<LocalId> {
        let Some(start) = self.index_start(at) else { return Vec::new() };
        let locals = (0..self.function.locals.len() as u32).map(LocalId);
        let steps = locals.filter_map(|local| self.step(at, local));
        steps.filter(|step| step.start <= start && self.loops.is_innermost(at, step.block)).filter_map(|step| step.pair).collect()
    }

    /// Where the index starts that a loop counts its rounds with.
    fn index_start(&self, at: usize) -> Option<i128> {
        let own = &self.loops.all[at];
        let head = self.function.block(own.head);
        let TerminatorKind::Branch { condition, then, otherwise } = &head.terminator.kind else { return None };
        let (_, test) = self.definitions.only(copied(condition)?)?;
        let Rvalue::Binary(BinaryOp::Lt, left, _) = test else { return None };
        let is_in_head = |statement: &Statement| matches!(&statement.kind, StatementKind::Init(_, value) if std::ptr::eq(value, test));
        let is_left = own.blocks.contains(then) && !own.blocks.contains(otherwise) && head.statements.iter().any(is_in_head);
        let step = self.step(at, copied(left)?).filter(|_| is_left)?;
        let in_every_round = own.latches.iter().all(|&latch| self.loops.dominates(step.block, latch));
        (in_every_round && self.loops.is_innermost(at, step.block)).then_some(step.start)
    }

    /// How a variable goes up in a loop, if that and its start are all that it is ever given.
    fn step(&self, at: usize, local: LocalId) -> Option<Step> {
        let is_int = self.function.locals[local.index()].ty == Ty::INT && self.plain[local.index()];
        let [first, second] = self.definitions.of(local) else { return None };
        let own = &self.loops.all[at];
        let (outside, inside) = if own.blocks.contains(&first.0) { (second, first) } else { (first, second) };
        let Some(Rvalue::Use(Operand::Const(Const::Int(start, _)))) = outside.1 else { return None };
        if !is_int || !own.blocks.contains(&inside.0) || !self.loops.runs_before(at, outside.0) {
            return None;
        }
        let pair = self.next_of(at, local, inside.0, inside.1?)?;
        Some(Step { start: *start, block: inside.0, pair })
    }

    /// Whether a value that is assigned in `block` is that of a variable and one more, computed there or kept in a temporary; if it is checked, the pair.
    fn next_of(&self, at: usize, local: LocalId, block: BlockId, value: &Rvalue) -> Option<Option<LocalId>> {
        let is_step = |left: &Operand, right: &Operand| copied(left) == Some(local) && matches!(right, Operand::Const(Const::Int(1, _)));
        match value {
            Rvalue::Binary(BinaryOp::Add, left, right) if is_step(left, right) => Some(None),
            Rvalue::Use(Operand::Copy(place) | Operand::Move(place)) => {
                let from = place.base_local()?;
                let (made_in, made) = self.definitions.only(from)?;
                // In the same round, that is.
                let is_before = self.loops.all[at].blocks.contains(&made_in) && self.loops.dominates(made_in, block);
                if !is_before || !self.loops.is_innermost(at, made_in) {
                    return None;
                }
                match (made, place.projection.as_slice()) {
                    (Rvalue::Checked(BinaryOp::Add, left, right), [Projection::Field(0)]) if is_step(left, right) => Some(Some(from)),
                    (made, []) => self.next_of(at, local, made_in, made),
                    _ => None,
                }
            }
            _ => None,
        }
    }
}

fn copied(operand: &Operand) -> Option<LocalId> {
    match operand {
        Operand::Copy(place) | Operand::Move(place) => place.as_local(),
        Operand::Const(_) => None,
    }
}
