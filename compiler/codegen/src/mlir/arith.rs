//! Arithmetic and comparison, of scalars and, element by element, of vectors.

use melior::ir::{Type, Value, ValueLike as _};
use pyc_mir::{BinaryOp, IntTy, Operand, Ty, UnaryOp};

use super::builder::{EQ, NE, SGE, SGT, SLE, SLT, UGE, UGT, ULE, ULT};
use super::function::Body;
use crate::error::{Result, bad_mir};

/// What an operator works on, seen through vectors.
enum Numbers {
    Int(IntTy),
    Bool,
    Float,
    Pointer,
}

fn numbers(ty: &Ty) -> Result<Numbers> {
    match ty {
        Ty::Int(int) => Ok(Numbers::Int(*int)),
        Ty::Bool => Ok(Numbers::Bool),
        Ty::Float(_) => Ok(Numbers::Float),
        Ty::Ptr(_) | Ty::Ref { .. } => Ok(Numbers::Pointer),
        Ty::Simd(lane, _) => numbers(lane),
        other => Err(bad_mir(format!("arithmetic on {other}"))),
    }
}

impl<'c> Body<'_, '_, 'c> {
    pub(super) fn unary(&mut self, op: UnaryOp, operand: &Operand) -> Result<Value<'c, 'c>> {
        let ty = self.operand_type(operand)?;
        let value = self.operand(operand)?;
        let form = value.r#type();
        match (op, numbers(&ty)?) {
            (UnaryOp::Neg, Numbers::Float) => self.b.value("arith.negf", &[value], form, &[]),
            (UnaryOp::Neg, Numbers::Int(_)) => {
                let zero = self.b.zero(form)?;
                self.b.binary("arith.subi", zero, value)
            }
            (UnaryOp::Not, Numbers::Int(_) | Numbers::Bool) => {
                let ones = self.splat(form, &ty, -1)?;
                self.b.binary("arith.xori", value, ones)
            }
            _ => Err(bad_mir(format!("{op:?} of {ty}"))),
        }
    }

    /// An integer constant of a scalar or vector form.
    fn splat(&mut self, form: Type<'c>, ty: &Ty, value: i64) -> Result<Value<'c, 'c>> {
        let Ty::Simd(lane, _) = ty else { return self.b.int(form, value) };
        let element = self.b.integer(self.cx.types.value(self.cx.program, lane), value);
        let all = melior::ir::attribute::DenseElementsAttribute::splat(form, element);
        self.b.value("arith.constant", &[], form, &[("value", all.into())])
    }

    pub(super) fn binary(&mut self, op: BinaryOp, left: &Operand, right: &Operand) -> Result<Value<'c, 'c>> {
        let ty = self.operand_type(left)?;
        let (a, mut b) = (self.operand(left)?, self.operand(right)?);
        if matches!(op, BinaryOp::Shl | BinaryOp::Shr) {
            let right_ty = self.operand_type(right)?;
            b = self.shift_amount(b, &right_ty, &ty)?;
        }
        if let Some(value) = self.comparison(op, &ty, a, b)? {
            return Ok(value);
        }
        match numbers(&ty)? {
            Numbers::Float => self.float_binary(op, &ty, a, b),
            Numbers::Int(int) => self.int_binary(op, int, &ty, a, b),
            Numbers::Bool => match op {
                BinaryOp::And => self.b.binary("arith.andi", a, b),
                BinaryOp::Or => self.b.binary("arith.ori", a, b),
                BinaryOp::Xor => self.b.binary("arith.xori", a, b),
                _ => Err(bad_mir(format!("{op:?} of bool"))),
            },
            Numbers::Pointer => Err(bad_mir(format!("{op:?} of {ty}"))),
        }
    }

    fn float_binary(&mut self, op: BinaryOp, ty: &Ty, a: Value<'c, 'c>, b: Value<'c, 'c>) -> Result<Value<'c, 'c>> {
        let name = match op {
            BinaryOp::Add => "arith.addf",
            BinaryOp::Sub => "arith.subf",
            BinaryOp::Mul => "arith.mulf",
            BinaryOp::Div => "arith.divf",
            BinaryOp::TruncRem => "arith.remf",
            _ => return Err(bad_mir(format!("{op:?} of {ty}"))),
        };
        self.b.binary(name, a, b)
    }

    fn int_binary(&mut self, op: BinaryOp, int: IntTy, ty: &Ty, a: Value<'c, 'c>, b: Value<'c, 'c>) -> Result<Value<'c, 'c>> {
        let signed = int.signed;
        let name = match op {
            BinaryOp::Add => "arith.addi",
            BinaryOp::Sub => "arith.subi",
            BinaryOp::Mul => "arith.muli",
            BinaryOp::And => "arith.andi",
            BinaryOp::Or => "arith.ori",
            BinaryOp::Xor => "arith.xori",
            BinaryOp::Shl => "arith.shli",
            BinaryOp::Shr if signed => "arith.shrsi",
            BinaryOp::Shr => "arith.shrui",
            BinaryOp::TruncDiv if signed => "arith.divsi",
            BinaryOp::TruncRem if signed => "arith.remsi",
            BinaryOp::TruncDiv | BinaryOp::FloorDiv if !signed => "arith.divui",
            BinaryOp::TruncRem | BinaryOp::FloorMod if !signed => "arith.remui",
            BinaryOp::FloorDiv => return self.floor_div(ty, a, b),
            BinaryOp::FloorMod => return self.floor_mod(ty, a, b),
            _ => return Err(bad_mir(format!("{op:?} of {ty}"))),
        };
        self.b.binary(name, a, b)
    }

    /// The quotient towards zero, less one if there is a remainder and the signs differ.
    fn floor_div(&mut self, ty: &Ty, a: Value<'c, 'c>, b: Value<'c, 'c>) -> Result<Value<'c, 'c>> {
        let form = a.r#type();
        let quotient = self.b.binary("arith.divsi", a, b)?;
        let remainder = self.b.binary("arith.remsi", a, b)?;
        let lower = self.needs_correction(ty, remainder, b)?;
        let correction = self.b.value("arith.extsi", &[lower], form, &[])?;
        self.b.binary("arith.addi", quotient, correction)
    }

    /// The remainder with the dividend's sign, plus the divisor if it is not zero and the signs differ.
    fn floor_mod(&mut self, ty: &Ty, a: Value<'c, 'c>, b: Value<'c, 'c>) -> Result<Value<'c, 'c>> {
        let form = a.r#type();
        let remainder = self.b.binary("arith.remsi", a, b)?;
        let lower = self.needs_correction(ty, remainder, b)?;
        let more = self.b.binary("arith.addi", remainder, b)?;
        self.b.value("arith.select", &[lower, more, remainder], form, &[])
    }

    fn needs_correction(&mut self, ty: &Ty, remainder: Value<'c, 'c>, divisor: Value<'c, 'c>) -> Result<Value<'c, 'c>> {
        let bool = self.truth(ty);
        let zero = self.b.zero(remainder.r#type())?;
        let inexact = self.b.compare("arith.cmpi", NE, remainder, zero, bool)?;
        let signs = self.b.binary("arith.xori", remainder, divisor)?;
        let differ = self.b.compare("arith.cmpi", SLT, signs, zero, bool)?;
        self.b.binary("arith.andi", inexact, differ)
    }

    fn shift_amount(&mut self, amount: Value<'c, 'c>, from: &Ty, to: &Ty) -> Result<Value<'c, 'c>> {
        let form = self.cx.types.value(self.cx.program, to);
        match (from, to) {
            (Ty::Int(from), Ty::Int(to)) if from.bits > to.bits => self.b.value("arith.trunci", &[amount], form, &[]),
            (Ty::Int(from), Ty::Int(to)) if from.bits < to.bits => self.b.value("arith.extui", &[amount], form, &[]),
            _ => Ok(amount),
        }
    }

    /// What comparing values of a type gives: `Bool`, or a vector of them.
    fn truth(&self, ty: &Ty) -> Type<'c> {
        match ty {
            Ty::Simd(_, count) => Type::vector(&[u64::from(*count)], self.cx.types.bool),
            _ => self.cx.types.bool,
        }
    }

    fn comparison(&mut self, op: BinaryOp, ty: &Ty, a: Value<'c, 'c>, b: Value<'c, 'c>) -> Result<Option<Value<'c, 'c>>> {
        // The predicates for signed and unsigned integers and for floats. A NaN is unequal to everything and in no order.
        let (signed, unsigned, float) = match op {
            BinaryOp::Eq => (EQ, EQ, 1),
            BinaryOp::Ne => (NE, NE, 13),
            BinaryOp::Lt => (SLT, ULT, 4),
            BinaryOp::Le => (SLE, ULE, 5),
            BinaryOp::Gt => (SGT, UGT, 2),
            BinaryOp::Ge => (SGE, UGE, 3),
            _ => return Ok(None),
        };
        let bool = self.truth(ty);
        match numbers(ty)? {
            Numbers::Int(IntTy { signed: true, .. }) => self.b.compare("arith.cmpi", signed, a, b, bool),
            Numbers::Int(_) | Numbers::Bool => self.b.compare("arith.cmpi", unsigned, a, b, bool),
            Numbers::Float => self.b.compare("arith.cmpf", float, a, b, bool),
            Numbers::Pointer => self.b.compare("llvm.icmp", unsigned, a, b, bool),
        }
        .map(Some)
    }

    /// A tuple of the wrapped result and whether it wrapped.
    pub(super) fn checked(&mut self, op: BinaryOp, left: &Operand, right: &Operand) -> Result<Value<'c, 'c>> {
        let ty = self.operand_type(left)?;
        let Ty::Int(int) = ty else { return Err(bad_mir(format!("checked {op:?} of {ty}"))) };
        let (a, b) = (self.operand(left)?, self.operand(right)?);
        let sign = if int.signed { 's' } else { 'u' };
        let name = match op {
            BinaryOp::Add => "add",
            BinaryOp::Sub => "sub",
            BinaryOp::Mul => "mul",
            _ => return Err(bad_mir(format!("checked {op:?}"))),
        };
        let (form, types) = (a.r#type(), &self.cx.types);
        let both = self.b.value(&format!("llvm.intr.{sign}{name}.with.overflow"), &[a, b], types.literal(&[form, types.bool]), &[])?;
        let result = self.b.extract(both, form, &[0])?;
        let wrapped = self.b.extract(both, types.bool, &[1])?;
        let wrapped = self.to_memory(wrapped, &Ty::Bool)?;
        let pair = self.b.poison(types.literal(&[form, types.i8]))?;
        let pair = self.b.insert(pair, result, &[0])?;
        self.b.insert(pair, wrapped, &[1])
    }
}
