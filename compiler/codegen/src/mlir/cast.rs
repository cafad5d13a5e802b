//! Conversions between scalars, and element by element between vectors.

use melior::ir::Value;
use pyc_mir::{AddressSpace, Cast, FloatTy, Operand, Ty};

use super::function::Body;
use crate::error::{Result, bad_mir};

impl<'c> Body<'_, '_, 'c> {
    pub(super) fn cast(&mut self, cast: Cast, operand: &Operand, to: &Ty) -> Result<Value<'c, 'c>> {
        let from = self.operand_type(operand)?;
        let value = self.operand(operand)?;
        let (from_lane, to_lane) = (lane(&from), lane(to));
        let to_ty = to;
        let name = match (cast, from_lane, to_lane) {
            (Cast::Int, Ty::Int(from), Ty::Int(to)) if from.bits > to.bits => "arith.trunci",
            (Cast::Int, Ty::Int(from), Ty::Int(to)) if from.bits < to.bits => {
                if from.signed {
                    "arith.extsi"
                } else {
                    "arith.extui"
                }
            }
            (Cast::Int, Ty::Int(_), Ty::Int(_)) => return Ok(value),
            (Cast::BoolToInt, Ty::Bool, Ty::Int(_)) => "arith.extui",
            (Cast::IntToFloat, Ty::Int(int), Ty::Float(_)) => {
                if int.signed {
                    "arith.sitofp"
                } else {
                    "arith.uitofp"
                }
            }
            (Cast::FloatToInt, Ty::Float(_), Ty::Int(int)) => {
                if int.signed {
                    "arith.fptosi"
                } else {
                    "arith.fptoui"
                }
            }
            (Cast::Float, Ty::Float(from), Ty::Float(to)) => return self.float_cast(value, *from, *to, to_ty),
            (Cast::Ref, Ty::Ref { .. }, Ty::Ref { .. }) => return Ok(value),
            (Cast::PtrToInt, Ty::Ptr(_), Ty::Int(_)) => "llvm.ptrtoint",
            (Cast::IntToPtr, Ty::Int(_), Ty::Ptr(_)) => "llvm.inttoptr",
            (Cast::Bits, _, _) => return self.bits(value, &from, to),
            _ => return Err(bad_mir(format!("cast {cast:?} from {from} to {to}"))),
        };
        let form = self.cx.types.value(self.cx.program, to);
        self.b.value(name, &[value], form, &[])
    }

    fn float_cast(&mut self, value: Value<'c, 'c>, from: FloatTy, to: FloatTy, target: &Ty) -> Result<Value<'c, 'c>> {
        let form = self.cx.types.value(self.cx.program, target);
        let (before, after) = (bytes(from), bytes(to));
        if from == to {
            Ok(value)
        } else if before == after {
            // f16 and bf16 hold different numbers: by way of what holds both.
            let wide = match target {
                Ty::Simd(_, count) => Ty::Simd(Ty::Float(FloatTy::F32).into(), *count),
                _ => Ty::Float(FloatTy::F32),
            };
            let wide = self.b.value("arith.extf", &[value], self.cx.types.value(self.cx.program, &wide), &[])?;
            self.b.value("arith.truncf", &[wide], form, &[])
        } else {
            self.b.value(if before < after { "arith.extf" } else { "arith.truncf" }, &[value], form, &[])
        }
    }

    fn bits(&mut self, value: Value<'c, 'c>, from: &Ty, to: &Ty) -> Result<Value<'c, 'c>> {
        let form = self.cx.types.value(self.cx.program, to);
        let pointer = |ty: &Ty| matches!(ty, Ty::Ptr(_) | Ty::Ref { .. });
        let name = match (pointer(from), pointer(to)) {
            (true, true) if self.space_of(from) == self.space_of(to) => return Ok(value),
            (true, true) => "llvm.addrspacecast",
            (true, false) => "llvm.ptrtoint",
            (false, true) => "llvm.inttoptr",
            (false, false) if from == to => return Ok(value),
            (false, false) => "arith.bitcast",
        };
        if value_type_is(value, form) { Ok(value) } else { self.b.value(name, &[value], form, &[]) }
    }

    fn space_of(&self, ty: &Ty) -> u32 {
        match ty {
            Ty::Ptr(space) => self.cx.types.space(*space),
            _ => self.cx.types.space(AddressSpace::Generic),
        }
    }
}

fn value_type_is(value: Value<'_, '_>, form: melior::ir::Type<'_>) -> bool {
    use melior::ir::ValueLike as _;
    value.r#type() == form
}

fn lane(ty: &Ty) -> &Ty {
    match ty {
        Ty::Simd(lane, _) => lane,
        other => other,
    }
}

const fn bytes(float: FloatTy) -> u32 {
    match float {
        FloatTy::F16 | FloatTy::BF16 => 2,
        FloatTy::F32 => 4,
        FloatTy::F64 => 8,
    }
}
