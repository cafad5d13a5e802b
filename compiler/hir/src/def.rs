//! Definitions: what modules and classes declare, without bodies and without source ranges. Comparing two of these says whether an edit can be seen
//! from outside.

use std::sync::Arc;

use pyc_base::Name;

use crate::{File, Literal};

/// How a definition is reached from the top of its module: names of functions and classes, numbered where one scope defines a name several times.
/// Lambdas are called `<lambda>`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct DefPath {
    pub file: File,
    pub path: Arc<[(Name, u32)]>,
}

impl DefPath {
    /// The name of the definition itself.
    pub fn name(&self) -> Name {
        self.path.last().map(|&(name, _)| name).unwrap_or_default()
    }
}

/// A function, method or lambda.
#[salsa::interned(unsafe(no_lifetime), debug, revisions = usize::MAX)]
pub struct FunctionId {
    #[returns(ref)]
    pub def: DefPath,
}

#[salsa::interned(unsafe(no_lifetime), debug, revisions = usize::MAX)]
pub struct ClassId {
    #[returns(ref)]
    pub def: DefPath,
}

/// What has a body.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, salsa::Supertype)]
pub enum BodyOwner {
    Function(FunctionId),
    /// The statements of a class outside its methods: class variables and field defaults.
    Class(ClassId),
    Module(File),
}

impl From<FunctionId> for BodyOwner {
    fn from(function: FunctionId) -> Self {
        Self::Function(function)
    }
}

impl From<ClassId> for BodyOwner {
    fn from(class: ClassId) -> Self {
        Self::Class(class)
    }
}

impl From<File> for BodyOwner {
    fn from(file: File) -> Self {
        Self::Module(file)
    }
}

/// A type as written: an annotation, a base class, a bound.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum TypeRef {
    /// A dotted name.
    Name(Box<[Name]>),
    /// `base[args]`.
    Subscript(Box<TypeRef>, Box<[TypeRef]>),
    /// `A | B`, flattened.
    Union(Box<[TypeRef]>),
    None,
    Ellipsis,
    /// `[A, B]` as in `Callable[[A, B], R]`.
    List(Box<[TypeRef]>),
    /// A constant inside a subscript (`Literal["a"]`, `Array[int, 4]`).
    Literal(Literal),
    /// Something that is no type; reported where it is resolved.
    Error,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct TypeParam {
    pub name: Name,
    pub kind: TypeParamKind,
    pub bound: Option<TypeRef>,
    pub default: Option<TypeRef>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TypeParamKind {
    TypeVar,
    ParamSpec,
    TypeVarTuple,
}

/// The header of a function.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Signature {
    pub name: Name,
    pub is_async: bool,
    /// Whether a `yield` is in its body.
    pub is_generator: bool,
    pub decorators: Box<[Decorator]>,
    pub type_params: Box<[TypeParam]>,
    pub params: Box<[Param]>,
    pub ret: Option<TypeRef>,
    /// Whether it is a stub: the body is `...` alone (after a docstring).
    pub is_stub: bool,
    pub docstring: Option<Arc<str>>,
}

impl Signature {
    /// Whether it has a decorator whose last name this is.
    pub fn has_decorator(&self, text: &str) -> bool {
        self.decorators.iter().any(|decorator| decorator.path.last().is_some_and(|last| last.as_str() == text))
    }
}

/// `@name`, `@a.b`, `@name(arguments)`; other expressions have an empty path.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Decorator {
    pub path: Box<[Name]>,
    /// The constant arguments of its call, with their keywords.
    pub args: Box<[(Option<Name>, Option<Literal>)]>,
    pub is_call: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Param {
    pub name: Name,
    pub kind: ParamKind,
    pub annotation: Option<TypeRef>,
    pub default: Option<DefaultValue>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ParamKind {
    PositionalOnly,
    Normal,
    /// `*args`.
    VarArgs,
    KeywordOnly,
    /// `**kwargs`.
    KwArgs,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum DefaultValue {
    /// A literal, possibly with a sign.
    Literal(Literal),
    /// Anything else: evaluated once, where the definition is executed.
    Evaluated,
}

/// What a class declares.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct ClassDef {
    pub name: Name,
    pub decorators: Box<[Decorator]>,
    pub type_params: Box<[TypeParam]>,
    pub bases: Box<[TypeRef]>,
    /// `metaclass=` and the like.
    pub keywords: Box<[Name]>,
    /// Methods and nested classes and class-level names in order. A name that is defined twice has two entries; the last one counts.
    pub members: Box<[(Name, Member)]>,
    pub docstring: Option<Arc<str>>,
    /// Of an enumeration.
    pub enum_members: Box<[Name]>,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Member {
    Function(FunctionId),
    Class(ClassId),
    /// `name: annotation [= value]`, or `name = value`.
    Variable {
        annotation: Option<TypeRef>,
        value: Option<DefaultValue>,
    },
}

/// What a name at the top of a module stands for.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Item {
    Function(FunctionId),
    Class(ClassId),
    /// `type X[T] = …`, `X: TypeAlias = …`, and `X = NewType("X", …)`, whose calls change nothing.
    TypeAlias {
        type_params: Box<[TypeParam]>,
        value: TypeRef,
        is_new: bool,
    },
    /// `T = TypeVar("T")`.
    TypeVar,
    /// `X = value`, once, where the value may be meant as a type. [`crate::resolve_item`] decides: it gives the alias, the class or the variable.
    MaybeAlias {
        value: TypeRef,
    },
    /// `try: import a as x` with a handler that binds the name when there is no such module. [`crate::resolve_item`] decides.
    Fallback {
        import: Box<Item>,
        otherwise: Box<Item>,
    },
    /// `import a.b` binds `a`; `import a.b as c` binds the module itself.
    Import {
        module: Name,
        binds_root: bool,
    },
    /// `from module import name`, with the dots of a relative import.
    ImportFrom {
        module: Option<Name>,
        level: u32,
        name: Name,
    },
    /// Assigned at module level (or bound several times in different ways). Its annotation, if the module gives one.
    Variable {
        annotation: Option<TypeRef>,
    },
}

/// The names that a module binds at its top, in the order of their first binding, and its star imports.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct ModuleItems {
    pub items: Box<[(Name, Item)]>,
    /// `from module import *`.
    pub star_imports: Box<[(Option<Name>, u32)]>,
    /// Every module that any statement of the file imports, function bodies included: (dotted name, level, imported name if `from`).
    pub imports: Box<[(Option<Name>, u32, Option<Name>)]>,
    pub all: Option<Box<[Name]>>,
    pub docstring: Option<Arc<str>>,
    /// What functions import and the classes they define, under names that no program can write ([`local_item_name`]).
    pub local_items: Box<[(Name, Item)]>,
}

/// The name under which a module knows what a function binds, once and for all, by an import or a class.
pub fn local_item_name(text: Name, function: &[(Name, u32)]) -> Name {
    let path: Vec<String> = function.iter().map(|(name, number)| format!("{name}#{number}")).collect();
    pyc_base::name(&format!("{text}@{}", path.join(".")))
}

/// The name that a function wrote for what [`local_item_name`] names; other names as they are.
pub fn written_name(text: Name) -> Name {
    text.split_once('@').map_or(text, |(written, _)| pyc_base::name(written))
}
