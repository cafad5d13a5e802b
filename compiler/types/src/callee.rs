//! What the annotations of a function declare where it is called: for each receiver's type, not for each call.

use std::sync::Arc;

use pyc_hir::{Db, FunctionId};

use crate::class::{class_info, class_of, visible_names};
use crate::resolve::{Resolved, TypeScope};
use crate::thir::Mode;
use crate::ty::{Ty, TyKind};

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct CalleeTypes {
    /// One for each parameter; `None` where there is no annotation.
    params: Box<[Option<Resolved>]>,
    ret: Option<Resolved>,
}

/// In terms of the callee's own type parameters, and of the type arguments of `owner`, whose method it is.
#[salsa::tracked(returns(clone))]
pub(crate) fn callee_types(db: &dyn Db, function: FunctionId, owner: Option<Ty>) -> Arc<CalleeTypes> {
    let signature = pyc_hir::signature(db, function);
    let mut names = visible_names(db, function.def(db).file, &function.def(db).path);
    if let Some((class, args)) = owner.and_then(|ty| class_of(db, ty)).and_then(|ty| ty.as_class(db)) {
        names.extend(class_info(db, class).substitution(args));
    }
    names.extend(signature.type_params.iter().map(|param| (param.name, Ty::new(db, TyKind::Param(param.name)))));
    let scope = TypeScope { file: function.def(db).file, names, self_ty: owner };
    let params = signature.params.iter().map(|param| Some(scope.declared(db, param.annotation.as_ref()?))).collect();
    Arc::new(CalleeTypes { params, ret: signature.ret.as_ref().map(|ret| scope.declared(db, ret)) })
}

impl CalleeTypes {
    pub(crate) fn param(&self, position: usize) -> Option<&Resolved> {
        self.params.get(position)?.as_ref()
    }

    /// The declared type of a parameter, if it is one and resolves.
    pub(crate) fn param_ty(&self, position: usize) -> Option<Ty> {
        self.param(position)?.as_ref().ok()?.ty
    }

    pub(crate) fn mode(&self, position: usize) -> Mode {
        self.param(position).and_then(|declared| declared.as_ref().ok()).map_or(Mode::Read, |declared| declared.mode)
    }

    pub(crate) fn ret(&self) -> Option<Ty> {
        self.ret.as_ref()?.as_ref().ok()?.ty
    }
}
