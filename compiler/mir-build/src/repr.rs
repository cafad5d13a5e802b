//! Which machine type stands for which type of the language.
//!
//! A union of classes (and `None`) is one reference, null for `None`; every other union carries a tag, and its variants keep their order.

use std::sync::Arc;

use pyc_mir as mir;
use pyc_types::ty::{SmallFloat, Ty, TyKind};

use crate::program::ProgramBuilder;

/// How the values of a type lie in memory, as far as conversions must know.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Shape {
    /// One reference: to one of `classes`, or null if `none`.
    Reference { classes: Vec<Ty>, none: bool },
    /// A tag and one of these.
    Tagged(Vec<Ty>),
    /// Anything that is not a union: numbers, structs, tuples, `None`.
    Single,
}

impl ProgramBuilder<'_> {
    pub(crate) fn shape(&self, ty: Ty) -> Shape {
        match self.types.kind(ty) {
            TyKind::Union(variants) => {
                let is_none = |ty: &Ty| matches!(self.types.kind(*ty), TyKind::None);
                if variants.iter().all(|variant| is_none(variant) || self.is_heap_class(*variant)) {
                    let (none, classes): (Vec<Ty>, Vec<Ty>) = variants.iter().copied().partition(is_none);
                    return Shape::Reference { classes, none: !none.is_empty() };
                }
                Shape::Tagged(variants.to_vec())
            }
            TyKind::Class { .. } if self.is_heap_class(ty) => Shape::Reference { classes: vec![ty], none: false },
            _ => Shape::Single,
        }
    }

    pub(crate) fn is_heap_class(&self, ty: Ty) -> bool {
        matches!(self.types.kind(ty), TyKind::Class { .. }) && !self.types.class_layout(ty).is_struct
    }

    /// The machine type of `ty`.
    pub(crate) fn repr(&mut self, ty: Ty) -> mir::Ty {
        if let Some(known) = self.reprs.get(&ty) {
            return known.clone();
        }
        let made = self.make_repr(ty);
        self.reprs.insert(ty, made.clone());
        made
    }

    fn make_repr(&mut self, ty: Ty) -> mir::Ty {
        let types = self.types;
        match types.kind(ty) {
            TyKind::Never => mir::Ty::Never,
            TyKind::None | TyKind::Function(_) | TyKind::Body(_) | TyKind::ClassObject(_) | TyKind::Word(_) => mir::Ty::Unit,
            TyKind::Bool => mir::Ty::Bool,
            TyKind::Int => mir::Ty::INT,
            TyKind::Float => mir::Ty::FLOAT,
            &TyKind::Fixed { bits, signed } => mir::Ty::Int(mir::IntTy { bits, signed }),
            TyKind::SmallFloat(SmallFloat::F16) => mir::Ty::Float(mir::FloatTy::F16),
            TyKind::SmallFloat(SmallFloat::BF16) => mir::Ty::Float(mir::FloatTy::BF16),
            TyKind::SmallFloat(SmallFloat::F32) => mir::Ty::Float(mir::FloatTy::F32),
            TyKind::Ptr(_) => mir::Ty::PTR,
            TyKind::Tuple(items) => mir::Ty::Tuple(items.iter().map(|item| self.repr(*item)).collect::<Arc<[_]>>()),
            TyKind::Closure { .. } => {
                let parts = types.closure_parts(ty);
                mir::Ty::Tuple(parts.into_iter().map(|part| self.repr(part)).collect::<Arc<[_]>>())
            }
            TyKind::Class { .. } if !self.is_heap_class(ty) => mir::Ty::Struct(self.struct_id(ty)),
            TyKind::Class { .. } | TyKind::Union(_) => match self.shape(ty) {
                Shape::Reference { classes, none } => {
                    let common = self.common_base(&classes);
                    mir::Ty::Ref { class: common.map(|class| self.class_id(class)), nullable: none }
                }
                Shape::Tagged(variants) => mir::Ty::Union(variants.iter().map(|variant| self.repr(*variant)).collect::<Arc<[_]>>()),
                Shape::Single => unreachable!("classes and unions are references or tagged"),
            },
            kind @ (TyKind::Unknown | TyKind::Param(_) | TyKind::Var(_)) => {
                crate::bug(&self.current, format_args!("no machine type for {kind:?}"))
            }
            #[allow(unreachable_patterns, reason = "the types crate grows kinds that have no machine type yet")]
            kind => crate::bug(&self.current, format_args!("no machine type for {kind:?}")),
        }
    }

    /// The class that all of these are or derive from; `None` if that is `object`.
    fn common_base(&self, classes: &[Ty]) -> Option<Ty> {
        let mut candidate = Some(*classes.first()?);
        while let Some(class) = candidate {
            if self.is_object(class) {
                return None;
            }
            if classes.iter().all(|&other| self.types.is_subclass(other, class)) {
                return Some(class);
            }
            candidate = self.types.class_layout(class).base;
        }
        None
    }

    /// Whether this is `object`, the root of all classes, which has no number among the machine's classes.
    pub(crate) fn is_object(&self, class: Ty) -> bool {
        let layout = self.types.class_layout(class);
        layout.base.is_none() && !layout.is_struct && layout.fields.is_empty() && &*layout.name == "object"
    }

    /// Whether values of this type own anything.
    pub(crate) fn is_managed(&self, ty: &mir::Ty) -> bool {
        match ty {
            mir::Ty::Ref { .. } | mir::Ty::Closure(_) => true,
            mir::Ty::Tuple(parts) | mir::Ty::Union(parts) => parts.iter().any(|part| self.is_managed(part)),
            mir::Ty::Struct(id) => self.program.structs[id.index()].fields.iter().any(|field| self.is_managed(&field.ty)),
            mir::Ty::Array(element, _) => self.is_managed(element),
            _ => false,
        }
    }
}
