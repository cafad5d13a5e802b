//! Sets of characters: ranges of code points, and categories that are looked up.

use alloc::vec::Vec;

use super::cases::Fold;
use crate::core_runtime::{ALPHANUMERIC, DECIMAL, SPACE, flags, runs_with};

/// The last code point.
pub(super) const LAST: u32 = 0x10_ffff;

/// What `\d`, `\s` and `\w` stand for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Category {
    Digit,
    Space,
    Word,
}

impl Category {
    fn flags(self) -> i64 {
        match self {
            Category::Digit => DECIMAL,
            Category::Space => SPACE,
            Category::Word => ALPHANUMERIC,
        }
    }

    fn has_ascii(self, code: u32) -> bool {
        let Ok(byte) = u8::try_from(code) else { return false };
        match self {
            Category::Digit => byte.is_ascii_digit(),
            Category::Space => matches!(byte, b'\t'..=b'\r' | b' '),
            Category::Word => byte.is_ascii_alphanumeric() || byte == b'_',
        }
    }

    pub(super) fn has(self, code: u32, ascii: bool) -> bool {
        if ascii { self.has_ascii(code) } else { flags(code) & self.flags() != 0 || self == Category::Word && code == u32::from(b'_') }
    }

    /// Its ranges up to a code point.
    fn ranges(self, ascii: bool, limit: u32) -> Ranges {
        if ascii || limit < 128 {
            return Ranges::new((0..128).filter(|code| self.has(*code, ascii)).map(|code| (code, code)).collect());
        }
        let mut ranges: Vec<_> = runs_with(self.flags()).collect();
        if self == Category::Word {
            ranges.push((u32::from(b'_'), u32::from(b'_')));
        }
        Ranges::new(ranges)
    }
}

/// Ranges with both ends, in order and apart from each other.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Ranges(pub(super) Vec<(u32, u32)>);

impl Ranges {
    pub(super) fn new(mut ranges: Vec<(u32, u32)>) -> Self {
        ranges.sort_unstable();
        let mut apart: Vec<(u32, u32)> = Vec::with_capacity(ranges.len());
        for (first, last) in ranges {
            match apart.last_mut() {
                Some((_, end)) if first <= end.saturating_add(1) => *end = last.max(*end),
                _ => apart.push((first, last)),
            }
        }
        Self(apart)
    }

    fn contains(&self, code: u32) -> bool {
        let at = self.0.partition_point(|(_, last)| *last < code);
        self.0.get(at).is_some_and(|(first, _)| *first <= code)
    }

    fn negated(&self, limit: u32) -> Self {
        let mut next = 0;
        let mut gaps = Vec::with_capacity(self.0.len() + 1);
        for (first, last) in &self.0 {
            if *first > next {
                gaps.push((next, first - 1));
            }
            next = last + 1;
        }
        if next <= limit {
            gaps.push((next, limit));
        }
        Self(gaps)
    }

    fn up_to(&self, limit: u32) -> Self {
        Self(self.0.iter().filter(|(first, _)| *first <= limit).map(|(first, last)| (*first, limit.min(*last))).collect())
    }
}

/// A set as a pattern writes it.
#[derive(Debug, Clone)]
pub(super) struct Set {
    ranges: Ranges,
    /// With whether they are negated.
    categories: Vec<(Category, bool)>,
    negated: bool,
    fold: Fold,
    /// Categories have ASCII characters alone.
    ascii: bool,
    /// Whether each of the ASCII characters is in the set.
    bitmap: u128,
}

impl Set {
    pub(super) fn new(ranges: Vec<(u32, u32)>, categories: Vec<(Category, bool)>, negated: bool, fold: Fold, ascii: bool) -> Self {
        let mut set = Self { ranges: closed(Ranges::new(ranges), fold), categories, negated, fold, ascii, bitmap: 0 };
        set.bitmap = (0..128).filter(|code| set.looked_up(*code)).fold(0, |bits, code| bits | 1 << code);
        set
    }

    /// The set of one character.
    pub(super) fn one(code: u32, fold: Fold, ascii: bool) -> Self {
        Self::new(alloc::vec![(code, code)], Vec::new(), false, fold, ascii)
    }

    fn looked_up(&self, code: u32) -> bool {
        let code = self.fold.lower(code);
        let among = |(category, negated): &(Category, bool)| category.has(code, self.ascii) != *negated;
        (self.ranges.contains(code) || self.categories.iter().any(among)) != self.negated
    }

    pub(super) fn contains(&self, code: u32) -> bool {
        if code < 128 { self.bitmap >> code & 1 == 1 } else { self.looked_up(code) }
    }

    /// All that the set contains, up to a code point.
    pub(super) fn ranges(&self, limit: u32) -> Ranges {
        if limit < 128 {
            return Ranges::new((0..=limit).filter(|code| self.contains(*code)).map(|code| (code, code)).collect());
        }
        let mut all = self.ranges.0.clone();
        for (category, negated) in &self.categories {
            let ranges = category.ranges(self.ascii, limit);
            all.extend(if *negated { ranges.negated(LAST) } else { ranges }.0);
        }
        let mut all = Ranges::new(all);
        if self.fold != Fold::None {
            // A character is in the set if its lower-case form is.
            let single = |found: &mut dyn Iterator<Item = u32>| Ranges::new(found.map(|code| (code, code)).collect());
            let lowered = self.fold.lowered();
            let inside = single(&mut lowered.iter().filter(|(_, lower)| all.contains(*lower)).map(|(code, _)| *code));
            let others = single(&mut lowered.iter().map(|(code, _)| *code)).negated(LAST);
            all = intersection(&all, &others);
            all.0.extend(inside.0);
            all = Ranges::new(all.0);
        }
        if self.negated { all.negated(limit) } else { all.up_to(limit) }
    }
}

fn intersection(one: &Ranges, other: &Ranges) -> Ranges {
    let (mut at, mut common) = (0, Vec::new());
    for (first, last) in &one.0 {
        while other.0.get(at).is_some_and(|(_, end)| end < first) {
            at += 1;
        }
        let reaching = other.0[at..].iter().take_while(|(start, _)| start <= last);
        common.extend(reaching.map(|(start, end)| (*start.max(first), *end.min(last))));
    }
    Ranges(common)
}

/// Adds what is the same as something in the ranges.
fn closed(mut ranges: Ranges, fold: Fold) -> Ranges {
    if fold == Fold::None {
        return ranges;
    }
    let lowered: Vec<_> = fold.lowered().iter().filter(|(code, _)| ranges.contains(*code)).map(|(_, lower)| (*lower, *lower)).collect();
    ranges.0.extend(lowered);
    ranges = Ranges::new(ranges.0);
    let alike = fold.alike().iter().filter(|group| group.iter().any(|code| ranges.contains(*code)));
    let alike: Vec<_> = alike.copied().flatten().map(|code| (*code, *code)).collect();
    ranges.0.extend(alike);
    Ranges::new(ranges.0)
}
