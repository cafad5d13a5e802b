//! Sets of small numbers, and the solver for analyses that carry such sets along the edges of a function.

use crate::*;

/// A set of numbers below a bound.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct BitSet {
    words: Vec<u64>,
}

impl BitSet {
    pub fn new(bound: usize) -> Self {
        Self { words: vec![0; bound.div_ceil(64)] }
    }

    pub fn full(bound: usize) -> Self {
        let mut set = Self::new(bound);
        (0..bound).for_each(|index| {
            set.insert(index);
        });
        set
    }

    pub fn contains(&self, index: usize) -> bool {
        self.words[index / 64] >> (index % 64) & 1 != 0
    }

    /// Tells whether the set grew.
    pub fn insert(&mut self, index: usize) -> bool {
        let before = self.words[index / 64];
        self.words[index / 64] |= 1 << (index % 64);
        before != self.words[index / 64]
    }

    pub fn remove(&mut self, index: usize) {
        self.words[index / 64] &= !(1 << (index % 64));
    }

    /// Tells whether the set grew.
    pub fn union(&mut self, other: &BitSet) -> bool {
        self.combine(other, |left, right| left | right)
    }

    /// Tells whether the set shrank.
    pub fn intersect(&mut self, other: &BitSet) -> bool {
        self.combine(other, |left, right| left & right)
    }

    pub fn subtract(&mut self, other: &BitSet) -> bool {
        self.combine(other, |left, right| left & !right)
    }

    fn combine(&mut self, other: &BitSet, combine: impl Fn(u64, u64) -> u64) -> bool {
        let mut changed = false;
        for (word, other) in self.words.iter_mut().zip(&other.words) {
            let new = combine(*word, *other);
            changed |= new != *word;
            *word = new;
        }
        changed
    }

    pub fn iter(&self) -> impl Iterator<Item = usize> + '_ {
        let bits = |(index, word): (usize, &u64)| {
            let mut rest = *word;
            std::iter::from_fn(move || {
                let bit = (rest != 0).then(|| rest.trailing_zeros() as usize)?;
                rest &= rest - 1;
                Some(index * 64 + bit)
            })
        };
        self.words.iter().enumerate().flat_map(bits)
    }

    pub fn is_empty(&self) -> bool {
        self.words.iter().all(|word| *word == 0)
    }
}

/// A forward analysis whose states get joined where edges meet.
pub trait Forward {
    type State: Clone + PartialEq;

    /// At the function's start.
    fn entry(&self) -> Self::State;

    /// Tells whether `into` changed.
    fn join(&self, into: &mut Self::State, from: &Self::State) -> bool;

    fn statement(&self, state: &mut Self::State, statement: &Statement);

    /// The part of a terminator that lies on the edge to its successor number `edge`.
    fn edge(&self, state: &mut Self::State, terminator: &Terminator, edge: usize);
}

/// The state at the start of each block that can be reached.
pub fn forward<A: Forward>(function: &Function, analysis: &A) -> Vec<Option<A::State>> {
    let mut states: Vec<Option<A::State>> = vec![None; function.blocks.len()];
    if states.is_empty() {
        return states;
    }
    states[0] = Some(analysis.entry());
    let order = function.reverse_postorder();
    let mut dirty = vec![false; function.blocks.len()];
    dirty[0] = true;
    while dirty.contains(&true) {
        for id in &order {
            if !std::mem::take(&mut dirty[id.index()]) {
                continue;
            }
            let Some(mut state) = states[id.index()].clone() else { continue };
            let block = function.block(*id);
            block.statements.iter().for_each(|statement| analysis.statement(&mut state, statement));
            for (edge, successor) in block.terminator.kind.successors().into_iter().enumerate() {
                let mut state = state.clone();
                analysis.edge(&mut state, &block.terminator, edge);
                let target = &mut states[successor.index()];
                let changed = match target {
                    Some(target) => analysis.join(target, &state),
                    None => {
                        *target = Some(state);
                        true
                    }
                };
                dirty[successor.index()] |= changed;
            }
        }
    }
    states
}

/// A backward analysis of sets that are united where paths part. Give the sets at the blocks' starts.
pub trait Backward {
    fn bound(&self) -> usize;

    fn statement(&self, state: &mut BitSet, statement: &Statement);

    /// Goes from the state at the start of successor number `edge` to that before the edge.
    fn edge(&self, state: &mut BitSet, terminator: &Terminator, edge: usize);

    /// What the terminator itself does, with `state` the union over its edges.
    fn terminator(&self, state: &mut BitSet, terminator: &Terminator);
}

/// The state at the start of each block.
pub fn backward<A: Backward>(function: &Function, analysis: &A) -> Vec<BitSet> {
    let mut states = vec![BitSet::new(analysis.bound()); function.blocks.len()];
    let mut order = function.reverse_postorder();
    order.reverse();
    loop {
        let mut changed = false;
        for id in &order {
            let block = function.block(*id);
            let mut state = at_terminator(analysis, &states, block);
            block.statements.iter().rev().for_each(|statement| analysis.statement(&mut state, statement));
            changed |= states[id.index()].union(&state);
        }
        if !changed {
            return states;
        }
    }
}

/// The state before a block's terminator, given those at the starts of all blocks.
pub fn at_terminator<A: Backward>(analysis: &A, states: &[BitSet], block: &Block) -> BitSet {
    let mut state = BitSet::new(analysis.bound());
    for (edge, successor) in block.terminator.kind.successors().into_iter().enumerate() {
        let mut through = states[successor.index()].clone();
        analysis.edge(&mut through, &block.terminator, edge);
        state.union(&through);
    }
    analysis.terminator(&mut state, &block.terminator);
    state
}
