//! Parameters of functions and lambdas, and type parameters.

use pyc_base::Span;

use super::Builder;
use crate::ast::*;
use crate::error::SyntaxError;

pub(crate) enum ParameterItem {
    Plain(Arg, Option<Box<Expr>>),
    /// `*name`
    Variadic(Arg),
    /// `**name`
    Keywords(Arg),
    /// A star alone.
    Star(Span),
    Slash(Span),
}

fn arg(l: u32, r: u32, name: Identifier, annotation: Option<Expr>) -> Arg {
    Arg { span: Span::new(l, r), name, annotation: annotation.map(Box::new) }
}

impl ParameterItem {
    pub(crate) fn plain(l: u32, r: u32, name: Identifier, annotation: Option<Expr>, default: Option<Expr>) -> Self {
        Self::Plain(arg(l, r, name, annotation), default.map(Box::new))
    }

    pub(crate) fn variadic(l: u32, r: u32, name: Identifier, annotation: Option<Expr>) -> Self {
        Self::Variadic(arg(l, r, name, annotation))
    }

    pub(crate) fn keywords(l: u32, r: u32, name: Identifier, annotation: Option<Expr>) -> Self {
        Self::Keywords(arg(l, r, name, annotation))
    }
}

/// Where in a list of parameters.
#[derive(Default)]
struct Seen {
    slash: bool,
    /// `*` or `*name`
    star: Option<Span>,
    bare_star: bool,
}

impl Builder<'_> {
    pub(crate) fn parameters(&mut self, items: Vec<ParameterItem>) -> Box<Arguments> {
        let mut arguments = Box::<Arguments>::default();
        let mut seen = Seen::default();
        for item in items {
            if arguments.kwarg.is_some() {
                self.after_keywords(&item);
            }
            match item {
                ParameterItem::Plain(arg, default) => self.plain_parameter(&mut arguments, &seen, arg, default.map(|default| *default)),
                ParameterItem::Variadic(arg) => {
                    self.star(&mut seen, arg.span, false);
                    arguments.vararg.get_or_insert(Box::new(arg));
                }
                ParameterItem::Keywords(arg) => {
                    if seen.bare_star && arguments.kwonlyargs.is_empty() {
                        self.report(arg.span, "named parameters must follow the bare `*`");
                        seen.bare_star = false;
                    }
                    arguments.kwarg.get_or_insert(Box::new(arg));
                }
                ParameterItem::Star(span) => self.star(&mut seen, span, true),
                ParameterItem::Slash(span) => self.slash(&mut arguments, &mut seen, span),
            }
        }
        if let Some(span) = seen.star
            && seen.bare_star
            && arguments.kwonlyargs.is_empty()
            && arguments.kwarg.is_none()
        {
            let error = SyntaxError::new(span, "named parameters must follow the bare `*`");
            self.errors.push(error.help("write `*args` to take any number of arguments, or leave the `*` out"));
        }
        arguments
    }

    fn plain_parameter(&mut self, arguments: &mut Arguments, seen: &Seen, arg: Arg, default: Option<Expr>) {
        if seen.star.is_some() {
            arguments.kwonlyargs.push(arg);
            arguments.kw_defaults.push(default);
            return;
        }
        match default {
            Some(default) => arguments.defaults.push(default),
            None if !arguments.defaults.is_empty() => {
                let error = SyntaxError::new(arg.span, "a parameter without a default cannot follow one with a default");
                self.errors.push(error.help("give it a default, or move it before those that have one"));
                // Every parameter after the first default has one, here of no known value.
                arguments.defaults.push(Expr { span: arg.span, kind: ExprKind::Error });
            }
            None => {}
        }
        arguments.args.push(arg);
    }

    fn star(&mut self, seen: &mut Seen, span: Span, bare: bool) {
        match seen.star {
            Some(first) => {
                let error = SyntaxError::new(span, "`*` may appear only once among parameters");
                self.errors.push(error.related(first, "the first is here"));
            }
            None => {
                seen.star = Some(span);
                seen.bare_star = bare;
            }
        }
    }

    fn slash(&mut self, arguments: &mut Arguments, seen: &mut Seen, span: Span) {
        let message = if seen.slash {
            "`/` may appear only once among parameters"
        } else if seen.star.is_some() {
            "`/` must come before `*`"
        } else if arguments.args.is_empty() {
            "at least one parameter must come before `/`"
        } else {
            seen.slash = true;
            arguments.posonlyargs = std::mem::take(&mut arguments.args);
            return;
        };
        self.report(span, message);
    }

    fn after_keywords(&mut self, item: &ParameterItem) {
        let span = match item {
            ParameterItem::Plain(arg, _) | ParameterItem::Variadic(arg) | ParameterItem::Keywords(arg) => arg.span,
            ParameterItem::Star(span) | ParameterItem::Slash(span) => *span,
        };
        self.errors.push(SyntaxError::new(span, "nothing may follow the `**` parameter").help("move it before the `**` parameter"));
    }

    pub(crate) fn type_param(
        &mut self,
        l: u32,
        r: u32,
        kind: TypeParamKind,
        name: Identifier,
        bound: Option<Expr>,
        default: Option<Expr>,
    ) -> TypeParam {
        TypeParam { span: Span::new(l, r), kind, name, bound: bound.map(Box::new), default: default.map(Box::new) }
    }

    pub(crate) fn type_params(&mut self, params: Vec<TypeParam>) -> Vec<TypeParam> {
        let first_default = params.iter().position(|param| param.default.is_some());
        let late = first_default.and_then(|first| params[first..].iter().find(|param| param.default.is_none()));
        if let Some(late) = late {
            self.report(late.span, "a type parameter without a default cannot follow one with a default");
        }
        params
    }
}
