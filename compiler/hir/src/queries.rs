//! The queries on one file: its tree, what it declares, the bodies in it and where all that stands.
//!
//! A file is lowered as a whole, into a tracked struct per definition. Their fields are compared one by one, so whoever asked for a body or a signature
//! is only run again if that very one has changed.

use std::sync::Arc;

use pyc_base::{LineIndex, Name, Span};
use rustc_hash::FxHashMap;

use crate::lower::{ImportSite, lower_module};
use crate::{
    Body, BodyOwner, BodySourceMap, ClassDef, ClassId, ClassSourceMap, Db, DefPath, File, FunctionId, ModuleItems, Signature,
    SignatureSourceMap,
};

/// What a definition stands directly in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Enclosing {
    Module(File),
    Class(ClassId),
    Function(FunctionId),
}

/// The tree and the syntax errors. A file that does not exist is empty.
#[salsa::tracked(returns(clone), no_eq)]
pub fn parse_file(db: &dyn Db, file: File) -> Arc<pyc_syntax::Parse> {
    Arc::new(pyc_syntax::parse(file.text(db).as_deref().unwrap_or_default()))
}

#[salsa::tracked(returns(clone))]
pub fn line_index(db: &dyn Db, file: File) -> Arc<LineIndex> {
    Arc::new(LineIndex::new(file.text(db).as_deref().unwrap_or_default()))
}

#[salsa::tracked]
pub(crate) struct LoweredFunction<'db> {
    id: FunctionId,
    #[tracked]
    #[returns(copy)]
    enclosing: Enclosing,
    #[tracked]
    #[returns(clone)]
    signature: Arc<Signature>,
    #[tracked]
    #[returns(clone)]
    signature_source_map: Arc<SignatureSourceMap>,
    #[tracked]
    #[returns(clone)]
    body: Arc<Body>,
    #[tracked]
    #[returns(clone)]
    body_source_map: Arc<BodySourceMap>,
}

#[salsa::tracked]
pub(crate) struct LoweredClass<'db> {
    id: ClassId,
    #[tracked]
    #[returns(copy)]
    enclosing: Enclosing,
    #[tracked]
    #[returns(clone)]
    def: Arc<ClassDef>,
    #[tracked]
    #[returns(clone)]
    source_map: Arc<ClassSourceMap>,
    #[tracked]
    #[returns(clone)]
    body: Arc<Body>,
    #[tracked]
    #[returns(clone)]
    body_source_map: Arc<BodySourceMap>,
}

#[salsa::tracked]
pub(crate) struct LoweredFile<'db> {
    file: File,
    #[tracked]
    #[returns(ref)]
    functions: FxHashMap<FunctionId, LoweredFunction<'db>>,
    #[tracked]
    #[returns(ref)]
    classes: FxHashMap<ClassId, LoweredClass<'db>>,
    /// The definitions in the order in which they stand in the file.
    #[tracked]
    #[returns(clone)]
    owners: Arc<[BodyOwner]>,
    #[tracked]
    #[returns(clone)]
    items: Arc<ModuleItems>,
    #[tracked]
    #[returns(clone)]
    item_spans: Arc<FxHashMap<Name, Span>>,
    #[tracked]
    #[returns(clone)]
    body: Arc<Body>,
    #[tracked]
    #[returns(clone)]
    body_source_map: Arc<BodySourceMap>,
    #[tracked]
    #[returns(clone)]
    pub(crate) imports: Arc<[ImportSite]>,
    #[tracked]
    #[returns(clone)]
    pub(crate) diagnostics: Arc<[pyc_base::Diagnostic]>,
}

#[salsa::tracked(returns(copy))]
pub(crate) fn lower_file(db: &dyn Db, file: File) -> LoweredFile<'_> {
    let parse = parse_file(db, file);
    let lowered = lower_module(db, file, &parse.module);
    let mut functions = FxHashMap::default();
    let mut owners = vec![BodyOwner::Module(file)];
    owners.extend(lowered.owners);
    for data in lowered.functions {
        let function = LoweredFunction::new(
            db,
            data.id,
            data.enclosing,
            Arc::new(data.signature),
            Arc::new(data.source_map),
            Arc::new(data.body.0),
            Arc::new(data.body.1),
        );
        functions.insert(data.id, function);
    }
    let mut classes = FxHashMap::default();
    for data in lowered.classes {
        let class = LoweredClass::new(
            db,
            data.id,
            data.enclosing,
            Arc::new(data.def),
            Arc::new(data.source_map),
            Arc::new(data.body.0),
            Arc::new(data.body.1),
        );
        classes.insert(data.id, class);
    }
    LoweredFile::new(
        db,
        file,
        functions,
        classes,
        owners.into(),
        Arc::new(lowered.items),
        Arc::new(lowered.item_spans),
        Arc::new(lowered.body.0),
        Arc::new(lowered.body.1),
        lowered.imports.into(),
        lowered.diagnostics.into(),
    )
}

fn lowered_function(db: &dyn Db, function: FunctionId) -> Option<LoweredFunction<'_>> {
    lower_file(db, function.def(db).file).functions(db).get(&function).copied()
}

fn lowered_class(db: &dyn Db, class: ClassId) -> Option<LoweredClass<'_>> {
    lower_file(db, class.def(db).file).classes(db).get(&class).copied()
}

/// What the module binds at its top.
#[salsa::tracked(returns(clone))]
pub fn module_items(db: &dyn Db, file: File) -> Arc<ModuleItems> {
    lower_file(db, file).items(db)
}

/// The header of a function. One that is not there any more has an empty one.
#[salsa::tracked(returns(clone))]
pub fn signature(db: &dyn Db, function: FunctionId) -> Arc<Signature> {
    match lowered_function(db, function) {
        Some(lowered) => lowered.signature(db),
        None => Arc::new(missing_signature(function.def(db))),
    }
}

#[salsa::tracked(returns(clone))]
pub fn class_def(db: &dyn Db, class: ClassId) -> Arc<ClassDef> {
    match lowered_class(db, class) {
        Some(lowered) => lowered.def(db),
        None => Arc::new(missing_class(class.def(db))),
    }
}

/// The statements of a function, a class or a module, names resolved.
pub fn body(db: &dyn Db, owner: BodyOwner) -> Arc<Body> {
    match owner {
        BodyOwner::Function(function) => function_body(db, function),
        BodyOwner::Class(class) => class_body(db, class),
        BodyOwner::Module(file) => module_body(db, file),
    }
}

#[salsa::tracked(returns(clone))]
pub fn function_body(db: &dyn Db, function: FunctionId) -> Arc<Body> {
    match lowered_function(db, function) {
        Some(lowered) => lowered.body(db),
        None => Arc::new(Body::empty(BodyOwner::Function(function))),
    }
}

#[salsa::tracked(returns(clone))]
pub fn class_body(db: &dyn Db, class: ClassId) -> Arc<Body> {
    match lowered_class(db, class) {
        Some(lowered) => lowered.body(db),
        None => Arc::new(Body::empty(BodyOwner::Class(class))),
    }
}

#[salsa::tracked(returns(clone))]
pub fn module_body(db: &dyn Db, file: File) -> Arc<Body> {
    lower_file(db, file).body(db)
}

/// Where the parts of a body stand. Ask for it only where a place is shown.
pub fn body_source_map(db: &dyn Db, owner: BodyOwner) -> Arc<BodySourceMap> {
    match owner {
        BodyOwner::Function(function) => lowered_function(db, function).map(|lowered| lowered.body_source_map(db)),
        BodyOwner::Class(class) => lowered_class(db, class).map(|lowered| lowered.body_source_map(db)),
        BodyOwner::Module(file) => Some(lower_file(db, file).body_source_map(db)),
    }
    .unwrap_or_default()
}

pub fn signature_source_map(db: &dyn Db, function: FunctionId) -> Arc<SignatureSourceMap> {
    lowered_function(db, function).map(|lowered| lowered.signature_source_map(db)).unwrap_or_default()
}

pub fn class_source_map(db: &dyn Db, class: ClassId) -> Arc<ClassSourceMap> {
    lowered_class(db, class).map(|lowered| lowered.source_map(db)).unwrap_or_default()
}

/// Where a name is first bound at the top of a module.
pub fn item_span(db: &dyn Db, file: File, item: Name) -> Option<Span> {
    lower_file(db, file).item_spans(db).get(&item).copied()
}

/// The name of a definition as it stands in its definition; a module's start.
pub fn def_span(db: &dyn Db, owner: BodyOwner) -> (File, Span) {
    match owner {
        BodyOwner::Function(function) => (function.def(db).file, signature_source_map(db, function).name),
        BodyOwner::Class(class) => (class.def(db).file, class_source_map(db, class).name),
        BodyOwner::Module(file) => (file, Span::default()),
    }
}

/// What a definition stands in.
pub fn enclosing(db: &dyn Db, owner: impl Into<BodyOwner>) -> Enclosing {
    match owner.into() {
        BodyOwner::Function(function) => enclosing_function(db, function),
        BodyOwner::Class(class) => enclosing_class(db, class),
        BodyOwner::Module(file) => Enclosing::Module(file),
    }
}

/// What a function stands in.
#[salsa::tracked(returns(copy))]
pub fn enclosing_function(db: &dyn Db, function: FunctionId) -> Enclosing {
    lowered_function(db, function).map_or(Enclosing::Module(function.def(db).file), |lowered| lowered.enclosing(db))
}

/// What a class stands in.
#[salsa::tracked(returns(copy))]
pub fn enclosing_class(db: &dyn Db, class: ClassId) -> Enclosing {
    lowered_class(db, class).map_or(Enclosing::Module(class.def(db).file), |lowered| lowered.enclosing(db))
}

/// Every body of a file, the module's first, then as they stand in the text.
#[salsa::tracked(returns(clone))]
pub fn body_owners(db: &dyn Db, file: File) -> Arc<[BodyOwner]> {
    lower_file(db, file).owners(db)
}

/// `__qualname__`: the names of the definitions around, `<locals>` after each function.
pub fn qualified_name(db: &dyn Db, owner: BodyOwner) -> String {
    let (def, name) = match owner {
        BodyOwner::Function(function) => (enclosing_function(db, function), function.def(db).name()),
        BodyOwner::Class(class) => (enclosing_class(db, class), class.def(db).name()),
        BodyOwner::Module(_) => return "<module>".to_owned(),
    };
    match def {
        Enclosing::Module(_) => name.to_string(),
        Enclosing::Class(class) => format!("{}.{name}", qualified_name(db, BodyOwner::Class(class))),
        Enclosing::Function(function) => format!("{}.<locals>.{name}", qualified_name(db, BodyOwner::Function(function))),
    }
}

fn missing_signature(def: &DefPath) -> Signature {
    Signature {
        name: def.name(),
        is_async: false,
        is_generator: false,
        decorators: Box::default(),
        type_params: Box::default(),
        params: Box::default(),
        ret: None,
        is_stub: false,
        docstring: None,
    }
}

fn missing_class(def: &DefPath) -> ClassDef {
    ClassDef {
        name: def.name(),
        decorators: Box::default(),
        type_params: Box::default(),
        bases: Box::default(),
        keywords: Box::default(),
        members: Box::default(),
        docstring: None,
        enum_members: Box::default(),
    }
}
