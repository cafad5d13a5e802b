//! What a name or an expression is.

use pyc_base::Span;
use pyc_hir::{
    BodyOwner, Db, Expr, ExprId, File, Item, NameRef, body, pretty, qualified_name, resolve_global, signature, signature_source_map,
};
use pyc_types::{GlobalVar, Instance, Ty, TyKind, global_ty, infer, return_type};

use crate::check::instances_of;
use crate::locate::{definition_at, expr_at, owner_at, word_at};

/// A text in the language itself, for the expression in `span`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hover {
    pub span: Span,
    pub text: String,
}

/// What to say of the place at an offset.
pub fn hover(db: &dyn Db, file: File, offset: u32) -> Option<Hover> {
    if let Some(owner) = definition_at(db, file, offset) {
        return Some(Hover { span: pyc_hir::def_span(db, owner).1, text: describe(db, owner) });
    }
    if let Some((owner, expr, span)) = expr_at(db, file, offset)
        && let Some(text) = expression(db, owner, expr)
    {
        return Some(Hover { span, text });
    }
    let (word, span) = word_at(db, file, offset)?;
    if let Some(text) = parameter(db, owner_at(db, file, offset), span) {
        return Some(Hover { span, text });
    }
    let text = match resolve_global(db, file, word)? {
        (_, Item::Function(function)) => describe(db, BodyOwner::Function(function)),
        (_, Item::Class(class)) => describe(db, BodyOwner::Class(class)),
        (_, Item::Import { module, .. }) => format!("module {module}"),
        (file, Item::Variable { .. }) => format!("{word}: {}", global_ty(db, GlobalVar { file, name: word }).show(db)),
        (_, Item::TypeAlias { value, .. }) => format!("type {word} = {}", pretty::type_ref(&value)),
        (_, Item::TypeVar) => format!("{word} = TypeVar(\"{word}\")"),
        (_, Item::ImportFrom { .. } | Item::MaybeAlias { .. } | Item::Fallback { .. }) => return None,
    };
    Some(Hover { span, text })
}

/// A definition's header. What a function gives is inferred where it is not written.
fn describe(db: &dyn Db, owner: BodyOwner) -> String {
    match owner {
        BodyOwner::Function(function) => {
            let signature = signature(db, function);
            let mut text = pretty::signature_line(&signature.name, &signature);
            if signature.ret.is_none()
                && let Some(instance) = instance_of(db, owner)
            {
                text.push_str(&format!(" -> {}", return_type(db, instance).show(db)));
            }
            text
        }
        BodyOwner::Class(_) => format!("class {}", qualified_name(db, owner)),
        BodyOwner::Module(file) => format!("module {}", pyc_hir::module_name(db, file)),
    }
}

fn expression(db: &dyn Db, owner: BodyOwner, expr: ExprId) -> Option<String> {
    let ty = type_of(db, owner, expr);
    let own = body(db, owner);
    match (own.expr(expr), ty.map(|ty| (ty, ty.kind(db)))) {
        (_, Some((_, TyKind::Function(function)))) => Some(describe(db, BodyOwner::Function(*function))),
        (_, Some((_, TyKind::ClassObject(class)))) => Some(describe(db, BodyOwner::Class(*class))),
        (Expr::Name(NameRef::Local(local)), Some((ty, _))) => Some(format!("{}: {}", own.local(*local).name, ty.show(db))),
        (Expr::Name(NameRef::Global(name) | NameRef::Class(name)), Some((ty, _))) => Some(format!("{name}: {}", ty.show(db))),
        (Expr::Attribute { name, .. }, Some((ty, _))) => Some(format!("{name}: {}", ty.show(db))),
        (_, Some((ty, _))) => Some(ty.show(db)),
        (_, None) => None,
    }
}

/// The type of an expression, as inferred for one of the body's instances.
pub(crate) fn type_of(db: &dyn Db, owner: BodyOwner, expr: ExprId) -> Option<Ty> {
    let instance = instance_of(db, owner)?;
    let inference = infer(db, instance);
    if let Some((_, ty)) = inference.expr_types.iter().find(|(known, _)| *known == expr) {
        return Some(*ty);
    }
    // The targets of assignments have no value of their own: the type of the variable.
    let own = body(db, owner);
    match own.expr(expr) {
        Expr::Name(NameRef::Local(local)) => {
            let name = own.local(*local).name;
            inference.body.locals.iter().find(|decl| decl.name == Some(name)).map(|decl| decl.ty)
        }
        Expr::Name(NameRef::Global(name)) => match resolve_global(db, crate::check::file_of(db, owner), *name)? {
            (file, Item::Variable { .. }) => Some(global_ty(db, GlobalVar { file, name: *name })),
            (_, Item::Function(function)) => Some(Ty::new(db, TyKind::Function(function))),
            (_, Item::Class(class)) => Some(Ty::new(db, TyKind::ClassObject(class))),
            _ => None,
        },
        _ => None,
    }
}

/// An instance of a body in which types are known: the first one of those that the file's own code asks for.
fn instance_of(db: &dyn Db, owner: BodyOwner) -> Option<Instance> {
    let file = crate::check::file_of(db, owner);
    instances_of(db, file).iter().copied().find(|instance| instance.owner(db) == owner)
}

/// A parameter where it is declared.
fn parameter(db: &dyn Db, owner: BodyOwner, word: Span) -> Option<String> {
    let BodyOwner::Function(function) = owner else { return None };
    let at = signature_source_map(db, function).params.iter().position(|param| param.name == word)?;
    let name = signature(db, function).params.get(at)?.name;
    let ty = *instance_of(db, owner)?.params(db).get(at)?;
    Some(format!("{name}: {}", ty.show(db)))
}
