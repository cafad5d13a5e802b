//! Patterns as trees, with all flags worked in.

use alloc::boxed::Box;
use alloc::vec::Vec;

use super::cases::Fold;
use super::set::Set;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum At {
    Start,
    StartOfLine,
    End,
    /// The end, or before a line's end there.
    LastLine,
    EndOfLine,
    /// A word's start or end; negated, anywhere else. Words may be of ASCII alone.
    Boundary {
        negated: bool,
        ascii: bool,
    },
}

/// In which order the numbers of repetitions are tried.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Order {
    Most,
    Least,
    /// The largest number that is possible, and no other.
    Possessive,
}

pub(super) type Sequence = Vec<Node>;

#[derive(Debug)]
pub(super) enum Node {
    Literal(u32),
    Set(Box<Set>),
    At(At),
    /// Text that is captured by a number, or not at all.
    Group(Option<usize>, Sequence),
    Atomic(Sequence),
    Branch(Vec<Sequence>),
    Repeat {
        min: u32,
        max: Option<u32>,
        order: Order,
        body: Sequence,
    },
    /// What a group has captured, again.
    Reference(usize, Fold),
    /// `behind` holds the number of characters to go back.
    Look {
        behind: Option<usize>,
        negated: bool,
        body: Sequence,
    },
    Conditional {
        group: usize,
        yes: Sequence,
        no: Sequence,
    },
    Fail,
}

/// The least and the greatest number of characters that something matches; without end where it may repeat.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Width {
    pub(super) least: usize,
    pub(super) most: Option<usize>,
}

impl Width {
    const NONE: Self = Self { least: 0, most: Some(0) };
    const ONE: Self = Self { least: 1, most: Some(1) };

    fn plus(self, other: Self) -> Self {
        Self { least: self.least.saturating_add(other.least), most: self.most.zip(other.most).and_then(|(a, b)| a.checked_add(b)) }
    }

    fn or(self, other: Self) -> Self {
        Self { least: self.least.min(other.least), most: self.most.zip(other.most).map(|(a, b)| a.max(b)) }
    }

    /// Of a node; `groups` holds the widths of the groups before it.
    pub(super) fn of(node: &Node, groups: &[Width]) -> Self {
        match node {
            Node::Literal(_) | Node::Set(_) => Self::ONE,
            Node::At(_) | Node::Look { .. } | Node::Fail => Self::NONE,
            Node::Group(_, body) | Node::Atomic(body) => Self::of_all(body, groups),
            Node::Branch(ways) => ways.iter().map(|way| Self::of_all(way, groups)).reduce(Self::or).unwrap_or(Self::NONE),
            Node::Repeat { min, max, body, .. } => {
                let one = Self::of_all(body, groups);
                let most = match one.most {
                    Some(0) => Some(0),
                    most => most.zip(*max).and_then(|(most, max)| most.checked_mul(max as usize)),
                };
                Self { least: one.least.saturating_mul(*min as usize), most }
            }
            Node::Reference(group, _) => groups.get(*group).copied().unwrap_or(Self::NONE),
            Node::Conditional { yes, no, .. } => Self::of_all(yes, groups).or(Self::of_all(no, groups)),
        }
    }

    pub(super) fn of_all(sequence: &[Node], groups: &[Width]) -> Self {
        sequence.iter().fold(Self::NONE, |width, node| width.plus(Self::of(node, groups)))
    }
}
