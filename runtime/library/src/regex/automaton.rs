//! Regular patterns as automata of the `regex-automata` crate.
//!
//! That crate finds what backtracking would find first, with the same groups, but for a repeated body that matches nothing, which is why
//! such patterns are left to the machine. Classes are spelled out, so that the crate needs no Unicode tables.

use alloc::vec::Vec;

use regex_automata::Input;
use regex_automata::meta::{Cache, Config, Regex};
use regex_automata::util::primitives::NonMaxUsize;
use regex_syntax::hir::{Capture, Class, ClassBytes, ClassBytesRange, ClassUnicode, ClassUnicodeRange, Hir, Look, Repetition};

use super::backtrack::NOWHERE;
use super::set::{LAST, Ranges, Set};
use super::tree::{At, Node, Order, Width};

/// Automata larger than this many bytes take longer to make than they save.
const LARGEST: usize = 1 << 22;
/// Groups in groups in patterns that are handed over: the crate's functions call themselves.
const DEEPEST: usize = 60;

/// What a pattern needs that automata have only for some texts, or not at all.
#[derive(Debug, Clone, Copy)]
pub(super) struct Needs {
    /// Something that is not regular.
    pub(super) machine: bool,
    /// Whether a text ends with a line's end.
    pub(super) last_line: bool,
    /// What is a word in other scripts.
    pub(super) unicode_words: bool,
}

impl Needs {
    pub(super) fn of(body: &[Node]) -> Self {
        let mut needs = Self { machine: false, last_line: false, unicode_words: false };
        needs.add_all(body, 0);
        needs
    }

    fn add_all(&mut self, nodes: &[Node], depth: usize) {
        self.machine |= depth > DEEPEST;
        for node in nodes {
            match node {
                Node::Literal(_) | Node::Set(_) | Node::Fail => {}
                Node::At(At::LastLine) => self.last_line = true,
                Node::At(At::Boundary { ascii: false, .. }) => self.unicode_words = true,
                Node::At(_) => {}
                Node::Group(_, body) => self.add_all(body, depth + 1),
                Node::Branch(ways) => ways.iter().for_each(|way| self.add_all(way, depth + 1)),
                Node::Repeat { max, order, body, .. } => {
                    self.machine |= *order == Order::Possessive || *max != Some(1) && Width::of_all(body, &[]).least == 0;
                    self.add_all(body, depth + 1);
                }
                Node::Atomic(_) | Node::Reference(..) | Node::Look { .. } | Node::Conditional { .. } => self.machine = true,
            }
        }
    }
}

/// What the texts are made of that an automaton reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Alphabet {
    Ascii,
    Unicode,
    Bytes,
}

impl Alphabet {
    fn last(self) -> u32 {
        match self {
            Alphabet::Ascii => 0x7f,
            Alphabet::Unicode => LAST,
            Alphabet::Bytes => 0xff,
        }
    }
}

pub(super) struct Automaton {
    regex: Regex,
    cache: Cache,
    slots: Vec<Option<NonMaxUsize>>,
}

impl Automaton {
    /// For a pattern without needs; `full` for matches up to the end. Nothing where it would be too large.
    pub(super) fn new(body: &[Node], alphabet: Alphabet, full: bool) -> Option<Self> {
        let mut all = sequence(body, alphabet);
        if full {
            all = Hir::concat(alloc::vec![all, Hir::look(Look::End)]);
        }
        let config = Config::new().utf8_empty(alphabet != Alphabet::Bytes).nfa_size_limit(Some(LARGEST));
        let regex = Regex::builder().configure(config).build_from_hir(&all).ok()?;
        let cache = regex.create_cache();
        Some(Self { cache, slots: Vec::new(), regex })
    }

    /// Writes where the groups start and end; `into` has room for those that are wanted.
    pub(super) fn search(&mut self, text: &[u8], from: usize, anchored: bool, into: &mut [usize]) -> bool {
        let anchored = if anchored { regex_automata::Anchored::Yes } else { regex_automata::Anchored::No };
        let input = Input::new(text).span(from..text.len()).anchored(anchored);
        self.slots.clear();
        self.slots.resize(into.len(), None);
        if self.regex.search_slots_with(&mut self.cache, &input, &mut self.slots).is_none() {
            return false;
        }
        for (target, slot) in into.iter_mut().zip(&self.slots) {
            *target = slot.map_or(NOWHERE, NonMaxUsize::get);
        }
        true
    }
}

fn sequence(nodes: &[Node], alphabet: Alphabet) -> Hir {
    Hir::concat(nodes.iter().map(|node| one(node, alphabet)).collect())
}

fn one(node: &Node, alphabet: Alphabet) -> Hir {
    match node {
        Node::Literal(code) => literal(*code, alphabet),
        Node::Set(set) => class(set, alphabet),
        Node::At(at) => Hir::look(match at {
            At::Start => Look::Start,
            At::StartOfLine => Look::StartLF,
            At::End | At::LastLine => Look::End,
            At::EndOfLine => Look::EndLF,
            At::Boundary { negated: false, .. } => Look::WordAscii,
            At::Boundary { negated: true, .. } => Look::WordAsciiNegate,
        }),
        Node::Group(None, body) => sequence(body, alphabet),
        Node::Group(Some(group), body) => {
            let sub = sequence(body, alphabet).into();
            Hir::capture(Capture { index: *group as u32, name: None, sub })
        }
        Node::Branch(ways) => Hir::alternation(ways.iter().map(|way| sequence(way, alphabet)).collect()),
        Node::Repeat { min, max, order, body } => {
            let sub = sequence(body, alphabet).into();
            Hir::repetition(Repetition { min: *min, max: *max, greedy: *order == Order::Most, sub })
        }
        // The others are needs, but for what never matches.
        Node::Fail | Node::Atomic(_) | Node::Reference(..) | Node::Look { .. } | Node::Conditional { .. } => Hir::fail(),
    }
}

fn literal(code: u32, alphabet: Alphabet) -> Hir {
    match char::from_u32(code) {
        _ if code > alphabet.last() => Hir::fail(),
        Some(_) if alphabet == Alphabet::Bytes => Hir::literal([code as u8]),
        Some(c) => Hir::literal(c.encode_utf8(&mut [0; 4]).as_bytes()),
        // Half of a surrogate pair is in no text.
        None => Hir::fail(),
    }
}

fn class(set: &Set, alphabet: Alphabet) -> Hir {
    let Ranges(ranges) = set.ranges(alphabet.last());
    Hir::class(match alphabet {
        Alphabet::Bytes => {
            Class::Bytes(ClassBytes::new(ranges.iter().map(|(first, last)| ClassBytesRange::new(*first as u8, *last as u8))))
        }
        _ => Class::Unicode(ClassUnicode::new(ranges.iter().filter_map(|(first, last)| {
            // Ranges end before surrogates or begin behind them.
            let first = char::from_u32(*first).or_else(|| (*last > 0xdfff).then_some('\u{e000}'))?;
            let last = char::from_u32(*last).unwrap_or('\u{d7ff}');
            (first <= last).then(|| ClassUnicodeRange::new(first, last))
        }))),
    })
}
