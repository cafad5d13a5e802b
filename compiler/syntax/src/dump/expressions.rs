//! Expressions and what belongs to them.

use pyc_base::Span;

use super::{Dumper, literals};
use crate::ast::*;

impl Dumper<'_> {
    /// The start of a node up to its first field, an expression.
    pub(super) fn open(&mut self, start: &str, value: &Expr) {
        self.out.push_str(start);
        self.expr(value);
    }

    /// The start of a node up to its first field, a list of expressions.
    pub(super) fn open_list(&mut self, start: &str, values: &[Expr]) {
        self.out.push_str(start);
        self.list(values, Self::expr);
    }

    pub(super) fn expr_field(&mut self, name: &str, value: &Expr) {
        self.field(name);
        self.expr(value);
    }

    pub(super) fn optional_field(&mut self, name: &str, value: Option<&Expr>) {
        if let Some(value) = value {
            self.expr_field(name, value);
        }
    }

    /// The start of a node whose first field may be missing.
    pub(super) fn optional_only(&mut self, start: &str, field: &str, value: Option<&Expr>) {
        self.out.push_str(start);
        if let Some(value) = value {
            self.out.push_str(field);
            self.expr(value);
        }
    }

    pub(super) fn expr_or_none(&mut self, value: &Option<Expr>) {
        match value {
            Some(value) => self.expr(value),
            None => self.out.push_str("None"),
        }
    }

    fn context(&mut self, ctx: Context) {
        self.out.push_str(match ctx {
            Context::Load => ", ctx=Load()",
            Context::Store => ", ctx=Store()",
            Context::Del => ", ctx=Del()",
        });
    }

    pub(super) fn expr(&mut self, expr: &Expr) {
        stacker::maybe_grow(64 * 1024, 1024 * 1024, || self.expr_here(expr));
    }

    fn expr_here(&mut self, expr: &Expr) {
        let mut empty = false;
        match &expr.kind {
            ExprKind::BoolOp { op, values } => {
                self.out.push_str(if *op == BoolOp::And { "BoolOp(op=And()" } else { "BoolOp(op=Or()" });
                self.list_field("values", values, Self::expr);
            }
            ExprKind::NamedExpr { target, value } => {
                self.open("NamedExpr(target=", target);
                self.expr_field("value", value);
            }
            ExprKind::BinOp { left, op, right } => {
                self.open("BinOp(left=", left);
                self.field("op");
                self.debug_name(op);
                self.expr_field("right", right);
            }
            ExprKind::UnaryOp { op, operand } => {
                self.out.push_str("UnaryOp(op=");
                self.debug_name(op);
                self.expr_field("operand", operand);
            }
            ExprKind::Lambda { args, body } => {
                self.out.push_str("Lambda(args=");
                self.arguments(args);
                self.expr_field("body", body);
            }
            ExprKind::IfExp { test, body, orelse } => {
                self.open("IfExp(test=", test);
                self.expr_field("body", body);
                self.expr_field("orelse", orelse);
            }
            ExprKind::Dict { keys, values } => {
                self.out.push_str("Dict(keys=");
                self.list(keys, Self::expr_or_none);
                self.list_field("values", values, Self::expr);
            }
            ExprKind::Set(elts) => self.open_list("Set(elts=", elts),
            ExprKind::ListComp { elt, generators } => self.comprehension("ListComp(elt=", elt, generators),
            ExprKind::SetComp { elt, generators } => self.comprehension("SetComp(elt=", elt, generators),
            ExprKind::GeneratorExp { elt, generators } => self.comprehension("GeneratorExp(elt=", elt, generators),
            ExprKind::DictComp { key, value, generators } => {
                self.open("DictComp(key=", key);
                self.expr_field("value", value);
                self.list_field("generators", generators, Self::generator);
            }
            ExprKind::Await(value) => self.open("Await(value=", value),
            ExprKind::Yield(value) => {
                empty = value.is_none();
                self.optional_only("Yield(", "value=", value.as_deref());
            }
            ExprKind::YieldFrom(value) => self.open("YieldFrom(value=", value),
            ExprKind::Compare { left, ops, comparators } => {
                self.open("Compare(left=", left);
                self.list_field("ops", ops, |dumper, op| dumper.debug_name(op));
                self.list_field("comparators", comparators, Self::expr);
            }
            ExprKind::Call { func, args, keywords } => {
                self.open("Call(func=", func);
                self.list_field("args", args, Self::expr);
                self.list_field("keywords", keywords, Self::keyword);
            }
            ExprKind::JoinedStr(values) => return self.joined(expr, "JoinedStr(values=", values),
            ExprKind::TemplateStr(values) => return self.joined(expr, "TemplateStr(values=", values),
            ExprKind::FormattedValue { .. } | ExprKind::Interpolation { .. } => return self.replacement(expr),
            ExprKind::Constant(value) => {
                self.out.push_str("Constant(value=");
                self.constant(value);
            }
            ExprKind::Attribute { value, attr, ctx } => {
                self.open("Attribute(value=", value);
                self.field("attr");
                self.name(attr.name);
                self.context(*ctx);
            }
            ExprKind::Subscript { value, slice, ctx } => {
                self.open("Subscript(value=", value);
                self.expr_field("slice", slice);
                self.context(*ctx);
            }
            ExprKind::Starred { value, ctx } => {
                self.open("Starred(value=", value);
                self.context(*ctx);
            }
            ExprKind::Name { id, ctx } => {
                self.out.push_str("Name(id=");
                self.name(*id);
                self.context(*ctx);
            }
            ExprKind::List { elts, ctx } => {
                self.open_list("List(elts=", elts);
                self.context(*ctx);
            }
            ExprKind::Tuple { elts, ctx } => {
                self.open_list("Tuple(elts=", elts);
                self.context(*ctx);
            }
            ExprKind::Slice { lower, upper, step } => {
                empty = self.slice([("lower=", lower), ("upper=", upper), ("step=", step)]);
            }
            ExprKind::Error => {
                empty = true;
                self.out.push_str("Error(");
            }
        }
        self.end(expr.span, empty);
    }

    fn slice(&mut self, parts: [(&str, &Option<Box<Expr>>); 3]) -> bool {
        self.out.push_str("Slice(");
        let mut empty = true;
        for (name, part) in parts {
            if let Some(part) = part {
                self.out.push_str(if empty { "" } else { ", " });
                self.out.push_str(name);
                self.expr(part);
                empty = false;
            }
        }
        empty
    }

    fn comprehension(&mut self, start: &str, elt: &Expr, generators: &[Comprehension]) {
        self.open(start, elt);
        self.list_field("generators", generators, Self::generator);
    }

    fn generator(&mut self, generator: &Comprehension) {
        self.open("comprehension(target=", &generator.target);
        self.expr_field("iter", &generator.iter);
        self.list_field("ifs", &generator.ifs, Self::expr);
        self.out.push_str(if generator.is_async { ", is_async=1)" } else { ", is_async=0)" });
    }

    pub(super) fn keyword(&mut self, keyword: &Keyword) {
        self.out.push_str("keyword(");
        if let Some(arg) = keyword.arg {
            self.out.push_str("arg=");
            self.name(arg.name);
            self.out.push_str(", ");
        }
        self.out.push_str("value=");
        self.expr(&keyword.value);
        self.end(keyword.span, false);
    }

    pub(super) fn constant(&mut self, value: &Constant) {
        match value {
            Constant::None => self.out.push_str("None"),
            Constant::True => self.out.push_str("True"),
            Constant::False => self.out.push_str("False"),
            Constant::Ellipsis => self.out.push_str("Ellipsis"),
            Constant::Int(value) => literals::int(&mut self.out, value),
            Constant::Float(value) => literals::float(&mut self.out, *value),
            Constant::Complex(value) => literals::imaginary(&mut self.out, *value),
            Constant::Str { value, unicode } => {
                literals::string(&mut self.out, value);
                if *unicode {
                    self.out.push_str(", kind='u'");
                }
            }
            Constant::Bytes(value) => literals::bytes(&mut self.out, value),
        }
    }

    /// An f-string. Its texts and fields are printed with the place of the concatenation they belong to.
    fn joined(&mut self, expr: &Expr, start: &str, values: &[Expr]) {
        let place = self.printed_place(expr.span);
        self.joined.push(place);
        self.out.push_str(start);
        self.list(values, Self::joined_part);
        self.joined_end();
        self.joined.pop();
    }

    fn printed_place(&mut self, span: Span) -> String {
        let outer = std::mem::take(&mut self.out);
        self.place(span);
        std::mem::replace(&mut self.out, outer)
    }

    fn joined_part(&mut self, part: &Expr) {
        match &part.kind {
            ExprKind::Constant(value) => {
                self.out.push_str("Constant(value=");
                self.constant(value);
                self.joined_end();
            }
            _ => self.expr(part),
        }
    }

    /// A format specification: it and text at its end have the place of the literal they are in.
    fn format_spec(&mut self, field: &Expr, values: &[Expr]) {
        let literal = self.positions.literal(field.span.start);
        let place = self.printed_place(literal);
        self.field("format_spec");
        self.out.push_str("JoinedStr(values=[");
        for (at, part) in values.iter().enumerate() {
            self.out.push_str(if at > 0 { ", " } else { "" });
            let last_text = at + 1 == values.len() && matches!(part.kind, ExprKind::Constant(_));
            if last_text {
                self.joined.push(place.clone());
            }
            self.joined_part(part);
            if last_text {
                self.joined.pop();
            }
        }
        self.out.push_str("], ");
        self.out.push_str(&place);
        self.out.push(')');
    }

    /// The end of a node of the f-string that is printed.
    fn joined_end(&mut self) {
        self.out.push_str(", ");
        if let Some(place) = self.joined.last() {
            self.out.push_str(place);
        }
        self.out.push(')');
    }

    /// A replacement field of an f-string or t-string.
    fn replacement(&mut self, expr: &Expr) {
        let (conversion, format_spec) = match &expr.kind {
            ExprKind::FormattedValue { value, conversion, format_spec } => {
                self.out.push_str("FormattedValue(value=");
                self.field_value(expr, value);
                (conversion, format_spec)
            }
            ExprKind::Interpolation { value, text, conversion, format_spec } => {
                self.out.push_str("Interpolation(value=");
                self.field_value(expr, value);
                self.field("str");
                literals::string(&mut self.out, &Str::Utf8(text.clone()));
                (conversion, format_spec)
            }
            _ => return,
        };
        self.field("conversion");
        match conversion {
            Some(conversion) => self.number(*conversion as u32),
            None => self.out.push_str("-1"),
        }
        if let Some(spec) = format_spec
            && let ExprKind::JoinedStr(values) = &spec.kind
        {
            self.format_spec(expr, values);
        }
        self.joined_end();
    }

    fn field_value(&mut self, field: &Expr, value: &Expr) {
        self.positions.enter(field.span.start);
        match &value.kind {
            ExprKind::Tuple { elts, ctx } if self.positions.is_bare(value.span) => {
                self.open_list("Tuple(elts=", elts);
                self.context(*ctx);
                let span = self.positions.bare_tuple(value.span);
                self.end(span, false);
            }
            _ => self.expr(value),
        }
        self.positions.leave();
    }
}
