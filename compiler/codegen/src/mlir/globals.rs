//! Global variables, constant bytes and static objects.

use melior::ir::{BlockRef, Region, Type, Value};
use pyc_mir::{AddressSpace, Const, DataId, FloatTy, Global, GlobalId, Static, StaticId, Ty};

use super::builder::{Builder, Parts, append_block};
use super::classes::IMMORTAL;
use super::function::Body;
use super::module::{Module, hidden};
use crate::error::{Result, bad_mir};
use crate::layout::layout;
use crate::units::Role;

pub(super) fn data_symbol(id: DataId) -> String {
    format!("data.{}", id.0)
}

impl<'p, 'c> Module<'p, 'c> {
    pub(super) fn add_globals(&self) -> Result<()> {
        for (index, data) in self.program.data.iter().enumerate() {
            self.add_bytes(&data_symbol(DataId(index as u32)), data)?;
        }
        for (index, global) in self.program.globals.iter().enumerate() {
            let id = GlobalId(index as u32);
            self.add_variable(id, global, self.unit.global(id))?;
        }
        for (index, object) in self.program.statics.iter().enumerate() {
            let id = StaticId(index as u32);
            self.add_static(id, object, self.unit.constant(id))?;
        }
        Ok(())
    }

    /// No variable lives in a device's generic space, which is only a view of the others.
    fn space_of_global(&self, global: &Global) -> u32 {
        let space = if global.space == AddressSpace::Generic { AddressSpace::Global } else { global.space };
        self.types.space(space)
    }

    pub(super) fn add_variable(&self, id: GlobalId, global: &Global, role: Role) -> Result<()> {
        let ty = self.types.memory(self.program, &global.ty);
        let space = self.space_of_global(global);
        if matches!(role, Role::Foreign | Role::Absent) {
            return self.define(&self.global_symbol(id), ty, space, false, role, None, Region::new());
        }
        let region = Region::new();
        let block = append_block(&region, &[]);
        let b = Builder { block, ..self.top };
        // A GPU's shared memory can't be given a value.
        let value = if global.space == AddressSpace::Shared && space != 0 { b.poison(ty)? } else { b.zero(ty)? };
        b.return_value(Some(value))?;
        self.define(&self.global_symbol(id), ty, space, false, role, None, region)
    }

    /// Defines a global whose value `value` computes, or declares one of another part.
    pub(super) fn add_global(
        &self,
        symbol: &str,
        ty: Type<'c>,
        constant: bool,
        role: Role,
        value: impl FnOnce(&Builder<'c>) -> Result<Value<'c, 'c>>,
    ) -> Result<()> {
        if matches!(role, Role::Foreign | Role::Absent) {
            return self.define(symbol, ty, 0, constant, role, None, Region::new());
        }
        let region = Region::new();
        let block: BlockRef<'c, 'c> = append_block(&region, &[]);
        let b = Builder { block, ..self.top };
        let value = value(&b)?;
        b.return_value(Some(value))?;
        self.define(symbol, ty, 0, constant, role, None, region)
    }

    pub(super) fn add_bytes(&self, symbol: &str, bytes: &[u8]) -> Result<()> {
        let ty = self.types.array(self.types.i8, bytes.len() as u64);
        // SAFETY: the attribute copies the bytes.
        let value = unsafe {
            let text = mlir_sys::MlirStringRef { data: bytes.as_ptr().cast(), length: bytes.len() };
            melior::ir::Attribute::from_raw(mlir_sys::mlirStringAttrGet(self.top.context.to_raw(), text))
        };
        self.define(symbol, ty, 0, true, Role::Private, Some(value), Region::new())
    }

    fn define(
        &self,
        symbol: &str,
        ty: Type<'c>,
        space: u32,
        constant: bool,
        role: Role,
        value: Option<melior::ir::Attribute<'c>>,
        region: Region<'c>,
    ) -> Result<()> {
        let top = &self.top;
        if role == Role::Absent {
            return Ok(());
        }
        let mut attributes = vec![
            ("sym_name", top.string(symbol)),
            ("global_type", top.ty(ty)),
            ("linkage", self.linkage(role != Role::Private)?),
            ("addr_space", top.i32_attribute(space as i32)),
        ];
        if role != Role::Private {
            attributes.push(hidden(top));
        }
        if constant {
            attributes.push(("constant", top.unit()));
        }
        attributes.extend(value.map(|value| ("value", value)));
        top.operation("llvm.mlir.global", Parts { attributes: &attributes, regions: vec![region], ..Parts::default() }).map(drop)
    }

    fn add_static(&self, id: StaticId, object: &Static, role: Role) -> Result<()> {
        let class = self.program.classes.get(object.class.index()).ok_or_else(|| bad_mir("a static of no class"))?;
        if class.fields.len() != object.fields.len() {
            return Err(bad_mir(format!("static {} has {} fields, its class {}", id.0, object.fields.len(), class.fields.len())));
        }
        let ty = self.types.object(self.program, object.class);
        self.add_global(&self.static_symbol(id), ty, false, role, |b| {
            let mut record = b.zero(ty)?;
            record = b.insert(record, b.i64(IMMORTAL)?, &[0])?;
            record = b.insert(record, b.address_of(self.types.ptr, &self.type_symbol(object.class))?, &[1])?;
            for (index, (value, field)) in object.fields.iter().zip(&class.fields).enumerate() {
                if let Some(value) = self.static_field(b, value, &field.ty)? {
                    record = b.insert(record, value, &[index as i64 + 2])?;
                }
            }
            Ok(record)
        })
    }

    /// A constant in its memory form; nothing where it is zero.
    fn static_field(&self, b: &Builder<'c>, value: &Const, ty: &Ty) -> Result<Option<Value<'c, 'c>>> {
        let memory = self.types.memory(self.program, ty);
        Ok(Some(match value {
            Const::Unit | Const::Zero(_) => return Ok(None),
            Const::Bool(value) => b.int(memory, i64::from(*value))?,
            Const::Int(value, _) => b.int(memory, *value as i64)?,
            Const::Float(bits, FloatTy::F64) if f64::from_bits(*bits).is_nan() => {
                let bits = b.i64(*bits as i64)?;
                b.value("llvm.bitcast", &[bits], memory, &[])?
            }
            Const::Float(bits, _) => b.float(memory, f64::from_bits(*bits))?,
            Const::Static(id) => b.address_of(self.types.ptr, &self.static_symbol(*id))?,
            Const::Data(id) => b.address_of(self.types.ptr, &data_symbol(*id))?,
            Const::Function(id) => {
                let code = b.address_of(self.types.ptr, &self.symbol_of(*id)?)?;
                b.insert(b.zero(memory)?, code, &[0])?
            }
            Const::SizeOf(ty) => b.i64(layout(self.program, ty).size as i64)?,
        }))
    }
}

impl<'c> Body<'_, '_, 'c> {
    /// The address of a global, as a generic pointer.
    pub(super) fn global_address(&mut self, id: GlobalId, global: &Global) -> Result<Value<'c, 'c>> {
        let ptr = melior::dialect::llvm::r#type::pointer(self.cx.top.context, self.cx.space_of_global(global));
        let address = self.b.address_of(ptr, &self.cx.global_symbol(id))?;
        self.b.to_space(address, self.cx.types.ptr)
    }
}
