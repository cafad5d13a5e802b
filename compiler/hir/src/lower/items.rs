//! What the top of a module binds: one item per name, whatever the number of statements that bind it.

use std::sync::Arc;

use pyc_base::{Name, Span, name};
use pyc_syntax::ast::{BinOp, Constant, Expr, ExprKind, Str};
use rustc_hash::FxHashMap;

use super::bindings::root;
use super::scope::Guard;
use crate::{Item, ModuleItems};

#[derive(Default)]
pub(super) struct ItemCollector {
    order: Vec<Name>,
    bindings: FxHashMap<Name, Vec<Binding>>,
    local: Vec<(Name, Item)>,
    star_imports: Vec<(Option<Name>, u32)>,
    imports: Vec<(Option<Name>, u32, Option<Name>)>,
    all: Option<Vec<Name>>,
}

struct Binding {
    item: Item,
    site: BindingSite,
}

/// How a statement stands that binds a name.
#[derive(Clone, Copy)]
pub(super) struct BindingSite {
    pub(super) span: Span,
    /// Inside `if TYPE_CHECKING:`: says best what the name is meant to be.
    pub(super) is_type_checking: bool,
    pub(super) is_overload: bool,
    pub(super) guard: Guard,
}

impl ItemCollector {
    pub(super) fn bind(&mut self, text: Name, item: Item, site: BindingSite) {
        let bindings = self.bindings.entry(text).or_default();
        if bindings.is_empty() {
            self.order.push(text);
        }
        bindings.push(Binding { item, site });
    }

    /// What a function binds once and for all.
    pub(super) fn bind_local(&mut self, text: Name, item: Item) {
        match self.local.iter_mut().find(|(known, _)| *known == text) {
            Some((_, known)) => *known = joined(item),
            None => self.local.push((text, item)),
        }
    }

    pub(super) fn is_type_variable(&self, text: Name) -> bool {
        self.bindings.get(&text).is_some_and(|bindings| bindings.iter().all(|binding| binding.item == Item::TypeVar))
    }

    pub(super) fn star_import(&mut self, module: Option<Name>, level: u32) {
        self.star_imports.push((module, level));
    }

    pub(super) fn import(&mut self, module: Option<Name>, level: u32, imported: Option<Name>) {
        let import = (module, level, imported);
        if !self.imports.contains(&import) {
            self.imports.push(import);
        }
    }

    /// The module and the name there that a name was imported from; by `from module import *` perhaps, if the module is one of `known`.
    pub(super) fn imported(&self, text: Name, known: &[&'static str]) -> Option<(Name, Name)> {
        match self.bindings.get(&text).and_then(|bindings| bindings.last()) {
            Some(Binding { item: Item::ImportFrom { module: Some(module), level: 0, name }, .. }) => Some((*module, *name)),
            Some(_) => None,
            None => {
                let stars = self.star_imports.iter().rev().filter(|(_, level)| *level == 0);
                let module = stars.filter_map(|(module, _)| *module).find(|module| known.contains(&module.as_str()))?;
                Some((module, text))
            }
        }
    }

    /// The module, its dots and the name there that a name was imported from.
    pub(super) fn imported_from(&self, text: Name) -> Option<(Option<Name>, u32, Name)> {
        match self.bindings.get(&text).and_then(|bindings| bindings.last()) {
            Some(Binding { item: Item::ImportFrom { module, level, name }, .. }) => Some((*module, *level, *name)),
            _ => None,
        }
    }

    /// The module that a name stands for.
    pub(super) fn imported_module(&self, text: Name) -> Option<Name> {
        match self.bindings.get(&text)?.last()?.item {
            Item::Import { module, .. } => Some(module),
            _ => None,
        }
    }

    /// `__all__ = [...]`, or `+= [...]`.
    pub(super) fn export(&mut self, value: &Expr, extends: bool) {
        let mut names = if extends { self.all.take().unwrap_or_default() } else { Vec::new() };
        string_elements(value, &mut names);
        self.all = Some(names);
    }

    pub(super) fn finish(mut self, docstring: Option<Arc<str>>) -> (ModuleItems, FxHashMap<Name, Span>) {
        let mut items = Vec::with_capacity(self.order.len());
        let mut spans = FxHashMap::default();
        for text in self.order {
            let bindings = self.bindings.remove(&text).unwrap_or_default();
            if let Some(first) = bindings.first() {
                spans.insert(text, first.site.span);
            }
            items.push((text, merge(bindings)));
        }
        let items = ModuleItems {
            items: items.into(),
            star_imports: self.star_imports.into(),
            imports: self.imports.into(),
            all: self.all.map(Into::into),
            docstring,
            local_items: self.local.into(),
        };
        (items, spans)
    }
}

fn merge(mut bindings: Vec<Binding>) -> Item {
    if bindings.iter().any(|binding| binding.site.is_type_checking) {
        bindings.retain(|binding| binding.site.is_type_checking);
    }
    let is_fallback = |(at, binding): (usize, &Binding)| binding.site.guard == if at == 0 { Guard::Body } else { Guard::Handler };
    let imports = matches!(bindings.first(), Some(Binding { item: Item::Import { .. } | Item::ImportFrom { .. }, .. }));
    if imports && bindings.len() > 1 && bindings.iter().enumerate().all(is_fallback) {
        let import = Box::new(bindings.remove(0).item);
        return Item::Fallback { import, otherwise: Box::new(merge(bindings)) };
    }
    let annotation = bindings.iter().find_map(|binding| match &binding.item {
        Item::Variable { annotation } => annotation.clone(),
        _ => None,
    });
    let last = bindings.len().saturating_sub(1);
    let overloads = bindings.iter().take(last).all(|binding| binding.site.is_overload);
    let same = bindings.windows(2).all(|pair| is_same(&pair[0].item, &pair[1].item));
    if !(overloads || same) {
        return Item::Variable { annotation };
    }
    match bindings.pop().map(|binding| binding.item) {
        Some(Item::Variable { .. }) | None => Item::Variable { annotation },
        Some(Item::MaybeAlias { .. }) if last > 0 => Item::Variable { annotation },
        Some(item) if last > 0 => joined(item),
        Some(item) => item,
    }
}

/// What several statements bind a name to that are the same.
fn joined(item: Item) -> Item {
    match item {
        Item::Import { module, binds_root: true } => Item::Import { module: root(module), binds_root: true },
        item => item,
    }
}

/// Whether two statements bind a name to the same thing.
pub(super) fn is_same(left: &Item, right: &Item) -> bool {
    match (left, right) {
        (Item::Variable { .. }, Item::Variable { .. }) => true,
        // `import a.b` and `import a.c` both bind `a`.
        (Item::Import { module: left, binds_root: true }, Item::Import { module: right, binds_root: true }) => root(*left) == root(*right),
        _ => left == right,
    }
}

fn string_elements(value: &Expr, names: &mut Vec<Name>) {
    match &value.kind {
        ExprKind::List { elts, .. } | ExprKind::Tuple { elts, .. } => {
            for element in elts {
                if let ExprKind::Constant(Constant::Str { value: Str::Utf8(text), .. }) = &element.kind {
                    names.push(name(text));
                }
            }
        }
        ExprKind::BinOp { left, op: BinOp::Add, right } => {
            super::grow(|| string_elements(left, names));
            super::grow(|| string_elements(right, names));
        }
        _ => {}
    }
}
