//! A pattern's characters, and what is wrong with them. A backslash and the character behind it are one piece.

use alloc::format;
use alloc::string::{String, ToString as _};
use alloc::vec::Vec;

use crate::core_runtime::{CONTINUES_IDENTIFIER, STARTS_IDENTIFIER, flags};

/// Which exception a pattern raises.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Pattern,
    Overflow,
    Value,
    Recursion,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Error {
    pub(super) kind: Kind,
    pub(super) text: String,
    /// In characters.
    pub(super) position: Option<usize>,
}

pub(super) type Result<T> = core::result::Result<T, Error>;

/// A character, or the one behind a backslash.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Piece {
    Plain(char),
    Escape(char),
}

impl Piece {
    fn size(self) -> usize {
        if matches!(self, Piece::Plain(_)) { 1 } else { 2 }
    }

    pub(super) fn text(self) -> String {
        match self {
            Piece::Plain(c) => c.to_string(),
            Piece::Escape(c) => format!("\\{c}"),
        }
    }
}

pub(super) struct Source {
    characters: Vec<char>,
    /// Behind `next`.
    index: usize,
    next: Option<Piece>,
    pub(super) is_text: bool,
}

impl Source {
    pub(super) fn new(characters: Vec<char>, is_text: bool) -> Result<Self> {
        let mut source = Self { characters, index: 0, next: None, is_text };
        source.advance()?;
        Ok(source)
    }

    fn advance(&mut self) -> Result<()> {
        let Some(c) = self.characters.get(self.index).copied() else {
            self.next = None;
            return Ok(());
        };
        let piece = match c {
            '\\' => Piece::Escape(self.characters.get(self.index + 1).copied().ok_or_else(|| Error {
                kind: Kind::Pattern,
                text: "bad escape (end of pattern)".into(),
                position: Some(self.characters.len() - 1),
            })?),
            c => Piece::Plain(c),
        };
        self.index += piece.size();
        self.next = Some(piece);
        Ok(())
    }

    pub(super) fn peek(&self) -> Option<Piece> {
        self.next
    }

    pub(super) fn sees(&self, c: char) -> bool {
        self.next == Some(Piece::Plain(c))
    }

    pub(super) fn get(&mut self) -> Result<Option<Piece>> {
        let piece = self.next;
        self.advance()?;
        Ok(piece)
    }

    /// Goes over a character if it is the next one.
    pub(super) fn take(&mut self, c: char) -> Result<bool> {
        let found = self.sees(c);
        if found {
            self.advance()?;
        }
        Ok(found)
    }

    /// Goes over some of the characters that fit.
    pub(super) fn take_while(&mut self, most: usize, fits: impl Fn(char) -> bool) -> Result<String> {
        let mut found = String::new();
        for _ in 0..most {
            match self.next {
                Some(Piece::Plain(c)) if fits(c) => found.push(c),
                _ => break,
            }
            self.advance()?;
        }
        Ok(found)
    }

    /// The name before a terminator.
    pub(super) fn name(&mut self, terminator: char, what: &str) -> Result<String> {
        let mut found = String::new();
        loop {
            let Some(piece) = self.get()? else {
                return Err(match found.is_empty() {
                    true => self.error(format!("missing {what}"), 0),
                    false => self.error(format!("missing {terminator}, unterminated name"), found.chars().count()),
                });
            };
            if piece == Piece::Plain(terminator) {
                return if found.is_empty() { Err(self.error(format!("missing {what}"), 1)) } else { Ok(found) };
            }
            found += &piece.text();
        }
    }

    pub(super) fn check_group_name(&self, name: &str, offset: usize) -> Result<()> {
        if is_identifier(name) && (self.is_text || name.is_ascii()) {
            return Ok(());
        }
        Err(self.error(format!("bad character in group name {}", self.quoted(name)), name.chars().count() + offset))
    }

    /// As `repr` writes it.
    pub(super) fn quoted(&self, name: &str) -> String {
        let quote = if name.contains('\'') && !name.contains('"') { '"' } else { '\'' };
        let mut text = String::new();
        if !self.is_text {
            text.push('b');
        }
        text.push(quote);
        for c in name.chars() {
            match c {
                '\\' => text += "\\\\",
                '\n' => text += "\\n",
                '\r' => text += "\\r",
                '\t' => text += "\\t",
                c if c == quote => text += &format!("\\{c}"),
                c if c < ' ' || c == '\u{7f}' || !self.is_text && !c.is_ascii() => text += &format!("\\x{:02x}", c as u32),
                c => text.push(c),
            }
        }
        text.push(quote);
        text
    }

    /// Where the next piece starts.
    pub(super) fn position(&self) -> usize {
        self.index - self.next.map_or(0, Piece::size)
    }

    pub(super) fn go_back(&mut self, position: usize) -> Result<()> {
        self.index = position;
        self.advance()
    }

    /// An error some characters before the next piece.
    pub(super) fn error(&self, text: impl Into<String>, offset: usize) -> Error {
        Error { kind: Kind::Pattern, text: text.into(), position: Some(self.position() - offset) }
    }
}

pub(super) fn is_identifier(name: &str) -> bool {
    name.chars().enumerate().all(|(index, c)| {
        let wanted = if index == 0 { STARTS_IDENTIFIER } else { CONTINUES_IDENTIFIER };
        flags(c as u32) & wanted != 0
    })
}
