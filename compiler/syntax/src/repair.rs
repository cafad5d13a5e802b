//! The smallest change of a token that makes a damaged line parse. It gives a tree to work with and tells what was likely meant.

use crate::build::statements::Line;
use crate::diagnose::Repair;
use crate::parse::{Failure, Parser};
use crate::token::{Tok, Token};

/// Longer lines are not repaired: each try parses the whole line.
const MAX_TOKENS: usize = 2000;
/// So many places in one statement are repaired.
const MAX_ROUNDS: usize = 3;

impl Repair {
    /// Those worth trying at a token, likeliest first.
    fn candidates(tokens: &[Tok], at: usize) -> Vec<Self> {
        let Some(tok) = tokens.get(at) else { return Vec::new() };
        let mut candidates = Vec::with_capacity(8);
        match tok.token {
            Token::Equal => candidates.push(Self::Replace(Token::EqualEqual)),
            token if token.is_keyword() => candidates.push(Self::Replace(Token::Name)),
            _ => {}
        }
        candidates.extend([Token::Error, Token::Name, Token::Comma, Token::Colon].map(Self::Insert));
        if !matches!(tok.token, Token::Newline | Token::Indent | Token::Dedent | Token::Placeholder)
            && !tok.token.opens()
            && !tok.token.closes()
        {
            candidates.push(Self::Remove);
        }
        candidates
    }

    fn apply(self, tokens: &[Tok], at: usize) -> Vec<Tok> {
        let mut repaired = tokens.to_vec();
        match self {
            Self::Insert(token) => {
                // Right behind what is before: a name that is typed there takes its place.
                let place = at.checked_sub(1).map_or(tokens[at].start, |before| tokens[before].end);
                repaired.insert(at, Tok::new(token, place, place));
            }
            Self::Replace(token) => repaired[at].token = token,
            Self::Remove => _ = repaired.remove(at),
        }
        repaired
    }
}

impl Parser<'_> {
    /// A tree of the repaired tokens if they can be repaired, and the first change that was or would be part of it.
    pub(crate) fn repair(&mut self, tokens: &[Tok], failure: &Failure) -> (Option<Line>, Option<Repair>) {
        if tokens.len() > MAX_TOKENS {
            return (None, None);
        }
        let mut first = None;
        let mut current = tokens.to_vec();
        let mut at = failure.at;
        for _ in 0..MAX_ROUNDS {
            let errors = self.builder.errors.len();
            let mut furthest: Option<(usize, Repair, Vec<Tok>)> = None;
            for repair in Repair::candidates(&current, at) {
                let repaired = repair.apply(&current, at);
                let outcome = self.run(&repaired);
                self.builder.errors.truncate(errors);
                match outcome {
                    Ok(line) => return (Some(line), Some(first.unwrap_or(repair))),
                    Err(next) if next.at > at + 2 && furthest.as_ref().is_none_or(|(best, ..)| next.at > *best) => {
                        furthest = Some((next.at, repair, repaired));
                    }
                    Err(_) => {}
                }
            }
            let Some((next, repair, repaired)) = furthest else { break };
            first.get_or_insert(repair);
            (at, current) = (next, repaired);
        }
        (None, None)
    }
}
