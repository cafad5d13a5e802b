//! Intrinsics: mathematics through the `math` dialect, memory through LLVM's, the rest in a few operations.

use melior::ir::{Value, ValueLike as _};
use pyc_mir::{Intrinsic, Operand};

use super::builder::ULT;
use super::function::Body;
use super::tbaa::Memory;
use crate::error::{Result, bad_mir};
use crate::units::Role;

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
            (Intrinsic::StackIsFull, []) => self.stack_is_full(),
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

    /// Whether this call's frame lies in the last stretch before the stack's end. Elsewhere, on stacks that nobody watches, it does not.
    fn stack_is_full(&mut self) -> Result<Value<'c, 'c>> {
        let (i64, ptr, bool) = (self.cx.types.i64, self.cx.types.ptr, self.cx.types.bool);
        if self.cx.declare_once(pyc_abi::STACK_LIMIT) {
            self.cx.add_global(pyc_abi::STACK_LIMIT, i64, false, Role::Foreign, |b| b.zero(i64))?;
        }
        let limit = self.b.address_of(ptr, pyc_abi::STACK_LIMIT)?;
        let limit = self.load_raw(limit, i64, Memory::Any, None)?;
        let attributes = [
            ("intrin", self.b.string("llvm.addressofreturnaddress")),
            ("operandSegmentSizes", self.b.i32s(&[0, 0])),
            ("op_bundle_sizes", self.b.i32s(&[])),
        ];
        let frame = self.b.value("llvm.call_intrinsic", &[], ptr, &attributes)?;
        let frame = self.b.value("llvm.ptrtoint", &[frame], i64, &[])?;
        let below = self.b.value("llvm.sub", &[limit, frame], i64, &[])?;
        let reserve = self.b.i64(pyc_abi::STACK_RESERVE as i64)?;
        let is_full = self.b.compare("llvm.icmp", ULT, below, reserve, bool)?;
        let no = self.b.zero(bool)?;
        self.b.value("llvm.intr.expect", &[is_full, no], bool, &[])
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
