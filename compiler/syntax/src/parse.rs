//! The way from text to tree.

use lalrpop_util::ParseError;
use pyc_base::Span;

use crate::ast::{Module, Stmt};
use crate::build::Builder;
use crate::build::statements::Line;
use crate::error::SyntaxError;
use crate::grammar::ItemParser;
use crate::token::{Tok, Token};
use crate::{items, layout, lexer};

/// A syntax tree, and what is wrong with the text. Both are there for every text.
#[derive(Debug, Clone, PartialEq)]
pub struct Parse {
    pub module: Module,
    /// In the order of their places.
    pub errors: Vec<SyntaxError>,
}

/// Parses the text of a module.
pub fn parse(text: &str) -> Parse {
    let mut errors = Vec::new();
    let raw = lexer::lex(text, &mut errors);
    let tokens = layout::lay_out(text, &raw, &mut errors);
    drop(raw);
    let mut parser = Parser::new(text, &tokens, errors);
    let body = parser.items(0, tokens.len());
    let mut errors = parser.builder.errors;
    errors.sort_by_key(|error| (error.span.start, error.span.end));
    errors.dedup();
    Parse { module: Module { body, span: Span::new(0, text.len() as u32) }, errors }
}

/// Where the tokens of a text are, without white space, comments and line breaks.
pub fn token_spans(text: &str) -> Vec<Span> {
    let tokens = lexer::lex(text, &mut Vec::new());
    tokens.into_iter().filter(|tok| tok.token != Token::Newline).map(Tok::span).collect()
}

/// Where the generated parser stopped.
pub(crate) struct Failure {
    /// The index of the token it could not take, which may be the one after the last.
    pub(crate) at: usize,
    /// The names of the tokens it could have taken there.
    pub(crate) expected: Vec<String>,
}

pub(crate) struct Parser<'a> {
    pub(crate) tokens: &'a [Tok],
    generated: ItemParser,
    pub(crate) builder: Builder<'a>,
    /// Where the lexer and the layout pass reported something, in order.
    pub(crate) reported: Vec<u32>,
}

impl<'a> Parser<'a> {
    fn new(text: &'a str, tokens: &'a [Tok], errors: Vec<SyntaxError>) -> Self {
        let mut reported: Vec<u32> = errors.iter().map(|error| error.span.start).collect();
        reported.sort_unstable();
        Self { tokens, generated: ItemParser::new(), builder: Builder::new(text, errors), reported }
    }

    /// The statements of the tokens from `start` to `end`, each parsed alone.
    pub(crate) fn items(&mut self, start: usize, end: usize) -> Vec<Stmt> {
        let mut body = Vec::new();
        let mut at = start;
        while at < end {
            let next = items::item_end(&self.tokens[..end], at);
            let errors = self.builder.errors.len();
            match self.run(&self.tokens[at..next]) {
                Ok(line) => line.append_to(&mut body),
                Err(_) => {
                    self.builder.errors.truncate(errors);
                    self.recover(at, next, &mut body);
                }
            }
            at = next;
        }
        body
    }

    /// Parses the tokens as one item.
    pub(crate) fn run(&mut self, tokens: &[Tok]) -> Result<Line, Failure> {
        let mut read = 0;
        let triples = tokens.iter().map(|tok| {
            read += 1;
            Ok::<_, std::convert::Infallible>((tok.start, tok.token, tok.end))
        });
        self.generated.parse(&mut self.builder, triples).map_err(|error| match error {
            ParseError::UnrecognizedToken { expected, .. } => Failure { at: read - 1, expected },
            ParseError::UnrecognizedEof { expected, .. } => Failure { at: tokens.len(), expected },
            _ => Failure { at: read.saturating_sub(1), expected: Vec::new() },
        })
    }
}
