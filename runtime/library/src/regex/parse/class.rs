//! Sets in brackets.

use alloc::format;
use alloc::vec::Vec;

use super::{Parser, category};
use crate::regex::set::{Category, Set};
use crate::regex::source::{Error, Piece, Result};
use crate::regex::tree::Node;

enum Item {
    Character(u32),
    Category(Category, bool),
}

impl Parser {
    /// Behind the opening bracket.
    pub(super) fn class(&mut self, flags: i64) -> Result<Node> {
        let start = self.source.position() - 1;
        let negated = self.source.take('^')?;
        let mut ranges = Vec::new();
        let mut categories = Vec::new();
        loop {
            let piece = self.piece_of_class(start)?;
            if piece == Piece::Plain(']') && !(ranges.is_empty() && categories.is_empty()) {
                break;
            }
            let first = self.item(piece)?;
            if !self.source.take('-')? {
                add(first, &mut ranges, &mut categories);
                continue;
            }
            let other = self.piece_of_class(start)?;
            if other == Piece::Plain(']') {
                add(first, &mut ranges, &mut categories);
                ranges.push(('-' as u32, '-' as u32));
                break;
            }
            match (first, self.item(other)?) {
                (Item::Character(low), Item::Character(high)) if low <= high => ranges.push((low, high)),
                _ => {
                    let (low, high) = (piece.text(), other.text());
                    let offset = low.chars().count() + 1 + high.chars().count();
                    return Err(self.source.error(format!("bad character range {low}-{high}"), offset));
                }
            }
        }
        let set = Set::new(ranges, categories, negated, self.fold(flags), self.is_ascii(flags));
        Ok(Node::Set(set.into()))
    }

    fn piece_of_class(&mut self, start: usize) -> Result<Piece> {
        let piece = self.source.get()?;
        piece.ok_or_else(|| self.unterminated(start))
    }

    fn unterminated(&self, start: usize) -> Error {
        let offset = self.source.position() - start;
        self.source.error("unterminated character set", offset)
    }

    fn item(&mut self, piece: Piece) -> Result<Item> {
        let Piece::Escape(c) = piece else {
            let (Piece::Plain(c) | Piece::Escape(c)) = piece;
            return Ok(Item::Character(c as u32));
        };
        match category(c) {
            Some((category, negated)) => Ok(Item::Category(category, negated)),
            None => self.class_character(c).map(Item::Character),
        }
    }
}

fn add(item: Item, ranges: &mut Vec<(u32, u32)>, categories: &mut Vec<(Category, bool)>) {
    match item {
        Item::Character(code) => ranges.push((code, code)),
        Item::Category(category, negated) => categories.push((category, negated)),
    }
}
