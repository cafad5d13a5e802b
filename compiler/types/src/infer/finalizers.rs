//! Objects with `__del__`: a program can see when they end. Others may go after their last use; where a program has such classes, what its variables hold
//! stays until the function returns, as in Python, and what its module's variables hold until the program ends.

use pyc_base::name;
use pyc_hir::{BodyOwner, Db};

use super::Infer;
use crate::thir::{Block, Mode, Origin, Param, Stmt, StmtKind};
use crate::ty::{GlobalVar, Ty};

/// Whether a class of the program has a `__del__`.
#[salsa::tracked(returns(copy))]
fn sees_ends(db: &dyn Db) -> bool {
    let is_finalizer = |owner: &BodyOwner| match owner {
        BodyOwner::Function(function) => function.def(db).name() == name("__del__"),
        _ => false,
    };
    crate::class::program_files(db).iter().any(|file| !file.is_stdlib(db) && pyc_hir::body_owners(db, *file).iter().any(is_finalizer))
}

impl Infer<'_> {
    /// Has the body, which is complete, keep what its variables hold until it ends.
    pub(super) fn keep_until_end(&mut self, params: &[Param]) {
        let db = self.db;
        if !self.is_final || self.file.is_stdlib(db) || !sees_ends(db) {
            return;
        }
        let ends = match self.instance.owner(db) {
            BodyOwner::Function(_) if !self.is_generator() => self.ends_of_locals(params),
            BodyOwner::Module(file) if crate::class::main_file(db) == Some(file) => self.ends_of_variables(),
            _ => return,
        };
        if ends.is_empty() {
            return;
        }
        let body = std::mem::take(&mut self.block);
        let kind = StmtKind::Try { body, handlers: Vec::new(), orelse: Vec::new(), finalbody: ends, raised: None };
        self.block.push(Stmt { kind, origin: Origin::Body });
    }

    fn ends_of_locals(&mut self, params: &[Param]) -> Block {
        let mut ends = Block::new();
        for at in 0..self.locals.len() {
            let local = crate::thir::Local(at as u32);
            let is_lent = params.iter().any(|param| param.local == local && param.mode != Mode::Read);
            if self.locals[at].name.is_none() || is_lent || !self.may_see_end(self.locals[at].ty) {
                continue;
            }
            self.locals[at].maybe_unbound = true;
            ends.push(Stmt { kind: StmtKind::Unbind(local), origin: Origin::Body });
        }
        ends
    }

    fn ends_of_variables(&mut self) -> Block {
        let globals = self.globals.clone();
        let held = globals.into_iter().filter(|(_, ty)| self.may_see_end(*ty));
        let variable = |(name, _)| GlobalVar { file: self.file, name };
        held.map(variable).map(|global| Stmt { kind: StmtKind::UnbindGlobal(global), origin: Origin::Body }).collect()
    }

    /// Whether a value of this type may be an object of the program's classes, or hold one.
    fn may_see_end(&self, ty: Ty) -> bool {
        let db = self.db;
        let is_own = |part: Ty| part.as_class(db).is_some_and(|(class, _)| !class.def(db).file.is_stdlib(db));
        self.vars.resolve(db, ty).any(db, &mut |part| is_own(part))
    }
}
