//! Annotations: expressions → types as written.

use pyc_base::{Name, Span, codes};
use pyc_syntax::ast::{BinOp, Constant, Expr, ExprKind, StmtKind, Str, TypeParam as TreeTypeParam, TypeParamKind as TreeKind};

use super::literal::signed_literal;
use super::{Lowering, grow};
use crate::{Literal, TypeParam, TypeParamKind, TypeRef};

/// What a string inside an annotation is.
#[derive(Clone, Copy, PartialEq)]
enum Strings {
    /// A forward reference.
    Types,
    /// A constant: inside `Literal[...]`.
    Constants,
}

impl Lowering<'_> {
    pub(super) fn annotation(&mut self, expr: &Expr) -> TypeRef {
        self.type_ref(expr, Strings::Types, expr.span)
    }

    pub(super) fn type_params(&mut self, params: &[TreeTypeParam]) -> Box<[TypeParam]> {
        let mut seen = Vec::new();
        for param in params {
            if seen.contains(&param.name.name) {
                self.error(codes::DUPLICATE_PARAMETER, param.name.span, format!("duplicate type parameter '{}'", param.name.name));
            }
            seen.push(param.name.name);
        }
        params
            .iter()
            .map(|param| TypeParam {
                name: param.name.name,
                kind: match param.kind {
                    TreeKind::TypeVar => TypeParamKind::TypeVar,
                    TreeKind::ParamSpec => TypeParamKind::ParamSpec,
                    TreeKind::TypeVarTuple => TypeParamKind::TypeVarTuple,
                },
                bound: param.bound.as_ref().map(|bound| self.bound(bound)),
                default: param.default.as_ref().map(|default| self.annotation(default)),
            })
            .collect()
    }

    /// A bound, or `(A, B)` for one of several types.
    fn bound(&mut self, bound: &Expr) -> TypeRef {
        match &bound.kind {
            ExprKind::Tuple { elts, .. } => TypeRef::Union(elts.iter().map(|element| self.annotation(element)).collect()),
            _ => self.annotation(bound),
        }
    }

    /// `place` is where problems are shown: inside strings the tree's ranges mean nothing.
    fn type_ref(&mut self, expr: &Expr, strings: Strings, place: Span) -> TypeRef {
        grow(|| self.type_ref_inner(expr, strings, place))
    }

    fn type_ref_inner(&mut self, expr: &Expr, strings: Strings, place: Span) -> TypeRef {
        match &expr.kind {
            ExprKind::Name { .. } | ExprKind::Attribute { .. } => match dotted(expr) {
                Some(mut path) => {
                    path[0] = self.type_name(path[0]);
                    TypeRef::Name(path.into())
                }
                None => TypeRef::Error,
            },
            ExprKind::Subscript { value, slice, .. } => {
                let base = self.type_ref(value, strings, place);
                let inner = match &base {
                    TypeRef::Name(path) if path.last().is_some_and(|last| *last == "Literal") => Strings::Constants,
                    _ => strings,
                };
                let args = match &slice.kind {
                    ExprKind::Tuple { elts, .. } => elts.iter().map(|element| self.type_ref(element, inner, place)).collect(),
                    _ => Box::from([self.type_ref(slice, inner, place)]),
                };
                TypeRef::Subscript(Box::new(base), args)
            }
            ExprKind::BinOp { left, op: BinOp::BitOr, right } => {
                let mut parts = Vec::new();
                for side in [left, right] {
                    match self.type_ref(side, strings, place) {
                        TypeRef::Union(inner) => parts.extend(inner),
                        single => parts.push(single),
                    }
                }
                TypeRef::Union(parts.into())
            }
            ExprKind::List { elts, .. } => TypeRef::List(elts.iter().map(|element| self.type_ref(element, strings, place)).collect()),
            ExprKind::Constant(Constant::Str { value: Str::Utf8(text), .. }) if strings == Strings::Types => self.forward(text, place),
            _ => match signed_literal(expr) {
                Some(Literal::None) => TypeRef::None,
                Some(Literal::Ellipsis) => TypeRef::Ellipsis,
                Some(literal) => TypeRef::Literal(literal),
                None => TypeRef::Error,
            },
        }
    }

    /// An annotation in quotes.
    fn forward(&mut self, text: &str, place: Span) -> TypeRef {
        // As in typing: leading blanks and line breaks don't count, as if the text stood in parentheses.
        let parse = pyc_syntax::parse(&format!("({})", text.trim()));
        match &*parse.module.body {
            [stmt] if parse.errors.is_empty() => match &stmt.kind {
                StmtKind::Expr(expr) => self.type_ref(expr, Strings::Types, place),
                _ => TypeRef::Error,
            },
            _ => {
                self.error(codes::SYNTAX_ERROR, place, format!("the annotation '{text}' is not a valid expression"));
                TypeRef::Error
            }
        }
    }
}

/// `a.b.c` as its parts.
pub(super) fn dotted(expr: &Expr) -> Option<Vec<Name>> {
    let mut parts = Vec::new();
    let mut current = expr;
    loop {
        match &current.kind {
            ExprKind::Name { id, .. } => {
                parts.push(*id);
                parts.reverse();
                return Some(parts);
            }
            ExprKind::Attribute { value, attr, .. } => {
                parts.push(attr.name);
                current = value;
            }
            _ => return None,
        }
    }
}
