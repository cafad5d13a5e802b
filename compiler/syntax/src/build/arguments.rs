//! Arguments of calls and of class definitions.

use pyc_base::Span;

use super::Builder;
use crate::ast::*;
use crate::error::SyntaxError;

/// The arguments read so far.
#[derive(Default)]
pub(crate) struct ArgumentList {
    args: Vec<Expr>,
    keywords: Vec<Keyword>,
    /// A generator expression without parentheses of its own; it must be alone.
    pub(crate) bare_generator: Option<Span>,
    ends_with_comma: bool,
}

impl ArgumentList {
    pub(crate) fn with_comma(mut self) -> Self {
        self.ends_with_comma = true;
        self
    }

    pub(crate) fn with_keyword(mut self, span: Span, arg: Option<Identifier>, value: Expr) -> Self {
        self.keywords.push(Keyword { span, arg, value });
        self
    }
}

impl Builder<'_> {
    pub(crate) fn positional(&mut self, mut list: ArgumentList, value: Expr) -> ArgumentList {
        if !list.keywords.is_empty() {
            self.check_order(&value, &list.keywords);
        }
        list.args.push(value);
        list
    }

    pub(crate) fn bare_generator(&mut self, list: ArgumentList, span: Span, elt: Expr, generators: Vec<Comprehension>) -> ArgumentList {
        let value = Expr { span, kind: ExprKind::GeneratorExp { elt: Box::new(elt), generators } };
        let mut list = self.positional(list, value);
        list.bare_generator = Some(span);
        list
    }

    pub(crate) fn call(&mut self, l: u32, open: u32, r: u32, func: Expr, list: ArgumentList) -> Expr {
        let (args, keywords) = self.arguments(list, Span::new(open, r));
        self.expr(l, r, ExprKind::Call { func: Box::new(func), args, keywords })
    }

    /// `parentheses` are those around the arguments, which a lone generator expression owns.
    pub(crate) fn arguments(&mut self, mut list: ArgumentList, parentheses: Span) -> (Vec<Expr>, Vec<Keyword>) {
        if let Some(span) = list.bare_generator {
            match list.args.as_mut_slice() {
                [only] if list.keywords.is_empty() && !list.ends_with_comma => only.span = parentheses,
                _ => {
                    let error = SyntaxError::new(span, "a generator expression beside other arguments needs parentheses");
                    let text = self.slice(span);
                    self.errors.push(error.help(format!("write `({text})`")).edit(span, format!("({text})")));
                }
            }
        }
        (list.args, list.keywords)
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
