//! How values lie in memory: C's rules, an object header of 16 bytes, and unions as a tag with words behind it.

use crate::*;

/// The header of an object: an `i64` count at 0, a pointer to its type at 8.
pub const HEADER_SIZE: u64 = 16;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Layout {
    pub size: u64,
    pub align: u64,
}

impl Layout {
    const fn scalar(size: u64) -> Self {
        Self { size, align: size }
    }
}

pub const fn align_up(offset: u64, align: u64) -> u64 {
    offset.next_multiple_of(align)
}

/// A part of a value that is no aggregate, as a union's payload holds it: one in each word.
#[derive(Debug, Clone, PartialEq)]
pub struct Leaf {
    /// Bool, integer, float, pointer or reference; a closure is two: its code as a pointer and its environment as a nullable reference.
    pub ty: Ty,
    pub offset: u64,
}

impl Program {
    /// Sizes are multiples of the alignment; `Unit` and `Never` take no room.
    pub fn layout(&self, ty: &Ty) -> Layout {
        match ty {
            Ty::Never | Ty::Unit => Layout { size: 0, align: 1 },
            Ty::Bool => Layout::scalar(1),
            Ty::Int(int) => Layout::scalar(u64::from(int.bits / 8)),
            Ty::Float(FloatTy::F16 | FloatTy::BF16) => Layout::scalar(2),
            Ty::Float(FloatTy::F32) => Layout::scalar(4),
            Ty::Float(FloatTy::F64) | Ty::Ptr(_) | Ty::Ref { .. } => Layout::scalar(8),
            Ty::Closure(_) => Layout { size: 16, align: 8 },
            Ty::Tuple(items) => self.sequence(0, items.iter()).1,
            Ty::Struct(id) => self.sequence(0, self.structs[id.index()].fields.iter().map(|field| &field.ty)).1,
            Ty::Union(variants) => {
                let words = variants.iter().map(|variant| self.leaves(variant).len()).max().unwrap_or(0);
                Layout { size: 8 + 8 * words as u64, align: 8 }
            }
            Ty::Array(item, count) => {
                let item = self.layout(item);
                Layout { size: item.size * count, align: item.align }
            }
            Ty::Simd(item, lanes) => {
                let size = (self.layout(item).size * u64::from(*lanes)).next_power_of_two();
                Layout { size, align: size }
            }
        }
    }

    /// Where the fields of a tuple or struct are.
    pub fn field_offsets(&self, ty: &Ty) -> Vec<u64> {
        match ty {
            Ty::Tuple(items) => self.sequence(0, items.iter()).0,
            Ty::Struct(id) => self.sequence(0, self.structs[id.index()].fields.iter().map(|field| &field.ty)).0,
            _ => Vec::new(),
        }
    }

    /// Where the fields of an object are, from the header's start, and the layout of it all.
    pub fn object_layout(&self, class: ClassId) -> (Vec<u64>, Layout) {
        let (offsets, layout) = self.sequence(HEADER_SIZE, self.classes[class.index()].fields.iter().map(|field| &field.ty));
        let align = layout.align.max(8);
        (offsets, Layout { size: align_up(layout.size, align), align })
    }

    fn sequence<'t>(&self, start: u64, types: impl Iterator<Item = &'t Ty>) -> (Vec<u64>, Layout) {
        let (mut end, mut align) = (start, 1);
        let mut offsets = Vec::new();
        for ty in types {
            let layout = self.layout(ty);
            align = align.max(layout.align);
            let offset = align_up(end, layout.align);
            offsets.push(offset);
            end = offset + layout.size;
        }
        (offsets, Layout { size: align_up(end, align), align })
    }

    /// The parts of a value, each of at most 8 bytes, in the order of their words in a union's payload.
    pub fn leaves(&self, ty: &Ty) -> Vec<Leaf> {
        let mut leaves = Vec::new();
        self.add_leaves(ty, 0, &mut leaves);
        leaves
    }

    fn add_leaves(&self, ty: &Ty, offset: u64, leaves: &mut Vec<Leaf>) {
        match ty {
            Ty::Never | Ty::Unit => {}
            Ty::Bool | Ty::Int(_) | Ty::Float(_) | Ty::Ptr(_) | Ty::Ref { .. } => leaves.push(Leaf { ty: ty.clone(), offset }),
            Ty::Closure(_) => {
                leaves.push(Leaf { ty: Ty::PTR, offset });
                leaves.push(Leaf { ty: Ty::Ref { class: None, nullable: true }, offset: offset + 8 });
            }
            Ty::Tuple(_) | Ty::Struct(_) => {
                let types: Vec<Ty> = match ty {
                    Ty::Tuple(items) => items.to_vec(),
                    Ty::Struct(id) => self.structs[id.index()].fields.iter().map(|field| field.ty.clone()).collect(),
                    _ => Vec::new(),
                };
                for (ty, field) in types.iter().zip(self.field_offsets(ty)) {
                    self.add_leaves(ty, offset + field, leaves);
                }
            }
            Ty::Union(variants) => {
                leaves.push(Leaf { ty: Ty::INT, offset });
                let words = variants.iter().map(|variant| self.leaves(variant).len()).max().unwrap_or(0) as u64;
                leaves.extend((1..=words).map(|word| Leaf { ty: Ty::INT, offset: offset + 8 * word }));
            }
            Ty::Array(item, count) => {
                let size = self.layout(item).size;
                (0..*count).for_each(|index| self.add_leaves(item, offset + index * size, leaves));
            }
            // Vectors keep their bits, a word at a time.
            Ty::Simd(..) => {
                let words = self.layout(ty).size.div_ceil(8);
                leaves.extend((0..words).map(|word| Leaf { ty: Ty::INT, offset: offset + 8 * word }));
            }
        }
    }
}
