//! Iterators that a program keeps. Those of the library are values, which loops and functions of the library use up where they are made; in a variable, a container, a
//! result or an argument of the program's functions they are objects, so that all who hold one move on together, as in Python.

use super::Infer;
use crate::class::find_method;
use crate::thir::Expr;
use crate::ty::Ty;

impl Infer<'_> {
    /// A value that the program keeps.
    pub(super) fn kept(&mut self, value: Expr) -> Expr {
        if self.file.is_stdlib(self.db) || !self.is_iterator_value(value.ty) {
            return value;
        }
        let origin = value.origin;
        self.builtin_call("held_iterator", vec![value], origin)
    }

    fn is_iterator_value(&self, ty: Ty) -> bool {
        let is_of_library = ty.as_class(self.db).is_some_and(|(class, _)| class.def(self.db).file.is_stdlib(self.db));
        is_of_library && self.is_struct(ty) && find_method(self.db, ty, "__next__").is_some()
    }
}
