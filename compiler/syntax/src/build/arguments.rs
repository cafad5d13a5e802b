//! Arguments of calls and of class definitions.

use pyc_base::Span;

use super::Builder;
use crate::ast::*;
use crate::error::SyntaxError;

pub(crate) enum ArgumentItem {
    Positional(Expr),
    /// A generator expression without parentheses of its own.
    Generator(Span, Expr, Vec<Comprehension>),
    Keyword(Keyword),
}

impl Builder<'_> {
    pub(crate) fn call(&mut self, l: u32, open: u32, r: u32, func: Expr, items: Vec<ArgumentItem>) -> Expr {
        let (args, keywords) = self.arguments(items, Span::new(open, r));
        self.expr(l, r, ExprKind::Call { func: Box::new(func), args, keywords })
    }

    /// Splits arguments and checks their order. `parentheses` are those around them, which a lone generator expression owns.
    pub(crate) fn arguments(&mut self, items: Vec<ArgumentItem>, parentheses: Span) -> (Vec<Expr>, Vec<Keyword>) {
        let alone = items.len() == 1;
        let mut args = Vec::with_capacity(items.len());
        let mut keywords: Vec<Keyword> = Vec::new();
        for item in items {
            match item {
                ArgumentItem::Positional(expr) => {
                    self.check_order(&expr, &keywords);
                    args.push(expr);
                }
                ArgumentItem::Generator(span, elt, generators) => {
                    let comma = self.text[span.end as usize..].trim_start().starts_with(',');
                    let span = if alone && !comma { parentheses } else { self.bare_generator(span) };
                    args.push(Expr { span, kind: ExprKind::GeneratorExp { elt: Box::new(elt), generators } });
                }
                ArgumentItem::Keyword(keyword) => keywords.push(keyword),
            }
        }
        (args, keywords)
    }

    fn bare_generator(&mut self, span: Span) -> Span {
        let error = SyntaxError::new(span, "a generator expression beside other arguments needs parentheses");
        let text = self.slice(span);
        self.errors.push(error.help(format!("write `({text})`")).edit(span, format!("({text})")));
        span
    }

    fn check_order(&mut self, expr: &Expr, before: &[Keyword]) {
        let unpacking = before.iter().find(|keyword| keyword.arg.is_none());
        let starred = matches!(expr.kind, ExprKind::Starred { .. });
        let (message, first) = match (unpacking, before.first()) {
            (Some(first), _) if starred => ("an argument with `*` cannot follow one with `**`", first),
            (Some(first), _) => ("a positional argument cannot follow one with `**`", first),
            (None, Some(first)) if !starred => ("a positional argument cannot follow a keyword argument", first),
            _ => return,
        };
        let error = SyntaxError::new(expr.span, message).related(first.span, "this comes first");
        self.errors.push(error.help("move it before the keyword arguments, or name its parameter"));
    }
}
