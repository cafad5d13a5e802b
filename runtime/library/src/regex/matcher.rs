//! A compiled pattern: what is made for it when it is first needed, and who answers a search.

use alloc::string::String;
use alloc::vec::Vec;

use super::automaton::{Alphabet, Automaton, Needs};
use super::backtrack::{Bytes, Machine, NOWHERE, Utf8, Wanted};
use super::parse::{Parsed, parse};
use super::program::Program;
use super::source::Result;
use super::tree::{Node, Sequence, Width};

pub(super) struct Matcher {
    body: Sequence,
    pub(super) flags: i64,
    /// Those of the groups, the whole match included.
    pub(super) names: Vec<Option<String>>,
    is_text: bool,
    needs: Needs,
    /// Whether nothing can be a match.
    may_be_empty: bool,
    /// When each group is closed, as the pattern is read.
    closed: Vec<usize>,
    program: Option<Program>,
    /// For ASCII and for other texts, for matches up to the end and others. Nothing inside where there can't be one.
    automata: [Option<Option<Automaton>>; 4],
}

impl Matcher {
    pub(super) fn new(pattern: Vec<char>, flags: i64, is_text: bool) -> Result<Self> {
        let Parsed { body, flags, names } = parse(pattern, flags, is_text)?;
        let mut closed = alloc::vec![0; names.len()];
        number_groups(&body, &mut closed, &mut 0);
        let (needs, may_be_empty) = (Needs::of(&body), Width::of_all(&body, &[]).least == 0);
        Ok(Self { body, flags, names, is_text, needs, may_be_empty, closed, program: None, automata: [const { None }; 4] })
    }

    /// Looks for a match in a text from a place on. `into` has room for where the groups start and end, and for the number of the group that was closed
    /// last, or for less if less is wanted.
    pub(super) fn search(&mut self, text: &[u8], is_ascii: bool, from: usize, wanted: Wanted, into: &mut [usize]) -> bool {
        let needs_machine = self.needs.machine
            || self.needs.last_line && text.last() == Some(&b'\n')
            || self.needs.unicode_words && !is_ascii
            || self.may_be_empty && wanted.advance
            || text.is_empty();
        let slots = into.len().min(2 * self.names.len());
        if !needs_machine && let Some(automaton) = self.automaton(is_ascii, wanted.full) {
            let found = automaton.search(text, from, wanted.anchored || wanted.full, &mut into[..slots]);
            if found && let Some(last) = into.get(slots).map(|_| self.last_group(into)) {
                into[slots] = last;
            }
            return found;
        }
        let program = self.program.get_or_insert_with(|| Program::new(&self.body, self.names.len()));
        let mut machine = Machine::new(program, text);
        let found = if is_ascii || !self.is_text { machine.search::<Bytes>(from, wanted) } else { machine.search::<Utf8>(from, wanted) };
        match found {
            Some(registers) => {
                let size = into.len();
                into.copy_from_slice(&registers[..size]);
                true
            }
            None => false,
        }
    }

    fn automaton(&mut self, is_ascii: bool, full: bool) -> Option<&mut Automaton> {
        let alphabet = match self.is_text {
            false => Alphabet::Bytes,
            true if is_ascii => Alphabet::Ascii,
            true => Alphabet::Unicode,
        };
        let index = usize::from(alphabet == Alphabet::Unicode) * 2 + usize::from(full);
        self.automata[index].get_or_insert_with(|| Automaton::new(&self.body, alphabet, full)).as_mut()
    }

    /// The group that was closed last: the one that ends last, and of those the one whose parenthesis closes last or that begins later.
    fn last_group(&self, slots: &[usize]) -> usize {
        let groups = (1..self.names.len()).filter(|group| slots[2 * group + 1] != NOWHERE);
        let encloses = |outer: usize, inner: usize| outer < inner && self.closed[outer] > self.closed[inner];
        let later = |a: usize, b: usize| {
            let ends = slots[2 * a + 1].cmp(&slots[2 * b + 1]);
            let nested = encloses(a, b).cmp(&encloses(b, a));
            let starts = slots[2 * a].cmp(&slots[2 * b]);
            ends.then(nested).then(starts).then(self.closed[a].cmp(&self.closed[b]))
        };
        groups.max_by(|a, b| later(*a, *b)).unwrap_or(NOWHERE)
    }
}

fn number_groups(nodes: &[Node], closed: &mut [usize], count: &mut usize) {
    for node in nodes {
        match node {
            Node::Group(group, body) => {
                number_groups(body, closed, count);
                if let Some(group) = group {
                    *count += 1;
                    closed[*group] = *count;
                }
            }
            Node::Branch(ways) => ways.iter().for_each(|way| number_groups(way, closed, count)),
            Node::Repeat { body, .. } => number_groups(body, closed, count),
            // The machine knows itself which group was closed last.
            _ => {}
        }
    }
}
