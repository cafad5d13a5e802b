//! What a file declares, as a tree.

use pyc_base::Span;
use pyc_hir::{
    BodyOwner, ClassId, Db, Enclosing, File, Item, Member, body_owners, class_def, class_source_map, enclosing, item_span, module_items,
    signature_source_map,
};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SymbolKind {
    Function,
    Method,
    Class,
    Variable,
    Field,
    TypeAlias,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Symbol {
    pub name: String,
    pub kind: SymbolKind,
    /// All of the definition.
    pub span: Span,
    /// Its name.
    pub name_span: Span,
    pub children: Vec<Symbol>,
}

/// The definitions and variables of a file, in the order of the text.
pub fn symbols(db: &dyn Db, file: File) -> Vec<Symbol> {
    let mut found = definitions_in(db, file, Enclosing::Module(file));
    for (name, item) in &module_items(db, file).items {
        let kind = match item {
            Item::Variable { .. } => SymbolKind::Variable,
            Item::TypeAlias { .. } | Item::TypeVar => SymbolKind::TypeAlias,
            Item::MaybeAlias { .. } | Item::Fallback { .. } => SymbolKind::Variable,
            Item::Function(_) | Item::Class(_) | Item::Import { .. } | Item::ImportFrom { .. } => continue,
        };
        if let Some(span) = item_span(db, file, *name) {
            let is_defined = found.iter().any(|symbol| symbol.name_span == span);
            if !is_defined {
                found.push(Symbol { name: name.to_string(), kind, span, name_span: span, children: Vec::new() });
            }
        }
    }
    found.sort_by_key(|symbol| symbol.span.start);
    found
}

/// The functions and classes that stand directly in something.
fn definitions_in(db: &dyn Db, file: File, scope: Enclosing) -> Vec<Symbol> {
    let owners = body_owners(db, file);
    let inside = owners.iter().copied().filter(|&owner| !matches!(owner, BodyOwner::Module(_)) && enclosing(db, owner) == scope);
    inside.filter_map(|owner| definition(db, file, owner, scope)).collect()
}

fn definition(db: &dyn Db, file: File, owner: BodyOwner, scope: Enclosing) -> Option<Symbol> {
    match owner {
        BodyOwner::Module(_) => None,
        BodyOwner::Function(function) => {
            let name = function.def(db).name();
            if name == "<lambda>" {
                return None;
            }
            let map = signature_source_map(db, function);
            let kind = if matches!(scope, Enclosing::Class(_)) { SymbolKind::Method } else { SymbolKind::Function };
            let children = definitions_in(db, file, Enclosing::Function(function));
            Some(Symbol { name: name.to_string(), kind, span: map.span, name_span: map.name, children })
        }
        BodyOwner::Class(class) => Some(class_symbol(db, file, class)),
    }
}

fn class_symbol(db: &dyn Db, file: File, class: ClassId) -> Symbol {
    let map = class_source_map(db, class);
    let def = class_def(db, class);
    let mut children = definitions_in(db, file, Enclosing::Class(class));
    for ((name, member), source) in def.members.iter().zip(&map.members) {
        if matches!(member, Member::Variable { .. }) {
            let (span, children_of_field) = (source.name, Vec::new());
            children.push(Symbol { name: name.to_string(), kind: SymbolKind::Field, span, name_span: span, children: children_of_field });
        }
    }
    children.sort_by_key(|symbol| symbol.span.start);
    Symbol { name: def.name.to_string(), kind: SymbolKind::Class, span: map.span, name_span: map.name, children }
}
