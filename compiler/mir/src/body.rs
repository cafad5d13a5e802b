//! Functions: locals, blocks, statements and terminators.

use std::sync::Arc;

use crate::{BlockId, ClassId, DataId, FloatTy, FuncId, GlobalId, IntTy, LocalId, Mode, SourceFile, StaticId, Ty};

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Function {
    /// Unique in the program, and the linker's symbol.
    pub symbol: Arc<str>,
    /// The name in tracebacks (`<module>`, `main`).
    pub name: Arc<str>,
    pub file: SourceFile,
    pub loc: Loc,
    /// The first locals are the parameters.
    pub params: Vec<Mode>,
    pub ret: Ty,
    pub raises: bool,
    pub kind: FunctionKind,
    pub inline: Inline,
    pub locals: Vec<Local>,
    /// The first is the entry. Empty for [`FunctionKind::Extern`].
    pub blocks: Vec<Block>,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum FunctionKind {
    Normal,
    /// Called from outside under `symbol` with the C ABI.
    Export,
    /// Defined outside: C ABI, never raises.
    Extern,
    /// Launched on a device, where it does not raise: gives `Unit`.
    Kernel,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Inline {
    Auto,
    Always,
    Never,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Local {
    pub ty: Ty,
    /// The user's name for it, if it has one.
    pub name: Option<Arc<str>>,
}

/// A range in the function's source file: lines from 1, columns in UTF-8 bytes from 0. Line 0 is no place (generated code).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Loc {
    pub line: u32,
    pub column: u32,
    pub end_line: u32,
    pub end_column: u32,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Block {
    pub statements: Vec<Statement>,
    pub terminator: Terminator,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Statement {
    pub kind: StatementKind,
    pub loc: Loc,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum StatementKind {
    /// Gives a place a new value and releases the old one, after the new one is computed. Memory of new objects and globals is zero, and a
    /// zero value of any type holds nothing to release.
    Assign(Place, Rvalue),
    /// Gives a place that holds no value its first one.
    Init(Place, Rvalue),
    /// As `Init` of a local, by an aggregate whose parts keep their counts: the local has none. Made by the reference-count pass alone.
    Lend(Place, Rvalue),
    /// Ends the life of the value in a place, which then holds none.
    Drop(Place),
    /// Adds the current function and line to the exception's traceback. Calls that raise do so by themselves.
    Traceback(Operand),
    /// One more owner of every object that the value holds. Made by the reference-count pass alone.
    Retain(Operand),
    /// One owner less. Made by the reference-count pass alone.
    Release(Operand),
}

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Terminator {
    pub kind: TerminatorKind,
    pub loc: Loc,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum TerminatorKind {
    Goto(BlockId),
    Branch {
        condition: Operand,
        then: BlockId,
        otherwise: BlockId,
    },
    Switch {
        value: Operand,
        cases: Vec<(i128, BlockId)>,
        default: BlockId,
    },
    Return(Operand),
    /// Gives the exception to the caller. Takes over the count of it.
    Raise(Operand),
    /// The result is owned by `destination`, as by `Assign`, but for raw memory as by `Init`. If the callee raises, the exception is put into `unwind`'s place (as by `Init`, owned), the
    /// place of the call is added to its traceback, and control goes to `unwind`'s block. Only calls that can't raise have no `unwind`.
    ///
    /// The argument for a parameter of mode [`Mode::Inout`] is written `Operand::Copy(place)` and means the place itself: its address is passed and
    /// nothing is copied. The argument for [`Mode::Borrow`] is a `Copy` or a constant; for [`Mode::Owned`] a `Move` gives the value away and a
    /// `Copy` makes one more owner.
    Call {
        callee: Callee,
        args: Vec<Operand>,
        destination: Place,
        target: BlockId,
        unwind: Option<(Place, BlockId)>,
    },
    Unreachable,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Callee {
    Direct(FuncId),
    /// The function in a slot of the dynamic class of the first argument. The signature is that of the slot's function in `class`.
    Virtual {
        class: ClassId,
        slot: u32,
    },
    /// A closure.
    Value(Operand),
}

/// Storage: a local or global and a way into it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Place {
    pub base: PlaceBase,
    pub projection: Vec<Projection>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PlaceBase {
    Local(LocalId),
    Global(GlobalId),
}

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Projection {
    /// Of a tuple, a struct, or the object of a reference that is not null and whose class is known.
    Field(u32),
    /// The value of a union that is known to hold this variant.
    Variant(u32),
    /// What a raw pointer points at, `index` elements of type `ty` further on.
    Element { ty: Ty, index: Operand },
    /// An element of an array or a lane of a vector, known to be within it.
    Index(Operand),
}

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Operand {
    /// The value stays in the place as well.
    Copy(Place),
    /// The place holds no value afterwards.
    Move(Place),
    Const(Const),
}

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Const {
    Unit,
    Bool(bool),
    Int(i128, IntTy),
    /// As the bits of a double.
    Float(u64, FloatTy),
    /// A null pointer, a null reference, or any other type's zero value.
    Zero(Ty),
    Static(StaticId),
    /// The address of constant bytes.
    Data(DataId),
    /// A closure that captured nothing.
    Function(FuncId),
    /// Size in bytes, a multiple of the alignment, as an `int`.
    SizeOf(Ty),
}

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Rvalue {
    Use(Operand),
    Unary(UnaryOp, Operand),
    /// Both operands have one type, except that a shift's right one may be any integer within range. Integers wrap.
    Binary(BinaryOp, Operand, Operand),
    /// `Add`, `Sub` or `Mul` of integers: a tuple of the wrapped result and whether it wrapped.
    Checked(BinaryOp, Operand, Operand),
    Cast(Cast, Operand, Ty),
    Tuple(Vec<Operand>),
    Struct(crate::StructId, Vec<Operand>),
    /// A value of the union `ty`.
    Variant {
        ty: Ty,
        variant: u32,
        value: Operand,
    },
    /// Which variant a union holds, as an `int`.
    Tag(Place),
    /// Whether the object (not null) is of the class or of one derived from it.
    IsInstance(Operand, ClassId),
    /// A new object, all zero, with `extra` bytes of storage behind its fields.
    New {
        class: ClassId,
        extra: Option<Operand>,
    },
    /// The address of the storage behind an object's fields, aligned to 8.
    Trailing(Operand),
    /// The address of a place; valid while the place is.
    AddressOf(Place),
    /// A closure over an environment object.
    Closure {
        function: FuncId,
        environment: Operand,
    },
    /// Takes plain values, never raises, holds on to nothing.
    Intrinsic(Intrinsic, Vec<Operand>),
    /// A symbol of the runtime (`pyc-abi`), called with the C ABI; takes plain values and pointers, never raises.
    Runtime {
        symbol: &'static str,
        args: Vec<Operand>,
        ret: Ty,
    },
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum UnaryOp {
    /// Wraps for integers.
    Neg,
    /// Of a `Bool`, or every bit of an integer.
    Not,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum BinaryOp {
    Add,
    Sub,
    Mul,
    /// Of floats.
    Div,
    /// Python's `//` on integers: towards minus infinity. The divisor is not zero and the result fits.
    FloorDiv,
    /// Python's `%` on integers: the sign of the divisor.
    FloorMod,
    /// C's `/` on integers.
    TruncDiv,
    /// C's `%` on integers, and `fmod` on floats.
    TruncRem,
    And,
    Or,
    Xor,
    Shl,
    /// Arithmetic for signed integers.
    Shr,
    /// Of numbers, `Bool`s, pointers and references (identity).
    Eq,
    Ne,
    Lt,
    Le,
    Gt,
    Ge,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Cast {
    /// Between integers: extends or truncates.
    Int,
    BoolToInt,
    IntToFloat,
    /// Towards zero; the value is within range.
    FloatToInt,
    Float,
    /// Between references and to and from nullable ones: no check, no code.
    Ref,
    PtrToInt,
    IntToPtr,
    /// Between scalars of one size. From a reference to a pointer it gives the object's address.
    Bits,
}

/// What machines do that no operator says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Intrinsic {
    /// `f64` maths.
    Sqrt,
    Floor,
    Ceil,
    Trunc,
    Fabs,
    Fma,
    Sin,
    Cos,
    Exp,
    Log,
    Pow,
    CopySign,
    /// Integers.
    CountOnes,
    LeadingZeros,
    TrailingZeros,
    /// (destination, source, bytes).
    MemCopy,
    MemMove,
    /// (destination, byte, bytes).
    MemSet,
    /// (a, b, bytes): an `int` below, at or above zero.
    MemCompare,
    /// (bytes) → pointer; the runtime ends the program if memory is short.
    Alloc,
    /// (pointer, bytes) → pointer.
    Realloc,
    Free,
    /// The number of owners of an object.
    RefCount,
    /// GPU: the index of the thread in its block, of the block in the grid, and their numbers, as an `int`, for dimension 0 to 2.
    ThreadIdx(u8),
    BlockIdx(u8),
    BlockDim(u8),
    GridDim(u8),
    /// Every thread of the block gets here before any goes on.
    Barrier,
    /// Whether there is little room left on the stack, as a `Bool`.
    StackIsFull,
    /// The thread, or the program, ends at once.
    Trap,
    /// (code, words and pointers) → `int`: calls a C function at an address.
    CallPointer,
}

impl Place {
    pub const fn local(local: LocalId) -> Self {
        Self { base: PlaceBase::Local(local), projection: Vec::new() }
    }

    pub const fn global(global: GlobalId) -> Self {
        Self { base: PlaceBase::Global(global), projection: Vec::new() }
    }

    /// The local, if the place is a whole local.
    pub fn as_local(&self) -> Option<LocalId> {
        match self.base {
            PlaceBase::Local(local) if self.projection.is_empty() => Some(local),
            _ => None,
        }
    }

    #[must_use]
    pub fn project(mut self, projection: Projection) -> Self {
        self.projection.push(projection);
        self
    }
}
