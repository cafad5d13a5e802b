//! Where a name comes from.

use pyc_base::{Name, Span, name};
use pyc_hir::{
    BodyOwner, ClassId, Db, Expr, ExprId, File, Item, LocalId, Member, ModuleResolution, NameRef, body, body_source_map, builtins_file,
    class_def, class_source_map, def_span, item_span, origin_of, resolve_module,
};
use pyc_types::Ty;
use pyc_types::class::{class_of, find_member, mro};

use crate::hover::type_of;
use crate::locate::{definition_at, expr_at, owner_at, word_at};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Location {
    pub file: File,
    pub span: Span,
}

/// Where the name at an offset is defined.
pub fn definition(db: &dyn Db, file: File, offset: u32) -> Option<Location> {
    if let Some(owner) = definition_at(db, file, offset) {
        let (file, span) = def_span(db, owner);
        return Some(Location { file, span });
    }
    if let Some((owner, expr, span)) = expr_at(db, file, offset) {
        match body(db, owner).expr(expr) {
            Expr::Name(name) => return name_location(db, owner, *name),
            Expr::Attribute { value, name } if offset + name.len() as u32 >= span.end => return attribute(db, owner, *value, *name),
            _ => {}
        }
    }
    let (word, span) = word_at(db, file, offset)?;
    parameter(db, file, offset, span).or_else(|| imported(db, file, span)).or_else(|| global(db, file, word))
}

fn name_location(db: &dyn Db, owner: BodyOwner, name: NameRef) -> Option<Location> {
    let file = crate::check::file_of(db, owner);
    match name {
        NameRef::Local(local) => Some(local_location(db, file, owner, local)),
        NameRef::Captured { function, local } => Some(local_location(db, file, BodyOwner::Function(function), local)),
        NameRef::Global(name) => global(db, file, name),
        NameRef::Class(name) => match owner {
            BodyOwner::Class(class) => class_member(db, class, name),
            BodyOwner::Function(_) | BodyOwner::Module(_) => None,
        },
    }
}

fn local_location(db: &dyn Db, file: File, owner: BodyOwner, local: LocalId) -> Location {
    Location { file, span: body_source_map(db, owner).local(local) }
}

/// A name of a module, or a builtin, through imports.
fn global(db: &dyn Db, file: File, name: Name) -> Option<Location> {
    let (file, name, item) = origin_of(db, file, name).or_else(|| origin_of(db, builtins_file(db)?, name))?;
    item_location(db, file, name, &item)
}

fn item_location(db: &dyn Db, file: File, bound: Name, item: &Item) -> Option<Location> {
    let owner = match item {
        Item::Function(function) => BodyOwner::Function(*function),
        Item::Class(class) => BodyOwner::Class(*class),
        Item::Import { module, binds_root } => {
            let module = if *binds_root { module.split('.').next().map_or(*module, name) } else { *module };
            return module_location(db, file, Some(module), 0);
        }
        Item::TypeAlias { .. }
        | Item::TypeVar
        | Item::MaybeAlias { .. }
        | Item::Fallback { .. }
        | Item::Variable { .. }
        | Item::ImportFrom { .. } => {
            return item_span(db, file, bound).map(|span| Location { file, span });
        }
    };
    let (file, span) = def_span(db, owner);
    Some(Location { file, span })
}

fn module_location(db: &dyn Db, from: File, module: Option<Name>, level: u32) -> Option<Location> {
    match resolve_module(db, from, module, level) {
        ModuleResolution::File(file) => Some(Location { file, span: Span::default() }),
        ModuleResolution::Namespace(_) | ModuleResolution::NotFound => None,
    }
}

/// `value.name`: a name of a module, a member of a class, or a field that a method assigns.
fn attribute(db: &dyn Db, owner: BodyOwner, value: ExprId, name: Name) -> Option<Location> {
    if let Some(module) = module_of(db, owner, value) {
        return global_of(db, module, name);
    }
    let ty = type_of(db, owner, value)?;
    let class = match ty.kind(db) {
        pyc_types::TyKind::ClassObject(class) => Ty::class(db, *class, []),
        _ => class_of(db, ty).or_else(|| ty.variants(db).into_iter().find_map(|variant| class_of(db, variant)))?,
    };
    if let Some((found, _)) = find_member(db, class, name)
        && let Some((found, _)) = found.as_class(db)
        && let Some(location) = class_member(db, found, name)
    {
        return Some(location);
    }
    mro(db, class).into_iter().find_map(|class| assigned_field(db, class.as_class(db)?.0, name))
}

fn global_of(db: &dyn Db, module: File, wanted: Name) -> Option<Location> {
    let (file, bound, item) = origin_of(db, module, wanted)?;
    item_location(db, file, bound, &item)
}

/// The module that an expression stands for.
fn module_of(db: &dyn Db, owner: BodyOwner, value: ExprId) -> Option<File> {
    let file = crate::check::file_of(db, owner);
    let (from, dotted) = match body(db, owner).expr(value) {
        Expr::Name(NameRef::Global(name)) => match origin_of(db, file, *name)? {
            (from, _, Item::Import { module, binds_root: false }) => (from, module),
            (from, bound, Item::Import { binds_root: true, .. }) => (from, pyc_hir::written_name(bound)),
            _ => return None,
        },
        Expr::Attribute { value, name: inner } => {
            let package = pyc_hir::module_name(db, module_of(db, owner, *value)?);
            (file, name(&format!("{package}.{inner}")))
        }
        _ => return None,
    };
    match resolve_module(db, from, Some(dotted), 0) {
        ModuleResolution::File(found) => Some(found),
        ModuleResolution::Namespace(_) | ModuleResolution::NotFound => None,
    }
}

fn class_member(db: &dyn Db, class: ClassId, wanted: Name) -> Option<Location> {
    let def = class_def(db, class);
    let at = def.members.iter().rposition(|(name, _)| *name == wanted)?;
    let file = class.def(db).file;
    Some(Location { file, span: class_source_map(db, class).members.get(at)?.name })
}

/// The first `self.name = …` in a class's methods.
fn assigned_field(db: &dyn Db, class: ClassId, wanted: Name) -> Option<Location> {
    for (_, member) in &class_def(db, class).members {
        let Member::Function(method) = member else { continue };
        let owner = BodyOwner::Function(*method);
        let method_body = body(db, owner);
        let Some(&receiver) = method_body.params.first() else { continue };
        let targets = method_body.stmts.iter().flat_map(|stmt| match stmt {
            pyc_hir::Stmt::Assign { targets, .. } => targets.to_vec(),
            pyc_hir::Stmt::Annotated { target, .. } => vec![*target],
            _ => Vec::new(),
        });
        for target in targets {
            if let Expr::Attribute { value, name } = method_body.expr(target)
                && *name == wanted
                && matches!(method_body.expr(*value), Expr::Name(NameRef::Local(local)) if *local == receiver)
            {
                let span = body_source_map(db, owner).expr(target);
                return Some(Location { file: class.def(db).file, span: Span::new(span.end - wanted.len() as u32, span.end) });
            }
        }
    }
    None
}

/// The name of a parameter where it is declared.
fn parameter(db: &dyn Db, file: File, offset: u32, word: Span) -> Option<Location> {
    let BodyOwner::Function(function) = owner_at(db, file, offset) else { return None };
    let map = pyc_hir::signature_source_map(db, function);
    map.params.iter().find(|param| param.name == word).map(|param| Location { file, span: param.name })
}

/// What an import statement at this place names.
fn imported(db: &dyn Db, file: File, word: Span) -> Option<Location> {
    let owner = owner_at(db, file, word.start);
    let imports = body(db, owner);
    let map = body_source_map(db, owner);
    let inside = map.stmts().filter(|(_, span)| span.start <= word.start && word.end <= span.end);
    for (stmt, _) in inside {
        let pyc_hir::Stmt::Import(names) = imports.stmt(stmt) else { continue };
        for (at, imported) in names.iter().enumerate() {
            let place = map.import(stmt, at);
            let on_name = place.start <= word.start && word.end <= place.end;
            match imported.name {
                Some(item) if on_name => {
                    let ModuleResolution::File(module) = resolve_module(db, file, imported.module, imported.level) else { return None };
                    return global_of(db, module, item).or_else(|| {
                        let package = pyc_hir::module_name(db, module);
                        module_location(db, file, Some(name(&format!("{package}.{item}"))), 0)
                    });
                }
                None if !on_name => {}
                _ => return module_location(db, file, imported.module, imported.level),
            }
        }
    }
    None
}
