//! Sizes and alignments, by the rules of C on the 64-bit machines we compile for; the same as LLVM's data layout gives them.

use pyc_mir::{ClassId, FloatTy, Program, Ty};

/// Bytes of an object's header: the count and the address of its type.
pub(crate) const HEADER: u64 = 16;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Layout {
    /// A multiple of `align`.
    pub(crate) size: u64,
    pub(crate) align: u64,
}

impl Layout {
    const EMPTY: Self = Self { size: 0, align: 1 };

    const fn scalar(size: u64) -> Self {
        Self { size, align: size }
    }

    /// Puts another value behind this one.
    const fn then(self, next: Self) -> Self {
        Self {
            size: self.size.next_multiple_of(next.align) + next.size,
            align: if self.align > next.align { self.align } else { next.align },
        }
    }

    const fn padded(self) -> Self {
        Self { size: self.size.next_multiple_of(self.align), align: self.align }
    }
}

pub(crate) fn layout(program: &Program, ty: &Ty) -> Layout {
    match ty {
        Ty::Never | Ty::Unit => Layout::EMPTY,
        Ty::Bool => Layout::scalar(1),
        Ty::Int(int) => Layout::scalar(u64::from(int.bits / 8)),
        Ty::Float(FloatTy::F16 | FloatTy::BF16) => Layout::scalar(2),
        Ty::Float(FloatTy::F32) => Layout::scalar(4),
        Ty::Float(FloatTy::F64) | Ty::Ptr(_) | Ty::Ref { .. } => Layout::scalar(8),
        Ty::Tuple(items) => record(program, items.iter()),
        Ty::Struct(id) => record(program, program.structs[id.index()].fields.iter().map(|field| &field.ty)),
        Ty::Union(variants) => Layout { size: 8 + 8 * union_slots(program, variants), align: 8 },
        Ty::Closure(_) => Layout { size: 16, align: 8 },
        Ty::Array(item, count) => {
            let item = layout(program, item);
            Layout { size: item.size * count, align: item.align }
        }
        Ty::Simd(lane, count) => {
            let size = (layout(program, lane).size * u64::from(*count)).next_power_of_two();
            Layout { size, align: size }
        }
    }
}

/// The 8-byte slots behind the tag that hold the largest variant. The MIR counts a slot for each part of a variant; in memory parts lie closer together,
/// but a vector takes more than one.
pub(crate) fn union_slots(program: &Program, variants: &[Ty]) -> u64 {
    let parts = program.layout(&Ty::Union(variants.into())).size / 8 - 1;
    variants.iter().map(|variant| layout(program, variant).size.div_ceil(8)).max().unwrap_or(0).max(parts)
}

/// The header and the fields of an object.
pub(crate) fn object(program: &Program, class: ClassId) -> Layout {
    let header = Layout { size: HEADER, align: 8 };
    program.classes[class.index()].fields.iter().fold(header, |so_far, field| so_far.then(layout(program, &field.ty))).padded()
}

fn record<'a>(program: &Program, fields: impl Iterator<Item = &'a Ty>) -> Layout {
    fields.fold(Layout::EMPTY, |so_far, field| so_far.then(layout(program, field))).padded()
}
