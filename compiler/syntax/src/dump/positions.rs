//! Positions as CPython 3.11 prints them.
//!
//! Outside of f-strings these are the true ones. CPython 3.11 parses each replacement field as a text of its own, `(` + expression + `)`, and moves
//! the positions found there:
//! - the first line of the field starts at the column of the field's `{`, counted from the start of its line inside the literal, plus the column of
//!   the literal if that is the literal's first line; or plus nothing if only white space stands between the `{` and the line's end;
//! - on further lines columns count from the start of the line;
//! - an f-string and everything in it that is no expression has the position of the whole concatenation it is part of;
//! - save that a format specification, and text at its end, has the position of the one literal it is in.

use pyc_base::{LineCol, LineIndex, Span};

use crate::lexer;
use crate::token::Token;

pub(super) struct Positions<'a> {
    text: &'a str,
    index: LineIndex,
    /// For each replacement field where its `{` is and the literal that holds it; by the former.
    fields: Vec<(u32, Span)>,
    /// The fields around the node that is printed, outermost first.
    around: Vec<Around>,
}

/// How a field moves the positions in it.
struct Around {
    /// The offset of its `{`.
    open: u32,
    line: u32,
    column: u32,
}

impl<'a> Positions<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        let mut fields: Vec<(u32, Span)> = Vec::new();
        // Without an f there is no f-string.
        if text.contains(['f', 'F', 't', 'T']) && text.contains('{') {
            let mut literals = Vec::new();
            for tok in lexer::lex(text, &mut Vec::new()) {
                match tok.token {
                    Token::FStart => literals.push(tok.start),
                    Token::FEnd => {
                        let start = literals.pop();
                        let inside = fields.iter_mut().rev().take_while(|(open, _)| Some(*open) > start);
                        inside.filter(|(_, literal)| Some(literal.start) == start).for_each(|(_, literal)| literal.end = tok.end);
                    }
                    Token::FOpen => fields.extend(literals.last().map(|&start| (tok.start, Span::new(start, start)))),
                    _ => {}
                }
            }
        }
        Self { text, index: LineIndex::new(text), fields, around: Vec::new() }
    }

    pub(super) fn of(&self, offset: u32) -> LineCol {
        let Some(around) = self.around.last() else { return self.index.line_col(offset) };
        let before = &self.text[around.open as usize..(offset as usize).max(around.open as usize)];
        match before.rfind(['\n', '\r']) {
            Some(last) => LineCol { line: around.line + line_breaks(before), column: (before.len() - last - 1) as u32 },
            None => LineCol { line: around.line, column: around.column + before.len() as u32 },
        }
    }

    /// The start of a node. CPython 3.11 does not move a string in a field that ends on a later line than it starts.
    pub(super) fn of_start(&self, span: Span) -> LineCol {
        let place = self.of(span.start);
        let Some(around) = self.around.last().filter(|around| around.line == place.line) else { return place };
        let text = &self.text[span.range()];
        if !text.contains(['\n', '\r']) || !text.trim_start_matches(|c: char| c.is_ascii_alphabetic()).starts_with(['"', '\'']) {
            return place;
        }
        let mut literals = 0;
        let first = lexer::lex(text, &mut Vec::new()).into_iter().find(|tok| {
            literals += i32::from(tok.token == Token::FStart) - i32::from(tok.token == Token::FEnd);
            literals == 0
        });
        match first {
            Some(first) if text[..first.end as usize].contains(['\n', '\r']) => LineCol { column: span.start - around.open, ..place },
            _ => place,
        }
    }

    /// The literal that holds the replacement field at `open`.
    pub(super) fn literal(&self, open: u32) -> Span {
        self.fields.binary_search_by_key(&open, |field| field.0).map_or(Span::new(open, open), |at| self.fields[at].1)
    }

    /// From here on positions are inside the replacement field at `open`.
    pub(super) fn enter(&mut self, open: u32) {
        let literal = self.literal(open);
        let start = self.of_start(literal);
        let before = &self.text[literal.start as usize..open as usize];
        let lines = line_breaks(before);
        let rest = self.text[open as usize + 1..].trim_start_matches([' ', '\t', '\x0c']);
        let columns = if rest.starts_with(['\n', '\r']) { 0 } else { before.len() - before.rfind(['\n', '\r']).map_or(0, |at| at + 1) };
        let column = if lines == 0 { start.column } else { 0 } + columns as u32;
        self.around.push(Around { open, line: start.line + lines, column });
    }

    pub(super) fn leave(&mut self) {
        self.around.pop();
    }

    /// Whether the tuple at `span` has no parentheses of its own.
    pub(super) fn is_bare(&self, span: Span) -> bool {
        let text = &self.text[span.range()];
        if !text.starts_with('(') {
            return true;
        }
        // `(a), b` starts with a parenthesis too, but it ends before the tuple does.
        let mut depth = 0;
        let close = lexer::lex(text, &mut Vec::new()).into_iter().find(|tok| {
            depth += i32::from(tok.token.opens()) - i32::from(tok.token.closes());
            depth == 0
        });
        close.is_none_or(|tok| (tok.end as usize) < text.len())
    }

    /// The span of a tuple without parentheses that is all of a replacement field's expression: it gets the parentheses that CPython puts around it.
    pub(super) fn bare_tuple(&self, span: Span) -> Span {
        let open = self.around.last().map_or(span.start, |around| around.open);
        let rest = &self.text[span.end as usize..];
        let blank = rest.len() - rest.trim_start_matches([' ', '\t', '\n', '\r', '\x0c']).len();
        Span::new(open, span.end + blank as u32 + 1)
    }
}

fn line_breaks(text: &str) -> u32 {
    let bytes = text.as_bytes();
    let breaks = bytes.iter().enumerate().filter(|&(at, &b)| b == b'\n' || (b == b'\r' && bytes.get(at + 1) != Some(&b'\n')));
    breaks.count() as u32
}
