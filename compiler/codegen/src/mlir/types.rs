//! MIR types as MLIR types.
//!
//! A type has two forms: as a value, and in memory (also inside aggregates). They differ for `Bool` alone, which is `i1` as a value and a whole byte in
//! memory. A union is its tag and slots of 8 bytes; in memory the value of a variant lies behind the tag in its own layout.

use std::cell::RefCell;

use melior::Context;
use melior::dialect::llvm;
use melior::ir::r#type::IntegerType;
use melior::ir::{Type, TypeLike as _};
use pyc_mir::{AddressSpace, ClassId, FloatTy, Program, Signature, Ty};
use rustc_hash::FxHashMap;

use super::target::Spaces;
use crate::layout::union_slots;

pub(super) struct Types<'c> {
    pub(super) context: &'c Context,
    pub(super) bool: Type<'c>,
    pub(super) i8: Type<'c>,
    pub(super) i32: Type<'c>,
    pub(super) i64: Type<'c>,
    pub(super) ptr: Type<'c>,
    /// Pointers to locals.
    pub(super) stack: Type<'c>,
    pub(super) void: Type<'c>,
    pub(super) empty: Type<'c>,
    spaces: Spaces,
    memory: RefCell<FxHashMap<Ty, Type<'c>>>,
}

/// How functions of a signature are called.
pub(super) struct Calling<'c> {
    pub(super) params: Vec<Type<'c>>,
    /// `None` for what has no storage.
    pub(super) value: Option<Type<'c>>,
    pub(super) raises: bool,
}

impl<'c> Types<'c> {
    pub(super) fn new(context: &'c Context, spaces: Spaces) -> Self {
        let integer = |bits| IntegerType::new(context, bits).into();
        Self {
            context,
            bool: integer(1),
            i8: integer(8),
            i32: integer(32),
            i64: integer(64),
            ptr: llvm::r#type::pointer(context, spaces.generic),
            stack: llvm::r#type::pointer(context, spaces.stack),
            void: llvm::r#type::void(context),
            empty: llvm::r#type::r#struct(context, &[], false),
            spaces,
            memory: RefCell::default(),
        }
    }

    /// The form of a type in memory.
    pub(super) fn memory(&self, program: &Program, ty: &Ty) -> Type<'c> {
        match ty {
            Ty::Never | Ty::Unit => self.empty,
            Ty::Bool => self.i8,
            Ty::Int(int) if int.bits == 64 => self.i64,
            Ty::Ref { .. } => self.ptr,
            _ => {
                let known = self.memory.borrow().get(ty).copied();
                known.unwrap_or_else(|| {
                    let made = self.make_memory(program, ty);
                    self.memory.borrow_mut().insert(ty.clone(), made);
                    made
                })
            }
        }
    }

    fn make_memory(&self, program: &Program, ty: &Ty) -> Type<'c> {
        match ty {
            Ty::Never | Ty::Unit => self.empty,
            Ty::Bool => self.i8,
            Ty::Int(int) => IntegerType::new(self.context, u32::from(int.bits)).into(),
            Ty::Float(float) => self.float(*float),
            Ty::Ptr(space) => llvm::r#type::pointer(self.context, self.space(*space)),
            Ty::Ref { .. } => self.ptr,
            Ty::Tuple(items) => self.record(program, items.iter()),
            Ty::Struct(id) => self.record(program, program.structs[id.index()].fields.iter().map(|field| &field.ty)),
            Ty::Union(variants) => self.union(union_slots(program, variants)),
            Ty::Closure(_) => self.literal(&[self.ptr, self.ptr]),
            Ty::Array(item, count) => self.array(self.memory(program, item), *count),
            Ty::Simd(lane, count) => Type::vector(&[u64::from(*count)], self.memory(program, lane)),
        }
    }

    /// The form of a type as a value.
    pub(super) fn value(&self, program: &Program, ty: &Ty) -> Type<'c> {
        match ty {
            Ty::Bool => self.bool,
            Ty::Simd(lane, count) if **lane == Ty::Bool => Type::vector(&[u64::from(*count)], self.bool),
            _ => self.memory(program, ty),
        }
    }

    pub(super) fn float(&self, float: FloatTy) -> Type<'c> {
        match float {
            FloatTy::F16 => Type::float16(self.context),
            FloatTy::BF16 => Type::bfloat16(self.context),
            FloatTy::F32 => Type::float32(self.context),
            FloatTy::F64 => Type::float64(self.context),
        }
    }

    pub(super) fn space(&self, space: AddressSpace) -> u32 {
        match space {
            AddressSpace::Generic => self.spaces.generic,
            AddressSpace::Global => self.spaces.global,
            AddressSpace::Shared => self.spaces.shared,
        }
    }

    pub(super) fn literal(&self, fields: &[Type<'c>]) -> Type<'c> {
        llvm::r#type::r#struct(self.context, fields, false)
    }

    pub(super) fn array(&self, item: Type<'c>, count: u64) -> Type<'c> {
        // SAFETY: `item` is a type of the same live context.
        unsafe { Type::from_raw(mlir_sys::mlirLLVMArrayTypeGet(item.to_raw(), count as u32)) }
    }

    fn union(&self, slots: u64) -> Type<'c> {
        self.literal(&[self.i64, self.array(self.i64, slots)])
    }

    fn record<'a>(&self, program: &Program, fields: impl Iterator<Item = &'a Ty>) -> Type<'c> {
        let fields: Vec<_> = fields.map(|ty| self.memory(program, ty)).collect();
        self.literal(&fields)
    }

    /// An object of a class: its header and fields.
    pub(super) fn object(&self, program: &Program, class: ClassId) -> Type<'c> {
        let fields = program.classes[class.index()].fields.iter().map(|field| self.memory(program, &field.ty));
        let fields: Vec<_> = [self.i64, self.ptr].into_iter().chain(fields).collect();
        self.literal(&fields)
    }

    /// The calling form of a signature; `environment` says whether the closure's object comes last.
    pub(super) fn calling(&self, program: &Program, signature: &Signature, environment: bool) -> Calling<'c> {
        let params = signature.params.iter().filter(|param| param.mode == pyc_mir::Mode::Inout || has_storage(&param.ty));
        let mut params: Vec<_> =
            params.map(|param| if param.mode == pyc_mir::Mode::Inout { self.ptr } else { self.value(program, &param.ty) }).collect();
        params.extend(environment.then_some(self.ptr));
        let value = has_storage(&signature.ret).then(|| self.value(program, &signature.ret));
        Calling { params, value, raises: signature.raises }
    }
}

impl<'c> Calling<'c> {
    /// What the call itself gives: the value, the exception or both.
    pub(super) fn result(&self, types: &Types<'c>) -> Option<Type<'c>> {
        match (self.value, self.raises) {
            (value, false) => value,
            (None, true) => Some(types.ptr),
            (Some(value), true) => Some(types.literal(&[value, types.ptr])),
        }
    }

    pub(super) fn function_type(&self, types: &Types<'c>) -> Type<'c> {
        llvm::r#type::function(self.result(types).unwrap_or(types.void), &self.params, false)
    }
}

/// Whether values of a type exist at run time.
pub(super) fn has_storage(ty: &Ty) -> bool {
    !matches!(ty, Ty::Unit | Ty::Never)
}
