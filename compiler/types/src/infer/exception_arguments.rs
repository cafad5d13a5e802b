//! `args` of exceptions: which arguments there can be is told by all exceptions that the program makes.
//!
//! The library keeps arguments other than one text in an object of its class `_ArgumentsOf`, one class for each tuple of types. Where the program reads `args`,
//! the object is asked for each of those that are made anywhere.

use pyc_base::name;

use super::Infer;
use super::arguments::{Given, Source};
use crate::class::{builtin_class, class_info, find_member, is_subclass};
use crate::facts::{Shared, shared_type};
use crate::thir::{Expr, Origin, StmtKind};
use crate::ty::Ty;

const KEPT: &str = "_ArgumentsOf";

impl Infer<'_> {
    /// Whether `args` of a type are what an exception was made with: no class of the program has its own.
    pub(super) fn has_kept_arguments(&self, ty: Ty) -> bool {
        let db = self.db;
        let owner = find_member(db, ty, name("args")).and_then(|(owner, _)| Some(owner.as_class(db)?.0));
        owner.is_some() && owner == builtin_class(db, "BaseException")
    }

    /// All arguments that the program makes exceptions with.
    fn arguments_place(&self) -> Option<Shared> {
        Some(Shared::Field(builtin_class(self.db, "BaseException")?, name("args")))
    }

    /// `exception.args`.
    pub(super) fn kept_arguments(&mut self, exception: Expr, origin: Origin) -> Expr {
        let db = self.db;
        let Some(place) = self.arguments_place() else { return self.unknown(origin) };
        let known = shared_type(db, place, Ty::never(db)).resolve(db).variants(db);
        let (store, exception) = self.temp(exception);
        let mut block = vec![store];
        let texts = self.method_call(self.local_expr(exception, origin), name("_texts"), Vec::new(), origin);
        let kept = self.attribute(self.local_expr(exception, origin), name("_arguments"), origin);
        let (store, kept) = self.temp(kept);
        block.push(store);
        let mut result = texts;
        for class in known.into_iter().filter(|ty| ty.as_class(db).is_some()) {
            let test = self.type_test(self.local_expr(kept, origin), class);
            let object = self.narrow(self.local_expr(kept, origin), class);
            let values = self.attribute(object, name("values"), origin);
            let ty = self.join(result.ty, values.ty);
            let (values, rest) = (self.widen(values, ty), self.widen(result, ty));
            result = self.if_expr(ty, test, values, rest);
        }
        self.block_expr(block, result)
    }

    /// A new exception keeps what its class is called with, even if its `__init__` does not. Notes what the library keeps.
    pub(super) fn keep_arguments(&mut self, object: &Expr, initialiser: Option<Ty>, given: &[Given], origin: Origin) {
        let db = self.db;
        let Some((class, _)) = object.ty.as_class(db) else { return };
        let is_library = |ty: Ty| ty.as_class(db).is_some_and(|(class, _)| class.def(db).file.is_stdlib(db));
        if class_info(db, class).name.as_str() == KEPT && is_library(object.ty) {
            if let Some(place) = self.arguments_place() {
                self.note_assigned(place, object.ty);
            }
            return;
        }
        if initialiser.is_none_or(is_library) || !is_subclass(db, object.ty, crate::class::builtin_ty(db, "BaseException")) {
            return;
        }
        let positional = given.iter().filter(|arg| arg.keyword.is_none() && !arg.is_mapping);
        let values = positional.filter_map(|arg| match &arg.source {
            Source::Done(value) => Some(((**value).clone(), arg.is_star)),
            Source::Hir(_) => None,
        });
        let arguments = self.tuple_of_parts(values.collect(), origin);
        let call = self.method_call(object.clone(), name("_keep"), vec![arguments], origin);
        self.emit(StmtKind::Expr(call), origin);
    }
}
