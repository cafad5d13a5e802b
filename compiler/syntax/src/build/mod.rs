//! The actions of the grammar: nodes from their parts, and the checks that the grammar leaves to them. Reports and goes on, never fails.

pub(crate) mod arguments;
mod escapes;
pub(crate) mod numbers;
pub(crate) mod operators;
pub(crate) mod parameters;
pub(crate) mod patterns;
pub(crate) mod statements;
pub(crate) mod strings;
pub(crate) mod targets;

use std::borrow::Cow;

use pyc_base::{Name, Span};
use unicode_normalization::{IsNormalized, UnicodeNormalization};

use crate::ast::*;
use crate::error::SyntaxError;
pub(crate) use operators::OperatorItem;

/// What the actions share: the text that tokens point into, and what was found wrong.
pub(crate) struct Builder<'a> {
    pub(crate) text: &'a str,
    pub(crate) errors: Vec<SyntaxError>,
    /// Emptied lists of operands and operators, to be used again.
    spare_items: Vec<Vec<OperatorItem>>,
}

impl<'a> Builder<'a> {
    pub(crate) fn new(text: &'a str, errors: Vec<SyntaxError>) -> Self {
        Self { text, errors, spare_items: Vec::new() }
    }

    pub(crate) fn slice(&self, span: Span) -> &'a str {
        &self.text[span.range()]
    }

    pub(crate) fn report(&mut self, span: Span, message: impl Into<String>) {
        self.errors.push(SyntaxError::new(span, message));
    }

    pub(crate) fn identifier(&mut self, l: u32, r: u32) -> Identifier {
        let span = Span::new(l, r);
        Identifier { name: interned(self.slice(span)), span }
    }

    /// A name with dots, whatever white space is between its parts.
    pub(crate) fn dotted(&mut self, l: u32, r: u32) -> Identifier {
        let span = Span::new(l, r);
        let text = self.slice(span);
        let name = if text.contains(|c: char| c.is_ascii_whitespace() || c == '\\' || c == '#') {
            let parts: Vec<&str> = text.split('.').map(|part| part.trim_matches(|c: char| c.is_ascii_whitespace() || c == '\\')).collect();
            interned(&parts.join("."))
        } else {
            interned(text)
        };
        Identifier { name, span }
    }

    pub(crate) fn expr(&self, l: u32, r: u32, kind: ExprKind) -> Expr {
        Expr { span: Span::new(l, r), kind }
    }

    pub(crate) fn name(&mut self, l: u32, r: u32, ctx: Context) -> Expr {
        let id = self.identifier(l, r).name;
        self.expr(l, r, ExprKind::Name { id, ctx })
    }

    pub(crate) fn constant(&self, l: u32, r: u32, value: Constant) -> Expr {
        self.expr(l, r, ExprKind::Constant(value))
    }

    pub(crate) fn attribute(&self, l: u32, r: u32, value: Expr, attr: Identifier) -> Expr {
        self.expr(l, r, ExprKind::Attribute { value: Box::new(value), attr, ctx: Context::Load })
    }

    pub(crate) fn subscript(&self, l: u32, r: u32, value: Expr, slice: Expr) -> Expr {
        self.expr(l, r, ExprKind::Subscript { value: Box::new(value), slice: Box::new(slice), ctx: Context::Load })
    }

    pub(crate) fn starred(&self, l: u32, r: u32, value: Expr) -> Expr {
        self.expr(l, r, ExprKind::Starred { value: Box::new(value), ctx: Context::Load })
    }

    /// `*value` where comparisons, `not`, `and` and `or` need parentheses.
    pub(crate) fn star_operand(&mut self, l: u32, inner: u32, r: u32, value: Expr) -> Expr {
        let value = self.below_comparison(inner, r, value);
        self.starred(l, r, value)
    }

    pub(crate) fn below_comparison(&mut self, l: u32, r: u32, value: Expr) -> Expr {
        let loose = matches!(value.kind, ExprKind::BoolOp { .. } | ExprKind::Compare { .. } | ExprKind::UnaryOp { op: UnaryOp::Not, .. });
        // In parentheses, its own span is smaller.
        if loose && value.span == Span::new(l, r) {
            let error = SyntaxError::new(value.span, "comparisons, `not`, `and` and `or` need parentheses after a star");
            self.errors.push(error.help(format!("write `({})`", self.slice(value.span))));
        }
        value
    }

    /// An expression in parentheses.
    pub(crate) fn group(&mut self, inner: Expr) -> Expr {
        if let ExprKind::Starred { .. } = inner.kind {
            let error = SyntaxError::new(inner.span, "a starred expression needs a tuple, a list or a call around it");
            let text = self.slice(inner.span);
            self.errors.push(error.help(format!("for a tuple write `({text},)`")));
        }
        inner
    }
}

/// The interned name for an identifier as written: Python compares identifiers in their NFKC form.
fn interned(text: &str) -> Name {
    pyc_base::name(&normalised(text))
}

fn normalised(text: &str) -> Cow<'_, str> {
    if text.is_ascii() || unicode_normalization::is_nfkc_quick(text.chars()) == IsNormalized::Yes {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(text.nfkc().collect())
    }
}
