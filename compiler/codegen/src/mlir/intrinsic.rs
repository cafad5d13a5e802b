//! Intrinsics: mathematics through the `math` dialect, memory through LLVM's, the rest in a few operations.

use melior::ir::{Value, ValueLike as _};
use pyc_mir::{Intrinsic, Operand};

use super::function::Body;
use super::tbaa::Memory;
use crate::error::{Result, bad_mir};

impl<'c> Body<'_, '_, 'c> {
    pub(super) fn intrinsic(&mut self, intrinsic: Intrinsic, operands: &[Operand]) -> Result<Value<'c, 'c>> {
        if let Intrinsic::ThreadIdx(_) | Intrinsic::BlockIdx(_) | Intrinsic::BlockDim(_) | Intrinsic::GridDim(_) | Intrinsic::Barrier =
            intrinsic
        {
            return self.device(intrinsic);
        }
        let values = operands.iter().map(|operand| self.operand(operand)).collect::<Result<Vec<_>>>()?;
        if intrinsic == Intrinsic::Pow && self.cx.target.device.is_none() {
            return self.runtime_value("pyc_float_power", &values);
        }
        if let Some(name) = mathematics(intrinsic) {
            let form = values.first().ok_or_else(|| bad_mir(format!("{intrinsic:?} of nothing")))?.r#type();
            return self.b.value(name, &values, form, &[]);
        }
        match (intrinsic, &*values) {
            (Intrinsic::MemCopy, [..]) => self.memory("llvm.intr.memcpy", &values),
            (Intrinsic::MemMove, [..]) => self.memory("llvm.intr.memmove", &values),
            (Intrinsic::MemSet, [to, byte, bytes]) => {
                let byte = self.as_byte(*byte)?;
                self.memory("llvm.intr.memset", &[*to, byte, *bytes])
            }
            (Intrinsic::MemCompare, [..]) => self.runtime_value("pyc_compare", &values),
            (Intrinsic::Alloc, [..]) => self.runtime_value("pyc_alloc", &values),
            (Intrinsic::Realloc, [..]) => self.runtime_value("pyc_realloc", &values),
            (Intrinsic::Free, [..]) => {
                self.runtime("pyc_free", &values)?;
                self.b.zero(self.cx.types.empty)
            }
            (Intrinsic::Trap, []) => self.trap(),
            (Intrinsic::CallPointer, [..]) => {
                let result = self.b.call(None, &values, Some(self.cx.types.i64))?;
                result.ok_or_else(|| bad_mir("a call without its result"))
            }
            (Intrinsic::RefCount, [object]) => self.load_raw(*object, self.cx.types.i64, Memory::Count, None),
            _ => Err(bad_mir(format!("{intrinsic:?} with {} operands", values.len()))),
        }
    }

    fn memory(&mut self, name: &str, values: &[Value<'c, 'c>]) -> Result<Value<'c, 'c>> {
        self.b.effect(name, values, &[("isVolatile", self.b.bool_attribute(false))])?;
        self.b.zero(self.cx.types.empty)
    }

    fn as_byte(&mut self, value: Value<'c, 'c>) -> Result<Value<'c, 'c>> {
        let i8 = self.cx.types.i8;
        if value.r#type() == i8 { Ok(value) } else { self.b.value("arith.trunci", &[value], i8, &[]) }
    }

    fn runtime_value(&mut self, symbol: &str, values: &[Value<'c, 'c>]) -> Result<Value<'c, 'c>> {
        self.runtime(symbol, values)?.ok_or_else(|| bad_mir(format!("{symbol} gives no value")))
    }
}

fn mathematics(intrinsic: Intrinsic) -> Option<&'static str> {
    Some(match intrinsic {
        Intrinsic::Sqrt => "math.sqrt",
        Intrinsic::Floor => "math.floor",
        Intrinsic::Ceil => "math.ceil",
        Intrinsic::Trunc => "math.trunc",
        Intrinsic::Fabs => "math.absf",
        Intrinsic::Fma => "math.fma",
        Intrinsic::Sin => "math.sin",
        Intrinsic::Cos => "math.cos",
        Intrinsic::Exp => "math.exp",
        Intrinsic::Log => "math.log",
        Intrinsic::Pow => "math.powf",
        Intrinsic::CopySign => "math.copysign",
        Intrinsic::CountOnes => "math.ctpop",
        Intrinsic::LeadingZeros => "math.ctlz",
        Intrinsic::TrailingZeros => "math.cttz",
        _ => return None,
    })
}
