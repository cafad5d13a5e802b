//! Patterns of `match`.

use pyc_base::{Name, codes};
use pyc_syntax::ast::{Identifier, MatchCase, Pattern as Tree, PatternKind};

use super::literal::literal;
use super::{Lowering, grow};
use crate::{Case, Expr, ExprId, Pattern};

impl Lowering<'_> {
    pub(super) fn cases(&mut self, cases: &[MatchCase]) -> Box<[Case]> {
        for (at, case) in cases.iter().enumerate() {
            let is_last = at + 1 == cases.len();
            if !is_last
                && case.guard.is_none()
                && let Some(what) = irrefutable(&case.pattern)
            {
                self.error(codes::INVALID_PATTERN, case.pattern.span, format!("{what} makes remaining patterns unreachable"));
            }
        }
        cases
            .iter()
            .map(|case| {
                let mut bound = Vec::new();
                self.check_captures(&case.pattern, &mut bound);
                Case {
                    pattern: self.pattern(&case.pattern),
                    guard: case.guard.as_ref().map(|guard| self.expr(guard)),
                    body: self.block(&case.body),
                }
            })
            .collect()
    }

    fn pattern(&mut self, pattern: &Tree) -> Pattern {
        grow(|| self.pattern_inner(pattern))
    }

    fn pattern_inner(&mut self, pattern: &Tree) -> Pattern {
        match &pattern.kind {
            PatternKind::MatchValue(value) => Pattern::Value(self.expr(value)),
            PatternKind::MatchSingleton(constant) => Pattern::Singleton(literal(constant)),
            PatternKind::MatchSequence(patterns) => {
                let stars = patterns.iter().filter(|pattern| matches!(pattern.kind, PatternKind::MatchStar(_)));
                if let Some(second) = stars.clone().nth(1) {
                    self.error(codes::INVALID_PATTERN, second.span, "multiple starred expressions in sequence pattern");
                }
                Pattern::Sequence(self.patterns(patterns))
            }
            PatternKind::MatchMapping { keys, patterns, rest } => Pattern::Mapping {
                keys: keys.iter().map(|key| self.expr(key)).collect(),
                patterns: self.patterns(patterns),
                rest: self.capture(*rest),
            },
            PatternKind::MatchClass { cls, patterns, kwd_attrs, kwd_patterns } => {
                for (at, attribute) in kwd_attrs.iter().enumerate() {
                    if kwd_attrs[..at].iter().any(|other| other.name == attribute.name) {
                        let message = format!("attribute name repeated in class pattern: {}", attribute.name);
                        self.error(codes::INVALID_PATTERN, attribute.span, message);
                    }
                }
                Pattern::Class {
                    class: self.expr(cls),
                    patterns: self.patterns(patterns),
                    keywords: kwd_attrs
                        .iter()
                        .zip(kwd_patterns)
                        .map(|(attribute, pattern)| (self.mangle(attribute.name), self.pattern(pattern)))
                        .collect(),
                }
            }
            PatternKind::MatchStar(capture) => Pattern::Star(self.capture(*capture)),
            PatternKind::MatchAs { pattern, name } => {
                Pattern::As { pattern: pattern.as_ref().map(|pattern| Box::new(self.pattern(pattern))), name: self.capture(*name) }
            }
            PatternKind::MatchOr(patterns) => Pattern::Or(self.patterns(patterns)),
        }
    }

    fn patterns(&mut self, patterns: &[Tree]) -> Box<[Pattern]> {
        patterns.iter().map(|pattern| self.pattern(pattern)).collect()
    }

    fn capture(&mut self, capture: Option<Identifier>) -> Option<ExprId> {
        let capture = capture?;
        let name = self.store_name(capture.name, capture.span);
        Some(self.frame().body.expr(Expr::Name(name), capture.span))
    }

    /// Reports names that a pattern binds twice, and alternatives that bind different names or can't be reached. Adds what the pattern binds to `bound`.
    fn check_captures(&mut self, pattern: &Tree, bound: &mut Vec<Name>) {
        match &pattern.kind {
            PatternKind::MatchValue(_) | PatternKind::MatchSingleton(_) => {}
            PatternKind::MatchSequence(patterns) => self.check_all(patterns, bound),
            PatternKind::MatchMapping { patterns, rest, .. } => {
                self.check_all(patterns, bound);
                self.check_capture(*rest, bound);
            }
            PatternKind::MatchClass { patterns, kwd_patterns, .. } => {
                self.check_all(patterns, bound);
                self.check_all(kwd_patterns, bound);
            }
            PatternKind::MatchStar(capture) => self.check_capture(*capture, bound),
            PatternKind::MatchAs { pattern, name } => {
                if let Some(pattern) = pattern {
                    grow(|| self.check_captures(pattern, bound));
                }
                self.check_capture(*name, bound);
            }
            PatternKind::MatchOr(patterns) => self.check_alternatives(pattern, patterns, bound),
        }
    }

    fn check_all(&mut self, patterns: &[Tree], bound: &mut Vec<Name>) {
        patterns.iter().for_each(|pattern| grow(|| self.check_captures(pattern, bound)));
    }

    fn check_capture(&mut self, capture: Option<Identifier>, bound: &mut Vec<Name>) {
        let Some(capture) = capture else { return };
        if bound.contains(&capture.name) {
            let message = format!("multiple assignments to name '{}' in pattern", capture.name);
            self.error(codes::INVALID_PATTERN, capture.span, message);
        } else {
            bound.push(capture.name);
        }
    }

    fn check_alternatives(&mut self, whole: &Tree, patterns: &[Tree], bound: &mut Vec<Name>) {
        let before = bound.len();
        let mut first: Option<Vec<Name>> = None;
        for (at, alternative) in patterns.iter().enumerate() {
            if at + 1 < patterns.len()
                && let Some(what) = irrefutable(alternative)
            {
                self.error(codes::INVALID_PATTERN, alternative.span, format!("{what} makes remaining patterns unreachable"));
            }
            let mut names = bound[..before].to_vec();
            grow(|| self.check_captures(alternative, &mut names));
            let mut names = names.split_off(before);
            names.sort();
            match &first {
                Some(first) if *first != names => {
                    self.error(codes::INVALID_PATTERN, whole.span, "alternative patterns bind different names");
                    break;
                }
                Some(_) => {}
                None => first = Some(names),
            }
        }
        bound.extend(first.unwrap_or_default());
    }
}

/// How a pattern that matches everything is called in messages.
fn irrefutable(pattern: &Tree) -> Option<String> {
    match &pattern.kind {
        PatternKind::MatchAs { pattern: None, name: Some(name) } => Some(format!("name capture '{}'", name.name)),
        PatternKind::MatchAs { pattern: None, name: None } => Some("wildcard".to_owned()),
        PatternKind::MatchAs { pattern: Some(pattern), .. } => irrefutable(pattern),
        _ => None,
    }
}
