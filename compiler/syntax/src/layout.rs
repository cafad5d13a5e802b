//! The layout pass: raw tokens to logical lines. Makes INDENT and DEDENT, drops line breaks that end no statement, and closes what was left open.
//!
//! A bracket that is never closed would swallow the rest of the file. Once that is known, its statement is laid out again, ending at the first
//! line that is not indented deeper than it, so that only that statement is damaged.

use pyc_base::Span;

use crate::error::SyntaxError;
use crate::token::{Tok, Token};
use crate::{nesting, soft_keywords};

/// As many brackets may be open at once as CPython allows.
const MAX_BRACKETS: usize = 200;
/// As many levels of indentation as CPython allows.
const MAX_INDENTS: usize = 100;

pub(crate) fn lay_out(text: &str, raw: &[Tok], errors: &mut Vec<SyntaxError>) -> Vec<Tok> {
    let mut layout = Layout {
        text,
        raw,
        out: Vec::with_capacity(raw.len() + raw.len() / 8 + 8),
        errors,
        indents: vec![Indent::default()],
        line: Line::default(),
        block_opened: None,
        tolerant_until: 0,
    };
    layout.run();
    layout.out
}

/// White space before a line: its width with tabs to multiples of 8, and with tabs as one column. Both must order two lines the same way.
#[derive(Clone, Copy, Default, PartialEq)]
struct Width {
    columns: u32,
    alternative: u32,
}

#[derive(Clone, Copy, Default)]
struct Indent {
    width: Width,
    /// The block of a `match` statement: its lines start with the keyword `case`.
    of_match: bool,
}

/// The logical line that is being read.
#[derive(Default)]
struct Line {
    /// Its first token in the output.
    start: usize,
    /// Its first raw token.
    raw_start: usize,
    width: Width,
    /// Opening tokens not closed yet.
    open: Vec<Tok>,
    errors: usize,
}

struct Layout<'a> {
    text: &'a str,
    raw: &'a [Tok],
    out: Vec<Tok>,
    errors: &'a mut Vec<SyntaxError>,
    indents: Vec<Indent>,
    line: Line,
    /// The line before ended with a colon: where it starts and whether it starts a `match` statement.
    block_opened: Option<(Tok, bool)>,
    /// Before this raw token, lines at or left of the statement's indent end it even inside brackets.
    tolerant_until: usize,
}

impl Layout<'_> {
    fn run(&mut self) {
        let mut at = 0;
        while let Some(&tok) = self.raw.get(at) {
            if tok.token == Token::Newline {
                at += 1;
                continue;
            }
            self.start_line(at);
            at = self.read_line(at);
            if self.in_refused_block() {
                self.out.truncate(self.line.start);
                self.block_opened = None;
            }
        }
        let end = self.text.len() as u32;
        self.check_block(end, None);
        for _ in 1..self.indents.len() {
            self.out.push(Tok::new(Token::Dedent, end, end));
        }
    }

    /// Reads the line that starts at raw token `at`; the raw token after it.
    fn read_line(&mut self, mut at: usize) -> usize {
        loop {
            let Some(&tok) = self.raw.get(at) else {
                if !self.line.open.is_empty() && self.tolerant_until <= self.line.raw_start {
                    return self.again(at);
                }
                let end = self
                    .out
                    .last()
                    .map_or(0, |last| last.end)
                    .max(self.text.trim_end_matches([' ', '\t', '\n', '\r', '\x0c']).len() as u32);
                self.end_line(Tok::new(Token::Newline, end, self.text.len() as u32));
                return at;
            };
            match tok.token {
                Token::Newline if self.line.open.is_empty() => {
                    self.missing_colon(at);
                    self.end_line(tok);
                    return at + 1;
                }
                Token::Newline => match self.raw.get(at + 1) {
                    Some(next) if next.token.starts_only_statements() && !self.in_tolerated() => return self.again(at),
                    Some(next) if self.in_tolerated() && self.ends_damaged_line(*next) => {
                        self.end_line(tok);
                        return at + 1;
                    }
                    _ => {}
                },
                token if token.opens() => self.open(tok),
                token if token.closes() => self.close(tok),
                _ => self.out.push(tok),
            }
            at += 1;
        }
    }

    fn in_tolerated(&self) -> bool {
        self.line.raw_start < self.tolerant_until
    }

    /// Reads the line again, now knowing that a bracket in it is not closed up to raw token `until`.
    fn again(&mut self, until: usize) -> usize {
        self.out.truncate(self.line.start);
        self.errors.truncate(self.line.errors);
        self.line.open.clear();
        self.tolerant_until = until.max(self.line.raw_start + 1);
        self.read_line(self.line.raw_start)
    }

    /// Whether a line that starts with `next` is a new statement, given that a bracket before it is never closed.
    fn ends_damaged_line(&self, next: Tok) -> bool {
        use Token::*;
        if next.token.starts_only_statements() {
            return true;
        }
        let starts_statement = next.token.is_keyword() && !matches!(next.token, And | Or | In | Is | Not | Else)
            || matches!(next.token, Name | String | FStart | At | Int | Float | Ellipsis | LeftParen | LeftBracket | LeftBrace);
        starts_statement && self.width_before(next.start).columns <= self.line.width.columns
    }

    /// The white space before `offset` on its line.
    fn width_before(&self, offset: u32) -> Width {
        let bytes = self.text.as_bytes();
        let line = bytes[..offset as usize].iter().rposition(|b| matches!(b, b'\n' | b'\r')).map_or(0, |at| at + 1);
        self.width_of(line, offset)
    }

    fn width_of(&self, line: usize, end: u32) -> Width {
        let mut width = Width::default();
        for byte in self.text.as_bytes()[line..end as usize].iter() {
            match byte {
                b' ' => {
                    width.columns += 1;
                    width.alternative += 1;
                }
                b'\t' => {
                    width.columns = (width.columns / 8 + 1) * 8;
                    width.alternative += 1;
                }
                b'\x0c' => width = Width::default(),
                // Where a continuation line starts does not matter, if the line it continues is indented.
                b'\\' if width.columns > 0 => break,
                b'\\' | b'\n' | b'\r' => width = Width::default(),
                _ => break,
            }
        }
        width
    }

    fn start_line(&mut self, at: usize) {
        let first = self.raw[at];
        let line = if at == 0 { 0 } else { self.raw[at - 1].end as usize };
        let width = self.width_of(line, first.start);
        self.check_block(first.start, Some((first, width)));
        self.indent(first, width);
        self.line.start = self.out.len();
        self.line.raw_start = at;
        self.line.width = width;
        self.line.errors = self.errors.len();
    }

    /// After a line that ended with a colon there must be a block.
    fn check_block(&mut self, at: u32, next: Option<(Tok, Width)>) {
        let Some((opener, _)) = self.block_opened else { return };
        let current = self.indents.last().copied().unwrap_or_default().width;
        if next.is_some_and(|(_, width)| width.columns > current.columns) {
            return;
        }
        self.block_opened = None;
        if soft_keywords::opens_block(opener.token) {
            let word = self.text[opener.span().range()].to_owned();
            let place = next.map_or(opener.span(), |(first, _)| first.span());
            let error = SyntaxError::new(place, format!("expected an indented block after `{word}`"));
            let error = if next.is_some() { error.related(opener.span(), "the block belongs to this") } else { error };
            self.errors.push(error.help("indent the lines of the block, or write `pass` for an empty one"));
            for token in [Token::Indent, Token::Placeholder, Token::Newline, Token::Dedent] {
                self.out.push(Tok::new(token, at, at));
            }
        }
    }

    fn indent(&mut self, first: Tok, width: Width) {
        let current = self.indents.last().copied().unwrap_or_default().width;
        let opened = self.block_opened.take();
        if width.columns > current.columns {
            if self.in_refused_block() {
                return;
            }
            if width.alternative <= current.alternative {
                self.inconsistent_tabs(first);
            }
            match opened {
                Some(_) if self.indents.len() == MAX_INDENTS => {
                    self.errors.push(SyntaxError::too_deep(first.span(), format!("blocks are nested {MAX_INDENTS} levels deep or more")));
                    self.push_indent(first, width, false);
                    self.out.push(Tok::new(Token::Placeholder, first.start, first.start));
                    self.out.push(Tok::new(Token::Newline, first.start, first.start));
                }
                Some((_, of_match)) => self.push_indent(first, width, of_match),
                None => {
                    let error = SyntaxError::new(first.span(), "this line is indented without a reason");
                    self.errors.push(error.help("indent it as the line before"));
                }
            }
            return;
        }
        if width.columns == current.columns {
            if width.alternative != current.alternative {
                self.inconsistent_tabs(first);
            }
            return;
        }
        while self.indents.len() > 1 && self.indents[self.indents.len() - 1].width.columns > width.columns {
            self.indents.pop();
            self.out.push(Tok::new(Token::Dedent, first.start, first.start));
        }
        let outer = self.indents.last().copied().unwrap_or_default().width;
        if outer.columns != width.columns {
            let error =
                SyntaxError::new(first.span(), "this line is indented less than the line before but like no line of an outer block");
            self.errors.push(error.help("indent it exactly as the statements of the block it belongs to"));
        } else if outer.alternative != width.alternative {
            self.inconsistent_tabs(first);
        }
    }

    /// In the block that is one too deep: its lines are read but not kept.
    fn in_refused_block(&self) -> bool {
        self.indents.len() > MAX_INDENTS
    }

    fn push_indent(&mut self, first: Tok, width: Width, of_match: bool) {
        self.indents.push(Indent { width, of_match });
        self.out.push(Tok::new(Token::Indent, first.start, first.start));
    }

    fn inconsistent_tabs(&mut self, first: Tok) {
        let error = SyntaxError::new(first.span(), "tabs and spaces are mixed so that the indentation depends on the width of a tab");
        self.errors.push(error.help("indent with spaces only"));
    }

    fn open(&mut self, tok: Tok) {
        if self.line.open.len() == MAX_BRACKETS {
            self.errors.push(SyntaxError::too_deep(tok.span(), format!("brackets are nested deeper than {MAX_BRACKETS} levels")));
        }
        self.line.open.push(tok);
        self.out.push(tok);
    }

    fn close(&mut self, tok: Tok) {
        match self.line.open.last() {
            Some(opener) if opener.token.closer() == tok.token => {
                self.line.open.pop();
                self.out.push(tok);
            }
            Some(&opener) => self.mismatch(opener, tok),
            None => {
                let error = SyntaxError::new(tok.span(), format!("this `{}` closes nothing", &self.text[tok.span().range()]));
                self.errors.push(error.help("remove it, or open the bracket before it").edit(tok.span(), ""));
            }
        }
    }

    /// The innermost bracket is of another kind: closes up to the one that fits, or drops the token.
    fn mismatch(&mut self, opener: Tok, tok: Tok) {
        let (close, open) = (&self.text[tok.span().range()], &self.text[opener.span().range()]);
        let error = SyntaxError::new(tok.span(), format!("this `{close}` does not close the `{open}` before it"));
        self.errors.push(error.related(opener.span(), "this is still open"));
        if let Some(depth) = self.line.open.iter().rposition(|outer| outer.token.closer() == tok.token) {
            while self.line.open.len() > depth + 1 {
                self.close_for_user(tok.start);
            }
            self.line.open.pop();
            self.out.push(tok);
        }
    }

    fn close_for_user(&mut self, at: u32) {
        if let Some(opener) = self.line.open.pop() {
            self.out.push(Tok::new(opener.token.closer(), at, at));
        }
    }

    /// The line before raw token `at` starts a block, a deeper line follows, and only the colon is not there.
    fn missing_colon(&mut self, at: usize) {
        let line = &self.out[self.line.start..];
        let Some(keyword) = line.iter().find(|tok| tok.token != Token::Async).copied() else { return };
        let next = self.raw[at..].iter().find(|tok| tok.token != Token::Newline);
        if !soft_keywords::opens_block(keyword.token)
            || line.iter().any(|tok| tok.token == Token::Colon)
            || next.is_none_or(|next| self.width_before(next.start).columns <= self.line.width.columns)
        {
            return;
        }
        let end = line[line.len() - 1].end;
        let place = Span::new(end, end);
        let error = SyntaxError::new(place, format!("the line of `{}` needs a `:` at its end", &self.text[keyword.span().range()]));
        self.errors.push(error.help("add `:`").edit(place, ":"));
        self.out.push(Tok::new(Token::Colon, end, end));
    }

    fn end_line(&mut self, newline: Tok) {
        if let Some(&opener) = self.line.open.last() {
            let open = &self.text[opener.span().range()];
            let error = SyntaxError::new(opener.span(), format!("this `{open}` is never closed"));
            self.errors.push(error.help("close it where its contents end"));
            let at = self.out.last().map_or(newline.start, |last| last.end);
            // A colon at the end more likely ends a header than starts what is missing in the bracket.
            let colon = self.out.pop_if(|last| last.token == Token::Colon);
            while !self.line.open.is_empty() {
                self.close_for_user(at);
            }
            self.out.extend(colon);
        }
        let start = self.line.start;
        let in_match = self.indents.last().is_some_and(|indent| indent.of_match);
        soft_keywords::resolve(self.text, &mut self.out, start, in_match);
        nesting::limit(&mut self.out, start, self.errors);
        let (first, last) = (self.out[start..].first().copied(), self.out.last().copied());
        self.block_opened = match (first, last) {
            (Some(first), Some(last)) if last.token == Token::Colon => {
                let keyword = if first.token == Token::Async { self.out.get(start + 1).copied().unwrap_or(first) } else { first };
                Some((keyword, first.token == Token::Match))
            }
            _ => None,
        };
        if first.is_some() {
            self.out.push(newline);
        }
    }
}
