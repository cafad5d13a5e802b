//! Constants of the tree → literals.

use std::sync::Arc;

use pyc_syntax::ast::{Constant, Expr, ExprKind, Int, Str, UnaryOp};

use crate::Literal;

pub(super) fn literal(constant: &Constant) -> Literal {
    match constant {
        Constant::None => Literal::None,
        Constant::True => Literal::Bool(true),
        Constant::False => Literal::Bool(false),
        Constant::Ellipsis => Literal::Ellipsis,
        Constant::Int(Int::Small(value)) => Literal::Int(*value),
        Constant::Int(Int::Big(digits)) => Literal::BigInt(Arc::from(&**digits)),
        Constant::Float(value) => Literal::Float(value.to_bits()),
        Constant::Complex(value) => Literal::Complex(value.to_bits()),
        Constant::Str { value: Str::Utf8(text), .. } => Literal::Str(Arc::from(&**text)),
        Constant::Str { value: Str::Wtf8(bytes), .. } => Literal::SurrogateStr(Arc::from(&**bytes)),
        Constant::Bytes(bytes) => Literal::Bytes(Arc::from(&**bytes)),
    }
}

/// A constant, possibly with a sign.
pub(super) fn signed_literal(expr: &Expr) -> Option<Literal> {
    match &expr.kind {
        ExprKind::Constant(constant) => Some(literal(constant)),
        ExprKind::UnaryOp { op, operand } => match &operand.kind {
            ExprKind::Constant(constant) => sign(*op, constant),
            _ => None,
        },
        _ => None,
    }
}

/// `-1` and `+1`. Other operators, and signs of anything but numbers, stay operations.
fn sign(op: UnaryOp, constant: &Constant) -> Option<Literal> {
    if !matches!(constant, Constant::Int(_) | Constant::Float(_)) {
        return None;
    }
    let value = literal(constant);
    match (op, value) {
        (UnaryOp::UAdd, value) => Some(value),
        // The literal of a small integer is never negative, so this can't overflow.
        (UnaryOp::USub, Literal::Int(value)) => Some(Literal::Int(-value)),
        (UnaryOp::USub, Literal::Float(bits)) => Some(Literal::Float((-f64::from_bits(bits)).to_bits())),
        (UnaryOp::USub, Literal::BigInt(digits)) => {
            let negative = format!("-{digits}");
            Some(negative.parse().map_or_else(|_| Literal::BigInt(negative.as_str().into()), Literal::Int))
        }
        _ => None,
    }
}
