//! What a backslash begins, outside and inside of brackets.

use alloc::format;
use alloc::string::String;
use alloc::vec;

use super::{Parser, category};
use crate::regex::set::Set;
use crate::regex::source::{Error, Piece, Result};
use crate::regex::tree::{At, Node};

const BAD_OCTAL: &str = "outside of range 0-0o377";

impl Parser {
    /// Outside of brackets.
    pub(super) fn escape(&mut self, c: char, flags: i64) -> Result<Node> {
        let ascii = self.is_ascii(flags);
        if let Some((category, negated)) = category(c) {
            let set = Set::new(vec![], vec![(category, negated)], false, self.fold(flags), ascii);
            return Ok(Node::Set(set.into()));
        }
        match c {
            'A' => Ok(Node::At(At::Start)),
            'Z' => Ok(Node::At(At::End)),
            'b' | 'B' => Ok(Node::At(At::Boundary { negated: c == 'B', ascii })),
            '0' => {
                let digits = self.source.take_while(2, is_octal)?;
                Ok(self.literal(u32::from_str_radix(&format!("0{digits}"), 8).unwrap_or(0), flags))
            }
            '1'..='9' => self.number(c, flags),
            c => {
                let code = self.character(c)?;
                Ok(self.literal(code, flags))
            }
        }
    }

    /// A group's number, or a character's in octal.
    fn number(&mut self, c: char, flags: i64) -> Result<Node> {
        let mut digits = String::from(c);
        if let Some(Piece::Plain(next @ '0'..='9')) = self.source.peek() {
            self.source.get()?;
            digits.push(next);
            if is_octal(c)
                && is_octal(next)
                && let Some(Piece::Plain(last)) = self.source.peek()
                && is_octal(last)
            {
                self.source.get()?;
                digits.push(last);
                let code = u32::from_str_radix(&digits, 8).unwrap_or(u32::MAX);
                if code > 0o377 {
                    return Err(self.source.error(format!("octal escape value \\{digits} {BAD_OCTAL}"), 4));
                }
                return Ok(self.literal(code, flags));
            }
        }
        let group = digits.parse::<usize>().unwrap_or(usize::MAX);
        if group >= self.names.len() {
            return Err(self.source.error(format!("invalid group reference {group}"), digits.len()));
        }
        self.check_reference(group, digits.len() + 1)?;
        Ok(Node::Reference(group, self.fold(flags)))
    }

    /// An escape inside of brackets that stands for one character.
    pub(super) fn class_character(&mut self, c: char) -> Result<u32> {
        match c {
            'b' => Ok(8),
            '0'..='7' => {
                let digits = format!("{c}{}", self.source.take_while(2, is_octal)?);
                let code = u32::from_str_radix(&digits, 8).unwrap_or(u32::MAX);
                if code > 0o377 {
                    return Err(self.source.error(format!("octal escape value \\{digits} {BAD_OCTAL}"), digits.len() + 1));
                }
                Ok(code)
            }
            '8' | '9' => Err(self.bad_escape(&format!("\\{c}"))),
            c => self.character(c),
        }
    }

    /// What is the same inside and outside of brackets.
    fn character(&mut self, c: char) -> Result<u32> {
        Ok(match c {
            'a' => 7,
            'f' => 12,
            'n' => 10,
            'r' => 13,
            't' => 9,
            'v' => 11,
            'x' => self.hexadecimal(c, 2)?,
            'u' if self.source.is_text => self.hexadecimal(c, 4)?,
            'U' if self.source.is_text => self.hexadecimal(c, 8)?,
            'N' if self.source.is_text => {
                if !self.source.take('{')? {
                    return Err(self.source.error("missing {", 0));
                }
                let name = self.source.name('}', "character name")?;
                let text = format!("names of characters are not supported: write the code of {}", self.source.quoted(&name));
                return Err(self.source.error(text, name.chars().count() + 4));
            }
            c if c.is_ascii_alphabetic() => return Err(self.bad_escape(&format!("\\{c}"))),
            c => c as u32,
        })
    }

    fn hexadecimal(&mut self, c: char, count: usize) -> Result<u32> {
        let digits = self.source.take_while(count, |c| c.is_ascii_hexdigit())?;
        let escape = format!("\\{c}{digits}");
        if digits.len() != count {
            return Err(self.source.error(format!("incomplete escape {escape}"), escape.len()));
        }
        let code = u32::from_str_radix(&digits, 16).unwrap_or(u32::MAX);
        if code > 0x10_ffff { Err(self.bad_escape(&escape)) } else { Ok(code) }
    }

    pub(super) fn bad_escape(&self, escape: &str) -> Error {
        self.source.error(format!("bad escape {escape}"), escape.chars().count())
    }
}

fn is_octal(c: char) -> bool {
    matches!(c, '0'..='7')
}
