//! Import statements.

use pyc_base::{Name, Span, codes, name};
use pyc_syntax::ast::{Alias, Identifier, Stmt as Tree};

use super::bindings::root;
use super::items::BindingSite;
use super::scope::{FrameKind, Guard};
use super::{ImportSite, Lowering};
use crate::{ImportedName, Item, LocalId, Member, MemberSource, NameRef, Stmt};

/// What `from __future__ import` may name.
const FUTURE_FEATURES: &[&str] = &[
    "nested_scopes",
    "generators",
    "division",
    "absolute_import",
    "with_statement",
    "print_function",
    "unicode_literals",
    "barry_as_FLUFL",
    "generator_stop",
    "annotations",
];

impl Lowering<'_> {
    pub(super) fn import(&mut self, names: &[Alias]) -> (Stmt, Vec<Span>) {
        let mut imported = Vec::new();
        let is_guarded = self.frame().guard == Guard::Body;
        for alias in names {
            let module = alias.name.name;
            self.items.import(Some(module), 0, None);
            self.imports.push(ImportSite {
                module_span: alias.name.span,
                name_span: alias.name.span,
                module: Some(module),
                level: 0,
                name: None,
                is_guarded,
            });
            let bound = alias.asname.unwrap_or(Identifier { name: root(module), span: alias.name.span });
            let item = Item::Import { module, binds_root: alias.asname.is_none() };
            let bind = self.bind_import(bound, item);
            imported.push(ImportedName { module: Some(module), level: 0, name: None, bound: bound.name, bind, is_guarded });
        }
        (Stmt::Import(imported.into()), names.iter().map(|alias| alias.span).collect())
    }

    pub(super) fn import_from(&mut self, stmt: &Tree, module: Option<Name>, names: &[Alias], level: u32) -> (Stmt, Vec<Span>) {
        if level == 0 && module.is_some_and(|module| module == "__future__") {
            self.future(names);
            return (Stmt::Declaration, Vec::new());
        }
        let source = self.file.text(self.db).clone().unwrap_or_default();
        let module_span = names.first().map_or(stmt.span, |first| module_span(&source, stmt, first));
        let mut imported = Vec::new();
        let is_guarded = self.frame().guard == Guard::Body;
        for alias in names {
            let text = alias.name.name;
            self.items.import(module, level, Some(text));
            self.imports.push(ImportSite { module_span, name_span: alias.name.span, module, level, name: Some(text), is_guarded });
            if text == "*" {
                self.star_import(stmt, module, level);
                imported.push(ImportedName { module, level, name: Some(text), bound: text, bind: None, is_guarded });
                continue;
            }
            let bound = alias.asname.unwrap_or(alias.name);
            let bind = self.bind_import(bound, Item::ImportFrom { module, level, name: text });
            imported.push(ImportedName { module, level, name: Some(text), bound: bound.name, bind, is_guarded });
        }
        (Stmt::Import(imported.into()), names.iter().map(|alias| alias.span).collect())
    }

    fn star_import(&mut self, stmt: &Tree, module: Option<Name>, level: u32) {
        if self.frame().kind == FrameKind::Module {
            self.items.star_import(module, level);
        } else {
            self.error(codes::MISPLACED, stmt.span, "import * only allowed at module level");
        }
    }

    /// Binds an imported name where the statement stands; gives the variable inside functions.
    fn bind_import(&mut self, bound: Identifier, item: Item) -> Option<LocalId> {
        let text = self.mangle(bound.name);
        if let Some(known) = self.frame().item(text) {
            self.items.bind_local(known, item);
            return None;
        }
        match self.frame().kind {
            FrameKind::Module => {
                let site = self.binding_site(bound.span);
                self.items.bind(text, item, site);
                None
            }
            FrameKind::Class { .. } => {
                let member = Member::Variable { annotation: None, value: Some(crate::DefaultValue::Evaluated) };
                self.frame().members.push((text, member, MemberSource { name: bound.span, annotation: None }));
                None
            }
            FrameKind::Function { .. } => match self.resolve(text, bound.span) {
                NameRef::Local(local) => Some(local),
                NameRef::Global(text) => {
                    let site = self.binding_site(bound.span);
                    self.items.bind(text, item, site);
                    None
                }
                NameRef::Captured { .. } | NameRef::Class(_) => {
                    let message = format!("an import can't bind '{text}', a variable of an enclosing function");
                    self.error(codes::UNSUPPORTED_SCOPE, bound.span, message);
                    None
                }
            },
        }
    }

    pub(super) fn binding_site(&mut self, span: Span) -> BindingSite {
        let frame = self.frame();
        BindingSite { span, is_type_checking: frame.is_type_checking, is_overload: false, guard: frame.guard }
    }

    fn future(&mut self, names: &[Alias]) {
        for alias in names {
            let feature = alias.name.name;
            if !FUTURE_FEATURES.contains(&feature.as_str()) {
                self.error(codes::MISPLACED, alias.span, format!("future feature {feature} is not defined"));
            }
        }
    }

    /// Whether this is `if TYPE_CHECKING:`.
    pub(super) fn is_type_checking_test(test: &pyc_syntax::ast::Expr) -> bool {
        let flag = name("TYPE_CHECKING");
        match &test.kind {
            pyc_syntax::ast::ExprKind::Name { id, .. } => *id == flag,
            pyc_syntax::ast::ExprKind::Attribute { attr, .. } => attr.name == flag,
            _ => false,
        }
    }
}

/// Where the module stands, dots included, in `from module import name`: the tree has no place for it, so the text tells.
fn module_span(text: &str, stmt: &Tree, first: &Alias) -> Span {
    let is_blank = |c: char| c.is_whitespace() || c == '\\';
    let start = stmt.span.start as usize;
    let Some(head) = text.get(start..first.span.start as usize) else { return stmt.span };
    let Some(after) = head.strip_prefix("from") else { return stmt.span };
    let from = start + head.len() - after.trim_start_matches(is_blank).len();
    let Some(end) = head.rfind("import").map(|at| start + head[..at].trim_end_matches(is_blank).len()) else { return stmt.span };
    if from < end { Span::new(from as u32, end as u32) } else { stmt.span }
}
