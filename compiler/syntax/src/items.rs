//! Splits the tokens of a file into its statements with their blocks and parses each one alone, so that no error reaches beyond its statement.

use crate::token::{Tok, Token};

/// The end of the statement with its blocks, decorators and further clauses that starts at `at`.
pub(crate) fn item_end(tokens: &[Tok], at: usize) -> usize {
    let mut clauses: &[Token] = &[];
    let mut end = at;
    loop {
        let head = head(tokens, end);
        end = clause_end(tokens, end);
        match head {
            Token::At => {
                if end >= tokens.len() {
                    return end;
                }
                continue;
            }
            Token::If => clauses = &[Token::Elif, Token::Else],
            Token::For | Token::While => clauses = &[Token::Else],
            Token::Try => clauses = &[Token::Except, Token::Else, Token::Finally],
            _ => {}
        }
        if !tokens.get(end).is_some_and(|next| clauses.contains(&next.token)) {
            return end;
        }
    }
}

/// The keyword that says what kind of statement starts at `at`.
pub(crate) fn head(tokens: &[Tok], at: usize) -> Token {
    match tokens.get(at).map(|tok| tok.token) {
        Some(Token::Async) => tokens.get(at + 1).map_or(Token::Async, |next| next.token),
        Some(token) => token,
        None => Token::Newline,
    }
}

/// The end of the line that starts at `at` and of the block below it, if there is one.
pub(crate) fn clause_end(tokens: &[Tok], at: usize) -> usize {
    let line = line_end(tokens, at);
    if tokens.get(line).is_some_and(|tok| tok.token == Token::Indent) { block_end(tokens, line) } else { line }
}

/// The index after the NEWLINE of the line that starts at `at`.
pub(crate) fn line_end(tokens: &[Tok], at: usize) -> usize {
    tokens[at..].iter().position(|tok| tok.token == Token::Newline).map_or(tokens.len(), |length| at + length + 1)
}

/// The index after the DEDENT that belongs to the INDENT at `at`.
pub(crate) fn block_end(tokens: &[Tok], at: usize) -> usize {
    let mut depth = 0;
    for (index, tok) in tokens.iter().enumerate().skip(at) {
        match tok.token {
            Token::Indent => depth += 1,
            Token::Dedent => {
                depth -= 1;
                if depth == 0 {
                    return index + 1;
                }
            }
            _ => {}
        }
    }
    tokens.len()
}
