//! Patterns → trees, with CPython's errors at CPython's positions.

mod class;
mod escape;
mod group;

use alloc::string::String;
use alloc::vec::Vec;
use alloc::{format, vec};

use super::cases::Fold;
use super::set::{Category, LAST, Set};
use super::source::{Error, Kind, Piece, Result, Source};
use super::tree::{At, Node, Order, Sequence, Width};

pub(super) const IGNORE_CASE: i64 = 2;
pub(super) const LOCALE: i64 = 4;
pub(super) const MULTI_LINE: i64 = 8;
pub(super) const DOT_ALL: i64 = 16;
pub(super) const UNICODE: i64 = 32;
pub(super) const VERBOSE: i64 = 64;
pub(super) const ASCII: i64 = 256;

/// Numbers of repetitions end here.
const TOO_MANY: u64 = u32::MAX as u64;
/// Groups in groups: everything that goes through a tree calls itself.
const DEEPEST: usize = 250;

/// A pattern that has been read.
#[derive(Debug)]
pub(super) struct Parsed {
    pub(super) body: Sequence,
    pub(super) flags: i64,
    /// The names of the groups, the whole match included.
    pub(super) names: Vec<Option<String>>,
}

/// Reads a pattern.
pub(super) fn parse(characters: Vec<char>, flags: i64, is_text: bool) -> Result<Parsed> {
    let source = Source::new(characters, is_text)?;
    let mut parser = Parser {
        source,
        flags,
        names: vec![None],
        widths: vec![None],
        behind: None,
        mentioned: Vec::new(),
        looks_far_back: false,
        depth: 0,
    };
    let body = parser.alternatives(flags, true)?;
    parser.check_flags()?;
    if parser.source.peek().is_some() {
        return Err(parser.source.error("unbalanced parenthesis", 0));
    }
    if let Some((group, position)) = parser.mentioned.iter().find(|(group, _)| *group >= parser.names.len()) {
        let text = format!("invalid group reference {group}");
        return Err(Error { kind: Kind::Pattern, text, position: Some(*position) });
    }
    if parser.looks_far_back {
        // CPython finds this when all is read, and knows no place any more.
        return Err(Error { kind: Kind::Pattern, text: "look-behind requires fixed-width pattern".into(), position: None });
    }
    Ok(Parsed { body, flags: parser.flags, names: parser.names })
}

struct Parser {
    source: Source,
    /// Those of the whole pattern.
    flags: i64,
    names: Vec<Option<String>>,
    /// Of the groups; nothing of those that are open.
    widths: Vec<Option<Width>>,
    /// Inside something that looks behind: the number of groups before it.
    behind: Option<usize>,
    /// Numbers of groups in conditions, and where.
    mentioned: Vec<(usize, usize)>,
    /// Whether something looks behind that has no certain number of characters.
    looks_far_back: bool,
    depth: usize,
}

impl Parser {
    fn check_flags(&mut self) -> Result<()> {
        let refused = match self.source.is_text {
            true if self.flags & LOCALE != 0 => Some("cannot use LOCALE flag with a str pattern"),
            true if self.flags & ASCII != 0 && self.flags & UNICODE != 0 => Some("ASCII and UNICODE flags are incompatible"),
            false if self.flags & UNICODE != 0 => Some("cannot use UNICODE flag with a bytes pattern"),
            false if self.flags & LOCALE != 0 && self.flags & ASCII != 0 => Some("ASCII and LOCALE flags are incompatible"),
            _ => None,
        };
        if self.source.is_text && self.flags & ASCII == 0 {
            self.flags |= UNICODE;
        }
        match refused {
            Some(text) => Err(Error { kind: Kind::Value, text: text.into(), position: None }),
            None => Ok(()),
        }
    }

    fn is_ascii(&self, flags: i64) -> bool {
        !self.source.is_text || flags & ASCII != 0
    }

    fn fold(&self, flags: i64) -> Fold {
        match () {
            () if flags & IGNORE_CASE == 0 => Fold::None,
            () if self.is_ascii(flags) => Fold::Ascii,
            () => Fold::Unicode,
        }
    }

    /// What lies between `|`.
    fn alternatives(&mut self, flags: i64, outermost: bool) -> Result<Sequence> {
        self.depth += 1;
        if self.depth > DEEPEST {
            return Err(Error { kind: Kind::Recursion, text: "a pattern with too many groups in each other".into(), position: None });
        }
        let mut ways: Vec<Sequence> = Vec::new();
        let mut flags = flags;
        loop {
            let first = outermost && ways.is_empty();
            ways.push(self.sequence(&mut flags, first)?);
            if !self.source.take('|')? {
                break;
            }
        }
        self.depth -= 1;
        Ok(if ways.len() == 1 { ways.swap_remove(0) } else { vec![Node::Branch(ways)] })
    }

    fn sequence(&mut self, flags: &mut i64, first: bool) -> Result<Sequence> {
        let mut nodes = Sequence::new();
        while let Some(piece) = self.source.peek() {
            if matches!(piece, Piece::Plain('|' | ')')) {
                break;
            }
            self.source.get()?;
            let c = match piece {
                Piece::Escape(c) => {
                    nodes.push(self.escape(c, *flags)?);
                    continue;
                }
                Piece::Plain(c) => c,
            };
            if *flags & VERBOSE != 0 {
                if matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{b}' | '\u{c}') {
                    continue;
                }
                if c == '#' {
                    while !matches!(self.source.get()?, None | Some(Piece::Plain('\n'))) {}
                    continue;
                }
            }
            match c {
                '[' => nodes.push(self.class(*flags)?),
                '.' => nodes.push(dot(*flags)),
                '^' if *flags & MULTI_LINE != 0 => nodes.push(Node::At(At::StartOfLine)),
                '^' => nodes.push(Node::At(At::Start)),
                '$' if *flags & MULTI_LINE != 0 => nodes.push(Node::At(At::EndOfLine)),
                '$' => nodes.push(Node::At(At::LastLine)),
                '(' => nodes.extend(self.group(flags, first && nodes.is_empty())?),
                '*' | '+' | '?' | '{' => self.repeat(c, &mut nodes, *flags)?,
                c => nodes.push(self.literal(c as u32, *flags)),
            }
        }
        Ok(nodes)
    }

    fn literal(&self, code: u32, flags: i64) -> Node {
        let fold = self.fold(flags);
        if fold == Fold::None {
            return Node::Literal(code);
        }
        let set = Set::one(code, fold, self.is_ascii(flags));
        match set.ranges(LAST).0.as_slice() {
            [(first, last)] if first == last => Node::Literal(*first),
            _ => Node::Set(set.into()),
        }
    }

    /// Repeats the last node.
    fn repeat(&mut self, c: char, nodes: &mut Sequence, flags: i64) -> Result<()> {
        let here = self.source.position();
        let (min, max) = match c {
            '*' => (0, None),
            '+' => (1, None),
            '?' => (0, Some(1)),
            _ => match self.bounds(here)? {
                Some(bounds) => bounds,
                None => {
                    nodes.push(self.literal('{' as u32, flags));
                    return Ok(());
                }
            },
        };
        let at = self.source.position() - here + 1;
        match nodes.last() {
            None | Some(Node::At(_)) => return Err(self.source.error("nothing to repeat", at)),
            Some(Node::Repeat { .. }) => return Err(self.source.error("multiple repeat", at)),
            Some(_) => {}
        }
        let order = match () {
            () if self.source.take('?')? => Order::Least,
            () if self.source.take('+')? => Order::Possessive,
            () => Order::Most,
        };
        let body = match nodes.pop() {
            Some(Node::Group(None, body)) => body,
            node => node.into_iter().collect(),
        };
        nodes.push(Node::Repeat { min, max, order, body });
        Ok(())
    }

    /// What follows a brace; nothing where it stands for itself.
    fn bounds(&mut self, here: usize) -> Result<Option<(u32, Option<u32>)>> {
        if self.source.sees('}') {
            return Ok(None);
        }
        let low = self.source.take_while(usize::MAX, |c| c.is_ascii_digit())?;
        let high = if self.source.take(',')? { self.source.take_while(usize::MAX, |c| c.is_ascii_digit())? } else { low.clone() };
        if !self.source.take('}')? {
            self.source.go_back(here)?;
            return Ok(None);
        }
        let number = |digits: &str| match digits.parse::<u64>() {
            Ok(number) if number < TOO_MANY => Ok(number as u32),
            _ => Err(Error { kind: Kind::Overflow, text: "the repetition number is too large".into(), position: None }),
        };
        let min = if low.is_empty() { 0 } else { number(&low)? };
        let max = if high.is_empty() { None } else { Some(number(&high)?) };
        if max.is_some_and(|max| max < min) {
            let offset = self.source.position() - here;
            return Err(self.source.error("min repeat greater than max repeat", offset));
        }
        Ok(Some((min, max)))
    }
}

fn dot(flags: i64) -> Node {
    let without = if flags & DOT_ALL != 0 { vec![] } else { vec![('\n' as u32, '\n' as u32)] };
    Node::Set(Set::new(without, vec![], true, Fold::None, false).into())
}

fn category(c: char) -> Option<(Category, bool)> {
    let category = match c.to_ascii_lowercase() {
        'd' => Category::Digit,
        's' => Category::Space,
        'w' => Category::Word,
        _ => return None,
    };
    Some((category, c.is_ascii_uppercase()))
}
