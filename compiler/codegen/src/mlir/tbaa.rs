//! Which memory accesses can't touch the same bytes: LLVM's type-based alias analysis.
//!
//! The words of an object's header, each field of each class, globals, elements behind raw pointers that are pointers and elements that are not are
//! different memory. A field or global whose address is taken is accessed without a tag, for raw pointers reach it too. Locals need no tags.

use std::cell::RefCell;

use melior::ir::Attribute;
use pyc_mir::{Callee, ClassId, GlobalId, Mode, Operand, Place, PlaceBase, Program, Projection, Rvalue, StatementKind, TerminatorKind, Ty};
use rustc_hash::{FxHashMap, FxHashSet};

use super::builder::Builder;
use super::place::type_after;
use crate::error::Result;

/// A kind of memory.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Memory {
    /// Anything.
    Any,
    /// A local.
    Local,
    Count,
    TypeInfo,
    /// A function's address in a class's table.
    Slot,
    /// The class that declares the field, and its number.
    Field(ClassId, u32),
    Global(GlobalId),
    PointerElement,
    DataElement,
}

#[derive(Default)]
pub(super) struct Tags<'c> {
    tags: RefCell<FxHashMap<String, Attribute<'c>>>,
    exposed_fields: FxHashSet<(ClassId, u32)>,
    exposed_globals: FxHashSet<GlobalId>,
}

impl<'c> Tags<'c> {
    pub(super) fn new(program: &Program) -> Self {
        let mut tags = Self::default();
        for function in &program.functions {
            for block in &function.blocks {
                for statement in &block.statements {
                    if let StatementKind::Assign(_, Rvalue::AddressOf(place)) | StatementKind::Init(_, Rvalue::AddressOf(place)) =
                        &statement.kind
                    {
                        tags.expose(program, function, place);
                    }
                }
                if let TerminatorKind::Call { callee, args, .. } = &block.terminator.kind {
                    tags.expose_inout(program, function, callee, args);
                }
            }
        }
        tags
    }

    /// Places given to `inout` parameters are accessed by the callee without a tag, and so need none here; but the callee may take their address.
    fn expose_inout(&mut self, program: &Program, function: &pyc_mir::Function, callee: &Callee, args: &[Operand]) {
        let modes: &[Mode] = match callee {
            Callee::Direct(id) => &program.functions[id.index()].params,
            Callee::Virtual { class, slot } => match program.classes[class.index()].vtable.get(*slot as usize) {
                Some(id) => &program.functions[id.index()].params,
                None => &[],
            },
            Callee::Value(_) => &[],
        };
        for (index, arg) in args.iter().enumerate() {
            let inout = modes.get(index).is_none_or(|mode| *mode == Mode::Inout);
            if let (true, Operand::Copy(place) | Operand::Move(place)) = (inout, arg) {
                self.expose(program, function, place);
            }
        }
    }

    fn expose(&mut self, program: &Program, function: &pyc_mir::Function, place: &Place) {
        if let PlaceBase::Global(global) = place.base {
            self.exposed_globals.insert(global);
        }
        let mut ty = match place.base {
            PlaceBase::Local(local) => function.locals.get(local.index()).map(|local| local.ty.clone()),
            PlaceBase::Global(global) => program.globals.get(global.index()).map(|global| global.ty.clone()),
        };
        for projection in &place.projection {
            let Some(at) = ty else { return };
            if let (Ty::Ref { class: Some(class), .. }, Projection::Field(field)) = (&at, projection) {
                self.exposed_fields.insert(declaring(program, *class, *field));
            }
            ty = type_after(program, &at, projection).ok();
        }
    }

    pub(super) fn field(&self, program: &Program, class: ClassId, field: u32) -> Memory {
        let (class, field) = declaring(program, class, field);
        if self.exposed_fields.contains(&(class, field)) { Memory::Any } else { Memory::Field(class, field) }
    }

    pub(super) fn global(&self, global: GlobalId) -> Memory {
        if self.exposed_globals.contains(&global) { Memory::Any } else { Memory::Global(global) }
    }

    /// The attribute for accesses of a kind of memory, if they can be told apart from others.
    pub(super) fn attribute(&self, builder: &Builder<'c>, memory: Memory) -> Result<Option<Attribute<'c>>> {
        let name = match memory {
            Memory::Any | Memory::Local => return Ok(None),
            Memory::Count => "count".to_owned(),
            Memory::TypeInfo => "type".to_owned(),
            Memory::Slot => "slot".to_owned(),
            Memory::Field(class, field) => format!("field {} {field}", class.0),
            Memory::Global(global) => format!("global {}", global.0),
            Memory::PointerElement => "pointer element".to_owned(),
            Memory::DataElement => "data element".to_owned(),
        };
        if let Some(tag) = self.tags.borrow().get(&name) {
            return Ok(Some(*tag));
        }
        let ty = format!("#llvm.tbaa_type_desc<id = \"{name}\", members = {{<#llvm.tbaa_root<id = \"pyc\">, 0>}}>");
        let tag = builder.parse(&format!("[#llvm.tbaa_tag<base_type = {ty}, access_type = {ty}, offset = 0>]"))?;
        self.tags.borrow_mut().insert(name, tag);
        Ok(Some(tag))
    }
}

/// The kind of memory that elements of a type behind a raw pointer are.
pub(super) fn element(ty: &Ty) -> Memory {
    match ty {
        Ty::Ptr(_) | Ty::Ref { .. } => Memory::PointerElement,
        Ty::Bool | Ty::Int(_) | Ty::Float(_) | Ty::Simd(..) => Memory::DataElement,
        _ => Memory::Any,
    }
}

/// The topmost class that has a field.
fn declaring(program: &Program, mut class: ClassId, field: u32) -> (ClassId, u32) {
    while let Some(base) = program.classes[class.index()].base {
        if (field as usize) >= program.classes[base.index()].fields.len() {
            break;
        }
        class = base;
    }
    (class, field)
}
