//! `typing.TypedDict`: a name for dictionaries from texts to what their values may be.

use pyc_base::{Name, Span, codes, name};
use pyc_syntax::ast::{ClassDef as TreeClass, Expr as Tree, ExprKind, StmtKind};

use super::Lowering;
use super::scope::FrameKind;
use crate::{Item, NameRef, Stmt, TypeRef};

impl Lowering<'_> {
    /// `class Movie(TypedDict): …`, or a class derived from such a one.
    pub(super) fn typed_dict(&mut self, span: Span, def: &TreeClass) -> Option<Stmt> {
        if !def.bases.iter().any(|base| self.typed_dict_values(base).is_some()) {
            return None;
        }
        let mut values = Vec::new();
        for base in &def.bases {
            match self.typed_dict_values(base) {
                Some(inherited) => values.extend(inherited),
                None => {
                    self.error(codes::CLASS_FORM, base.span, "cannot inherit from both a TypedDict type and a non-TypedDict base class")
                }
            }
        }
        for statement in self.without_docstring(&def.body) {
            match &statement.kind {
                StmtKind::AnnAssign { annotation, value: None, .. } => values.push(self.annotation(annotation)),
                StmtKind::Pass => {}
                StmtKind::Expr(value) if matches!(value.kind, ExprKind::Constant(_)) => {}
                _ => self.error(codes::CLASS_FORM, statement.span, "a class of `TypedDict` has fields alone, without values"),
            }
        }
        Some(self.typed_dict_alias(span, def.name.name, def.name.span, values))
    }

    /// `Movie = TypedDict("Movie", {"title": str})`.
    pub(super) fn typed_dict_definition(&mut self, span: Span, targets: &[Tree], value: &Tree) -> Option<Stmt> {
        let [Tree { kind: ExprKind::Name { id, .. }, span: place }] = targets else { return None };
        let (_, args, _) = self.library_call(value).filter(|(named, ..)| named == "typing.TypedDict")?;
        let Some(ExprKind::Dict { values, .. }) = args.get(1).map(|fields| &fields.kind) else {
            self.error(codes::CLASS_FORM, value.span, "the fields of a `TypedDict` must be written out here");
            return Some(Stmt::Error);
        };
        let values = values.iter().map(|value| self.annotation(value)).collect();
        Some(self.typed_dict_alias(span, *id, *place, values))
    }

    /// The types of the values of a base: none yet for `TypedDict` itself.
    fn typed_dict_values(&self, base: &Tree) -> Option<Vec<TypeRef>> {
        if self.library_name(base).is_some_and(|named| named == "typing.TypedDict") {
            return Some(Vec::new());
        }
        let ExprKind::Name { id, .. } = base.kind else { return None };
        self.typed_dicts.iter().rev().find(|(known, _)| *known == id).map(|(_, values)| values.clone())
    }

    fn typed_dict_alias(&mut self, span: Span, named: Name, place: Span, values: Vec<TypeRef>) -> Stmt {
        if self.frame().kind != FrameKind::Module {
            self.error(codes::UNSUPPORTED_SCOPE, span, "a `TypedDict` is only supported at the top of a module");
            return Stmt::Error;
        }
        self.typed_dicts.push((named, values.clone()));
        let value = if values.is_empty() { TypeRef::None } else { TypeRef::Union(values.into()) };
        let plain = |text| TypeRef::Name(Box::new([name(text)]));
        let value = TypeRef::Subscript(Box::new(plain("dict")), Box::new([plain("str"), value]));
        let site = self.binding_site(place);
        self.items.bind(named, Item::TypeAlias { type_params: Box::default(), value, is_new: false }, site);
        Stmt::Alias(self.frame().body.expr(crate::Expr::Name(NameRef::Global(named)), place))
    }
}
