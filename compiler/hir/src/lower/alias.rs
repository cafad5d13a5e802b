//! Names for types that assignments make: aliases, type variables, new types.

use pyc_base::Name;
use pyc_syntax::ast::{BinOp, Constant, Expr as Tree, ExprKind, Str};

use super::Lowering;
use super::grow;
use super::scope::FrameKind;
use super::type_ref::dotted;
use crate::{Expr, ExprId, Item, NameRef, Stmt, TypeRef};

impl Lowering<'_> {
    /// `T = TypeVar("T")` and `X = NewType("X", …)` at the top of a module.
    pub(super) fn typing_name(&mut self, target: &Tree, value: &Tree) -> Option<Stmt> {
        let ExprKind::Call { func, args, .. } = &value.kind else { return None };
        if self.frame().kind != FrameKind::Module || !matches!(target.kind, ExprKind::Name { .. }) {
            return None;
        }
        let called = dotted(func)?;
        let item = match (called.last()?.as_str(), &**args) {
            ("TypeVar" | "ParamSpec" | "TypeVarTuple", _) => Item::TypeVar,
            ("NewType", [_, of]) => Item::TypeAlias { type_params: Box::default(), value: self.annotation(of), is_new: true },
            _ => return None,
        };
        Some(Stmt::Alias(self.alias_target(target, item)))
    }

    /// The item of `X = value` at the top of a module, if the value may be a type.
    pub(super) fn possible_alias(&mut self, targets: &[Tree], value: &Tree) -> Option<Item> {
        let is_name = matches!(targets, [Tree { kind: ExprKind::Name { .. }, .. }]);
        let is_possible = self.frame().kind == FrameKind::Module && is_name && may_be_type(value);
        is_possible.then(|| Item::MaybeAlias { value: self.annotation(value) })
    }

    /// The target of an assignment that binds an item rather than a variable.
    pub(super) fn alias_target(&mut self, target: &Tree, item: Item) -> ExprId {
        let ExprKind::Name { id, .. } = target.kind else { return self.target(target) };
        let site = self.binding_site(target.span);
        self.items.bind(id, item, site);
        self.frame().body.expr(Expr::Name(NameRef::Global(id)), target.span)
    }

    /// The type variables of `Generic[T]` among the bases of a class, or else those of its other bases.
    pub(super) fn type_variables(&self, bases: &[TypeRef]) -> Vec<Name> {
        let mut named = Vec::new();
        let is_generic = |base: &&TypeRef| match base {
            TypeRef::Subscript(base, _) => {
                matches!(&**base, TypeRef::Name(path) if matches!(path[path.len() - 1].as_str(), "Generic" | "Protocol"))
            }
            _ => false,
        };
        match bases.iter().find(is_generic) {
            Some(base) => self.collect_type_variables(base, &mut named),
            None => bases.iter().for_each(|base| self.collect_type_variables(base, &mut named)),
        }
        named
    }

    fn collect_type_variables(&self, type_ref: &TypeRef, named: &mut Vec<Name>) {
        match type_ref {
            TypeRef::Name(path) => {
                if let [only] = **path
                    && self.items.is_type_variable(only)
                    && !named.contains(&only)
                {
                    named.push(only);
                }
            }
            TypeRef::Subscript(_, parts) | TypeRef::Union(parts) | TypeRef::List(parts) => {
                parts.iter().for_each(|part| self.collect_type_variables(part, named));
            }
            TypeRef::None | TypeRef::Ellipsis | TypeRef::Literal(_) | TypeRef::Error => {}
        }
    }
}

/// Whether an annotation is `TypeAlias`.
pub(super) fn names_type_alias(annotation: &TypeRef) -> bool {
    matches!(annotation, TypeRef::Name(path) if path[path.len() - 1] == "TypeAlias")
}

/// Whether an expression has the form of a type that is no literal.
fn may_be_type(expr: &Tree) -> bool {
    match &expr.kind {
        ExprKind::Name { .. } | ExprKind::Attribute { .. } => dotted(expr).is_some(),
        ExprKind::Subscript { value, slice, .. } => dotted(value).is_some() && is_type_argument(slice),
        ExprKind::BinOp { left, op: BinOp::BitOr, right } => grow(|| [left, right].into_iter().all(|side| is_part(side))),
        _ => false,
    }
}

fn is_part(expr: &Tree) -> bool {
    match &expr.kind {
        ExprKind::Constant(Constant::None) => true,
        ExprKind::Constant(Constant::Str { value: Str::Utf8(text), .. }) => is_expression(text),
        _ => may_be_type(expr),
    }
}

fn is_type_argument(expr: &Tree) -> bool {
    match &expr.kind {
        ExprKind::Tuple { elts, .. } | ExprKind::List { elts, .. } => elts.iter().all(|element| grow(|| is_type_argument(element))),
        ExprKind::Constant(Constant::Ellipsis) => true,
        _ => is_part(expr),
    }
}

/// Whether a text can stand in quotes where a type is meant.
fn is_expression(text: &str) -> bool {
    text.chars().any(char::is_alphabetic) && pyc_syntax::parse(&format!("({})", text.trim())).errors.is_empty()
}
