//! Typed HIR: what a body does, with nothing of Python's implicit behaviour left implicit.
//!
//! Every expression has the type of its value. Evaluation is strictly left to right. Anything that can raise is a call, a checked operation or a
//! [`StmtKind::Raise`].

use std::sync::Arc;

use pyc_base::Name;
use pyc_hir::{ExprId, StmtId};

use crate::ty::{GlobalVar, Instance, Ty};

macro_rules! index {
    ($($(#[doc = $doc:literal])* $name:ident;)*) => {
        $($(#[doc = $doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct $name(pub u32);

        impl $name {
            pub const fn index(self) -> usize {
                self.0 as usize
            }
        })*
    };
}

index! {
    /// Index into [`Body::locals`].
    Local;
}

#[derive(Debug, Clone, PartialEq)]
pub struct Body {
    /// The first locals, in the order of the instance's parameters.
    pub params: Vec<Param>,
    pub locals: Vec<LocalDecl>,
    pub block: Block,
    /// What it gives. `Never` if it never returns.
    pub ret: Ty,
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Param {
    pub local: Local,
    pub mode: Mode,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    Read,
    /// `inout[T]`: stands for the caller's place. Also `self` of a struct's methods that say so.
    Inout,
    /// `owned[T]`.
    Owned,
}

/// A variable or a temporary. Its type is all it ever holds; uses narrow it by [`ExprKind::Narrow`].
#[derive(Debug, Clone, PartialEq)]
pub struct LocalDecl {
    pub ty: Ty,
    pub name: Option<Name>,
    /// Whether some path reaches a use without an assignment: then each use is preceded by a test of [`ExprKind::IsBound`], and the local starts unbound.
    pub maybe_unbound: bool,
}

pub type Block = Vec<Stmt>;

#[derive(Debug, Clone, PartialEq)]
pub struct Stmt {
    pub kind: StmtKind,
    pub origin: Origin,
}

/// The HIR node that something was made for; the source map turns it into a range.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Origin {
    Expr(ExprId),
    Stmt(StmtId),
    /// The function itself.
    Body,
}

#[derive(Debug, Clone, PartialEq)]
pub enum StmtKind {
    Expr(Expr),
    /// The old value, if any, is released after the new one is in place. The types of both sides are equal.
    Assign(Place, Expr),
    If {
        condition: Expr,
        then: Block,
        otherwise: Block,
    },
    /// `orelse` runs when the condition fails, not after a `Break`. `Break` and `Continue` belong to the innermost loop.
    While {
        condition: Expr,
        body: Block,
        orelse: Block,
    },
    Break,
    Continue,
    /// The value has the type of [`Body::ret`].
    Return(Expr),
    /// Raises an object of an exception class. A bare `raise` adds no line to the traceback.
    Raise {
        exception: Expr,
        adds_traceback: bool,
    },
    /// `finalbody` runs on every way out, except that `raised` runs in its place where an exception leaves.
    Try {
        body: Block,
        handlers: Vec<Handler>,
        orelse: Block,
        finalbody: Block,
        raised: Option<Raised>,
    },
    /// `del` of a local: its value is released and it is unbound.
    Unbind(Local),
    /// `del` of a module's variable.
    UnbindGlobal(GlobalVar),
}

/// What runs while an exception leaves a `try`. It goes on afterwards.
#[derive(Debug, Clone, PartialEq)]
pub struct Raised {
    /// Holds the exception; its type is `BaseException`.
    pub binding: Local,
    pub body: Block,
}

/// The first handler that matches is entered.
#[derive(Debug, Clone, PartialEq)]
pub struct Handler {
    /// Exception classes; empty catches everything.
    pub classes: Vec<Ty>,
    /// Holds the exception during the handler; its type is a base of `classes`. Unbound (released) at the handler's end.
    pub binding: Local,
    pub body: Block,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Expr {
    pub ty: Ty,
    pub kind: ExprKind,
    pub origin: Origin,
}

/// Storage.
#[derive(Debug, Clone, PartialEq)]
pub enum Place {
    Local(Local),
    Global(GlobalVar),
    /// A field of an object (`base` has a class type) by its index in the class's layout.
    Field {
        base: Box<Expr>,
        index: u32,
    },
    /// A field of a struct that lives in a place.
    StructField {
        base: Box<Place>,
        index: u32,
    },
}

#[derive(Debug, Clone, PartialEq)]
pub enum ExprKind {
    /// Also the value of everything whose type has one value.
    None,
    Bool(bool),
    /// An `int` or a fixed-width integer, as `ty` says.
    Int(i64),
    /// The number of the line that the expression stands in. Only the last stage asks for it, so that nothing is inferred anew where lines move.
    Line,
    Float(f64),
    /// A constant of the library's class `str` (`ty`).
    Str(Arc<str>),
    /// The address of constant bytes (`Ptr[u8]`).
    Data(Arc<[u8]>),
    /// Reads a place. The value stays there as well.
    Read(Place),
    /// Whether a local holds a value.
    IsBound(Local),
    /// To a type that includes the value's: a union with more variants, an optional, a base class. No loss, no check.
    Widen(Box<Expr>),
    /// To a type the value is known to be of: a variant of a union, a derived class. No check.
    Narrow(Box<Expr>),
    /// Whether the value (a union, an optional or a reference to a base class) is of type `of`, which is one of the variants, or a class derived from one.
    /// The result is a `bool`.
    TypeTest {
        value: Box<Expr>,
        of: Ty,
    },
    /// `is` on references, and on optional ones.
    Same(Box<Expr>, Box<Expr>),
    Unary(UnaryOp, Box<Expr>),
    /// Operands of one primitive type.
    Binary(BinaryOp, Box<Expr>, Box<Expr>),
    /// `+ - *` of `int`: raises `OverflowError` by calling the library function `raise_overflow` of `builtins`.
    Checked(BinaryOp, Box<Expr>, Box<Expr>),
    /// Calls a function with all its parameters. The parameters' types are the instance's; those that are `Inout` are given as [`ExprKind::Inout`].
    Call {
        instance: Instance,
        args: Vec<Expr>,
    },
    /// The argument for an `Inout` parameter.
    Inout(Place),
    /// A new object of the class `ty`, its fields zero, then `init` is called with it and `args`. For a struct: a zero value whose `init` takes it `Inout`.
    Construct {
        init: Option<Instance>,
        args: Vec<Expr>,
    },
    /// A struct from all its fields.
    Struct(Vec<Expr>),
    /// A field of a struct value.
    StructGet(Box<Expr>, u32),
    Tuple(Vec<Expr>),
    TupleGet(Box<Expr>, u32),
    /// A function of `pyc.unsafe` that the compiler knows by name.
    Intrinsic {
        name: Name,
        type_args: Vec<Ty>,
        args: Vec<Expr>,
    },
    /// Both branches have type `ty` (or `Never`).
    If {
        condition: Box<Expr>,
        then: Box<Expr>,
        otherwise: Box<Expr>,
    },
    And(Box<Expr>, Box<Expr>),
    Or(Box<Expr>, Box<Expr>),
    /// Runs statements, then gives a value.
    Block(Block, Box<Expr>),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UnaryOp {
    /// Of floats and fixed-width integers (wraps); of `int` raises like [`ExprKind::Checked`].
    Neg,
    /// Of `bool`.
    Not,
    /// Every bit of an integer.
    Invert,
}

/// On integers these wrap; those that can't be done by the machine on all operands (division, shifts) are intrinsics called by the library after its checks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BinaryOp {
    Add,
    Sub,
    Mul,
    /// Of floats; IEEE.
    Div,
    And,
    Or,
    Xor,
    Eq,
    Ne,
    Lt,
    Le,
    Gt,
    Ge,
}
