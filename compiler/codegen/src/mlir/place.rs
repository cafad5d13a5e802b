//! Places: where a value lies in memory, how to get there, and loads and stores there.

use melior::ir::{Type, Value, ValueLike as _};
use pyc_mir::{ClassId, Operand, Place, PlaceBase, Program, Projection, Ty};

use super::function::{Body, Storage};
use super::tbaa::{self, Memory};
use super::types::has_storage;
use super::values::Spot;
use crate::error::{Result, bad_mir};
use crate::layout::layout;

/// An address and what is known of the memory there.
#[derive(Clone)]
pub(super) struct Address<'c> {
    pub(super) pointer: Value<'c, 'c>,
    pub(super) ty: Ty,
    pub(super) memory: Memory,
    /// Whether the address came from a raw pointer: then the type of what is accessed says which memory it is.
    element: bool,
    /// The alignment that is certain, where it may be less than the type's own.
    align_limit: u64,
}

impl<'c> Address<'c> {
    pub(super) const fn new(pointer: Value<'c, 'c>, ty: Ty, memory: Memory) -> Self {
        Self { pointer, ty, memory, element: false, align_limit: u64::MAX }
    }

    fn tag(&self) -> Memory {
        if self.element { tbaa::element(&self.ty) } else { self.memory }
    }
}

/// What malloc aligns to.
const HEAP_ALIGN: u64 = 16;
/// The slots of unions.
const SLOT_ALIGN: u64 = 8;

impl<'p, 'c> Body<'_, 'p, 'c> {
    pub(super) fn place(&mut self, place: &Place) -> Result<Address<'c>> {
        match self.spot(place)? {
            Spot::Memory(address) => Ok(address),
            Spot::Value(_) => Err(bad_mir("the address of a value")),
        }
    }

    pub(super) fn base(&mut self, base: PlaceBase) -> Result<Address<'c>> {
        match base {
            PlaceBase::Local(local) => {
                let ty = self.function.locals.get(local.index()).ok_or_else(|| bad_mir(format!("no local {}", local.0)))?.ty.clone();
                let memory = if self.is_inout(local) { Memory::Any } else { Memory::Local };
                match self.locals[local.index()] {
                    Storage::Memory(pointer) => Ok(Address::new(pointer, ty, memory)),
                    // It is never accessed; any address does.
                    Storage::Nothing => Ok(Address::new(self.b.zero(self.cx.types.ptr)?, ty, memory)),
                    Storage::Value(_) => Err(bad_mir("the address of a value")),
                }
            }
            PlaceBase::Global(id) => {
                let global = self.cx.program.globals.get(id.index()).ok_or_else(|| bad_mir(format!("no global {}", id.0)))?;
                let pointer = self.global_address(id, global)?;
                Ok(Address::new(pointer, global.ty.clone(), self.cx.tags.global(id)))
            }
        }
    }

    pub(super) fn project(&mut self, at: Address<'c>, projection: &Projection) -> Result<Address<'c>> {
        let program = self.cx.program;
        let ty = type_after(program, &at.ty, projection)?;
        match projection {
            Projection::Field(field) => match at.ty {
                Ty::Ref { class: Some(class), .. } => {
                    let object = self.load(&at)?;
                    self.object_field(object, class, *field)
                }
                _ => {
                    let record = self.cx.types.memory(program, &at.ty);
                    let pointer = self.b.member(at.pointer, record, &[0, *field as i32])?;
                    Ok(Address { pointer, ty, ..at })
                }
            },
            Projection::Variant(_) => {
                let pointer = self.b.offset(at.pointer, 8)?;
                Ok(Address { pointer, ty, align_limit: at.align_limit.min(SLOT_ALIGN), ..at })
            }
            Projection::Element { index, .. } => {
                let base = self.load(&at)?;
                self.element(base, ty, index)
            }
            Projection::Index(index) => {
                let index = self.index(index)?;
                let pointer = self.b.element(at.pointer, self.cx.types.memory(program, &ty), index)?;
                let align_limit = if matches!(at.ty, Ty::Simd(..)) { layout(program, &ty).align } else { at.align_limit };
                Ok(Address { pointer, ty, align_limit, ..at })
            }
        }
    }

    /// What a raw pointer points at.
    pub(super) fn element(&mut self, base: Value<'c, 'c>, ty: Ty, index: &Operand) -> Result<Address<'c>> {
        let index = self.index(index)?;
        let pointer = self.b.element(base, self.cx.types.memory(self.cx.program, &ty), index)?;
        Ok(Address { pointer, ty, memory: Memory::Any, element: true, align_limit: u64::MAX })
    }

    pub(super) fn object_field(&mut self, object: Value<'c, 'c>, class: ClassId, field: u32) -> Result<Address<'c>> {
        let program = self.cx.program;
        let fields = &program.classes[class.index()].fields;
        let ty = fields.get(field as usize).ok_or_else(|| bad_mir(format!("no field {field} in class {}", class.0)))?.ty.clone();
        let record = self.cx.types.object(program, class);
        let pointer = self.b.member(object, record, &[0, field as i32 + 2])?;
        let memory = self.cx.tags.field(program, class, field);
        Ok(Address { pointer, ty, memory, element: false, align_limit: HEAP_ALIGN })
    }

    /// An index as `i64`.
    pub(super) fn index(&mut self, operand: &Operand) -> Result<Value<'c, 'c>> {
        let ty = self.operand_type(operand)?;
        let value = self.operand(operand)?;
        self.to_i64(value, &ty)
    }

    pub(super) fn to_i64(&mut self, value: Value<'c, 'c>, ty: &Ty) -> Result<Value<'c, 'c>> {
        match ty {
            Ty::Int(int) if int.bits == 64 => Ok(value),
            Ty::Int(int) if int.signed => self.b.value("arith.extsi", &[value], self.cx.types.i64, &[]),
            Ty::Int(_) | Ty::Bool => self.b.value("arith.extui", &[value], self.cx.types.i64, &[]),
            other => Err(bad_mir(format!("{other} is no integer"))),
        }
    }

    // ---- loads and stores

    pub(super) fn load(&mut self, from: &Address<'c>) -> Result<Value<'c, 'c>> {
        if !has_storage(&from.ty) {
            return self.b.zero(self.cx.types.empty);
        }
        let memory = self.cx.types.memory(self.cx.program, &from.ty);
        let value = self.load_raw(from.pointer, memory, from.tag(), self.unusual_align(from))?;
        self.from_memory(value, &from.ty)
    }

    pub(super) fn store(&mut self, to: &Address<'c>, value: Value<'c, 'c>) -> Result<()> {
        if !has_storage(&to.ty) {
            return Ok(());
        }
        let value = self.to_memory(value, &to.ty)?;
        self.store_raw(to.pointer, value, to.tag(), self.unusual_align(to))
    }

    fn unusual_align(&self, address: &Address<'c>) -> Option<u64> {
        (address.align_limit < layout(self.cx.program, &address.ty).align).then_some(address.align_limit)
    }

    pub(super) fn load_raw(&mut self, from: Value<'c, 'c>, ty: Type<'c>, memory: Memory, align: Option<u64>) -> Result<Value<'c, 'c>> {
        let attributes = self.access_attributes(memory, align)?;
        self.b.value("llvm.load", &[from], ty, &attributes)
    }

    pub(super) fn store_raw(&mut self, to: Value<'c, 'c>, value: Value<'c, 'c>, memory: Memory, align: Option<u64>) -> Result<()> {
        let attributes = self.access_attributes(memory, align)?;
        self.b.effect("llvm.store", &[value, to], &attributes)
    }

    fn access_attributes(&self, memory: Memory, align: Option<u64>) -> Result<Vec<(&'static str, melior::ir::Attribute<'c>)>> {
        let mut attributes = Vec::new();
        attributes.extend(self.cx.tags.attribute(&self.b, memory)?.map(|tag| ("tbaa", tag)));
        attributes.extend(align.map(|align| ("alignment", self.b.i64_attribute(align as i64))));
        if memory == Memory::Slot {
            attributes.push(("invariant", self.b.unit()));
        }
        Ok(attributes)
    }

    /// The value whose memory form was read.
    pub(super) fn from_memory(&mut self, value: Value<'c, 'c>, ty: &Ty) -> Result<Value<'c, 'c>> {
        let wanted = self.cx.types.value(self.cx.program, ty);
        if value.r#type() == wanted {
            return Ok(value);
        }
        // A byte that holds a `Bool` is 0 or 1.
        let flags = self.cx.attribute("#arith.overflow<nuw>")?;
        self.b.value("arith.trunci", &[value], wanted, &[("overflowFlags", flags)])
    }

    /// The memory form of a value.
    pub(super) fn to_memory(&mut self, value: Value<'c, 'c>, ty: &Ty) -> Result<Value<'c, 'c>> {
        let wanted = self.cx.types.memory(self.cx.program, ty);
        if value.r#type() == wanted {
            Ok(value)
        } else if value.r#type() == self.cx.types.value(self.cx.program, ty) {
            self.b.value("arith.extui", &[value], wanted, &[])
        } else {
            Err(bad_mir(format!("a {} where a {ty} is wanted", value.r#type())))
        }
    }

    // ---- types

    pub(super) fn place_type(&self, place: &Place) -> Result<Ty> {
        let base = match place.base {
            PlaceBase::Local(local) => self.function.locals.get(local.index()).map(|local| &local.ty),
            PlaceBase::Global(global) => self.cx.program.globals.get(global.index()).map(|global| &global.ty),
        };
        let base = base.ok_or_else(|| bad_mir("a place without a base"))?.clone();
        place.projection.iter().try_fold(base, |ty, projection| type_after(self.cx.program, &ty, projection))
    }
}

/// The type of a projection from a place of type `ty`.
pub(super) fn type_after(program: &Program, ty: &Ty, projection: &Projection) -> Result<Ty> {
    let found = match (projection, ty) {
        (Projection::Field(field), Ty::Tuple(items)) => items.get(*field as usize),
        (Projection::Field(field), Ty::Struct(id)) => {
            program.structs.get(id.index()).and_then(|it| it.fields.get(*field as usize)).map(|it| &it.ty)
        }
        (Projection::Field(field), Ty::Ref { class: Some(class), .. }) => {
            program.classes.get(class.index()).and_then(|it| it.fields.get(*field as usize)).map(|it| &it.ty)
        }
        (Projection::Variant(variant), Ty::Union(variants)) => variants.get(*variant as usize),
        (Projection::Element { ty, .. }, Ty::Ptr(_)) => Some(ty),
        (Projection::Index(_), Ty::Array(item, _) | Ty::Simd(item, _)) => Some(&**item),
        _ => None,
    };
    found.cloned().ok_or_else(|| bad_mir(format!("no {projection:?} in {ty}")))
}
