//! Enumerations as values: their members in order, by name and by value; and members that stand for the numbers or texts that they are besides.

use pyc_base::{Name, name};
use pyc_hir::ClassId;

use super::Infer;
use super::arguments::{Given, Source};
use crate::class::{enum_members, mro};
use crate::thir::{Expr, Origin};
use crate::ty::Ty;

impl Infer<'_> {
    /// The list of an enumeration's members.
    pub(super) fn members_of(&mut self, class: ClassId, origin: Origin) -> Expr {
        self.class_attribute(class, name("_member_list_"), origin)
    }

    /// A special method of an enumeration itself: `len(Color)`, `Color["RED"]`, `iter(Color)`.
    pub(super) fn enumeration_call(&mut self, class: ClassId, text: Name, given: &[Given], origin: Origin) -> Option<Expr> {
        if enum_members(self.db, class).is_empty() {
            return None;
        }
        let mut values = || -> Vec<Expr> {
            let value = |arg: &Given| match &arg.source {
                Source::Hir(id) => self.expr(*id, None),
                Source::Done(value) => (**value).clone(),
            };
            given.iter().map(value).collect()
        };
        match text.as_str() {
            "__len__" | "__iter__" | "__reversed__" | "__contains__" if given.len() == usize::from(text == *"__contains__") => {
                let args = values();
                let members = self.members_of(class, origin);
                Some(self.method_call(members, text, args, origin))
            }
            "__getitem__" => {
                let args = values();
                let members = self.class_attribute(class, name("_member_map_"), origin);
                Some(self.method_call(members, text, args, origin))
            }
            _ => None,
        }
    }

    /// The number or the text that a member is besides.
    pub(super) fn enumeration_value(&mut self, member: &Expr) -> Option<Expr> {
        let is_value = self.derives_from_library(member.ty, &["IntEnum", "StrEnum", "IntFlag"]);
        is_value.then(|| self.attribute(member.clone(), name("_value_"), member.origin))
    }

    /// Whether values of a type are members of an enumeration that are integers besides.
    pub(super) fn is_integer_member(&self, ty: Ty) -> bool {
        self.derives_from_library(ty, &["IntEnum", "IntFlag"])
    }

    fn derives_from_library(&self, ty: Ty, names: &[&str]) -> bool {
        let db = self.db;
        let is_base = |base: Ty| {
            let class = base.as_class(db).map(|(class, _)| class);
            class.is_some_and(|class| class.def(db).file.is_stdlib(db) && names.contains(&crate::ty::class_name(db, class).as_str()))
        };
        mro(db, ty).into_iter().any(is_base)
    }
}
