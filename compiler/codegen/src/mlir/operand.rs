//! Operands: values of places and constants.

use melior::ir::Value;
use pyc_mir::{Const, FloatTy, Operand, Ty};

use super::function::Body;
use super::globals::data_symbol;
use super::types::has_storage;
use super::values::Spot;
use crate::error::{Result, bad_mir};
use crate::layout::layout;

impl<'c> Body<'_, '_, 'c> {
    pub(super) fn operand(&mut self, operand: &Operand) -> Result<Value<'c, 'c>> {
        match operand {
            Operand::Copy(place) | Operand::Move(place) => match self.spot(place)? {
                Spot::Value(value) => Ok(value),
                Spot::Memory(address) => self.load(&address),
            },
            Operand::Const(constant) => self.constant(constant),
        }
    }

    pub(super) fn operand_type(&self, operand: &Operand) -> Result<Ty> {
        match operand {
            Operand::Copy(place) | Operand::Move(place) => self.place_type(place),
            Operand::Const(constant) => self.constant_type(constant),
        }
    }

    fn constant(&mut self, constant: &Const) -> Result<Value<'c, 'c>> {
        let types = &self.cx.types;
        match constant {
            Const::Unit => self.b.zero(types.empty),
            Const::Bool(value) => self.b.int(types.bool, i64::from(*value)),
            Const::Int(value, int) => self.b.int(types.value(self.cx.program, &Ty::Int(*int)), *value as i64),
            Const::Float(bits, float) => self.float_constant(*bits, *float),
            Const::Zero(ty) => self.zero_of(ty),
            Const::Static(id) => self.b.address_of(types.ptr, &self.cx.static_symbol(*id)),
            Const::Data(id) => self.b.address_of(types.ptr, &data_symbol(*id)),
            Const::Function(id) => {
                let symbol = self.cx.symbol_of(*id)?;
                let closure = self.b.zero(types.literal(&[types.ptr, types.ptr]))?;
                let code = self.b.address_of(types.ptr, &symbol)?;
                self.b.insert(closure, code, &[0])
            }
            Const::SizeOf(ty) => self.b.i64(layout(self.cx.program, ty).size as i64),
        }
    }

    fn float_constant(&mut self, bits: u64, float: FloatTy) -> Result<Value<'c, 'c>> {
        let ty = self.cx.types.float(float);
        let number = f64::from_bits(bits);
        if float == FloatTy::F64 && number.is_nan() {
            // An attribute keeps no NaN's bits.
            let bits = self.b.i64(bits as i64)?;
            return self.b.value("arith.bitcast", &[bits], ty, &[]);
        }
        self.b.float(ty, number)
    }

    pub(super) fn zero_of(&mut self, ty: &Ty) -> Result<Value<'c, 'c>> {
        let value = self.cx.types.value(self.cx.program, ty);
        match ty {
            Ty::Bool | Ty::Int(_) => self.b.int(value, 0),
            Ty::Float(_) => self.b.float(value, 0.0),
            ty if !has_storage(ty) => self.b.zero(self.cx.types.empty),
            _ => self.b.zero(value),
        }
    }

    fn constant_type(&self, constant: &Const) -> Result<Ty> {
        let program = self.cx.program;
        Ok(match constant {
            Const::Unit => Ty::Unit,
            Const::Bool(_) => Ty::Bool,
            Const::Int(_, int) => Ty::Int(*int),
            Const::Float(_, float) => Ty::Float(*float),
            Const::Zero(ty) => ty.clone(),
            Const::Static(id) => Ty::class(program.statics.get(id.index()).ok_or_else(|| bad_mir(format!("no static {}", id.0)))?.class),
            Const::Data(_) => Ty::PTR,
            Const::Function(id) => Ty::Closure(self.cx.function(*id)?.closure_signature().into()),
            Const::SizeOf(_) => Ty::INT,
        })
    }
}
