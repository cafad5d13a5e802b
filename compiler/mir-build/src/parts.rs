//! The operands of an expression, for walks that treat most kinds alike.

use pyc_types::thir::{Expr, ExprKind};

/// The expressions that an expression evaluates itself, in order. Those inside places and statements are not among them.
pub(crate) fn parts(expr: &Expr) -> Vec<&Expr> {
    match &expr.kind {
        ExprKind::None
        | ExprKind::Bool(_)
        | ExprKind::Int(_)
        | ExprKind::Line
        | ExprKind::Float(_)
        | ExprKind::Str(_)
        | ExprKind::Data(_)
        | ExprKind::Read(_)
        | ExprKind::IsBound(_)
        | ExprKind::Inout(_) => Vec::new(),
        ExprKind::Widen(value)
        | ExprKind::Narrow(value)
        | ExprKind::TypeTest { value, .. }
        | ExprKind::Unary(_, value)
        | ExprKind::StructGet(value, _)
        | ExprKind::TupleGet(value, _)
        | ExprKind::Block(_, value) => vec![value],
        ExprKind::Same(left, right)
        | ExprKind::Binary(_, left, right)
        | ExprKind::Checked(_, left, right)
        | ExprKind::And(left, right)
        | ExprKind::Or(left, right) => vec![left, right],
        ExprKind::Call { args, .. }
        | ExprKind::Construct { args, .. }
        | ExprKind::Struct(args)
        | ExprKind::Tuple(args)
        | ExprKind::Intrinsic { args, .. } => args.iter().collect(),
        ExprKind::If { condition, then, otherwise } => vec![condition, then, otherwise],
    }
}
