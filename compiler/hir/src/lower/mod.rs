//! One file's tree → what it declares and its bodies, with names resolved as far as the file alone tells, and the errors that CPython's compiler (not
//! its parser) reports. Looks at no other file but for the fields of a dataclass that one here is derived from.

mod alias;
mod bindings;
mod cached_property;
mod dataclass;
mod dataclass_base;
mod definition;
mod enumeration;
mod expr;
mod fstring;
mod genexpr;
mod imports;
mod items;
mod literal;
mod named_tuple;
mod pattern;
mod scope;
mod stmt;
mod synthesis;
mod type_ref;
mod typed_dict;
mod walk;

use std::sync::Arc;

use pyc_base::{Code, Diagnostic, FileId, Name, Span};
use pyc_syntax::ast;
use rustc_hash::{FxHashMap, FxHashSet};

use crate::{
    Body, BodyOwner, BodySourceMap, ClassDef, ClassId, ClassSourceMap, Db, DefPath, Enclosing, File, FunctionId, ModuleItems, Signature,
    SignatureSourceMap, TypeRef,
};
use items::ItemCollector;
use scope::{Frame, FrameKind};

/// Everything that a file's lowering gives.
pub(crate) struct Lowered {
    pub(crate) items: ModuleItems,
    pub(crate) item_spans: FxHashMap<Name, Span>,
    pub(crate) body: (Body, BodySourceMap),
    pub(crate) functions: Vec<FunctionData>,
    pub(crate) classes: Vec<ClassData>,
    pub(crate) owners: Vec<BodyOwner>,
    pub(crate) imports: Vec<ImportSite>,
    pub(crate) diagnostics: Vec<Diagnostic>,
    dataclasses: Vec<dataclass::Dataclass>,
}

pub(crate) struct FunctionData {
    pub(crate) id: FunctionId,
    pub(crate) enclosing: Enclosing,
    pub(crate) signature: Signature,
    pub(crate) source_map: SignatureSourceMap,
    pub(crate) body: (Body, BodySourceMap),
}

pub(crate) struct ClassData {
    pub(crate) id: ClassId,
    pub(crate) enclosing: Enclosing,
    pub(crate) def: ClassDef,
    pub(crate) source_map: ClassSourceMap,
    pub(crate) body: (Body, BodySourceMap),
}

/// A name that some statement of the file imports, for checking that it exists.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ImportSite {
    /// The name of the module, as far as the text has one.
    pub(crate) module_span: Span,
    /// The imported name; the module again for `import module`.
    pub(crate) name_span: Span,
    pub(crate) module: Option<Name>,
    pub(crate) level: u32,
    /// `*` for a star import; `None` for `import module`.
    pub(crate) name: Option<Name>,
    /// Inside a `try` that catches what it raises where there is nothing to import.
    pub(crate) is_guarded: bool,
}

pub(crate) fn lower_module(db: &dyn Db, file: File, module: &ast::Module) -> Lowered {
    let mut lowering = Lowering::new(db, file);
    lowering.frames.push(Frame::new(FrameKind::Module, BodyOwner::Module(file), Vec::new()));
    let bindings = bindings::Bindings::of(&module.body, None);
    lowering.report_bindings(&bindings);
    lowering.own_names = bindings.own_names();
    let statements = lowering.without_docstring(&module.body);
    let block = lowering.block(statements);
    let frame = lowering.pop_frame();
    let (items, item_spans) = lowering.items.finish(module.body.first().and_then(definition::docstring));
    Lowered {
        items,
        item_spans,
        body: frame.body.finish(BodyOwner::Module(file), block),
        functions: lowering.functions,
        classes: lowering.classes,
        owners: lowering.owners,
        imports: lowering.imports,
        diagnostics: lowering.diagnostics,
        dataclasses: lowering.dataclasses,
    }
}

/// The state of lowering one file: the scopes around the current place, and what is finished.
struct Lowering<'db> {
    db: &'db dyn Db,
    file: File,
    file_id: FileId,
    /// The bodies around the current place, the module's first.
    frames: Vec<Frame>,
    items: ItemCollector,
    functions: Vec<FunctionData>,
    classes: Vec<ClassData>,
    owners: Vec<BodyOwner>,
    imports: Vec<ImportSite>,
    diagnostics: Vec<Diagnostic>,
    /// The names of the module that are bound otherwise than by imports.
    own_names: FxHashSet<Name>,
    /// Where definitions are that the program has asked for without writing them, while they are lowered.
    place: Option<Span>,
    /// The dataclasses so far, for those derived from them.
    dataclasses: Vec<dataclass::Dataclass>,
    /// The enumerations so far.
    enumerations: Vec<(Name, enumeration::Kind)>,
    /// The names that `TypedDict` has given so far, with the types of the values.
    typed_dicts: Vec<(Name, Vec<TypeRef>)>,
}

impl<'db> Lowering<'db> {
    fn new(db: &'db dyn Db, file: File) -> Self {
        Self {
            db,
            file,
            file_id: file.id(db),
            frames: Vec::new(),
            items: ItemCollector::default(),
            functions: Vec::new(),
            classes: Vec::new(),
            owners: Vec::new(),
            imports: Vec::new(),
            diagnostics: Vec::new(),
            own_names: FxHashSet::default(),
            place: None,
            dataclasses: Vec::new(),
            enumerations: Vec::new(),
            typed_dicts: Vec::new(),
        }
    }

    fn frame(&mut self) -> &mut Frame {
        self.frames.last_mut().expect("the module's frame is there as long as anything is lowered")
    }

    fn pop_frame(&mut self) -> Frame {
        self.frames.pop().expect("every frame is popped by who pushed it")
    }

    fn error(&mut self, code: Code, span: Span, message: impl Into<String>) {
        self.report(Diagnostic::error(code, self.file_id, span, message));
    }

    fn report(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
    }

    /// The path of a new definition in the current body.
    fn def_path(&mut self, name: Name) -> DefPath {
        let file = self.file;
        let frame = self.frame();
        let number = frame.next_number(name);
        let mut path = frame.path.clone();
        path.push((name, number));
        DefPath { file, path: path.into() }
    }

    /// What a definition in the current body stands in.
    fn enclosing(&mut self) -> Enclosing {
        match self.frame().owner {
            BodyOwner::Module(file) => Enclosing::Module(file),
            BodyOwner::Class(class) => Enclosing::Class(class),
            BodyOwner::Function(function) => Enclosing::Function(function),
        }
    }

    /// A name as the class around it spells it: `__x` in class `C` is `_C__x`.
    fn mangle(&self, name: Name) -> Name {
        bindings::mangle(self.class_name(), name)
    }

    /// The innermost class around, functions in between included.
    fn class_name(&self) -> Option<Name> {
        self.frames.iter().rev().find_map(|frame| match frame.kind {
            FrameKind::Class { name } => Some(name),
            _ => None,
        })
    }

    /// The statements of a body without its docstring.
    fn without_docstring<'a>(&self, body: &'a [ast::Stmt]) -> &'a [ast::Stmt] {
        match body {
            [first, rest @ ..] if is_docstring(first) => rest,
            _ => body,
        }
    }
}

fn is_docstring(stmt: &ast::Stmt) -> bool {
    matches!(&stmt.kind, ast::StmtKind::Expr(value) if matches!(value.kind, ast::ExprKind::Constant(ast::Constant::Str { .. })))
}

/// Runs one level of recursion over the tree, on a new piece of stack if this one is nearly used up.
pub(crate) fn grow<R>(f: impl FnOnce() -> R) -> R {
    stacker::maybe_grow(96 * 1024, 2 * 1024 * 1024, f)
}

fn boxed_str(text: &str) -> Arc<str> {
    Arc::from(text)
}
