//! Reference counts: adding and ending owners of what values hold.
//!
//! A plain reference is counted in place, where it is not null. What holds several references, or one that may be null, is counted by a helper made for
//! its type, so that the code of functions stays small.

use melior::ir::{Region, Value};
use pyc_mir::{ClassId, Ending, Operand, Program, Ty};

use super::builder::{EQ, NE, append_block, argument};
use super::function::Body;
use super::module::{Module, Outline};
use super::tbaa::Memory;
use crate::error::Result;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Helper {
    Retain,
    Release,
    /// Releases where the function is left by an exception: by a call, for that is many times smaller, and time does not matter there.
    Discard,
}

impl Helper {
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Retain => "retain",
            Self::Release => "release",
            Self::Discard => "discard",
        }
    }
}

/// Whether values of a type can own objects.
pub(super) fn holds_objects(program: &Program, ty: &Ty) -> bool {
    match ty {
        Ty::Ref { .. } | Ty::Closure(_) => true,
        Ty::Tuple(items) | Ty::Union(items) => items.iter().any(|item| holds_objects(program, item)),
        Ty::Struct(id) => program.structs[id.index()].fields.iter().any(|field| holds_objects(program, &field.ty)),
        Ty::Array(item, count) => *count > 0 && holds_objects(program, item),
        Ty::Never | Ty::Unit | Ty::Bool | Ty::Int(_) | Ty::Float(_) | Ty::Ptr(_) | Ty::Simd(..) => false,
    }
}

impl<'p, 'c> Body<'_, 'p, 'c> {
    /// How the block that is being made ends owners. Of an object that is freed in place LLVM has to see everything, so as to find that nobody else does.
    pub(super) fn ending(&self, ty: &Ty) -> Helper {
        let classes = &self.cx.classes;
        let is_simple = match ty {
            Ty::Ref { class: Some(class), .. } => classes.ending(*class) != Ending::Recorded && !classes.has_storage_behind(*class),
            _ => false,
        };
        if self.is_cold && !is_simple { Helper::Discard } else { Helper::Release }
    }

    /// Adds or ends one owner of every object that a value holds.
    pub(super) fn count(&mut self, helper: Helper, value: Value<'c, 'c>, ty: &Ty) -> Result<()> {
        if !holds_objects(self.cx.program, ty) {
            return Ok(());
        }
        match ty {
            Ty::Ref { nullable: false, .. } if helper == Helper::Retain => self.retain_object(value),
            Ty::Tuple(_) | Ty::Struct(_) if helper != Helper::Discard => self.count_fields(helper, value, ty),
            Ty::Closure(_) => {
                let object = self.b.extract(value, self.cx.types.ptr, &[1])?;
                self.count(helper, object, &Ty::Ref { class: None, nullable: true })
            }
            _ => {
                let symbol = self.cx.helper(helper, ty);
                self.b.call(Some(&symbol), &[value], None).map(drop)
            }
        }
    }

    fn count_fields(&mut self, helper: Helper, value: Value<'c, 'c>, ty: &Ty) -> Result<()> {
        for (index, field) in self.record_fields(ty).into_iter().enumerate() {
            if holds_objects(self.cx.program, &field) {
                let memory = self.cx.types.memory(self.cx.program, &field);
                let part = self.b.extract(value, memory, &[index as i64])?;
                self.count(helper, part, &field)?;
            }
        }
        Ok(())
    }

    fn record_fields(&self, ty: &Ty) -> Vec<Ty> {
        match ty {
            Ty::Tuple(items) => items.to_vec(),
            Ty::Struct(id) => self.cx.program.structs[id.index()].fields.iter().map(|field| field.ty.clone()).collect(),
            _ => Vec::new(),
        }
    }

    fn retain_object(&mut self, object: Value<'c, 'c>) -> Result<()> {
        let i64 = self.cx.types.i64;
        let count = self.load_raw(object, i64, Memory::Count, None)?;
        let one = self.b.i64(1)?;
        let flags = self.cx.attribute("#arith.overflow<nsw, nuw>")?;
        let more = self.b.value("arith.addi", &[count, one], i64, &[("overflowFlags", flags)])?;
        self.store_raw(object, more, Memory::Count, None)
    }

    /// Ends one owner of what a local of the MIR holds. Only what was moved out of a place may be a zero.
    pub(super) fn release_operand(&mut self, operand: &Operand) -> Result<()> {
        let ty = self.operand_type(operand)?;
        let value = self.operand(operand)?;
        let helper = self.ending(&ty);
        let is_certain = operand.as_local().is_some_and(|local| self.certain[local.index()]);
        match ty {
            Ty::Ref { nullable: false, .. } if is_certain && helper == Helper::Release => self.release_object(value, &ty),
            _ => self.count(helper, value, &ty),
        }
    }

    /// Ends one owner of an object that is not null, and the object if that was the last.
    fn release_object(&mut self, object: Value<'c, 'c>, ty: &Ty) -> Result<()> {
        let i64 = self.cx.types.i64;
        let count = self.load_raw(object, i64, Memory::Count, None)?;
        let one = self.b.i64(1)?;
        let flags = self.cx.attribute("#arith.overflow<nsw, nuw>")?;
        let less = self.b.value("arith.subi", &[count, one], i64, &[("overflowFlags", flags)])?;
        self.store_raw(object, less, Memory::Count, None)?;
        let zero = self.b.i64(0)?;
        let last = self.b.compare("arith.cmpi", EQ, less, zero, self.cx.types.bool)?;
        let (end, after) = (self.new_block(), self.new_block());
        self.b.branch_if(last, end, after, Some([1, 100]))?;
        self.b.block = end;
        self.end_object(object, ty)?;
        self.b.branch(after)?;
        self.b.block = after;
        Ok(())
    }

    /// An object that holds no others is freed in place: LLVM then drops those that nobody else sees. One that holds only such is ended directly, and others through
    /// the runtime, which keeps long chains of them from using up the stack.
    fn end_object(&mut self, object: Value<'c, 'c>, ty: &Ty) -> Result<()> {
        let Ty::Ref { class: Some(class), .. } = ty else { return self.runtime("pyc_drop", &[object]).map(drop) };
        match self.cx.classes.ending(*class) {
            Ending::Leaf => self.free_object(*class, object),
            Ending::Shallow => self.b.call(Some(&self.cx.drop_function(*class)), &[object], None).map(drop),
            Ending::Recorded => self.runtime("pyc_drop", &[object]).map(drop),
        }
    }

    pub(super) fn free_object(&mut self, class: ClassId, object: Value<'c, 'c>) -> Result<()> {
        let free = if self.cx.classes.is_exception(class) { "pyc_free_exception" } else { "pyc_free" };
        self.runtime(free, &[object]).map(drop)
    }

    /// The body of a helper.
    fn count_all(&mut self, helper: Helper, value: Value<'c, 'c>, ty: &Ty) -> Result<()> {
        match ty {
            Ty::Ref { nullable: false, .. } if helper == Helper::Retain => self.count_object(helper, value, ty),
            // The old value of a field that is set for the first time is zero, whatever the field's type says.
            Ty::Ref { .. } => {
                let null = self.b.zero(self.cx.types.ptr)?;
                let there = self.b.compare("llvm.icmp", NE, value, null, self.cx.types.bool)?;
                let (object, after) = (self.new_block(), self.new_block());
                self.b.branch_if(there, object, after, None)?;
                self.b.block = object;
                self.count_object(helper, value, ty)?;
                self.b.branch(after)?;
                self.b.block = after;
                Ok(())
            }
            Ty::Tuple(_) | Ty::Struct(_) => self.count_fields(helper, value, ty),
            Ty::Union(variants) => self.count_union(helper, value, ty, variants),
            Ty::Array(item, length) => self.count_array(helper, value, ty, item, *length),
            _ => self.count(helper, value, ty),
        }
    }

    fn count_object(&mut self, helper: Helper, value: Value<'c, 'c>, ty: &Ty) -> Result<()> {
        match helper {
            Helper::Retain => self.retain_object(value),
            Helper::Release | Helper::Discard => self.release_object(value, ty),
        }
    }

    fn count_union(&mut self, helper: Helper, value: Value<'c, 'c>, ty: &Ty, variants: &[Ty]) -> Result<()> {
        let slot = self.spill(value, ty)?;
        let tag = self.b.extract(value, self.cx.types.i64, &[0])?;
        let payload = self.b.offset(slot, 8)?;
        let after = self.new_block();
        for (index, variant) in variants.iter().enumerate().filter(|(_, variant)| holds_objects(self.cx.program, variant)) {
            let number = self.b.i64(index as i64)?;
            let is_this = self.b.compare("arith.cmpi", EQ, tag, number, self.cx.types.bool)?;
            let (this, next) = (self.new_block(), self.new_block());
            self.b.branch_if(is_this, this, next, None)?;
            self.b.block = this;
            let memory = self.cx.types.memory(self.cx.program, variant);
            let part = self.load_raw(payload, memory, Memory::Local, Some(8))?;
            self.count_nested(helper, part, variant)?;
            self.b.branch(after)?;
            self.b.block = next;
        }
        self.b.branch(after)?;
        self.b.block = after;
        Ok(())
    }

    /// In a helper a plain reference is counted in place.
    fn count_nested(&mut self, helper: Helper, value: Value<'c, 'c>, ty: &Ty) -> Result<()> {
        if matches!(ty, Ty::Ref { .. }) { self.count_all(helper, value, ty) } else { self.count(helper, value, ty) }
    }

    fn count_array(&mut self, helper: Helper, value: Value<'c, 'c>, ty: &Ty, item: &Ty, length: u64) -> Result<()> {
        let slot = self.spill(value, ty)?;
        let i64 = self.cx.types.i64;
        let position = self.alloca(i64, 1)?;
        let zero = self.b.i64(0)?;
        self.store_raw(position, zero, Memory::Local, None)?;
        let (again, after) = (self.new_block(), self.new_block());
        self.b.branch(again)?;
        self.b.block = again;
        let index = self.load_raw(position, i64, Memory::Local, None)?;
        let memory = self.cx.types.memory(self.cx.program, item);
        let at = self.b.element(slot, memory, index)?;
        let part = self.load_raw(at, memory, Memory::Local, None)?;
        self.count_nested(helper, part, item)?;
        let one = self.b.i64(1)?;
        let next = self.b.binary("arith.addi", index, one)?;
        self.store_raw(position, next, Memory::Local, None)?;
        let end = self.b.i64(length as i64)?;
        let more = self.b.compare("arith.cmpi", NE, next, end, self.cx.types.bool)?;
        self.b.branch_if(more, again, after, None)?;
        self.b.block = after;
        Ok(())
    }
}

impl<'p, 'c> Module<'p, 'c> {
    pub(super) fn add_counts(&self, helper: Helper, ty: &Ty, symbol: &str) -> Result<()> {
        let value = self.types.value(self.program, ty);
        let region = Region::new();
        let entry = append_block(&region, &[(value, self.top.location)]);
        let mut body = Body::generated(self, &region, entry);
        body.count_all(helper, argument(entry, 0)?, ty)?;
        body.b.return_value(None)?;
        body.close()?;
        let function = melior::dialect::llvm::r#type::function(self.types.void, &[value], false);
        let inline: &[&str] = match (helper, ty) {
            (Helper::Discard, _) => &["noinline", "cold"],
            (_, Ty::Ref { .. }) => &["alwaysinline"],
            _ => &[],
        };
        self.add_function(self.top.location, symbol, function, Outline { passthrough: inline, ..Outline::default() }, region)
    }
}
