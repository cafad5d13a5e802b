//! Bodies: statements and expressions in arenas, names resolved as far as one body can tell. No types, no source ranges.

use std::sync::Arc;

use pyc_base::Name;
pub use pyc_syntax::ast::{BinOp, CmpOp, UnaryOp};
use rustc_hash::FxHashMap;

use crate::{BodyOwner, ClassId, FunctionId, TypeRef};

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
    /// Index into [`Body::exprs`].
    ExprId;
    /// Index into [`Body::stmts`].
    StmtId;
    /// Index into [`Body::locals`].
    LocalId;
}

/// A body: of a function, a class or a module.
#[derive(Debug, Clone, PartialEq)]
pub struct Body {
    pub owner: BodyOwner,
    pub locals: Box<[Local]>,
    /// The parameters, in the order of the signature's.
    pub params: Box<[LocalId]>,
    pub exprs: Box<[Expr]>,
    pub stmts: Box<[Stmt]>,
    pub block: Block,
    /// The defaults of lambdas that are no literals, by parameter: evaluated where the lambda is.
    pub lambda_defaults: FxHashMap<ExprId, Box<[(u32, ExprId)]>>,
}

impl Body {
    pub(crate) fn empty(owner: BodyOwner) -> Self {
        Self {
            owner,
            locals: Box::default(),
            params: Box::default(),
            exprs: Box::default(),
            stmts: Box::default(),
            block: Box::default(),
            lambda_defaults: FxHashMap::default(),
        }
    }

    pub fn expr(&self, expr: ExprId) -> &Expr {
        &self.exprs[expr.index()]
    }

    pub fn stmt(&self, stmt: StmtId) -> &Stmt {
        &self.stmts[stmt.index()]
    }

    pub fn local(&self, local: LocalId) -> &Local {
        &self.locals[local.index()]
    }
}

pub type Block = Box<[StmtId]>;

/// A variable of a function. Variables of modules and classes are not locals: they are reached by name (except for what comprehensions bind).
#[derive(Debug, Clone, PartialEq)]
pub struct Local {
    pub name: Name,
    /// Captured by a nested function.
    pub is_captured: bool,
}

#[derive(Debug, Clone, PartialEq)]
pub enum Stmt {
    Expr(ExprId),
    /// `a = b = value`: the targets from left to right.
    Assign {
        targets: Box<[ExprId]>,
        value: ExprId,
    },
    AugAssign {
        target: ExprId,
        op: BinOp,
        value: ExprId,
    },
    Annotated {
        target: ExprId,
        annotation: TypeRef,
        value: Option<ExprId>,
    },
    Return(Option<ExprId>),
    If {
        test: ExprId,
        body: Block,
        orelse: Block,
    },
    While {
        test: ExprId,
        body: Block,
        orelse: Block,
    },
    For {
        target: ExprId,
        iter: ExprId,
        body: Block,
        orelse: Block,
        is_async: bool,
    },
    Break,
    Continue,
    Pass,
    Raise {
        exception: Option<ExprId>,
        cause: Option<ExprId>,
    },
    Try {
        body: Block,
        handlers: Box<[Handler]>,
        orelse: Block,
        finalbody: Block,
        is_star: bool,
    },
    With {
        items: Box<[(ExprId, Option<ExprId>)]>,
        body: Block,
        is_async: bool,
    },
    Match {
        subject: ExprId,
        cases: Box<[Case]>,
    },
    Assert {
        test: ExprId,
        message: Option<ExprId>,
    },
    Delete(Box<[ExprId]>),
    /// A function definition is executed: decorators (innermost last) and those defaults that are no literals, by parameter, are evaluated.
    /// `target` is the variable it binds inside functions; at the top of modules and classes the item itself is meant (a module's variable is assigned
    /// if the name's item is [`crate::Item::Variable`]).
    Def {
        function: FunctionId,
        target: Option<LocalId>,
        decorators: Box<[ExprId]>,
        defaults: Box<[(u32, ExprId)]>,
    },
    ClassDef {
        class: ClassId,
        target: Option<LocalId>,
        decorators: Box<[ExprId]>,
    },
    /// An import is executed: the module's top runs if it has not yet. `(module, level, name)` as written; `bind` is the variable inside functions.
    Import(Box<[ImportedName]>),
    /// Gives a name (an expression, so that it has a place) to a type: nothing runs.
    Alias(ExprId),
    /// `global` and `nonlocal` have done their work in name resolution; nothing is left.
    Declaration,
    /// Already reported.
    Error,
}

#[derive(Debug, Clone, PartialEq)]
pub struct ImportedName {
    pub module: Option<Name>,
    pub level: u32,
    /// `from module import name`; `*` for all.
    pub name: Option<Name>,
    /// The name that it binds; `*` for all.
    pub bound: Name,
    /// The variable, inside functions that assign the name as well.
    pub bind: Option<LocalId>,
    /// Inside a `try` that catches what it raises where there is nothing to import.
    pub is_guarded: bool,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Handler {
    /// `None` catches everything. A tuple expression for several.
    pub exception: Option<ExprId>,
    /// What it binds: a `Name` expression.
    pub target: Option<ExprId>,
    pub body: Block,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Case {
    pub pattern: Pattern,
    pub guard: Option<ExprId>,
    pub body: Block,
}

/// Names that patterns bind are `Name` expressions.
#[derive(Debug, Clone, PartialEq)]
pub enum Pattern {
    Value(ExprId),
    Singleton(Literal),
    Sequence(Box<[Pattern]>),
    Mapping {
        keys: Box<[ExprId]>,
        patterns: Box<[Pattern]>,
        rest: Option<ExprId>,
    },
    Class {
        class: ExprId,
        patterns: Box<[Pattern]>,
        keywords: Box<[(Name, Pattern)]>,
    },
    Star(Option<ExprId>),
    /// `pattern as name`; a lone name has no pattern, `_` neither.
    As {
        pattern: Option<Box<Pattern>>,
        name: Option<ExprId>,
    },
    Or(Box<[Pattern]>),
}

#[derive(Debug, Clone, PartialEq)]
pub enum Expr {
    Literal(Literal),
    Name(NameRef),
    /// Joins strings and replacement fields.
    FString(Box<[FStringPart]>),
    TString,
    Binary {
        left: ExprId,
        op: BinOp,
        right: ExprId,
    },
    Unary {
        op: UnaryOp,
        operand: ExprId,
    },
    And(Box<[ExprId]>),
    Or(Box<[ExprId]>),
    Compare {
        first: ExprId,
        rest: Box<[(CmpOp, ExprId)]>,
    },
    If {
        test: ExprId,
        body: ExprId,
        orelse: ExprId,
    },
    Call {
        callee: ExprId,
        args: Box<[Arg]>,
    },
    Attribute {
        value: ExprId,
        name: Name,
    },
    Subscript {
        value: ExprId,
        index: ExprId,
    },
    Slice {
        lower: Option<ExprId>,
        upper: Option<ExprId>,
        step: Option<ExprId>,
    },
    Tuple(Box<[ExprId]>),
    List(Box<[ExprId]>),
    Set(Box<[ExprId]>),
    /// A `None` key is `**value`.
    Dict(Box<[(Option<ExprId>, ExprId)]>),
    Comprehension {
        kind: ComprehensionKind,
        generators: Box<[Generator]>,
    },
    Lambda(FunctionId),
    /// `target := value`; the target is a `Name`.
    Walrus {
        target: ExprId,
        value: ExprId,
    },
    Starred(ExprId),
    Await(ExprId),
    Yield(Option<ExprId>),
    YieldFrom(ExprId),
    /// Already reported.
    Error,
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub enum ComprehensionKind {
    List(ExprId),
    Set(ExprId),
    Dict(ExprId, ExprId),
    Generator(ExprId),
}

/// `for target in iter if conditions…`.
#[derive(Debug, Clone, PartialEq)]
pub struct Generator {
    pub target: ExprId,
    pub iter: ExprId,
    pub conditions: Box<[ExprId]>,
    pub is_async: bool,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Arg {
    pub value: ExprId,
    pub kind: ArgKind,
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub enum ArgKind {
    Positional,
    Keyword(Name),
    /// `*value`.
    Star,
    /// `**value`.
    DoubleStar,
}

#[derive(Debug, Clone, PartialEq)]
pub enum FStringPart {
    Text(Arc<str>),
    Field { value: ExprId, conversion: Option<char>, spec: Box<[FStringPart]> },
}

/// What a name refers to, as far as its body and those around it tell.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum NameRef {
    Local(LocalId),
    /// A variable of an enclosing function.
    Captured {
        function: FunctionId,
        local: LocalId,
    },
    /// A type parameter of a definition around, else a name of the module, else a builtin.
    Global(Name),
    /// In the body of a class: a class-level name.
    Class(Name),
}

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Literal {
    None,
    Bool(bool),
    Ellipsis,
    Int(i64),
    /// Does not fit `int`; its decimal digits.
    BigInt(Arc<str>),
    /// The bits of the double.
    Float(u64),
    Complex(u64),
    Str(Arc<str>),
    /// With lone surrogates, as WTF-8.
    SurrogateStr(Arc<[u8]>),
    Bytes(Arc<[u8]>),
}
