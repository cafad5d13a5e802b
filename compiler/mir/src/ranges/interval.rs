//! Arithmetic on ranges of integers. Bounds are wider than any type, so that nothing here overflows.

use crate::simplify::bounds;
use crate::{BinaryOp, IntTy};

/// All from `low` to `high`; never empty.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Interval {
    pub(super) low: i128,
    pub(super) high: i128,
}

impl Interval {
    pub(super) fn all(ty: IntTy) -> Self {
        let (low, high) = bounds(ty);
        Self { low, high }
    }

    pub(super) fn fits(self, ty: IntTy) -> bool {
        let all = Self::all(ty);
        all.low <= self.low && self.high <= all.high
    }

    /// As a value of the type, which wraps.
    pub(super) fn wrapped(self, ty: IntTy) -> Self {
        if self.fits(ty) { self } else { Self::all(ty) }
    }

    /// Without what does not fit the type.
    pub(super) fn clamped(self, ty: IntTy) -> Self {
        let all = Self::all(ty);
        self.intersect(all).unwrap_or(all)
    }

    pub(super) fn hull(self, other: Self) -> Self {
        Self { low: self.low.min(other.low), high: self.high.max(other.high) }
    }

    pub(super) fn intersect(self, other: Self) -> Option<Self> {
        let both = Self { low: self.low.max(other.low), high: self.high.min(other.high) };
        (both.low <= both.high).then_some(both)
    }

    /// Bounds that still grow go to the type's.
    pub(super) fn widened(self, grown: Self, ty: IntTy) -> Self {
        let all = Self::all(ty);
        Self { low: if grown.low < self.low { all.low } else { self.low }, high: if grown.high > self.high { all.high } else { self.high } }
    }

    /// The exact results of an operation; `None` if nothing is known.
    pub(super) fn of(op: BinaryOp, left: Self, right: Self) -> Option<Self> {
        let corners = |apply: fn(i128, i128) -> i128| {
            let all = [apply(left.low, right.low), apply(left.low, right.high), apply(left.high, right.low), apply(left.high, right.high)];
            Some(Self { low: all.into_iter().min()?, high: all.into_iter().max()? })
        };
        match op {
            BinaryOp::Add => Some(Self { low: left.low + right.low, high: left.high + right.high }),
            BinaryOp::Sub => Some(Self { low: left.low - right.high, high: left.high - right.low }),
            // Of two 64-bit values the product fits; only unsigned ones at the very top do not.
            BinaryOp::Mul => {
                left.low.abs().max(left.high).checked_mul(right.low.abs().max(right.high))?;
                corners(|left, right| left * right)
            }
            BinaryOp::FloorDiv if right.low > 0 => corners(i128::div_euclid),
            BinaryOp::FloorMod if right.low > 0 => {
                let all = Self { low: 0, high: right.high - 1 };
                Some(if left.low >= 0 { Self { low: 0, high: all.high.min(left.high) } } else { all })
            }
            BinaryOp::And if left.low >= 0 && right.low >= 0 => Some(Self { low: 0, high: left.high.min(right.high) }),
            BinaryOp::And if right.low >= 0 => Some(Self { low: 0, high: right.high }),
            BinaryOp::Shr if right.low >= 0 && right.high < 64 => corners(|left, right| left >> right),
            _ => None,
        }
    }
}

pub(super) fn negated(op: BinaryOp) -> BinaryOp {
    match op {
        BinaryOp::Eq => BinaryOp::Ne,
        BinaryOp::Ne => BinaryOp::Eq,
        BinaryOp::Lt => BinaryOp::Ge,
        BinaryOp::Le => BinaryOp::Gt,
        BinaryOp::Gt => BinaryOp::Le,
        BinaryOp::Ge => BinaryOp::Lt,
        other => other,
    }
}

/// What is left of both sides if the comparison holds; `None` if it can't.
pub(super) fn narrowed(op: BinaryOp, left: Interval, right: Interval) -> Option<(Interval, Interval)> {
    let below = |bound: i128| Interval { low: i128::MIN, high: bound };
    let above = |bound: i128| Interval { low: bound, high: i128::MAX };
    Some(match op {
        BinaryOp::Eq => {
            let both = left.intersect(right)?;
            (both, both)
        }
        BinaryOp::Ne => (without(left, right)?, without(right, left)?),
        BinaryOp::Lt => (left.intersect(below(right.high - 1))?, right.intersect(above(left.low + 1))?),
        BinaryOp::Le => (left.intersect(below(right.high))?, right.intersect(above(left.low))?),
        BinaryOp::Gt => (left.intersect(above(right.low + 1))?, right.intersect(below(left.high - 1))?),
        BinaryOp::Ge => (left.intersect(above(right.low))?, right.intersect(below(left.high))?),
        _ => (left, right),
    })
}

/// A single value at the edge of a range can be left out.
fn without(range: Interval, other: Interval) -> Option<Interval> {
    if other.low != other.high {
        return Some(range);
    }
    let low = range.low + i128::from(range.low == other.low);
    let high = range.high - i128::from(range.high == other.low);
    (low <= high).then_some(Interval { low, high })
}

/// The result of a comparison, if it is always the same.
pub(super) fn decided(op: BinaryOp, left: Interval, right: Interval) -> Option<bool> {
    match (narrowed(op, left, right), narrowed(negated(op), left, right)) {
        (None, _) => Some(false),
        (_, None) => Some(true),
        _ => None,
    }
}
