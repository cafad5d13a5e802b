//! Objects: making them, asking for their class, and the memory behind them.

use melior::ir::Value;
use pyc_mir::{ClassId, Operand, Ty};

use super::builder::ULT;
use super::function::Body;
use super::tbaa::Memory;
use crate::error::{Result, bad_mir};
use crate::layout::{self, HEADER};

/// Objects up to this many bytes are cleared in place.
const SMALL: u64 = 128;

impl<'c> Body<'_, '_, 'c> {
    pub(super) fn new_object(&mut self, class: ClassId, extra: Option<&Operand>) -> Result<Value<'c, 'c>> {
        let size = self.object_size(class)?;
        let bytes = self.b.i64(size as i64)?;
        let object = match extra {
            None if self.cx.classes.is_exception(class) => self.runtime("pyc_alloc_exception", &[bytes])?,
            None if size <= SMALL => self.cleared(bytes, bytes)?,
            None => self.runtime("pyc_alloc_zeroed", &[bytes])?,
            Some(extra) => {
                let extra = self.index(extra)?;
                let all = self.b.binary("arith.addi", bytes, extra)?;
                if self.cx.classes.is_exception(class) { self.runtime("pyc_alloc_exception", &[all])? } else { self.cleared(all, bytes)? }
            }
        };
        let object = object.ok_or_else(|| bad_mir("allocation gives no value"))?;
        let one = self.b.i64(1)?;
        self.store_raw(object, one, Memory::Count, None)?;
        let at = self.b.offset(object, 8)?;
        let record = self.b.address_of(self.cx.types.ptr, &self.cx.type_symbol(class))?;
        self.store_raw(at, record, Memory::TypeInfo, None)?;
        Ok(object)
    }

    /// New memory, of which the object's own bytes are cleared. LLVM drops the clearing of what is written right after.
    fn cleared(&mut self, all: Value<'c, 'c>, own: Value<'c, 'c>) -> Result<Option<Value<'c, 'c>>> {
        let Some(object) = self.runtime("pyc_alloc", &[all])? else { return Ok(None) };
        let zero = self.b.int(self.cx.types.i8, 0)?;
        self.b.effect("llvm.intr.memset", &[object, zero, own], &[("isVolatile", self.b.bool_attribute(false))])?;
        Ok(Some(object))
    }

    fn object_size(&self, class: ClassId) -> Result<u64> {
        if class.index() >= self.cx.program.classes.len() {
            return Err(bad_mir(format!("no class {}", class.0)));
        }
        let size = layout::object(self.cx.program, class).size;
        Ok(size.next_multiple_of(8).max(HEADER))
    }

    pub(super) fn trailing(&mut self, operand: &Operand) -> Result<Value<'c, 'c>> {
        let Ty::Ref { class: Some(class), .. } = self.operand_type(operand)? else {
            return Err(bad_mir("storage behind an object of no known class"));
        };
        let object = self.operand(operand)?;
        let size = self.object_size(class)?;
        self.b.offset(object, size as i32)
    }

    /// The record of an object's class.
    pub(super) fn type_of(&mut self, object: Value<'c, 'c>) -> Result<Value<'c, 'c>> {
        let at = self.b.offset(object, 8)?;
        self.load_raw(at, self.cx.types.ptr, Memory::TypeInfo, None)
    }

    pub(super) fn is_instance(&mut self, operand: &Operand, class: ClassId) -> Result<Value<'c, 'c>> {
        let object = self.operand(operand)?;
        let types = &self.cx.types;
        let record = self.type_of(object)?;
        let number = self.load_raw(record, types.i64, Memory::Slot, None)?;
        let first = self.b.i64(i64::from(self.cx.classes.number_of(class)))?;
        let distance = self.b.binary("arith.subi", number, first)?;
        let family = self.b.i64(i64::from(self.cx.classes.family(class)))?;
        self.b.compare("arith.cmpi", ULT, distance, family, types.bool)
    }
}
