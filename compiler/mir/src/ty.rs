//! Types as machines see them: no names of the language survive here but for classes and structs, which keep theirs for dumps and debuggers.

use std::sync::Arc;

use crate::{ClassId, StructId};

#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Ty {
    /// Has no value: the result of what always raises.
    Never,
    /// `None`: one value, no storage.
    Unit,
    Bool,
    Int(IntTy),
    Float(FloatTy),
    /// A raw pointer: not counted, and untyped, for each access names its type.
    Ptr(AddressSpace),
    /// A counted reference to a heap object. `class` is what is known of it: `None` is any object at all. `nullable` references are null for `None`.
    Ref {
        class: Option<ClassId>,
        nullable: bool,
    },
    /// An unboxed tuple.
    Tuple(Arc<[Ty]>),
    /// An unboxed value with named fields, laid out as C does.
    Struct(StructId),
    /// One of several types, with a tag that is the index of the variant. At least two variants.
    Union(Arc<[Ty]>),
    /// A code pointer together with the (nullable) object that holds what the function captured; that object is its last argument.
    Closure(Arc<Signature>),
    Array(Arc<Ty>, u64),
    Simd(Arc<Ty>, u32),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct IntTy {
    /// 8, 16, 32 or 64.
    pub bits: u8,
    pub signed: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum FloatTy {
    F16,
    BF16,
    F32,
    F64,
}

/// Where a raw pointer points. The targets' numbers are code generation's business.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum AddressSpace {
    Generic,
    /// GPU memory that all blocks see.
    Global,
    /// Memory that the threads of a block share.
    Shared,
}

/// What a function takes and gives. `raises` functions give an exception (null if none) beside their result.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Signature {
    pub params: Vec<Param>,
    pub ret: Ty,
    pub raises: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Param {
    pub ty: Ty,
    pub mode: Mode,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Mode {
    /// The caller keeps the value alive during the call; the callee retains what it stores.
    Borrow,
    /// The callee takes over one count of the value.
    Owned,
    /// The callee may change the caller's place; passed as a pointer to it. The local of such a parameter stands for the place itself.
    Inout,
}

impl Ty {
    /// The language's `int`.
    pub const INT: Ty = Ty::Int(IntTy { bits: 64, signed: true });
    pub const U8: Ty = Ty::Int(IntTy { bits: 8, signed: false });
    /// The language's `float`.
    pub const FLOAT: Ty = Ty::Float(FloatTy::F64);
    pub const PTR: Ty = Ty::Ptr(AddressSpace::Generic);
    /// Any object, never null.
    pub const OBJECT: Ty = Ty::Ref { class: None, nullable: false };

    pub const fn class(class: ClassId) -> Ty {
        Ty::Ref { class: Some(class), nullable: false }
    }
}
