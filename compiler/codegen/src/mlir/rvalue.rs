//! Rvalues: which family each belongs to, and the ones that put values together.

use melior::ir::Value;
use pyc_mir::{Operand, Place, Rvalue, Ty};

use super::function::Body;
use super::tbaa::Memory;
use super::types::has_storage;
use super::values::Spot;
use crate::error::{Result, bad_mir};

impl<'c> Body<'_, '_, 'c> {
    /// The value of an rvalue that goes to a place of type `ty`.
    pub(super) fn rvalue(&mut self, rvalue: &Rvalue, ty: &Ty) -> Result<Value<'c, 'c>> {
        match rvalue {
            Rvalue::Use(operand) => self.operand(operand),
            Rvalue::Unary(op, operand) => self.unary(*op, operand),
            Rvalue::Binary(op, left, right) => self.binary(*op, left, right),
            Rvalue::Checked(op, left, right) => self.checked(*op, left, right),
            Rvalue::Cast(cast, operand, to) => self.cast(*cast, operand, to),
            Rvalue::Tuple(operands) | Rvalue::Struct(_, operands) => self.record(operands, ty),
            Rvalue::Variant { ty, variant, value } => self.variant(ty, *variant, value),
            Rvalue::Tag(place) => self.tag(place),
            Rvalue::IsInstance(operand, class) => self.is_instance(operand, *class),
            Rvalue::New { class, extra } => self.new_object(*class, extra.as_ref()),
            Rvalue::Trailing(operand) => self.trailing(operand),
            Rvalue::AddressOf(place) => {
                let address = self.place(place)?.pointer;
                self.b.to_space(address, self.cx.types.value(self.cx.program, ty))
            }
            Rvalue::Closure { function, environment } => self.closure(*function, environment),
            Rvalue::Intrinsic(intrinsic, operands) => self.intrinsic(*intrinsic, operands),
            Rvalue::Runtime { symbol, args, ret } => self.runtime_call(symbol, args, ret),
        }
    }

    fn record(&mut self, operands: &[Operand], ty: &Ty) -> Result<Value<'c, 'c>> {
        let mut record = self.b.poison(self.cx.types.memory(self.cx.program, ty))?;
        for (index, operand) in operands.iter().enumerate() {
            let field = self.operand_type(operand)?;
            if has_storage(&field) {
                let value = self.operand(operand)?;
                let value = self.to_memory(value, &field)?;
                record = self.b.insert(record, value, &[index as i64])?;
            }
        }
        Ok(record)
    }

    /// A union is put together in memory; what the variant does not fill is zero.
    fn variant(&mut self, ty: &Ty, variant: u32, value: &Operand) -> Result<Value<'c, 'c>> {
        let Ty::Union(variants) = ty else { return Err(bad_mir(format!("a variant of {ty}"))) };
        let of = variants.get(variant as usize).ok_or_else(|| bad_mir(format!("{ty} has no variant {variant}")))?;
        let union = self.cx.types.memory(self.cx.program, ty);
        let tag = self.b.i64(i64::from(variant))?;
        let empty = self.b.zero(union)?;
        let empty = self.b.insert(empty, tag, &[0])?;
        if !has_storage(of) {
            return Ok(empty);
        }
        let value = self.operand(value)?;
        let value = self.to_memory(value, of)?;
        if let Some(word) = self.as_word(value, of)? {
            return self.b.insert(empty, word, &[1, 0]);
        }
        let slot = self.alloca(union, 1)?;
        self.store_raw(slot, empty, Memory::Local, None)?;
        let payload = self.b.offset(slot, 8)?;
        self.store_raw(payload, value, Memory::Local, Some(8))?;
        self.load_raw(slot, union, Memory::Local, None)
    }

    /// A scalar as the word that holds it in a union.
    fn as_word(&mut self, value: Value<'c, 'c>, ty: &Ty) -> Result<Option<Value<'c, 'c>>> {
        let i64 = self.cx.types.i64;
        Ok(Some(match ty {
            Ty::Int(int) if int.bits == 64 => value,
            Ty::Int(_) | Ty::Bool => self.b.value("arith.extui", &[value], i64, &[])?,
            Ty::Float(pyc_mir::FloatTy::F64) => self.b.value("arith.bitcast", &[value], i64, &[])?,
            Ty::Ref { .. } => self.b.value("llvm.ptrtoint", &[value], i64, &[])?,
            _ => return Ok(None),
        }))
    }

    fn tag(&mut self, place: &Place) -> Result<Value<'c, 'c>> {
        match self.spot(place)? {
            Spot::Value(value) => self.b.extract(value, self.cx.types.i64, &[0]),
            Spot::Memory(address) => self.load_raw(address.pointer, self.cx.types.i64, address.memory, None),
        }
    }

    fn closure(&mut self, function: pyc_mir::FuncId, environment: &Operand) -> Result<Value<'c, 'c>> {
        let types = &self.cx.types;
        let code = self.b.address_of(types.ptr, &self.cx.symbol_of(function)?)?;
        let object = self.operand(environment)?;
        let closure = self.b.poison(types.literal(&[types.ptr, types.ptr]))?;
        let closure = self.b.insert(closure, code, &[0])?;
        self.b.insert(closure, object, &[1])
    }
}
