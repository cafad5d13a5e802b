//! The answers of the compiler's database.

use std::cell::RefCell;
use std::sync::Arc;

use pyc_base::{Diagnostic, FileId, Severity, Span};
use pyc_hir::{BodyOwner, ClassId, Db, Decorator, File, FunctionId, Literal};
use pyc_mir::{Inline, Loc};
use pyc_types::Findings;
use pyc_types::thir::{self, Origin};
use pyc_types::ty::{GlobalVar, Instance, Ty, TyKind};
use rustc_hash::{FxHashMap, FxHashSet};

use crate::mangle;
use crate::types::{ClassLayout, FunctionInfo, Kind, Types};

/// Compiles a main module and all that it reaches, or says what is wrong with it. Warnings are in what [`check_program`] finds alone.
pub fn compile_program(db: &dyn Db, main: File) -> Result<pyc_mir::Program, Vec<Diagnostic>> {
    let found = check_program(db, main).strict();
    let errors: Vec<Diagnostic> = found.into_iter().filter(|found| found.severity == Severity::Error).collect();
    if !errors.is_empty() {
        return Err(errors);
    }
    crate::build_program(&DatabaseTypes::new(db), pyc_types::module_instance(db, main))
}

/// What is wrong with a program: in its modules, and in every instance that its main module reaches.
pub fn check_program(db: &dyn Db, main: File) -> Findings {
    check_roots(db, main, &[])
}

/// What is wrong with a library: in the modules that `main` imports, and in every instance that its top or its exports reach.
pub fn check_library(db: &dyn Db, main: File, exports: &[Instance]) -> Findings {
    check_roots(db, main, exports)
}

fn check_roots(db: &dyn Db, main: File, exports: &[Instance]) -> Findings {
    let mut found = Findings::default();
    for file in pyc_hir::module_graph(db, main).iter() {
        found.diagnostics.extend(pyc_hir::hir_diagnostics(db, *file).iter().cloned());
    }
    let mut roots = vec![pyc_types::module_instance(db, main)];
    roots.extend(LIBRARY.iter().filter_map(|name| library_function(db, name)));
    roots.extend(exports);
    check_instances(db, roots, &mut found);
    found
}

/// Compiles the exports of a library that was checked, and all that they reach.
pub fn compile_library(db: &dyn Db, exports: &[Instance]) -> Result<pyc_mir::Program, Vec<Diagnostic>> {
    crate::build_library(&DatabaseTypes::new(db), exports)
}

/// What is wrong in instances and in those that they reach.
pub(crate) fn check_instances(db: &dyn Db, roots: Vec<Instance>, found: &mut Findings) {
    let mut seen = FxHashSet::default();
    let mut queue = std::collections::VecDeque::from(roots);
    let mut caught = Vec::new();
    // What is called where the errors of wrong types are caught comes last: it may be called elsewhere as well.
    while let Some((instance, is_caught)) = queue.pop_front().map(|next| (next, false)).or_else(|| caught.pop().map(|next| (next, true))) {
        if !seen.insert(instance) {
            continue;
        }
        found.add(db, instance, is_caught);
        let inference = pyc_types::infer(db, instance);
        match is_caught {
            true => caught.extend(&inference.callees),
            false => {
                caught.extend(&inference.caught);
                queue.extend(inference.callees.iter().filter(|callee| !inference.caught.contains(callee)));
            }
        }
    }
}

/// The functions of the library that programs reach without naming them.
const LIBRARY: [&str; 4] = ["report_exception", "raise_recursion_error", "raise_overflow", "raise_name_error"];

/// The name that tracebacks give a class: with its module, unless that is the main one or the library.
fn runtime_name(db: &dyn Db, info: &pyc_types::class::ClassInfo) -> String {
    let own = pyc_hir::qualified_name(db, BodyOwner::Class(pyc_types::class::class_passed_as(db, info.class)));
    let module = pyc_types::class::python_module(db, info.class);
    // What else the library has shows its bare name.
    let is_exception = || {
        let base = pyc_types::class::builtin_class(db, "BaseException");
        base.is_some_and(|base| pyc_types::is_subclass(db, Ty::class(db, info.class, []), Ty::class(db, base, [])))
    };
    let is_shown = !info.file.is_stdlib(db) || (module != "builtins" && is_exception());
    if !is_shown || pyc_types::class::main_file(db) == Some(info.file) {
        return own;
    }
    format!("{module}.{own}")
}

fn library_function(db: &dyn Db, name: &str) -> Option<Instance> {
    let function = pyc_types::class::builtin_function(db, name)?;
    pyc_types::default_instance(db, function, None)
}

/// [`Types`] of a database.
pub struct DatabaseTypes<'db> {
    db: &'db dyn Db,
    /// Whether functions of the library have places: for debugging the library.
    shows_library: bool,
    bodies: RefCell<FxHashMap<Instance, Arc<thir::Body>>>,
    layouts: RefCell<FxHashMap<Ty, Arc<ClassLayout>>>,
    infos: RefCell<FxHashMap<Instance, FunctionInfo>>,
}

impl<'db> DatabaseTypes<'db> {
    pub fn new(db: &'db dyn Db) -> Self {
        Self { db, shows_library: false, bodies: RefCell::default(), layouts: RefCell::default(), infos: RefCell::default() }
    }

    /// Gives functions of the library their places, so that tracebacks and debuggers show them.
    #[must_use]
    pub fn show_library(mut self) -> Self {
        self.shows_library = true;
        self
    }

    fn decorators(&self, owner: BodyOwner) -> Box<[Decorator]> {
        match owner {
            BodyOwner::Function(function) => pyc_hir::signature(self.db, function).decorators.clone(),
            BodyOwner::Class(_) | BodyOwner::Module(_) => Box::default(),
        }
    }

    fn make_layout(&self, class: Ty) -> ClassLayout {
        let db = self.db;
        let Some((id, args)) = class.as_class(db) else { crate::bug("types", format_args!("`{}` is no class", class.show(db))) };
        let info = pyc_types::class_info(db, id);
        let base = info.base.map(|base| pyc_types::class::substitute(db, base, &info.substitution(args)));
        let ends = ["__destroy__", "__del__"].iter().find_map(|method| pyc_types::class::find_method(db, class, method));
        let destroy = ends.map(|(owner, method)| self.method(owner, method, class));
        ClassLayout {
            name: runtime_name(self.db, &info).into(),
            base,
            fields: pyc_types::class::stored_fields(db, class),
            is_struct: info.is_struct,
            is_frozen: is_frozen(db, id),
            destroy,
        }
    }

    /// A method of `owner` without parameters but the receiver.
    fn method(&self, owner: Ty, method: FunctionId, receiver: Ty) -> Instance {
        let args: Box<[Ty]> = owner.as_class(self.db).map_or_else(Box::default, |(_, args)| args.into());
        Instance::new(self.db, BodyOwner::Function(method), args, Box::from([receiver]))
    }

    /// Devices take no dots in names. The main module's kernels keep theirs.
    fn kernel_symbol(&self, file: File, name: &str) -> String {
        if pyc_types::class::main_file(self.db).is_none_or(|main| main == file) {
            return name.to_owned();
        }
        format!("{}${name}", pyc_hir::module_name(self.db, file)).replace('.', "$")
    }

    fn make_info(&self, instance: Instance) -> FunctionInfo {
        let owner = instance.owner(self.db);
        let decorators = self.decorators(owner);
        let file = mangle::file_of(self.db, owner);
        let named = |decorator: &str| find(&decorators, decorator).and_then(text_argument);
        let kind = match owner {
            BodyOwner::Module(_) => Kind::Module,
            BodyOwner::Class(_) => Kind::Class,
            _ if find(&decorators, "extern").is_some() => Kind::Extern,
            _ if find(&decorators, "export").is_some() => Kind::Export,
            BodyOwner::Function(function) if pyc_types::kernel::is_kernel(self.db, function) => Kind::Kernel,
            _ => Kind::Normal,
        };
        let name = match owner {
            BodyOwner::Function(function) => function.def(self.db).name().as_str(),
            BodyOwner::Class(class) => class.def(self.db).name().as_str(),
            BodyOwner::Module(_) => "<module>",
        };
        let symbol = match kind {
            Kind::Extern => named("extern").unwrap_or_else(|| name.into()),
            Kind::Export => named("export").unwrap_or_else(|| name.into()),
            Kind::Kernel => self.kernel_symbol(file, name).into(),
            Kind::Normal | Kind::Module | Kind::Class => mangle::symbol(self.db, instance).into(),
        };
        let inline = match () {
            () if find(&decorators, "inline").is_some() => Inline::Always,
            () if find(&decorators, "noinline").is_some() => Inline::Never,
            () => Inline::Auto,
        };
        let path = file.path(self.db).display().to_string().into();
        FunctionInfo { symbol, name: name.into(), path, is_stdlib: file.is_stdlib(self.db), kind, inline }
    }
}

fn find<'d>(decorators: &'d [Decorator], name: &str) -> Option<&'d Decorator> {
    decorators.iter().find(|decorator| decorator.path.last().is_some_and(|last| last.as_str() == name))
}

/// The text that a decorator is called with.
fn text_argument(decorator: &Decorator) -> Option<Arc<str>> {
    decorator.args.iter().find_map(|(_, value)| match value {
        Some(Literal::Str(text)) => Some(text.clone()),
        _ => None,
    })
}

fn is_frozen(db: &dyn Db, class: ClassId) -> bool {
    let definition = pyc_hir::class_def(db, class);
    let arguments = find(&definition.decorators, "struct").map(|decorator| &decorator.args);
    let is_set = |(name, value): &(Option<pyc_base::Name>, Option<Literal>)| {
        name.is_some_and(|name| name.as_str() == "frozen") && *value == Some(Literal::Bool(true))
    };
    arguments.is_some_and(|arguments| arguments.iter().any(is_set))
}

/// The answer to a question that was asked before, or a new one.
fn remembered<K: Copy + Eq + std::hash::Hash, V: Clone>(known: &RefCell<FxHashMap<K, V>>, key: K, make: impl FnOnce() -> V) -> V {
    if let Some(value) = known.borrow().get(&key) {
        return value.clone();
    }
    let value = make();
    known.borrow_mut().insert(key, value.clone());
    value
}

impl Types for DatabaseTypes<'_> {
    fn kind(&self, ty: Ty) -> &TyKind {
        ty.kind(self.db)
    }

    fn thir(&self, instance: Instance) -> Arc<thir::Body> {
        remembered(&self.bodies, instance, || Arc::new(pyc_types::infer(self.db, instance).body.clone()))
    }

    fn params(&self, instance: Instance) -> &[Ty] {
        instance.params(self.db)
    }

    fn function_info(&self, instance: Instance) -> FunctionInfo {
        remembered(&self.infos, instance, || self.make_info(instance))
    }

    fn class_layout(&self, class: Ty) -> Arc<ClassLayout> {
        remembered(&self.layouts, class, || Arc::new(self.make_layout(class)))
    }

    fn is_subclass(&self, class: Ty, base: Ty) -> bool {
        pyc_types::is_subclass(self.db, class, base)
    }

    fn closure_parts(&self, closure: Ty) -> Vec<Ty> {
        match closure.kind(self.db) {
            TyKind::Closure { function, outer } => pyc_types::closure_parts(self.db, *function, *outer),
            _ => Vec::new(),
        }
    }

    fn lang_instance(&self, name: &str) -> Instance {
        library_function(self.db, name).unwrap_or_else(|| crate::bug("builtins", format_args!("the library lacks `{name}`")))
    }

    fn function_instance(&self, function: Ty) -> Option<Instance> {
        let TyKind::Function(function) = function.kind(self.db) else { return None };
        pyc_types::default_instance(self.db, *function, None)
    }

    fn call_method(&self, class: Ty) -> Instance {
        pyc_types::kernel::call_method(self.db, class).unwrap_or_else(|| crate::bug("types", "a task without `__call__`"))
    }

    fn own_module(&self, instance: Instance) -> Instance {
        pyc_types::module_instance(self.db, mangle::file_of(self.db, instance.owner(self.db)))
    }

    fn none_ty(&self) -> Ty {
        Ty::none(self.db)
    }

    fn str_ty(&self) -> Ty {
        pyc_types::class::builtin_ty(self.db, "str")
    }

    fn global_ty(&self, global: GlobalVar) -> Ty {
        pyc_types::global_ty(self.db, global)
    }

    fn constant(&self, global: GlobalVar) -> Option<Literal> {
        pyc_types::constant::constant(self.db, global)
    }

    fn module_of(&self, global: GlobalVar) -> Instance {
        pyc_types::module_instance(self.db, global.file)
    }

    fn imports(&self, module: Instance, other: Instance) -> bool {
        let file = |instance: Instance| mangle::file_of(self.db, instance.owner(self.db));
        pyc_hir::module_graph(self.db, file(module)).contains(&file(other))
    }

    fn is_library_class(&self, class: Ty) -> bool {
        class.as_class(self.db).is_some_and(|(id, _)| id.def(self.db).file.is_stdlib(self.db))
    }

    fn global_name(&self, global: GlobalVar) -> Arc<str> {
        format!("{}.{}", pyc_hir::module_name(self.db, global.file), global.name).into()
    }

    fn type_name(&self, ty: Ty) -> String {
        ty.show(self.db)
    }

    fn location(&self, instance: Instance, origin: Origin) -> Loc {
        let owner = instance.owner(self.db);
        let file = mangle::file_of(self.db, owner);
        if file.is_stdlib(self.db) && !self.shows_library {
            return Loc::default();
        }
        let span = pyc_types::origin_span(self.db, owner, origin);
        let lines = pyc_hir::line_index(self.db, file);
        let (start, end) = (lines.line_col(span.start), lines.line_col(span.end));
        Loc { line: start.line, column: start.column, end_line: end.line, end_column: end.column }
    }

    fn span(&self, instance: Instance, origin: Origin) -> (FileId, Span) {
        let owner = instance.owner(self.db);
        (mangle::file_of(self.db, owner).id(self.db), pyc_types::origin_span(self.db, owner, origin))
    }
}
