//! Trees → programs for the backtracking machine.

use alloc::vec::Vec;

use super::cases::Fold;
use super::set::Set;
use super::tree::{At, Node, Order};

/// A place in the program.
pub(super) type Place = usize;
/// A number that backtracking restores: where groups start and end, and the state of loops.
pub(super) type Register = usize;

/// One character.
#[derive(Debug)]
pub(super) enum One {
    Literal(u32),
    Set(Set),
}

impl One {
    pub(super) fn matches(&self, code: u32) -> bool {
        match self {
            One::Literal(wanted) => code == *wanted,
            One::Set(set) => set.contains(code),
        }
    }
}

#[derive(Debug)]
pub(super) enum Step {
    One(One),
    /// One character, again and again.
    Many {
        one: One,
        min: u32,
        max: Option<u32>,
        order: Order,
    },
    At(At),
    /// Notes where the text is.
    Save(Register),
    /// Notes where a group ends.
    Close(usize),
    /// Goes on at the first place, and if that fails at the second.
    Split(Place, Place),
    Jump(Place),
    /// Begins a loop, whose state is in two registers: how often its body has matched, and where it was entered last.
    Enter(Register),
    /// The end of a loop's body, and where the loop begins.
    Loop {
        state: Register,
        min: u32,
        max: Option<u32>,
        lazy: bool,
        body: Place,
    },
    /// Notes how many ways there are to go back to.
    Mark(Register),
    /// Forgets the ways that were noted since.
    Commit(Register),
    /// Forgets the ways that were noted since, and goes back to the one before.
    Refuse(Register),
    /// Goes to where the text was.
    Restore(Register),
    /// Goes back some characters.
    Back(usize),
    Reference(usize, Fold),
    /// Goes on at a place if a group has captured nothing.
    Unless(usize, Place),
    Fail,
    Match,
}

#[derive(Debug)]
pub(super) struct Program {
    pub(super) steps: Vec<Step>,
    pub(super) registers: usize,
    pub(super) groups: usize,
    pub(super) first: First,
}

/// The register with the group that was closed last.
pub(super) fn last_group(groups: usize) -> Register {
    2 * groups
}

impl Program {
    /// `groups` counts the whole match.
    pub(super) fn new(body: &[Node], groups: usize) -> Self {
        let mut writer = Writer { steps: Vec::new(), registers: last_group(groups) + 1 };
        writer.sequence(body);
        writer.steps.push(Step::Match);
        Self { steps: writer.steps, registers: writer.registers, groups, first: First::of(body) }
    }
}

struct Writer {
    steps: Vec<Step>,
    registers: usize,
}

impl Writer {
    fn here(&self) -> Place {
        self.steps.len()
    }

    fn register(&mut self, count: usize) -> Register {
        self.registers += count;
        self.registers - count
    }

    /// Leaves room for a step that is known later.
    fn hole(&mut self) -> Place {
        self.steps.push(Step::Fail);
        self.here() - 1
    }

    fn sequence(&mut self, nodes: &[Node]) {
        for node in nodes {
            self.node(node);
        }
    }

    fn node(&mut self, node: &Node) {
        match node {
            Node::Literal(_) | Node::Set(_) => self.steps.extend(one(node).map(Step::One)),
            Node::At(at) => self.steps.push(Step::At(*at)),
            Node::Group(None, body) => self.sequence(body),
            Node::Group(Some(group), body) => {
                self.steps.push(Step::Save(2 * group));
                self.sequence(body);
                self.steps.push(Step::Close(*group));
            }
            Node::Atomic(body) => self.atomic(|writer| writer.sequence(body)),
            Node::Branch(ways) => self.branch(ways),
            Node::Repeat { min, max, order, body } => self.repeat(*min, *max, *order, body),
            Node::Reference(group, fold) => self.steps.push(Step::Reference(*group, *fold)),
            Node::Look { behind, negated, body } => self.look(*behind, *negated, body),
            Node::Conditional { group, yes, no } => {
                let test = self.hole();
                self.sequence(yes);
                let over = self.hole();
                self.steps[test] = Step::Unless(*group, self.here());
                self.sequence(no);
                self.steps[over] = Step::Jump(self.here());
            }
            Node::Fail => self.steps.push(Step::Fail),
        }
    }

    fn atomic(&mut self, body: impl FnOnce(&mut Self)) {
        let mark = self.register(1);
        self.steps.push(Step::Mark(mark));
        body(self);
        self.steps.push(Step::Commit(mark));
    }

    fn branch(&mut self, ways: &[Vec<Node>]) {
        let mut ends = Vec::new();
        for (index, way) in ways.iter().enumerate() {
            let split = (index + 1 < ways.len()).then(|| self.hole());
            self.sequence(way);
            if let Some(split) = split {
                ends.push(self.hole());
                self.steps[split] = Step::Split(split + 1, self.here());
            }
        }
        for end in ends {
            self.steps[end] = Step::Jump(self.here());
        }
    }

    fn repeat(&mut self, min: u32, max: Option<u32>, order: Order, body: &[Node]) {
        if let [node] = body
            && let Some(one) = one(node)
        {
            self.steps.push(Step::Many { one, min, max, order });
            return;
        }
        if order == Order::Possessive {
            // Neither the number of repetitions is tried again, nor what each of them matched.
            self.atomic(|writer| writer.repeated(min, max, false, |writer| writer.atomic(|writer| writer.sequence(body))));
        } else {
            self.repeated(min, max, order == Order::Least, |writer| writer.sequence(body));
        }
    }

    fn repeated(&mut self, min: u32, max: Option<u32>, lazy: bool, body: impl FnOnce(&mut Self)) {
        let state = self.register(2);
        self.steps.push(Step::Enter(state));
        let jump = self.hole();
        let start = self.here();
        body(self);
        self.steps[jump] = Step::Jump(self.here());
        self.steps.push(Step::Loop { state, min, max, lazy, body: start });
    }

    fn look(&mut self, behind: Option<usize>, negated: bool, body: &[Node]) {
        let state = self.register(2);
        self.steps.push(Step::Mark(state));
        let back = behind.filter(|count| *count > 0).map(Step::Back);
        if negated {
            let split = self.hole();
            self.steps.extend(back);
            self.sequence(body);
            self.steps.push(Step::Refuse(state));
            self.steps[split] = Step::Split(split + 1, self.here());
        } else {
            self.steps.push(Step::Save(state + 1));
            self.steps.extend(back);
            self.sequence(body);
            self.steps.extend([Step::Commit(state), Step::Restore(state + 1)]);
        }
    }
}

fn one(node: &Node) -> Option<One> {
    match node {
        Node::Literal(code) => Some(One::Literal(*code)),
        Node::Set(set) => Some(One::Set((**set).clone())),
        _ => None,
    }
}

/// What a match can begin with.
#[derive(Debug, Clone, Copy)]
pub(super) struct First {
    ascii: u128,
    others: bool,
    /// It may match nothing, or begin with anything.
    anything: bool,
}

impl First {
    const ANYTHING: Self = Self { ascii: u128::MAX, others: true, anything: true };
    const NOTHING: Self = Self { ascii: 0, others: false, anything: true };

    pub(super) fn allows(&self, code: Option<u32>) -> bool {
        self.anything
            || match code {
                None => false,
                Some(code @ 0..128) => self.ascii >> code & 1 == 1,
                Some(_) => self.others,
            }
    }

    fn or(self, other: Self) -> Self {
        Self { ascii: self.ascii | other.ascii, others: self.others || other.others, anything: self.anything || other.anything }
    }

    fn of(nodes: &[Node]) -> Self {
        let mut all = Self::NOTHING;
        for node in nodes {
            let next = Self::of_node(node);
            all = Self { anything: next.anything, ..all.or(next) };
            if !all.anything {
                break;
            }
        }
        all
    }

    fn of_node(node: &Node) -> Self {
        match node {
            Node::Literal(code @ 0..128) => Self { ascii: 1 << code, others: false, anything: false },
            Node::Literal(_) => Self { ascii: 0, others: true, anything: false },
            Node::Set(set) => {
                let ascii = (0..128).filter(|code| set.contains(*code)).fold(0, |bits, code| bits | 1 << code);
                Self { ascii, others: true, anything: false }
            }
            Node::At(_) | Node::Look { .. } => Self::NOTHING,
            Node::Group(_, body) | Node::Atomic(body) => Self::of(body),
            Node::Branch(ways) => ways.iter().map(|way| Self::of(way)).reduce(Self::or).unwrap_or(Self::NOTHING),
            Node::Repeat { min, body, .. } => {
                let one = Self::of(body);
                Self { anything: one.anything || *min == 0, ..one }
            }
            Node::Reference(..) | Node::Conditional { .. } => Self::ANYTHING,
            Node::Fail => Self { ascii: 0, others: false, anything: false },
        }
    }
}
