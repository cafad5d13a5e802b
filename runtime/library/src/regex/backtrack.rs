//! The backtracking machine: it tries what CPython tries, in the same order, with a stack on the heap.

use alloc::vec::Vec;

use super::cases::Fold;
use super::program::{One, Place, Program, Register, Step, last_group};
use super::set::Category;
use super::tree::{At, Order};

/// What a register holds that holds nothing.
pub(super) const NOWHERE: usize = usize::MAX;

/// How a text is taken apart.
pub(super) trait Characters {
    /// The character at a place, and the place behind it.
    fn next(text: &[u8], at: usize) -> Option<(u32, usize)>;
    /// The character before a place, and where it starts.
    fn before(text: &[u8], at: usize) -> Option<(u32, usize)>;
}

/// A byte for each character: ASCII, and bytes.
pub(super) struct Bytes;
pub(super) struct Utf8;

impl Characters for Bytes {
    fn next(text: &[u8], at: usize) -> Option<(u32, usize)> {
        text.get(at).map(|byte| (u32::from(*byte), at + 1))
    }

    fn before(text: &[u8], at: usize) -> Option<(u32, usize)> {
        let at = at.checked_sub(1)?;
        text.get(at).map(|byte| (u32::from(*byte), at))
    }
}

impl Characters for Utf8 {
    fn next(text: &[u8], at: usize) -> Option<(u32, usize)> {
        let lead = *text.get(at)?;
        let rest = |index: usize| u32::from(text.get(at + index).copied().unwrap_or(0) & 0x3f);
        Some(match lead {
            0..0x80 => (u32::from(lead), at + 1),
            0x80..0xe0 => (u32::from(lead & 0x1f) << 6 | rest(1), at + 2),
            0xe0..0xf0 => (u32::from(lead & 0x0f) << 12 | rest(1) << 6 | rest(2), at + 3),
            _ => (u32::from(lead & 0x07) << 18 | rest(1) << 12 | rest(2) << 6 | rest(3), at + 4),
        })
    }

    fn before(text: &[u8], at: usize) -> Option<(u32, usize)> {
        let mut start = at.checked_sub(1)?;
        while start > 0 && text.get(start)? & 0xc0 == 0x80 {
            start -= 1;
        }
        Self::next(text, start).map(|(code, _)| (code, start))
    }
}

/// What to do where a way ends.
enum Way {
    /// Go on there.
    Try(Place, usize),
    /// A register was changed: put back what it held, and go back further.
    Undo(Register, usize),
    /// Give one character back, down to a place, and go on.
    Less { then: Place, at: usize, lowest: usize },
    /// Match a loop's body once more.
    Enter { body: Place, state: Register, at: usize },
    /// Take one character more and go on.
    More { step: Place, at: usize, left: Option<u32> },
}

/// What a match has to be.
#[derive(Debug, Clone, Copy)]
pub(super) struct Wanted {
    /// At the place where the search starts.
    pub(super) anchored: bool,
    /// Up to the end.
    pub(super) full: bool,
    /// Not nothing at the place where the search starts.
    pub(super) advance: bool,
}

pub(super) struct Machine<'a> {
    program: &'a Program,
    text: &'a [u8],
    registers: Vec<usize>,
    ways: Vec<Way>,
}

impl<'a> Machine<'a> {
    pub(super) fn new(program: &'a Program, text: &'a [u8]) -> Self {
        Self { program, text, registers: Vec::new(), ways: Vec::new() }
    }

    /// Looks for a match; gives where its groups start and end, and the number of the group that was closed last.
    pub(super) fn search<C: Characters>(&mut self, from: usize, wanted: Wanted) -> Option<&[usize]> {
        let mut at = from;
        loop {
            let next = C::next(self.text, at);
            let must_advance = wanted.advance && at == from;
            if self.program.first.allows(next.map(|(code, _)| code)) && self.matches::<C>(at, wanted.full, must_advance) {
                return Some(&self.registers[..=last_group(self.program.groups)]);
            }
            at = next?.1;
            if wanted.anchored {
                return None;
            }
        }
    }

    fn set(&mut self, register: Register, value: usize) {
        self.ways.push(Way::Undo(register, self.registers[register]));
        self.registers[register] = value;
    }

    fn matches<C: Characters>(&mut self, start: usize, full: bool, must_advance: bool) -> bool {
        self.registers.clear();
        self.registers.resize(self.program.registers, NOWHERE);
        self.registers[0] = start;
        self.ways.clear();
        let (mut step, mut at) = (0, start);
        let program = self.program;
        loop {
            let next = match &program.steps[step] {
                Step::Match if full && at != self.text.len() || must_advance && at == start => None,
                Step::Match => {
                    self.registers[1] = at;
                    return true;
                }
                Step::One(one) => match C::next(self.text, at) {
                    Some((code, behind)) if one.matches(code) => Some((step + 1, behind)),
                    _ => None,
                },
                Step::Many { one, min, max, order } => self.many::<C>(one, *min, *max, *order, step, at),
                other => self.control::<C>(other, step, at),
            };
            match next.or_else(|| self.back::<C>()) {
                Some(next) => (step, at) = next,
                None => return false,
            }
        }
    }

    /// Goes back to the last way that is left.
    fn back<C: Characters>(&mut self) -> Option<(Place, usize)> {
        loop {
            match self.ways.pop()? {
                Way::Try(step, at) => return Some((step, at)),
                Way::Undo(register, value) => self.registers[register] = value,
                Way::Enter { body, state, at } => return Some(self.enter(body, state, at)),
                Way::Less { then, at, lowest } => {
                    let (_, at) = C::before(self.text, at)?;
                    if at > lowest {
                        self.ways.push(Way::Less { then, at, lowest });
                    }
                    return Some((then, at));
                }
                Way::More { step, at, left } => {
                    let Step::Many { one, .. } = &self.program.steps[step] else { continue };
                    if let Some((code, behind)) = C::next(self.text, at)
                        && one.matches(code)
                    {
                        let left = left.map(|left| left - 1);
                        if left != Some(0) {
                            self.ways.push(Way::More { step, at: behind, left });
                        }
                        return Some((step + 1, behind));
                    }
                }
            }
        }
    }

    fn many<C: Characters>(
        &mut self,
        one: &One,
        min: u32,
        max: Option<u32>,
        order: Order,
        step: Place,
        at: usize,
    ) -> Option<(Place, usize)> {
        let take = |mut at: usize, most: Option<u32>| {
            let mut count = 0;
            while most.is_none_or(|most| count < most) {
                match C::next(self.text, at) {
                    Some((code, behind)) if one.matches(code) => at = behind,
                    _ => break,
                }
                count += 1;
            }
            (at, count)
        };
        let (lowest, count) = take(at, Some(min));
        if count < min {
            return None;
        }
        let left = max.map(|max| max - min);
        if order == Order::Least {
            if left != Some(0) {
                self.ways.push(Way::More { step, at: lowest, left });
            }
            return Some((step + 1, lowest));
        }
        let (highest, _) = take(lowest, left);
        if order == Order::Most && highest > lowest {
            self.ways.push(Way::Less { then: step + 1, at: highest, lowest });
        }
        Some((step + 1, highest))
    }

    fn control<C: Characters>(&mut self, control: &Step, step: Place, at: usize) -> Option<(Place, usize)> {
        match control {
            Step::At(place) => return self.is_at::<C>(*place, at).then_some((step + 1, at)),
            Step::Save(register) => self.set(*register, at),
            Step::Close(group) => {
                self.set(2 * group + 1, at);
                self.set(last_group(self.program.groups), *group);
            }
            Step::Split(first, second) => {
                self.ways.push(Way::Try(*second, at));
                return Some((*first, at));
            }
            Step::Jump(to) => return Some((*to, at)),
            Step::Enter(state) => {
                self.set(*state, 0);
                self.set(state + 1, NOWHERE);
            }
            Step::Loop { state, min, max, lazy, body } => return self.again(*state, (*min, *max), *lazy, *body, step, at),
            Step::Mark(register) => self.set(*register, self.ways.len() + 1),
            Step::Commit(register) => self.commit(self.registers[*register]),
            Step::Refuse(register) => {
                let mark = self.registers[*register];
                while self.ways.len() > mark {
                    if let Some(Way::Undo(register, value)) = self.ways.pop() {
                        self.registers[register] = value;
                    }
                }
                return None;
            }
            Step::Restore(register) => return Some((step + 1, self.registers[*register])),
            Step::Back(count) => {
                let mut at = at;
                for _ in 0..*count {
                    at = C::before(self.text, at)?.1;
                }
                return Some((step + 1, at));
            }
            Step::Reference(group, fold) => return self.repeated::<C>(*group, *fold, at).map(|at| (step + 1, at)),
            Step::Unless(group, to) if self.captured(*group).is_none() => return Some((*to, at)),
            Step::Unless(..) => {}
            Step::Fail | Step::Match | Step::One(_) | Step::Many { .. } => return None,
        }
        Some((step + 1, at))
    }

    /// At the end of a loop's body: once more, or on. What matches nothing is not repeated for ever.
    fn again(
        &mut self,
        state: Register,
        bounds: (u32, Option<u32>),
        lazy: bool,
        body: Place,
        step: Place,
        at: usize,
    ) -> Option<(Place, usize)> {
        let (count, last) = (self.registers[state], self.registers[state + 1]);
        let (min, max) = bounds;
        if count < min as usize {
            self.set(state, count + 1);
            return Some((body, at));
        }
        if max.is_some_and(|max| count >= max as usize) || at == last {
            return Some((step + 1, at));
        }
        if lazy {
            self.ways.push(Way::Enter { body, state, at });
            return Some((step + 1, at));
        }
        self.ways.push(Way::Try(step + 1, at));
        Some(self.enter(body, state, at))
    }

    /// Matches a loop's body once more.
    fn enter(&mut self, body: Place, state: Register, at: usize) -> (Place, usize) {
        self.set(state, self.registers[state] + 1);
        self.set(state + 1, at);
        (body, at)
    }

    /// Forgets the ways above a mark, but not what registers held before.
    fn commit(&mut self, mark: usize) {
        let mut kept = mark.min(self.ways.len());
        for index in kept..self.ways.len() {
            if matches!(self.ways[index], Way::Undo(..)) {
                self.ways.swap(kept, index);
                kept += 1;
            }
        }
        self.ways.truncate(kept);
    }

    fn captured(&self, group: usize) -> Option<(usize, usize)> {
        let (start, end) = (self.registers[2 * group], self.registers[2 * group + 1]);
        (start != NOWHERE && end != NOWHERE && start <= end).then_some((start, end))
    }

    /// Matches what a group has captured once more; gives the place behind.
    fn repeated<C: Characters>(&self, group: usize, fold: Fold, at: usize) -> Option<usize> {
        let (start, end) = self.captured(group)?;
        if fold == Fold::None {
            return self.text[at..].starts_with(&self.text[start..end]).then(|| at + end - start);
        }
        let (mut from, mut at) = (start, at);
        while from < end {
            let (wanted, next) = C::next(self.text, from)?;
            let (code, behind) = C::next(self.text, at)?;
            if fold.lower(wanted) != fold.lower(code) {
                return None;
            }
            (from, at) = (next, behind);
        }
        Some(at)
    }

    fn is_at<C: Characters>(&self, place: At, at: usize) -> bool {
        let (text, end) = (self.text, self.text.len());
        match place {
            At::Start => at == 0,
            At::StartOfLine => at == 0 || text[at - 1] == b'\n',
            At::End => at == end,
            At::LastLine => at == end || at + 1 == end && text[at] == b'\n',
            At::EndOfLine => at == end || text[at] == b'\n',
            // CPython finds neither in an empty text.
            At::Boundary { .. } if end == 0 => false,
            At::Boundary { negated, ascii } => {
                let is_word = |found: Option<(u32, usize)>| found.is_some_and(|(code, _)| Category::Word.has(code, ascii));
                (is_word(C::before(text, at)) != is_word(C::next(text, at))) != negated
            }
        }
    }
}
