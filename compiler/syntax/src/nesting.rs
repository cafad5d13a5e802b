//! How deep the tree of a logical line can get, bounded from its tokens. Every later stage walks trees recursively, so a line whose tree could be
//! deeper than CPython accepts is refused before it is built.

use crate::error::SyntaxError;
use crate::token::{Tok, Token};

/// CPython 3.11 accepts `1+1+…` with 2985 operators.
const MAX_DEPTH: u32 = 3000;

/// The deepest chain inside one pair of brackets.
#[derive(Clone, Copy, Default)]
struct Level {
    /// What may nest in the element that is being read.
    chain: u32,
    /// The deepest bracket inside that element.
    inner: u32,
    /// The deepest element so far.
    deepest: u32,
}

impl Level {
    fn depth(self) -> u32 {
        self.deepest.max(self.chain + self.inner)
    }
}

/// Replaces the line from `start` by a damaged token if its tree would be too deep.
pub(crate) fn limit(tokens: &mut Vec<Tok>, start: usize, errors: &mut Vec<SyntaxError>) {
    if tokens.len() - start <= MAX_DEPTH as usize {
        return;
    }
    if let Some(place) = too_deep(&tokens[start..]) {
        errors.push(
            SyntaxError::too_deep(place.span(), format!("this expression is nested deeper than {MAX_DEPTH} levels"))
                .help("split it into several statements"),
        );
        let (first, last) = (tokens[start], tokens[tokens.len() - 1]);
        tokens.truncate(start);
        tokens.push(Tok::new(Token::Error, first.start, last.end));
    }
}

fn too_deep(tokens: &[Tok]) -> Option<Tok> {
    let mut levels = vec![Level::default()];
    for &tok in tokens {
        let level = levels.last_mut()?;
        match tok.token {
            Token::Comma => *level = Level { chain: 0, inner: 0, deepest: level.depth() },
            // Each of these is one flat node with all its operands.
            Token::And | Token::Or | Token::Less | Token::EqualEqual | Token::Equal | Token::String | Token::Name | Token::FMiddle => {}
            token if token.opens() => {
                level.chain += 1;
                levels.push(Level::default());
            }
            token if token.closes() => {
                let inner = levels.pop()?.depth();
                let outer = levels.last_mut()?;
                outer.inner = outer.inner.max(inner + 1);
            }
            token if nests(token) => level.chain += 1,
            _ => {}
        }
        if levels.last()?.depth() > MAX_DEPTH {
            return Some(tok);
        }
    }
    None
}

/// Tokens that make the tree deeper each time they occur in a row.
fn nests(token: Token) -> bool {
    use Token::*;
    matches!(
        token,
        Plus | Minus | Star | Slash | DoubleSlash | Percent | At | LessLess | GreaterGreater | Ampersand | Bar | Caret | DoubleStar
    ) || matches!(token, Tilde | Not | Await | Lambda | If | Dot | Yield | ColonEqual)
}
