//! What only classes have that derive from the class of a value: the object's class decides, and those that lack it raise, as in Python.

use pyc_base::Name;

use super::Infer;
use super::arguments::Given;
use crate::class::{class_info, is_subclass, subclasses};
use crate::thir::{Expr, Origin};
use crate::ty::Ty;

impl Infer<'_> {
    /// The classes derived from that of a value which have an attribute that it lacks, without those below them.
    pub(super) fn heirs_with(&self, ty: Ty, text: Name) -> Vec<Ty> {
        let db = self.db;
        let Some((class, _)) = ty.as_class(db).filter(|(class, _)| !class.def(db).file.is_stdlib(db)) else { return Vec::new() };
        if crate::doubts::binds(db, self.file) {
            return Vec::new();
        }
        let mut found: Vec<Ty> = Vec::new();
        for &heir in subclasses(db, class).iter().filter(|heir| class_info(db, **heir).params.is_empty()) {
            let heir = Ty::class(db, heir, []);
            if !found.iter().any(|&above| is_subclass(db, heir, above)) && self.has_attribute(heir, text) {
                found.push(heir);
            }
        }
        found
    }

    /// Reads an attribute that only these heirs have.
    pub(super) fn attribute_of_heirs(&mut self, value: Expr, text: Name, heirs: &[Ty], origin: Origin) -> Expr {
        self.for_heirs(value, text, heirs, origin, |this, heir| this.attribute(heir, text, origin))
    }

    /// Calls a method that only these heirs have.
    pub(super) fn call_of_heirs(&mut self, value: Expr, text: Name, heirs: &[Ty], given: Vec<Given>, origin: Origin) -> Expr {
        let (store, kept) = self.temp(value);
        self.push(store);
        let given: Vec<Given> = given.into_iter().map(|arg| self.evaluated(arg, origin)).collect();
        let value = self.local_expr(kept, origin);
        self.for_heirs(value, text, heirs, origin, |this, heir| this.call_named(heir, text, given.clone(), origin))
    }

    fn for_heirs(&mut self, value: Expr, text: Name, heirs: &[Ty], origin: Origin, mut each: impl FnMut(&mut Self, Expr) -> Expr) -> Expr {
        let (store, kept) = self.temp(value);
        let object = self.local_expr(kept, origin);
        let attribute = self.str(text.as_str(), origin);
        let mut result = self.lacks(object.clone(), attribute, origin);
        for &heir in heirs {
            let narrowed = self.narrow(object.clone(), heir);
            let (block, own) = self.in_block(|this| each(this, narrowed));
            let own = self.block_expr(block, own);
            let ty = self.join(result.ty, own.ty);
            let test = self.type_test(object.clone(), heir);
            let (own, rest) = (self.widen(own, ty), self.widen(result, ty));
            result = self.if_expr(ty, test, own, rest);
        }
        self.block_expr(vec![store], result)
    }
}
