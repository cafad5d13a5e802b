//! The soft-keyword pass: decides, line by line, which names are the keywords `match`, `case` and `type`, joins `not in` and `is not`, and marks
//! the parenthesis that holds all items of a `with`.
//!
//! A line that starts with `match` is a `match` statement exactly if it ends with a colon: no other statement can. A line that starts with `case`
//! in the block of a `match` is a `case`. `type` is a keyword exactly if a name follows it at the start of a statement.

use crate::token::{Tok, Token};

/// Whether a statement that starts with `token` has a block.
pub(crate) fn opens_block(token: Token) -> bool {
    use Token::*;
    matches!(token, If | Elif | Else | For | While | Try | Except | Finally | With | Def | Class | Match | Case)
}

/// Rewrites the tokens of the line from `start` to the end of `tokens`.
pub(crate) fn resolve(text: &str, tokens: &mut Vec<Tok>, start: usize, in_match: bool) {
    let is = |tok: &Tok, word: &str| tok.token == Token::Name && &text[tok.span().range()] == word;
    let ends_with_colon = tokens.last().is_some_and(|last| last.token == Token::Colon);
    let Some(first) = tokens.get(start).copied() else { return };
    if ends_with_colon && is(&first, "match") && tokens.len() > start + 2 {
        tokens[start].token = Token::Match;
    } else if in_match && is(&first, "case") {
        tokens[start].token = Token::Case;
    }
    let mut has_pairs = false;
    let mut before = Token::Newline;
    for at in start..tokens.len() {
        let tok = tokens[at];
        match tok.token {
            Token::Name if matches!(before, Token::Newline | Token::Semicolon | Token::Colon) && is(&tok, "type") => {
                if tokens.get(at + 1).is_some_and(|next| next.token == Token::Name) {
                    tokens[at].token = Token::Type;
                }
            }
            Token::LeftParen if before == Token::With => mark_with(&mut tokens[at..]),
            Token::In if before == Token::Not => has_pairs = true,
            Token::Not if before == Token::Is => has_pairs = true,
            _ => {}
        }
        before = tok.token;
    }
    if has_pairs {
        join_pairs(tokens, start);
    }
}

/// `not in` and `is not` become one token each.
fn join_pairs(tokens: &mut Vec<Tok>, start: usize) {
    let mut to = start;
    for at in start..tokens.len() {
        let tok = tokens[at];
        let joined = match (tokens[to.max(start + 1) - 1].token, tok.token) {
            (Token::Not, Token::In) if to > start => Some(Token::NotIn),
            (Token::Is, Token::Not) if to > start => Some(Token::IsNot),
            _ => None,
        };
        match joined {
            Some(token) => {
                tokens[to - 1].token = token;
                tokens[to - 1].end = tok.end;
            }
            None => {
                tokens[to] = tok;
                to += 1;
            }
        }
    }
    tokens.truncate(to);
}

/// The parenthesis at the start of `tokens` follows `with`: holds all items if a colon follows its end.
fn mark_with(tokens: &mut [Tok]) {
    let mut depth = 0;
    for at in 0..tokens.len() {
        if tokens[at].token.opens() {
            depth += 1;
        } else if tokens[at].token.closes() {
            depth -= 1;
            if depth == 0 {
                if tokens.get(at + 1).is_some_and(|next| next.token == Token::Colon) {
                    tokens[0].token = Token::WithParen;
                }
                return;
            }
        }
    }
}
