//! The children of an expression, for passes that only look at a few kinds of nodes.

use pyc_syntax::ast::{Arguments, Comprehension, Expr, ExprKind};

/// Calls `f` for every expression directly inside this one, in the order of the text; nothing inside a lambda's body but its defaults.
pub(super) fn children<'a>(expr: &'a Expr, f: &mut dyn FnMut(&'a Expr)) {
    match &expr.kind {
        ExprKind::BoolOp { values, .. } => values.iter().for_each(f),
        ExprKind::NamedExpr { target, value } => [target, value].into_iter().for_each(|child| f(child)),
        ExprKind::BinOp { left, right, .. } => [left, right].into_iter().for_each(|child| f(child)),
        ExprKind::UnaryOp { operand, .. } => f(operand),
        ExprKind::Lambda { args, .. } => defaults(args, f),
        ExprKind::IfExp { test, body, orelse } => [test, body, orelse].into_iter().for_each(|child| f(child)),
        ExprKind::Dict { keys, values } => keys.iter().zip(values).for_each(|(key, value)| {
            key.iter().for_each(&mut *f);
            f(value);
        }),
        ExprKind::Set(elements)
        | ExprKind::List { elts: elements, .. }
        | ExprKind::Tuple { elts: elements, .. }
        | ExprKind::JoinedStr(elements)
        | ExprKind::TemplateStr(elements) => elements.iter().for_each(f),
        ExprKind::ListComp { elt, generators } | ExprKind::SetComp { elt, generators } | ExprKind::GeneratorExp { elt, generators } => {
            f(elt);
            comprehensions(generators, f);
        }
        ExprKind::DictComp { key, value, generators } => {
            f(key);
            f(value);
            comprehensions(generators, f);
        }
        ExprKind::Await(value) | ExprKind::YieldFrom(value) | ExprKind::Attribute { value, .. } | ExprKind::Starred { value, .. } => {
            f(value)
        }
        ExprKind::Yield(value) => value.iter().for_each(|child| f(child)),
        ExprKind::Compare { left, comparators, .. } => {
            f(left);
            comparators.iter().for_each(f);
        }
        ExprKind::Call { func, args, keywords } => {
            f(func);
            args.iter().for_each(&mut *f);
            keywords.iter().for_each(|keyword| f(&keyword.value));
        }
        ExprKind::FormattedValue { value, format_spec, .. } | ExprKind::Interpolation { value, format_spec, .. } => {
            f(value);
            format_spec.iter().for_each(|child| f(child));
        }
        ExprKind::Subscript { value, slice, .. } => [value, slice].into_iter().for_each(|child| f(child)),
        ExprKind::Slice { lower, upper, step } => [lower, upper, step].into_iter().flatten().for_each(|child| f(child)),
        ExprKind::Constant(_) | ExprKind::Name { .. } | ExprKind::Error => {}
    }
}

fn comprehensions<'a>(generators: &'a [Comprehension], f: &mut dyn FnMut(&'a Expr)) {
    for generator in generators {
        f(&generator.target);
        f(&generator.iter);
        generator.ifs.iter().for_each(&mut *f);
    }
}

/// The default values of parameters: evaluated where the function is defined.
pub(super) fn defaults<'a>(args: &'a Arguments, f: &mut dyn FnMut(&'a Expr)) {
    args.defaults.iter().chain(args.kw_defaults.iter().flatten()).for_each(f);
}
