//! A whole program: functions, classes, structs, globals and constants.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::{AddressSpace, Const, Function, Ty};

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
    /// Index into [`Program::functions`].
    FuncId;
    /// Index into [`Program::classes`].
    ClassId;
    /// Index into [`Program::structs`].
    StructId;
    /// Index into [`Program::globals`].
    GlobalId;
    /// Index into [`Program::statics`].
    StaticId;
    /// Index into [`Program::data`].
    DataId;
    /// Index into [`Program::files`].
    SourceFile;
    /// Index into [`Function::locals`].
    LocalId;
    /// Index into [`Function::blocks`].
    BlockId;
}

#[derive(Debug, Clone, PartialEq, Default)]
pub struct Program {
    pub functions: Vec<Function>,
    pub classes: Vec<Class>,
    pub structs: Vec<Struct>,
    pub globals: Vec<Global>,
    pub statics: Vec<Static>,
    pub data: Vec<Box<[u8]>>,
    /// Paths as the user wrote them; tracebacks and line tables show these.
    pub files: Vec<Arc<str>>,
    /// Runs the main module; takes nothing, gives `Unit`, may raise. Absent in libraries and kernels.
    pub entry: Option<FuncId>,
    /// Says how an uncaught exception ended the program and gives the exit status: `(exception: Borrow object) -> int`. It may raise. Absent where no function raises.
    pub report_exception: Option<FuncId>,
    /// Raises `RecursionError`: `() -> Never`. Taken by the pass that adds the checks of the stack.
    pub recursion_error: Option<FuncId>,
    /// Releases what the variables of modules hold, when all is over: `() -> Unit`, raises nothing. Made by the passes.
    pub finish: Option<FuncId>,
    /// Holds what devices run, for programs that launch kernels: filled in after the kernels are compiled. See [`Program::set_device_code`].
    pub device_code: Option<DataId>,
    /// What is alike to a machine, once instances have been merged.
    pub alike: Alike,
}

/// Types of different names of which values pass for each other: for each, but for the first, the first such.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Alike {
    /// Classes whose objects end in the same way.
    pub classes: BTreeMap<ClassId, ClassId>,
    /// Structs of such fields.
    pub structs: BTreeMap<StructId, StructId>,
}

impl Alike {
    pub fn class(&self, id: ClassId) -> ClassId {
        self.classes.get(&id).copied().unwrap_or(id)
    }

    pub fn structure(&self, id: StructId) -> StructId {
        self.structs.get(&id).copied().unwrap_or(id)
    }

    /// A type as a machine sees it, but for the layout of objects.
    pub fn erased(&self, ty: &Ty) -> Ty {
        ty.renamed(&|id| self.class(id), &|id| self.structure(id))
    }
}

impl Program {
    /// Puts compiled kernels into the program, each with the name of the device it is for. A record is its size and that of the code as `i64`, the name in 16
    /// bytes, the code, and zeros up to a multiple of 8, at least one; a size of 0 ends the list. `stdlib/pyc/gpu/_images.py` reads it.
    pub fn set_device_code(&mut self, images: &[(&str, Vec<u8>)]) {
        let Some(DataId(id)) = self.device_code else { return };
        let mut bytes = Vec::new();
        for (name, code) in images {
            let mut record = vec![0; 32];
            record[16..16 + name.len()].copy_from_slice(name.as_bytes());
            record[8..16].copy_from_slice(&(code.len() as i64).to_le_bytes());
            record.extend(code);
            record.resize((record.len() + 1).next_multiple_of(8), 0);
            let size = record.len() as i64;
            record[..8].copy_from_slice(&size.to_le_bytes());
            bytes.extend(record);
        }
        bytes.extend([0; 8]);
        self.data[id as usize] = bytes.into();
    }
}

/// A class whose values are heap objects: a header (count, type) and the fields.
#[derive(Debug, Clone, PartialEq)]
pub struct Class {
    pub name: Arc<str>,
    pub base: Option<ClassId>,
    /// The fields of the base come first.
    pub fields: Vec<Field>,
    /// One function for each slot; slots of the base come first. All functions of a slot have one signature but for the class of the receiver.
    pub vtable: Vec<FuncId>,
    /// `(self: Borrow) -> Unit`, must not raise: releases what the fields alone do not show (a list's buffer). Runs before the fields are released.
    pub destroy: Option<FuncId>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Struct {
    pub name: Arc<str>,
    pub fields: Vec<Field>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Field {
    pub name: Arc<str>,
    pub ty: Ty,
}

/// A variable of a module, or the shared memory of a kernel. Zero at the start.
#[derive(Debug, Clone, PartialEq)]
pub struct Global {
    pub name: Arc<str>,
    pub ty: Ty,
    pub space: AddressSpace,
}

/// A constant object that is part of the program's image and never freed: its count starts so high that it can't reach zero.
#[derive(Debug, Clone, PartialEq)]
pub struct Static {
    pub class: ClassId,
    /// One for each field of the class.
    pub fields: Vec<Const>,
}
