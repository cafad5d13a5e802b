//! The shape of a function: edges, orders, and edits of edges.

use crate::*;

impl TerminatorKind {
    /// The blocks that may come next; a call's `unwind` is the last.
    pub fn successors(&self) -> Vec<BlockId> {
        match self {
            TerminatorKind::Goto(target) => vec![*target],
            TerminatorKind::Branch { then, otherwise, .. } => vec![*then, *otherwise],
            TerminatorKind::Switch { cases, default, .. } => cases.iter().map(|(_, target)| *target).chain([*default]).collect(),
            TerminatorKind::Call { target, unwind, .. } => [*target].into_iter().chain(unwind.as_ref().map(|(_, block)| *block)).collect(),
            TerminatorKind::Return(_) | TerminatorKind::Raise(_) | TerminatorKind::Unreachable => Vec::new(),
        }
    }

    pub fn successors_mut(&mut self) -> Vec<&mut BlockId> {
        match self {
            TerminatorKind::Goto(target) => vec![target],
            TerminatorKind::Branch { then, otherwise, .. } => vec![then, otherwise],
            TerminatorKind::Switch { cases, default, .. } => cases.iter_mut().map(|(_, target)| target).chain([default]).collect(),
            TerminatorKind::Call { target, unwind, .. } => [target].into_iter().chain(unwind.as_mut().map(|(_, block)| block)).collect(),
            TerminatorKind::Return(_) | TerminatorKind::Raise(_) | TerminatorKind::Unreachable => Vec::new(),
        }
    }
}

impl Function {
    pub fn block(&self, id: BlockId) -> &Block {
        &self.blocks[id.index()]
    }

    pub fn block_mut(&mut self, id: BlockId) -> &mut Block {
        &mut self.blocks[id.index()]
    }

    pub fn add_block(&mut self, block: Block) -> BlockId {
        self.blocks.push(block);
        BlockId(u32::try_from(self.blocks.len() - 1).expect("fewer than 2^32 blocks"))
    }

    pub fn add_local(&mut self, ty: Ty) -> LocalId {
        self.locals.push(Local { ty, name: None });
        LocalId(u32::try_from(self.locals.len() - 1).expect("fewer than 2^32 locals"))
    }

    /// How the function takes a local, if it is a parameter.
    pub fn mode(&self, local: LocalId) -> Option<Mode> {
        self.params.get(local.index()).copied()
    }

    pub fn block_ids(&self) -> impl DoubleEndedIterator<Item = BlockId> + use<> {
        (0..u32::try_from(self.blocks.len()).expect("fewer than 2^32 blocks")).map(BlockId)
    }

    /// The blocks from which the function's return can be reached; from the others it can only raise.
    pub fn blocks_that_may_return(&self) -> Vec<bool> {
        let mut returns = vec![false; self.blocks.len()];
        let mut changed = true;
        while changed {
            changed = false;
            for id in self.block_ids().rev() {
                let now = match &self.block(id).terminator.kind {
                    TerminatorKind::Return(_) => true,
                    // What is caught comes back from where it was thrown by another way.
                    TerminatorKind::Call { target, .. } => returns[target.index()],
                    other => other.successors().into_iter().any(|block| returns[block.index()]),
                };
                if now && !returns[id.index()] {
                    (returns[id.index()], changed) = (true, true);
                }
            }
        }
        returns
    }

    /// For each block the blocks that may come before it, once for each edge.
    pub fn predecessors(&self) -> Vec<Vec<BlockId>> {
        let mut predecessors = vec![Vec::new(); self.blocks.len()];
        for id in self.block_ids() {
            for successor in self.block(id).terminator.kind.successors() {
                predecessors[successor.index()].push(id);
            }
        }
        predecessors
    }

    /// The blocks that can be reached, each before its successors but for loops.
    pub fn reverse_postorder(&self) -> Vec<BlockId> {
        if self.blocks.is_empty() {
            return Vec::new();
        }
        let mut seen = vec![false; self.blocks.len()];
        let mut order = Vec::new();
        let mut stack = vec![(BlockId(0), self.blocks[0].terminator.kind.successors())];
        seen[0] = true;
        while let Some((block, rest)) = stack.last_mut() {
            match rest.pop() {
                Some(next) if !seen[next.index()] => {
                    seen[next.index()] = true;
                    stack.push((next, self.block(next).terminator.kind.successors()));
                }
                Some(_) => {}
                None => {
                    order.push(*block);
                    stack.pop();
                }
            }
        }
        order.reverse();
        order
    }

    /// Removes the blocks that can't be reached.
    pub fn remove_unreachable_blocks(&mut self) {
        let mut reached = vec![false; self.blocks.len()];
        for id in self.reverse_postorder() {
            reached[id.index()] = true;
        }
        if reached.iter().all(|reached| *reached) {
            return;
        }
        let mut next = 0;
        let numbers: Vec<BlockId> = reached
            .iter()
            .map(|reached| {
                let number = BlockId(next);
                next += u32::from(*reached);
                number
            })
            .collect();
        let mut index = 0;
        self.blocks.retain(|_| {
            index += 1;
            reached[index - 1]
        });
        for block in &mut self.blocks {
            for successor in block.terminator.kind.successors_mut() {
                *successor = numbers[successor.index()];
            }
        }
    }

    /// Makes sure that nothing jumps to the entry.
    pub fn free_entry(&mut self) {
        if self.block_ids().any(|id| self.block(id).terminator.kind.successors().contains(&BlockId(0))) {
            let loc = self.blocks[0].terminator.loc;
            let old = std::mem::replace(&mut self.blocks[0], goto(BlockId(0), loc));
            let moved = self.add_block(old);
            for block in &mut self.blocks {
                for successor in block.terminator.kind.successors_mut() {
                    if *successor == BlockId(0) {
                        *successor = moved;
                    }
                }
            }
        }
    }
}

/// A block that does nothing but go on.
pub fn goto(target: BlockId, loc: Loc) -> Block {
    Block { statements: Vec::new(), terminator: Terminator { kind: TerminatorKind::Goto(target), loc } }
}
