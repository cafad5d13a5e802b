//! Patterns of `case`.

use pyc_base::Span;

use super::Builder;
use crate::ast::*;
use crate::error::SyntaxError;

pub(crate) enum PatternArgument {
    Positional(Pattern),
    Keyword(Identifier, Box<Pattern>),
}

impl Builder<'_> {
    pub(crate) fn pattern(&self, l: u32, r: u32, kind: PatternKind) -> Pattern {
        Pattern { span: Span::new(l, r), kind }
    }

    /// The name that a pattern binds; `None` for `_`.
    pub(crate) fn capture(&self, name: Identifier) -> Option<Identifier> {
        (name.name.as_str() != "_").then_some(name)
    }

    pub(crate) fn error_pattern(&self, l: u32, r: u32) -> Pattern {
        let value = Box::new(self.expr(l, r, ExprKind::Error));
        self.pattern(l, r, PatternKind::MatchValue(value))
    }

    /// A name captures, a dotted name is a value.
    pub(crate) fn name_pattern(&mut self, l: u32, r: u32, value: Expr) -> Pattern {
        let kind = match value.kind {
            ExprKind::Name { id, .. } => {
                PatternKind::MatchAs { pattern: None, name: self.capture(Identifier { name: id, span: value.span }) }
            }
            _ => PatternKind::MatchValue(Box::new(value)),
        };
        self.pattern(l, r, kind)
    }

    pub(crate) fn as_pattern(&mut self, l: u32, r: u32, pattern: Pattern, name: Identifier) -> Pattern {
        if name.name.as_str() == "_" {
            self.errors.push(SyntaxError::new(name.span, "`_` cannot be bound by `as`").help("leave out `as _`"));
        }
        self.pattern(l, r, PatternKind::MatchAs { pattern: Some(Box::new(pattern)), name: Some(name) })
    }

    pub(crate) fn class_pattern(&mut self, l: u32, r: u32, cls: Expr, arguments: Vec<PatternArgument>) -> Pattern {
        let (mut patterns, mut kwd_attrs, mut kwd_patterns) = (Vec::new(), Vec::new(), Vec::new());
        for argument in arguments {
            match argument {
                PatternArgument::Positional(pattern) => {
                    if !kwd_attrs.is_empty() {
                        self.report(pattern.span, "a positional pattern cannot follow a keyword pattern");
                    }
                    patterns.push(pattern);
                }
                PatternArgument::Keyword(name, pattern) => {
                    kwd_attrs.push(name);
                    kwd_patterns.push(*pattern);
                }
            }
        }
        self.pattern(l, r, PatternKind::MatchClass { cls: Box::new(cls), patterns, kwd_attrs, kwd_patterns })
    }

    /// `**name`, as a pattern that only [`Self::mapping_pattern`] sees.
    pub(crate) fn rest_pattern(&mut self, l: u32, r: u32, name: Identifier) -> Pattern {
        if name.name.as_str() == "_" {
            self.errors.push(SyntaxError::new(name.span, "`**_` is not allowed").help("leave it out: further keys are ignored anyway"));
        }
        self.pattern(l, r, PatternKind::MatchStar(Some(name)))
    }

    pub(crate) fn mapping_pattern(&mut self, l: u32, r: u32, items: Vec<Box<(Option<Expr>, Pattern)>>) -> Pattern {
        let (mut keys, mut patterns, mut rest) = (Vec::new(), Vec::new(), None);
        for (key, pattern) in items.into_iter().map(|item| *item) {
            if rest.is_some() {
                self.report(pattern.span, "nothing may follow `**` in a mapping pattern");
            }
            match (key, pattern.kind) {
                (Some(key), kind) => {
                    keys.push(key);
                    patterns.push(Pattern { span: pattern.span, kind });
                }
                (None, PatternKind::MatchStar(name)) => rest = name,
                (None, _) => {}
            }
        }
        self.pattern(l, r, PatternKind::MatchMapping { keys, patterns, rest })
    }

    pub(crate) fn mapping_key(&mut self, key: Expr) -> Expr {
        if let ExprKind::Name { .. } = key.kind {
            let error = SyntaxError::new(key.span, "a key of a mapping pattern must be a literal or a dotted name");
            self.errors.push(error.help("quote the key, or compare in a guard"));
        }
        key
    }

    /// `1+2j`: a real number and an imaginary one, in this order.
    pub(crate) fn complex_pattern(&mut self, l: u32, r: u32, left: Expr, op: BinOp, right: Expr) -> Expr {
        let real = if let ExprKind::UnaryOp { operand, .. } = &left.kind { operand } else { &left };
        if matches!(real.kind, ExprKind::Constant(Constant::Complex(_))) {
            self.report(left.span, "a complex number in a pattern starts with its real part");
        }
        if !matches!(right.kind, ExprKind::Constant(Constant::Complex(_))) {
            self.report(right.span, "only an imaginary number can be added in a pattern");
        }
        self.expr(l, r, ExprKind::BinOp { left: Box::new(left), op, right: Box::new(right) })
    }
}
