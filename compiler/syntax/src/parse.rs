//! The way from text to tree.

use pyc_base::Span;

use crate::ast::{Module, Stmt, StmtKind};
use crate::build::Builder;
use crate::build::statements::Line;
use crate::error::SyntaxError;
use crate::grammar::ItemParser;
use crate::token::Tok;
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
    let mut parser = Parser { tokens: &tokens, generated: ItemParser::new(), builder: Builder::new(text, errors) };
    let mut body = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let end = items::item_end(&tokens, at);
        parser.item(at, end, &mut body);
        at = end;
    }
    let mut errors = parser.builder.errors;
    errors.sort_by_key(|error| (error.span.start, error.span.end));
    Parse { module: Module { body, span: Span::new(0, text.len() as u32) }, errors }
}

struct Parser<'a> {
    tokens: &'a [Tok],
    generated: ItemParser,
    builder: Builder<'a>,
}

impl Parser<'_> {
    fn item(&mut self, start: usize, end: usize, body: &mut Vec<Stmt>) {
        match self.run(start, end) {
            Ok(line) => line.append_to(body),
            Err(at) => {
                let tok = self.tokens[at.min(self.tokens.len() - 1)];
                self.builder.report(tok.span(), "invalid syntax");
                let span = Span::new(self.tokens[start].start, self.tokens[end - 1].start);
                body.push(Stmt { span, kind: StmtKind::Error });
            }
        }
    }

    /// Parses the tokens from `start` to `end` as one item, or else tells at which token it failed.
    fn run(&mut self, start: usize, end: usize) -> Result<Line, usize> {
        let mut read = start;
        let tokens = self.tokens[start..end].iter().map(|tok| {
            read += 1;
            Ok::<_, std::convert::Infallible>((tok.start, tok.token, tok.end))
        });
        self.generated.parse(&mut self.builder, tokens).map_err(|_| read.saturating_sub(1).max(start))
    }
}
