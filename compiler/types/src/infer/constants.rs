//! Numbers that are written as a computation whose steps go beyond 64 bits but whose result does not: `2**63 - 1`, `-(1 << 63)`.

use pyc_hir::{BinOp, Expr as Hir, ExprId, Literal, UnaryOp};

use super::Infer;

/// What exponents and shifts go up to: beyond, nothing of use fits.
const MOST_BITS: i128 = 126;

impl Infer<'_> {
    /// The value of such a computation; of any other its own code is as good.
    pub(super) fn wide_constant(&self, expr: &Hir) -> Option<i64> {
        let mut is_wide = false;
        let value = self.number(expr, &mut is_wide)?;
        i64::try_from(value).ok().filter(|_| is_wide)
    }

    fn number(&self, expr: &Hir, is_wide: &mut bool) -> Option<i128> {
        let mut operand = |id: ExprId| self.number(&self.hir.exprs[id.index()], is_wide);
        let value = match expr {
            Hir::Literal(Literal::Int(value)) => i128::from(*value),
            Hir::Literal(Literal::BigInt(digits)) => digits.parse().ok()?,
            Hir::Unary { op: UnaryOp::USub, operand: value } => -operand(*value)?,
            Hir::Binary { left, op, right } => computed(*op, operand(*left)?, operand(*right)?)?,
            _ => return None,
        };
        *is_wide |= i64::try_from(value).is_err();
        Some(value)
    }
}

fn computed(op: BinOp, left: i128, right: i128) -> Option<i128> {
    match op {
        BinOp::Add => left.checked_add(right),
        BinOp::Sub => left.checked_sub(right),
        BinOp::Mult => left.checked_mul(right),
        BinOp::FloorDiv if right != 0 => Some(left.div_euclid(right)).filter(|_| right > 0),
        BinOp::Pow if (0..=MOST_BITS).contains(&right) => left.checked_pow(right as u32),
        BinOp::LShift if (0..=MOST_BITS).contains(&right) => left.checked_mul(1 << right),
        _ => None,
    }
}
