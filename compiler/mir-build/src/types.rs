//! What mir-build asks of type inference. A trait, so that tests can answer from a table and the compiler from its database.

use std::sync::Arc;

use pyc_base::{FileId, Name, Span};
use pyc_hir::Literal;
use pyc_mir::{Inline, Loc};
use pyc_types::thir;
use pyc_types::ty::{GlobalVar, Instance, Ty, TyKind};

/// The fields of a class at one set of type arguments.
#[derive(Debug, Clone, PartialEq)]
pub struct ClassLayout {
    /// As `type(x).__name__` shows it.
    pub name: Arc<str>,
    pub base: Option<Ty>,
    /// The base's first.
    pub fields: Vec<(Name, Ty)>,
    pub is_struct: bool,
    /// Whether a struct may be copied without saying so (`@struct(frozen=True)`).
    pub is_frozen: bool,
    pub destroy: Option<Instance>,
}

/// What is known of a function beside its body.
#[derive(Debug, Clone, PartialEq)]
pub struct FunctionInfo {
    /// The linker's name; unique in a program.
    pub symbol: Arc<str>,
    /// The name in tracebacks.
    pub name: Arc<str>,
    /// The file it is in, as the user wrote it.
    pub path: Arc<str>,
    pub is_stdlib: bool,
    pub kind: Kind,
    pub inline: Inline,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Normal,
    /// The top of a module. All but the main one run once, however often they are called.
    Module,
    /// The statements of a class outside its methods.
    Class,
    /// `@export`.
    Export,
    /// `@extern`: the body is not looked at.
    Extern,
    /// `@kernel`.
    Kernel,
}

pub trait Types {
    fn kind(&self, ty: Ty) -> &TyKind;

    /// The typed body. Parameters and result are right for functions without one as well.
    fn thir(&self, instance: Instance) -> Arc<thir::Body>;

    /// The types of its parameters.
    fn params(&self, instance: Instance) -> &[Ty];

    fn function_info(&self, instance: Instance) -> FunctionInfo;

    fn class_layout(&self, class: Ty) -> Arc<ClassLayout>;

    fn is_subclass(&self, class: Ty, base: Ty) -> bool;

    /// What a closure holds.
    fn closure_parts(&self, closure: Ty) -> Vec<Ty>;

    /// A function of `builtins` that the compiler calls by name and that is generic over nothing.
    fn lang_instance(&self, name: &str) -> Instance;

    /// What a function as a value is, if its parameters say their types.
    fn function_instance(&self, function: Ty) -> Option<Instance>;

    /// The `__call__` of a class that takes nothing.
    fn call_method(&self, class: Ty) -> Instance;

    /// The top of the module that a body is in.
    fn own_module(&self, instance: Instance) -> Instance;

    /// The type of `None`.
    fn none_ty(&self) -> Ty;

    /// The library's class `str`.
    fn str_ty(&self) -> Ty;

    fn global_ty(&self, global: GlobalVar) -> Ty;

    /// The number that a variable always holds once it is assigned.
    fn constant(&self, global: GlobalVar) -> Option<Literal>;

    /// The top of the module that a variable is of.
    fn module_of(&self, global: GlobalVar) -> Instance;

    /// Whether running one module's top may run functions of another's module.
    fn imports(&self, module: Instance, other: Instance) -> bool;

    /// Whether a class is the library's own.
    fn is_library_class(&self, class: Ty) -> bool;

    /// `module.name`.
    fn global_name(&self, global: GlobalVar) -> Arc<str>;

    /// As messages show it.
    fn type_name(&self, ty: Ty) -> String;

    /// Where something is. No place at all for what must not show in tracebacks.
    fn location(&self, instance: Instance, origin: thir::Origin) -> Loc;

    /// The same for messages, whatever it is of.
    fn span(&self, instance: Instance, origin: thir::Origin) -> (FileId, Span);
}
