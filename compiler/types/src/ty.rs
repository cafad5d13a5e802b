//! The types of the language, interned: equal types have equal ids.

use pyc_base::Name;
use pyc_hir::{BodyOwner, ClassId, FunctionId, LocalId};

#[salsa::interned(unsafe(no_lifetime), debug, revisions = usize::MAX)]
pub struct Ty {
    #[returns(ref)]
    pub kind: TyKind,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum TyKind {
    /// No value: the type of what does not return, and of what no assignment has reached yet.
    Never,
    /// After an error that was reported; goes with everything.
    Unknown,
    None,
    Bool,
    Int,
    Float,
    /// `i8 … i64`, `u8 … u64`.
    Fixed {
        bits: u8,
        signed: bool,
    },
    /// `f32`, `f16`, `bf16`.
    SmallFloat(SmallFloat),
    /// A class of the program or the library (`str` and `list` among them): a counted reference, or a value if it is a `@struct`.
    Class {
        class: ClassId,
        args: Box<[Ty]>,
    },
    Tuple(Box<[Ty]>),
    /// At least two different types, none of them a union, in a fixed order.
    Union(Box<[Ty]>),
    Ptr(Ty),
    /// A function as a value: known, so it takes no storage.
    Function(FunctionId),
    /// A class as a value: known, so it takes no storage.
    ClassObject(ClassId),
    /// A type parameter where a generic body is checked once for all its instances.
    Param(Name),
    /// The element type of a container display, while its body is being inferred.
    Var(u32),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SmallFloat {
    F16,
    BF16,
    F32,
}

/// A body and the types it is compiled for. The unit of inference, monomorphisation and caching.
#[salsa::interned(unsafe(no_lifetime), debug, revisions = usize::MAX)]
pub struct Instance {
    pub owner: BodyOwner,
    /// What the type parameters of the enclosing class and then of the function stand for.
    #[returns(ref)]
    pub type_args: Box<[Ty]>,
    /// The types of the parameters, `self` included: as declared, or as called where nothing is declared. `*args` is one tuple.
    #[returns(ref)]
    pub params: Box<[Ty]>,
}

/// A variable of a module.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct GlobalVar {
    pub file: pyc_hir::File,
    pub name: Name,
}

/// A HIR local, for messages and debuggers.
pub type HirLocal = LocalId;
