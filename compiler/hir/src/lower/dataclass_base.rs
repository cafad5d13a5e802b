//! Dataclasses that are defined in one file and derived from in another.

use std::sync::Arc;

use pyc_base::{Name, codes};
use pyc_syntax::ast::{Expr as Tree, ExprKind};

use super::dataclass::{Dataclass, Field, Initial};
use super::type_ref::dotted;
use super::{Lowering, lower_module, walk};
use crate::queries::parse_file;
use crate::{Db, File, Item, ModuleItems, ModuleResolution, resolve_module};

/// Names that mean the same in every file, as far as defaults of fields use them.
const EVERYWHERE: [&str; 10] = ["list", "dict", "set", "frozenset", "tuple", "int", "float", "str", "bool", "bytes"];

/// Imports of imports are followed so far.
const FARTHEST: usize = 16;

/// The dataclasses of a file, and what it imports.
#[derive(Clone, PartialEq, Eq)]
struct Known {
    dataclasses: Arc<[Dataclass]>,
    items: Arc<ModuleItems>,
}

/// Files that derive dataclasses from each other's have none that are known before they are lowered.
fn known_cycle(_db: &dyn Db, _id: salsa::Id, _file: File) -> Known {
    Known { dataclasses: Arc::new([]), items: Arc::default() }
}

#[salsa::tracked(returns(clone), cycle_result = known_cycle)]
fn known(db: &dyn Db, file: File) -> Known {
    let parse = parse_file(db, file);
    let lowered = lower_module(db, file, &parse.module);
    Known { dataclasses: lowered.dataclasses.into(), items: Arc::new(lowered.items) }
}

fn find(db: &dyn Db, file: File, wanted: Name, farthest: usize) -> Option<Dataclass> {
    let known = known(db, file);
    if let Some(found) = known.dataclasses.iter().rev().find(|dataclass| dataclass.name == wanted) {
        return Some(found.clone());
    }
    let imported = known.items.items.iter().find(|(name, _)| *name == wanted)?;
    match imported.1 {
        Item::ImportFrom { module, level, name } if farthest > 0 => match resolve_module(db, file, module, level) {
            ModuleResolution::File(from) if !from.is_stdlib(db) => find(db, from, name, farthest - 1),
            _ => None,
        },
        _ => None,
    }
}

impl Lowering<'_> {
    /// A base that another file defines, with fields that can stand in this one.
    pub(super) fn imported_dataclass(&mut self, base: &Tree) -> Option<Dataclass> {
        let (module, level, wanted) = match *dotted(base)?.as_slice() {
            [text] => self.items.imported_from(text)?,
            [module, text] => (Some(self.items.imported_module(module)?), 0, text),
            _ => return None,
        };
        let ModuleResolution::File(file) = resolve_module(self.db, self.file, module, level) else { return None };
        if file.is_stdlib(self.db) {
            return None;
        }
        let mut found = find(self.db, file, wanted, FARTHEST)?;
        for field in &mut found.fields {
            // Its names mean something there, and the base has checked it.
            field.annotation = None;
            if !field.default_is_portable {
                self.error(
                    codes::CLASS_FORM,
                    base.span,
                    format!(
                        "the default of the field '{}' of this dataclass uses names of another file; give this class an `__init__`",
                        field.name
                    ),
                );
                field.default = Some(Initial::Value("None".into()));
            }
        }
        Some(found)
    }
}

/// Whether a default means the same in another file.
pub(super) fn is_portable(expr: &Tree) -> bool {
    let mut portable = match &expr.kind {
        ExprKind::Name { id, .. } => EVERYWHERE.contains(&id.as_str()),
        ExprKind::Lambda { args, body } => args.args.is_empty() && is_portable(body),
        ExprKind::ListComp { .. } | ExprKind::SetComp { .. } | ExprKind::DictComp { .. } | ExprKind::GeneratorExp { .. } => false,
        _ => true,
    };
    walk::children(expr, &mut |child| portable = portable && is_portable(child));
    portable
}

impl Field {
    /// `: T`, if it is known how the type is called here.
    pub(super) fn declared(&self, more: &str) -> String {
        self.annotation.as_ref().map_or_else(String::new, |annotation| format!(": {annotation}{more}"))
    }
}
