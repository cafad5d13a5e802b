//! Integer ranges: which values each integer local can have at each point, from constants, arithmetic and the branches on the way. With that, checks that can't fail
//! go: `checked` arithmetic that can't overflow becomes plain, comparisons that are decided become constants.
//!
//! Ranges that keep growing around a loop are widened to all of their type; the loop's condition narrows them again inside. Relations between two locals are not kept:
//! LLVM does that.

mod counters;
mod interval;

use crate::each::each_function;
use rustc_hash::{FxHashMap, FxHashSet};

use crate::simplify::survey_changes;
use crate::visit::Access;
use crate::*;

use interval::Interval;

/// Blocks times locals of functions that would take too long.
const TOO_LARGE: usize = 2_000_000;

pub(crate) fn remove_checks(program: &mut Program) {
    each_function(program, &|program, function| {
        let analysis = Analysis::new(program, function);
        analysis.is_worthwhile().then(|| analysis.rewrite(&analysis.solve()))
    });
}

/// An operation on two operands: the comparison that a `bool` is the result of, or the arithmetic that was checked.
#[derive(Debug, Clone, PartialEq)]
struct Condition {
    op: BinaryOp,
    left: Operand,
    right: Operand,
}

#[derive(Debug, Clone, PartialEq, Default)]
struct State {
    /// Of integers, and of the results in checked pairs. What is missing may be anything.
    ranges: FxHashMap<LocalId, Interval>,
    /// Of `bool`s whose operands have not changed since.
    conditions: FxHashMap<LocalId, Condition>,
    /// Of checked pairs: what the result is if it did not wrap.
    exact: FxHashMap<LocalId, Interval>,
    /// Of checked pairs whose operands have not changed since: what was computed.
    sources: FxHashMap<LocalId, Condition>,
    /// Of `bool`s that are copies of the second part of a checked pair: that pair.
    flags: FxHashMap<LocalId, LocalId>,
}

struct Analysis<'p> {
    program: &'p Program,
    function: &'p Function,
    /// Locals that change by nothing but whole definitions.
    plain: Vec<bool>,
    /// Pairs that can be taken apart.
    defined_once: Vec<bool>,
    /// Pairs that can't wrap because a loop's index would first.
    bounded: FxHashSet<LocalId>,
}

impl<'p> Analysis<'p> {
    fn new(program: &'p Program, function: &'p Function) -> Self {
        let plain = survey_changes(program, function);
        let bounded = counters::bounded(function, &plain);
        Self { program, function, plain, defined_once: defined_once(function), bounded }
    }

    fn is_worthwhile(&self) -> bool {
        if self.function.blocks.len() * self.function.locals.len() > TOO_LARGE {
            return false;
        }
        let mut statements = self.function.blocks.iter().flat_map(|block| &block.statements);
        statements.any(|statement| {
            matches!(
                &statement.kind,
                StatementKind::Init(_, Rvalue::Checked(..) | Rvalue::Binary(..))
                    | StatementKind::Assign(_, Rvalue::Checked(..) | Rvalue::Binary(..))
            )
        })
    }

    fn int_ty(&self, local: LocalId) -> Option<IntTy> {
        match &self.function.locals[local.index()].ty {
            Ty::Int(ty) if self.plain[local.index()] => Some(*ty),
            _ => None,
        }
    }

    /// The type of the integer in a checked pair.
    fn pair_ty(&self, local: LocalId) -> Option<IntTy> {
        match &self.function.locals[local.index()].ty {
            Ty::Tuple(items) if self.plain[local.index()] => match items.as_ref() {
                [Ty::Int(ty), Ty::Bool] => Some(*ty),
                _ => None,
            },
            _ => None,
        }
    }

    fn range(&self, state: &State, operand: &Operand) -> Option<Interval> {
        match operand {
            Operand::Const(Const::Int(value, _)) => Some(Interval { low: *value, high: *value }),
            Operand::Const(_) => None,
            Operand::Copy(place) | Operand::Move(place) => {
                let base = place.base_local();
                let known = match (base, place.projection.as_slice()) {
                    (Some(local), []) => self.int_ty(local).and_then(|_| state.ranges.get(&local).copied()),
                    (Some(local), [Projection::Field(0)]) => self.pair_ty(local).and_then(|_| state.ranges.get(&local).copied()),
                    _ => None,
                };
                known.or_else(|| match self.program.operand_ty(self.function, operand) {
                    Ty::Int(ty) => Some(Interval::all(ty)),
                    _ => None,
                })
            }
        }
    }

    /// The exact range of an operation's result, before wrapping.
    fn result(&self, state: &State, op: BinaryOp, left: &Operand, right: &Operand) -> Option<Interval> {
        Interval::of(op, self.range(state, left)?, self.range(state, right)?)
    }

    fn statement(&self, state: &mut State, statement: &StatementKind) {
        let (StatementKind::Init(place, value) | StatementKind::Assign(place, value)) = statement else { return };
        let Some(local) = place.as_local() else { return };
        let new = self.value(state, local, value);
        self.forget(state, local);
        if let (Some((range, exact)), true) = (new, self.plain[local.index()]) {
            state.ranges.insert(local, range);
            state.exact.extend(exact.map(|exact| (local, exact)));
        }
        if !self.plain[local.index()] || mentions(value, local) {
            return;
        }
        match value {
            Rvalue::Binary(op, left, right) if is_comparison(*op) => {
                state.conditions.insert(local, Condition { op: *op, left: left.clone(), right: right.clone() });
            }
            Rvalue::Checked(op, left, right) if self.pair_ty(local).is_some() => {
                state.sources.insert(local, Condition { op: *op, left: left.clone(), right: right.clone() });
            }
            Rvalue::Use(Operand::Copy(place)) if place.projection == [Projection::Field(1)] => {
                let pair = place.base_local().filter(|pair| self.pair_ty(*pair).is_some());
                state.flags.extend(pair.map(|pair| (local, pair)));
            }
            _ => {}
        }
    }

    /// The range of a new value, and that of a checked result that did not wrap.
    fn value(&self, state: &State, local: LocalId, value: &Rvalue) -> Option<(Interval, Option<Interval>)> {
        if let Some(ty) = self.pair_ty(local) {
            let Rvalue::Checked(op, left, right) = value else { return None };
            let exact = self.result(state, *op, left, right)?;
            return Some((exact.wrapped(ty), Some(exact.clamped(ty))));
        }
        let ty = self.int_ty(local)?;
        let range = match value {
            Rvalue::Use(operand) => self.range(state, operand)?,
            Rvalue::Binary(op, left, right) => {
                self.checked_before(state, *op, left, right).or_else(|| self.result(state, *op, left, right))?
            }
            Rvalue::Cast(Cast::Int, operand, _) => self.range(state, operand)?,
            Rvalue::Cast(Cast::BoolToInt, ..) => Interval { low: 0, high: 1 },
            Rvalue::Tag(_) => Interval { low: 0, high: i128::from(u32::MAX) },
            _ => return None,
        };
        Some((range.wrapped(ty), None))
    }

    /// What an operation gives that was checked on the way: the same as the pair has.
    fn checked_before(&self, state: &State, op: BinaryOp, left: &Operand, right: &Operand) -> Option<Interval> {
        let same = |source: &Condition| source.op == op && source.left == *left && source.right == *right;
        let (pair, _) = state.sources.iter().find(|(_, source)| same(source))?;
        state.ranges.get(pair).copied()
    }

    /// The local has another value: what was known of it, and by it, is void.
    fn forget(&self, state: &mut State, local: LocalId) {
        state.ranges.remove(&local);
        state.exact.remove(&local);
        state.flags.remove(&local);
        state.flags.retain(|_, pair| *pair != local);
        let reads = |operand: &Operand| operand.place().is_some_and(|place| place.base_local() == Some(local));
        for known in [&mut state.conditions, &mut state.sources] {
            known.remove(&local);
            known.retain(|_, condition| !reads(&condition.left) && !reads(&condition.right));
        }
    }

    /// The state on the edge to successor number `edge`; `None` if it can't be taken.
    fn edge(&self, state: &State, terminator: &TerminatorKind, edge: usize) -> Option<State> {
        let mut state = state.clone();
        match terminator {
            TerminatorKind::Branch { condition, then, otherwise } if then != otherwise => {
                self.assume(&mut state, condition, edge == 0)?;
            }
            TerminatorKind::Switch { value, cases, .. } => {
                if let (Some(local), Some((case, _))) = (value.as_local(), cases.get(edge))
                    && let Some(ty) = self.int_ty(local)
                {
                    let known = state.ranges.get(&local).copied().unwrap_or(Interval::all(ty));
                    state.ranges.insert(local, known.intersect(Interval { low: *case, high: *case })?);
                }
            }
            TerminatorKind::Call { destination, unwind, .. } => {
                let place = if edge == 0 { Some(destination) } else { unwind.as_ref().map(|(place, _)| place) };
                if let Some(local) = place.and_then(Place::as_local) {
                    self.forget(&mut state, local);
                }
            }
            _ => {}
        }
        Some(state)
    }

    /// Narrows by a condition that is known to hold or not; `None` if it can't be so.
    fn assume(&self, state: &mut State, condition: &Operand, holds: bool) -> Option<()> {
        let Some(place) = condition.place() else { return Some(()) };
        let Some(local) = place.base_local() else { return Some(()) };
        let pair = match place.projection.as_slice() {
            [Projection::Field(1)] => Some(local),
            [] => state.flags.get(&local).copied(),
            _ => None,
        };
        if let Some(pair) = pair {
            if !holds && let Some(exact) = state.exact.get(&pair).copied() {
                state.ranges.insert(pair, exact);
            }
            return Some(());
        }
        let Some(Condition { op, left, right }) = state.conditions.get(&local).cloned().filter(|_| place.projection.is_empty()) else {
            return Some(());
        };
        let op = if holds { op } else { interval::negated(op) };
        let (Some(left_range), Some(right_range)) = (self.range(state, &left), self.range(state, &right)) else { return Some(()) };
        let (left_range, right_range) = interval::narrowed(op, left_range, right_range)?;
        for (operand, range) in [(left, left_range), (right, right_range)] {
            if let Some(local) = operand.as_local().filter(|local| self.int_ty(*local).is_some()) {
                state.ranges.insert(local, range);
            }
        }
        Some(())
    }

    /// The state at the start of each block; `None` where none leads.
    fn solve(&self) -> Vec<Option<State>> {
        let function = self.function;
        let mut states: Vec<Option<State>> = vec![None; function.blocks.len()];
        let mut visits = vec![0_u32; function.blocks.len()];
        states[0] = Some(State::default());
        let order = function.reverse_postorder();
        let loops = loop_heads(function, &order);
        let mut dirty = vec![false; function.blocks.len()];
        dirty[0] = true;
        while dirty.contains(&true) {
            for id in &order {
                if !std::mem::take(&mut dirty[id.index()]) {
                    continue;
                }
                let Some(mut state) = states[id.index()].clone() else { continue };
                let block = function.block(*id);
                block.statements.iter().for_each(|statement| self.statement(&mut state, &statement.kind));
                for (edge, successor) in block.terminator.kind.successors().into_iter().enumerate() {
                    let Some(through) = self.edge(&state, &block.terminator.kind, edge) else { continue };
                    let visits = &mut visits[successor.index()];
                    if self.join(&mut states[successor.index()], through, loops[successor.index()] && *visits > 3) {
                        *visits += 1;
                        dirty[successor.index()] = true;
                    }
                }
            }
        }
        states
    }

    /// Tells whether `into` changed.
    fn join(&self, into: &mut Option<State>, from: State, widen: bool) -> bool {
        let Some(into) = into else {
            *into = Some(from);
            return true;
        };
        let before = into.clone();
        into.conditions.retain(|local, condition| from.conditions.get(local) == Some(condition));
        into.sources.retain(|local, source| from.sources.get(local) == Some(source));
        into.flags.retain(|local, pair| from.flags.get(local) == Some(pair));
        for (known, other) in [(&mut into.ranges, &from.ranges), (&mut into.exact, &from.exact)] {
            known.retain(|local, range| match (other.get(local), self.int_ty(*local).or_else(|| self.pair_ty(*local))) {
                (Some(other), Some(ty)) => {
                    let hull = range.hull(*other);
                    *range = if widen { range.widened(hull, ty) } else { hull };
                    true
                }
                _ => false,
            });
        }
        *into != before
    }

    /// The function without the checks that can't fail.
    fn rewrite(&self, states: &[Option<State>]) -> Function {
        let mut function = self.function.clone();
        let mut unchecked: FxHashMap<LocalId, LocalId> = FxHashMap::default();
        for id in self.function.block_ids() {
            let Some(mut state) = states[id.index()].clone() else { continue };
            for (index, statement) in self.function.block(id).statements.iter().enumerate() {
                if let StatementKind::Init(place, value) | StatementKind::Assign(place, value) = &statement.kind {
                    let new = self.simpler(&state, place, value, &mut function, &mut unchecked);
                    if let Some((place, value)) = new {
                        function.block_mut(id).statements[index].kind = StatementKind::Init(place, value);
                    }
                }
                self.statement(&mut state, &statement.kind);
            }
        }
        use_unchecked(&mut function, &unchecked);
        function
    }

    fn simpler(
        &self,
        state: &State,
        place: &Place,
        value: &Rvalue,
        function: &mut Function,
        unchecked: &mut FxHashMap<LocalId, LocalId>,
    ) -> Option<(Place, Rvalue)> {
        match value {
            Rvalue::Checked(op, left, right) => {
                let local = place.as_local()?;
                let ty = self.pair_ty(local)?;
                let fits = self.bounded.contains(&local) || self.result(state, *op, left, right)?.fits(ty);
                if !self.defined_once[local.index()] || !fits {
                    return None;
                }
                let plain = function.add_local(Ty::Int(ty));
                unchecked.insert(local, plain);
                Some((Place::local(plain), Rvalue::Binary(*op, left.clone(), right.clone())))
            }
            Rvalue::Binary(op, left, right) if is_comparison(*op) => {
                let decided = interval::decided(*op, self.range(state, left)?, self.range(state, right)?)?;
                let local = place.as_local()?;
                (function.locals[local.index()].ty == Ty::Bool).then(|| (place.clone(), Rvalue::Use(Operand::Const(Const::Bool(decided)))))
            }
            _ => None,
        }
    }
}

/// For each block whether an edge leads back to it. Every cycle has such a block.
fn loop_heads(function: &Function, order: &[BlockId]) -> Vec<bool> {
    let mut position = vec![usize::MAX; function.blocks.len()];
    for (index, id) in order.iter().enumerate() {
        position[id.index()] = index;
    }
    let mut heads = vec![false; function.blocks.len()];
    for id in order {
        for successor in function.block(*id).terminator.kind.successors() {
            heads[successor.index()] |= position[successor.index()] <= position[id.index()];
        }
    }
    heads
}

/// For each local whether it is defined once and read by its parts alone.
fn defined_once(function: &Function) -> Vec<bool> {
    let mut counts = vec![(0, 0); function.locals.len()];
    let mut note = |place: &Place, access: Access| {
        if let Some(local) = place.as_local() {
            let (definitions, reads) = &mut counts[local.index()];
            *(if access.writes() { definitions } else { reads }) += 1;
        }
    };
    for block in &function.blocks {
        block.statements.iter().for_each(|statement| visit::statement_places(&statement.kind, &mut note));
        visit::terminator_places(&block.terminator.kind, &mut note);
    }
    counts.into_iter().enumerate().map(|(index, count)| count == (1, 0) && index >= function.params.len()).collect()
}

fn is_comparison(op: BinaryOp) -> bool {
    matches!(op, BinaryOp::Eq | BinaryOp::Ne | BinaryOp::Lt | BinaryOp::Le | BinaryOp::Gt | BinaryOp::Ge)
}

fn mentions(value: &Rvalue, local: LocalId) -> bool {
    let mut mentions = false;
    visit::rvalue_places(value, &mut |place, _| mentions |= place.base_local() == Some(local));
    mentions
}

/// Reads of pairs that are no more become reads of the plain results, and of `false`.
fn use_unchecked(function: &mut Function, unchecked: &FxHashMap<LocalId, LocalId>) {
    if unchecked.is_empty() {
        return;
    }
    let plain = |place: &Place| place.base_local().and_then(|local| unchecked.get(&local).copied());
    let flag = |operand: &mut Operand| {
        if let Some(place) = operand.place()
            && plain(place).is_some()
            && place.projection == [Projection::Field(1)]
        {
            *operand = Operand::Const(Const::Bool(false));
        }
    };
    let mut result = |place: &mut Place, _: Access| {
        if let Some(local) = plain(place)
            && place.projection == [Projection::Field(0)]
        {
            *place = Place::local(local);
        }
    };
    for block in &mut function.blocks {
        for statement in &mut block.statements {
            visit::statement_operands_mut(&mut statement.kind, &mut |operand| flag(operand));
            visit::statement_places_mut(&mut statement.kind, &mut result);
        }
        visit::terminator_operands_mut(&mut block.terminator.kind, &mut |operand| flag(operand));
        visit::terminator_places_mut(&mut block.terminator.kind, &mut result);
    }
}
