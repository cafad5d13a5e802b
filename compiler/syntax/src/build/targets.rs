//! Expressions as targets: of assignment, `for`, `with` and `del`.

use super::Builder;
use crate::ast::*;
use crate::error::SyntaxError;

impl Builder<'_> {
    /// Turns an expression into what is assigned to.
    pub(crate) fn target(&mut self, mut expr: Expr) -> Expr {
        self.retarget(&mut expr, Context::Store, "assign to");
        expr
    }

    pub(crate) fn delete_targets(&mut self, mut targets: Vec<Expr>) -> Vec<Expr> {
        for target in &mut targets {
            self.retarget(target, Context::Del, "delete");
        }
        targets
    }

    /// Recursion only goes through brackets, whose depth is limited.
    fn retarget(&mut self, expr: &mut Expr, new: Context, verb: &str) {
        match &mut expr.kind {
            ExprKind::Name { ctx, .. } | ExprKind::Attribute { ctx, .. } | ExprKind::Subscript { ctx, .. } => *ctx = new,
            ExprKind::Tuple { elts, ctx } | ExprKind::List { elts, ctx } => {
                *ctx = new;
                for element in elts {
                    self.retarget(element, new, verb);
                }
            }
            ExprKind::Starred { value, ctx } if new == Context::Store => {
                *ctx = new;
                if let ExprKind::Starred { .. } = value.kind {
                    self.errors.push(SyntaxError::new(value.span, "a target can have only one star"));
                }
                self.retarget(value, new, verb);
            }
            ExprKind::Error => {}
            _ => self.no_target(expr, verb),
        }
    }

    pub(crate) fn no_target(&mut self, expr: &Expr, verb: &str) {
        let mut error = SyntaxError::new(expr.span, format!("cannot {verb} {}", description(&expr.kind)));
        if verb == "assign to"
            && matches!(expr.kind, ExprKind::Compare { .. } | ExprKind::BoolOp { .. } | ExprKind::BinOp { .. } | ExprKind::Call { .. })
        {
            error = error.help("write `==` to compare");
        }
        self.errors.push(error);
    }

    /// The target of an augmented or annotated assignment is a single place.
    pub(crate) fn single_target(&mut self, expr: Expr, statement: &str) -> Expr {
        match expr.kind {
            ExprKind::Name { .. } | ExprKind::Attribute { .. } | ExprKind::Subscript { .. } | ExprKind::Error => self.target(expr),
            ref kind => {
                let what = description(kind);
                self.errors.push(SyntaxError::new(expr.span, format!("{what} cannot be the target of {statement}")));
                expr
            }
        }
    }
}

/// An expression in the user's words.
pub(crate) fn description(kind: &ExprKind) -> &'static str {
    match kind {
        ExprKind::BoolOp { .. } | ExprKind::BinOp { .. } | ExprKind::UnaryOp { .. } => "an operation",
        ExprKind::NamedExpr { .. } => "a named expression",
        ExprKind::Lambda { .. } => "a lambda",
        ExprKind::IfExp { .. } => "a conditional expression",
        ExprKind::Dict { .. } => "a dict display",
        ExprKind::Set(_) => "a set display",
        ExprKind::ListComp { .. } => "a list comprehension",
        ExprKind::SetComp { .. } => "a set comprehension",
        ExprKind::DictComp { .. } => "a dict comprehension",
        ExprKind::GeneratorExp { .. } => "a generator expression",
        ExprKind::Await(_) => "an await expression",
        ExprKind::Yield(_) | ExprKind::YieldFrom(_) => "a yield expression",
        ExprKind::Compare { .. } => "a comparison",
        ExprKind::Call { .. } => "a function call",
        ExprKind::FormattedValue { .. } | ExprKind::JoinedStr(_) => "an f-string",
        ExprKind::Interpolation { .. } | ExprKind::TemplateStr(_) => "a t-string",
        ExprKind::Constant(Constant::None) => "`None`",
        ExprKind::Constant(Constant::True) => "`True`",
        ExprKind::Constant(Constant::False) => "`False`",
        ExprKind::Constant(Constant::Ellipsis) => "`...`",
        ExprKind::Constant(_) => "a literal",
        ExprKind::Attribute { .. } => "an attribute",
        ExprKind::Subscript { .. } => "a subscript",
        ExprKind::Starred { .. } => "a starred expression",
        ExprKind::Name { .. } => "a name",
        ExprKind::List { .. } => "a list",
        ExprKind::Tuple { .. } => "a tuple",
        ExprKind::Slice { .. } => "a slice",
        ExprKind::Error => "this",
    }
}
