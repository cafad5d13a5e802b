//! How the lives of objects end: what code runs where the last owner of an object of a class lets go of it.

use crate::*;

/// Objects with more fields that own objects are not ended in place.
const SHALLOW: usize = 3;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Ending {
    /// Its memory is freed: it owns no objects and has no `destroy`. No other class is derived from it.
    Leaf,
    /// As a leaf, but that a few of its fields are leaves themselves.
    Shallow,
    /// What the object's own record says.
    Recorded,
}

impl Ending {
    /// Of every class.
    pub fn of_classes(program: &Program) -> Vec<Ending> {
        let mut is_base = vec![false; program.classes.len()];
        for base in program.classes.iter().filter_map(|class| class.base) {
            is_base[base.index()] = true;
        }
        let ids = || (0..program.classes.len() as u32).map(ClassId);
        let plain = |id: ClassId| !is_base[id.index()] && program.destroy_of(id).is_none();
        let leaves: Vec<bool> = ids().map(|id| plain(id) && program.owning_fields(id).next().is_none()).collect();
        let is_leaf = |ty: &Ty| matches!(ty, Ty::Ref { class: Some(class), nullable: false } if leaves[class.index()]);
        let ending = |id: ClassId| match () {
            () if leaves[id.index()] => Ending::Leaf,
            () if plain(id) && program.owning_fields(id).all(is_leaf) && program.owning_fields(id).count() <= SHALLOW => Ending::Shallow,
            () => Ending::Recorded,
        };
        ids().map(ending).collect()
    }
}

impl Program {
    /// What runs before the fields are released: the class's own, or what it inherits.
    pub fn destroy_of(&self, class: ClassId) -> Option<FuncId> {
        let class = &self.classes[class.index()];
        class.destroy.or_else(|| class.base.and_then(|base| self.destroy_of(base)))
    }

    /// The types of the fields that hold owned objects.
    pub fn owning_fields(&self, class: ClassId) -> impl Iterator<Item = &Ty> {
        self.classes[class.index()].fields.iter().map(|field| &field.ty).filter(|ty| ty.needs_rc(self))
    }
}
