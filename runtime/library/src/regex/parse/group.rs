//! What a parenthesis begins.

use alloc::format;
use alloc::string::{String, ToString as _};

use super::{ASCII, DOT_ALL, IGNORE_CASE, LOCALE, MULTI_LINE, Parser, UNICODE, VERBOSE};
use crate::regex::source::{Piece, Result, is_identifier};
use crate::regex::tree::{Node, Width};

/// Flags of which a pattern has one.
const OF_TYPE: i64 = ASCII | LOCALE | UNICODE;

enum Open {
    Capture(Option<String>),
    Plain,
    Atomic,
}

impl Parser {
    /// Behind the parenthesis; what stands for nothing gives nothing. `first` tells whether flags for the whole pattern may be set here.
    pub(super) fn group(&mut self, flags: &mut i64, first: bool) -> Result<Option<Node>> {
        let start = self.source.position() - 1;
        let mut inner = *flags;
        let mut open = Open::Capture(None);
        if self.source.take('?')? {
            let piece = self.needed()?;
            match piece {
                Piece::Plain('P') => match self.named()? {
                    Named::Group(name) => open = Open::Capture(Some(name)),
                    Named::Reference(group) => return Ok(Some(Node::Reference(group, self.fold(*flags)))),
                },
                Piece::Plain(':') => open = Open::Plain,
                Piece::Plain('#') => return self.comment(start),
                Piece::Plain('=' | '!' | '<') => return self.look(piece, *flags, start).map(Some),
                Piece::Plain('(') => return self.conditional(*flags, start).map(Some),
                Piece::Plain('>') => open = Open::Atomic,
                Piece::Plain(c) if c == '-' || flag(c).is_some() => match self.inline_flags(c)? {
                    None if !first => {
                        let offset = self.source.position() - start;
                        return Err(self.source.error("global flags not at the start of the expression", offset));
                    }
                    None => {
                        *flags = self.flags;
                        return Ok(None);
                    }
                    Some((added, removed)) => {
                        open = Open::Plain;
                        if added & OF_TYPE != 0 {
                            inner &= !OF_TYPE;
                        }
                        inner = (inner | added) & !removed;
                    }
                },
                piece => {
                    let text = piece.text();
                    return Err(self.source.error(format!("unknown extension ?{text}"), text.chars().count() + 1));
                }
            }
        }
        self.enclosed(open, inner, start).map(Some)
    }

    /// What follows, up to the closing parenthesis.
    fn enclosed(&mut self, open: Open, flags: i64, start: usize) -> Result<Node> {
        let number = match &open {
            Open::Capture(name) => Some(self.open_group(name.clone())?),
            _ => None,
        };
        let body = self.alternatives(flags, false)?;
        self.close(start)?;
        if let Some(number) = number {
            let width = self.width(&body);
            self.widths[number] = Some(width);
        }
        Ok(match open {
            Open::Atomic => Node::Atomic(body),
            _ => Node::Group(number, body),
        })
    }

    fn width(&self, body: &[Node]) -> Width {
        let known: alloc::vec::Vec<_> = self.widths.iter().map(|width| width.unwrap_or(Width { least: 0, most: None })).collect();
        Width::of_all(body, &known)
    }

    fn open_group(&mut self, name: Option<String>) -> Result<usize> {
        let number = self.names.len();
        if let Some(name) = &name
            && let Some(old) = self.names.iter().position(|other| other.as_ref() == Some(name))
        {
            let quoted = text_quoted(self, name);
            let text = format!("redefinition of group name {quoted} as group {number}; was group {old}");
            return Err(self.source.error(text, name.chars().count() + 1));
        }
        self.names.push(name);
        self.widths.push(None);
        Ok(number)
    }

    fn close(&mut self, start: usize) -> Result<()> {
        if self.source.take(')')? {
            return Ok(());
        }
        let offset = self.source.position() - start;
        Err(self.source.error("missing ), unterminated subpattern", offset))
    }

    fn needed(&mut self) -> Result<Piece> {
        let piece = self.source.get()?;
        piece.ok_or_else(|| self.source.error("unexpected end of pattern", 0))
    }

    /// Behind `(?P`.
    fn named(&mut self) -> Result<Named> {
        if self.source.take('<')? {
            let name = self.source.name('>', "group name")?;
            self.source.check_group_name(&name, 1)?;
            return Ok(Named::Group(name));
        }
        if self.source.take('=')? {
            let name = self.source.name(')', "group name")?;
            self.source.check_group_name(&name, 1)?;
            let group = self.known(&name)?;
            self.check_reference(group, name.chars().count() + 1)?;
            return Ok(Named::Reference(group));
        }
        let text = self.needed()?.text();
        Err(self.source.error(format!("unknown extension ?P{text}"), text.chars().count() + 2))
    }

    fn known(&self, name: &str) -> Result<usize> {
        let found = self.names.iter().position(|other| other.as_deref() == Some(name));
        found.ok_or_else(|| self.source.error(format!("unknown group name {}", text_quoted(self, name)), name.chars().count() + 1))
    }

    pub(super) fn check_reference(&self, group: usize, offset: usize) -> Result<()> {
        if self.widths[group].is_none() {
            return Err(self.source.error("cannot refer to an open group", offset));
        }
        self.check_behind(group)
    }

    fn check_behind(&self, group: usize) -> Result<()> {
        match self.behind {
            None => Ok(()),
            Some(_) if self.widths.get(group).is_none_or(Option::is_none) => Err(self.source.error("cannot refer to an open group", 0)),
            Some(before) if group >= before => Err(self.source.error("cannot refer to group defined in the same lookbehind subpattern", 0)),
            Some(_) => Ok(()),
        }
    }

    fn comment(&mut self, start: usize) -> Result<Option<Node>> {
        loop {
            match self.source.get()? {
                None => {
                    let offset = self.source.position() - start;
                    return Err(self.source.error("missing ), unterminated comment", offset));
                }
                Some(Piece::Plain(')')) => return Ok(None),
                Some(_) => {}
            }
        }
    }

    fn look(&mut self, piece: Piece, flags: i64, start: usize) -> Result<Node> {
        let mut piece = piece;
        let is_behind = piece == Piece::Plain('<');
        let outside = self.behind;
        if is_behind {
            piece = self.needed()?;
            if !matches!(piece, Piece::Plain('=' | '!')) {
                let text = piece.text();
                return Err(self.source.error(format!("unknown extension ?<{text}"), text.chars().count() + 2));
            }
            self.behind = outside.or(Some(self.names.len()));
        }
        let body = self.alternatives(flags, false)?;
        self.behind = outside;
        self.close(start)?;
        let negated = piece == Piece::Plain('!');
        if negated && body.is_empty() {
            return Ok(Node::Fail);
        }
        let behind = match (is_behind, self.width(&body)) {
            (false, _) => None,
            (true, Width { least, most: Some(most) }) if least == most => Some(least),
            (true, _) => {
                self.looks_far_back = true;
                None
            }
        };
        Ok(Node::Look { behind, negated, body })
    }

    /// Behind `(?(`.
    fn conditional(&mut self, flags: i64, start: usize) -> Result<Node> {
        let name = self.source.name(')', "group name")?;
        let size = name.chars().count();
        let group = if is_identifier(&name) {
            self.source.check_group_name(&name, 1)?;
            self.known(&name)?
        } else {
            let number = name.trim().trim_start_matches('+').parse::<usize>();
            let number =
                number.map_err(|_| self.source.error(format!("bad character in group name {}", self.source.quoted(&name)), size + 1))?;
            if number == 0 {
                return Err(self.source.error("bad group number", size + 1));
            }
            if number >= i32::MAX as usize / 2 {
                return Err(self.source.error(format!("invalid group reference {number}"), size + 1));
            }
            self.mentioned.push((number, self.source.position() - size - 1));
            number
        };
        self.check_behind(group)?;
        self.depth += 1;
        let mut inner = flags;
        let yes = self.sequence(&mut inner, false)?;
        let mut no = alloc::vec![];
        if self.source.take('|')? {
            no = self.sequence(&mut inner, false)?;
            if self.source.sees('|') {
                return Err(self.source.error("conditional backref with more than two branches", 0));
            }
        }
        self.depth -= 1;
        self.close(start)?;
        Ok(Node::Conditional { group, yes, no })
    }

    /// Flags of the whole pattern give nothing; others give what is added and removed inside of the group.
    fn inline_flags(&mut self, first: char) -> Result<Option<(i64, i64)>> {
        let mut added = 0;
        let mut c = first;
        while c != '-' {
            let Some(bit) = flag(c) else { break };
            if self.source.is_text && c == 'L' {
                return Err(self.source.error("bad inline flags: cannot use 'L' flag with a str pattern", 0));
            }
            if !self.source.is_text && c == 'u' {
                return Err(self.source.error("bad inline flags: cannot use 'u' flag with a bytes pattern", 0));
            }
            added |= bit;
            if bit & OF_TYPE != 0 && added & OF_TYPE != bit {
                return Err(self.source.error("bad inline flags: flags 'a', 'u' and 'L' are incompatible", 0));
            }
            c = self.flag_or(")-:", "missing -, : or )")?;
        }
        if c == ')' {
            self.flags |= added;
            return Ok(None);
        }
        let mut removed = 0;
        if c == '-' {
            c = self.flag_or("", "missing flag")?;
            while let Some(bit) = flag(c) {
                if bit & OF_TYPE != 0 {
                    return Err(self.source.error("bad inline flags: cannot turn off flags 'a', 'u' and 'L'", 0));
                }
                removed |= bit;
                c = self.flag_or(":", "missing :")?;
            }
        }
        if added & removed != 0 {
            return Err(self.source.error("bad inline flags: flag turned on and off", 1));
        }
        Ok(Some((added, removed)))
    }

    /// The next flag, or one of the characters that end them.
    fn flag_or(&mut self, ends: &str, missing: &str) -> Result<char> {
        let Some(piece) = self.source.get()? else { return Err(self.source.error(missing, 0)) };
        let text = piece.text();
        match piece {
            Piece::Plain(c) if ends.contains(c) || flag(c).is_some() => Ok(c),
            Piece::Plain(c) if c.is_alphabetic() => Err(self.source.error("unknown flag", 1)),
            _ => Err(self.source.error(missing, text.chars().count())),
        }
    }
}

enum Named {
    Group(String),
    Reference(usize),
}

fn flag(c: char) -> Option<i64> {
    Some(match c {
        'i' => IGNORE_CASE,
        'L' => LOCALE,
        'm' => MULTI_LINE,
        's' => DOT_ALL,
        'x' => VERBOSE,
        'a' => ASCII,
        'u' => UNICODE,
        _ => return None,
    })
}

/// Names of groups are text in messages whatever the pattern is.
fn text_quoted(parser: &Parser, name: &str) -> String {
    parser.source.quoted(name).trim_start_matches('b').to_string()
}
