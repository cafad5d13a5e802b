//! A module as an extension module of CPython: which of its functions Python can call, and the code that stands between.
//!
//! That code is a module in the language, the *wrapper*: a function for each exported one, which converts the arguments, calls, and converts the result.
//! It is written as text, on top of the library's package `pyc.python`, and compiled as the main module of a program that imports the user's.
//!
//! - `exports`: what can be called, and why the rest can't.
//! - `crossing`: the functions that convert values of a type.
//! - `wrapper`: the text.
//!
//! **Invariant:** whatever is wrong with a module is found before there is a wrapper. A diagnostic in a wrapper is a bug of the compiler.

mod crossing;
mod exports;
mod literal;
mod wrapper;

use pyc_base::{Diagnostic, Severity, Span, codes, name};
use pyc_hir::{Db, File, Item, ModuleResolution, RootDatabase};
use pyc_mir::Program;
use pyc_types::Instance;

use crate::exports::Exports;

/// The wrapper's file: no such file exists, and none can be imported.
const WRAPPER: &str = "<extension>";

/// What became of a module.
#[derive(Debug)]
pub struct Compiled {
    /// Errors, if there is no program, and warnings.
    pub diagnostics: Vec<Diagnostic>,
    pub program: Option<Program>,
}

/// Compiles a module that Python shall import. Leaves the wrapper as the main module of the database.
pub fn compile(db: &mut RootDatabase, module: File) -> Compiled {
    let mut diagnostics = Vec::new();
    let program = build(db, module, &mut diagnostics);
    Compiled { diagnostics, program }
}

fn build(db: &mut RootDatabase, module: File, diagnostics: &mut Vec<Diagnostic>) -> Option<Program> {
    let Some(module_name) = module_name(db, module) else {
        diagnostics.push(no_name(db, module));
        return None;
    };
    let path = module.path(db).with_file_name(WRAPPER);
    let wrapper = db.set_generated_text(&path, format!("import {module_name}\n").into());
    db.set_library(wrapper);
    if pyc_hir::resolve_module(db, wrapper, Some(name(&module_name)), 0) != ModuleResolution::File(module) {
        diagnostics.push(hidden(db, module, &module_name));
        return None;
    }
    let exports = Exports::of(db, module);
    diagnostics.extend(pyc_mir_build::check_library(db, wrapper, &exports.candidates()).strict());
    if has_errors(diagnostics) {
        return None;
    }
    let exports = exports.that_cross(db, diagnostics);
    if exports.is_empty() {
        diagnostics.push(nothing_to_export(db, module));
        return None;
    }
    let text = wrapper::text(db, wrapper, &module_name, &exports);
    db.set_generated_text(&path, text.into());
    match compile_wrapper(db, wrapper) {
        Ok(program) => Some(program),
        Err(errors) => {
            diagnostics.extend(errors);
            None
        }
    }
}

fn compile_wrapper(db: &RootDatabase, wrapper: File) -> Result<Program, Vec<Diagnostic>> {
    let exports: Vec<Instance> = entry_points(db, wrapper);
    let mut errors = pyc_mir_build::check_library(db, wrapper, &exports).strict();
    errors.retain(|found| found.severity == Severity::Error);
    let result = if errors.is_empty() { pyc_mir_build::compile_library(db, &exports) } else { Err(errors) };
    if let Err(errors) = &result {
        let own = errors.iter().find(|error| error.labels.iter().any(|label| label.file == wrapper.id(db)));
        assert!(own.is_none(), "extension: the wrapper is wrong: {own:?}\n{}", wrapper.text(db).as_deref().unwrap_or_default());
    }
    result
}

/// The functions of a wrapper that are called from outside.
fn entry_points(db: &dyn Db, wrapper: File) -> Vec<Instance> {
    let items = pyc_hir::module_items(db, wrapper);
    let exported = |item: &Item| match item {
        Item::Function(function) if exports::has_decorator(db, *function, "export") => pyc_types::default_instance(db, *function, None),
        _ => None,
    };
    items.items.iter().filter_map(|(_, item)| exported(item)).collect()
}

/// No names of modules.
const KEYWORDS: [&str; 35] = [
    "False", "None", "True", "and", "as", "assert", "async", "await", "break", "class", "continue", "def", "del", "elif", "else", "except",
    "finally", "for", "from", "global", "if", "import", "in", "is", "lambda", "nonlocal", "not", "or", "pass", "raise", "return", "try",
    "while", "with", "yield",
];

/// The name to import a module by, if its file has one.
fn module_name(db: &dyn Db, module: File) -> Option<String> {
    let stem = module.path(db).file_name()?.to_str()?.strip_suffix(".py")?;
    let is_identifier =
        stem.starts_with(|c: char| c == '_' || c.is_ascii_alphabetic()) && stem.chars().all(|c| c == '_' || c.is_ascii_alphanumeric());
    (is_identifier && stem != "__init__" && !KEYWORDS.contains(&stem)).then(|| stem.to_owned())
}

fn no_name(db: &dyn Db, module: File) -> Diagnostic {
    let message = format!("Python could not import the file `{}` as an extension module", module.path(db).display());
    at_start(db, module, codes::EXTENSION_NAME, message).help("give the file a name of ASCII letters, digits and `_`, and the ending `.py`")
}

fn hidden(db: &dyn Db, module: File, name: &str) -> Diagnostic {
    at_start(db, module, codes::EXTENSION_NAME, format!("`import {name}` would not find this module but another one"))
        .note(format!("Python has a module `{name}` of its own, or a package of that name lies beside the file"))
        .help("give the file another name")
}

fn nothing_to_export(db: &dyn Db, module: File) -> Diagnostic {
    at_start(db, module, codes::NOTHING_TO_EXPORT, "This module has no function that Python could call")
        .note("Python can call the functions at the top of the module whose names don't begin with `_` and whose parameters all say their types")
        .help("annotate the parameters of a function, as in `def area(width: float, height: float)`")
}

fn at_start(db: &dyn Db, module: File, code: pyc_base::Code, message: impl Into<String>) -> Diagnostic {
    Diagnostic::error(code, module.id(db), Span::default(), message)
}

fn has_errors(diagnostics: &[Diagnostic]) -> bool {
    diagnostics.iter().any(|found| found.severity == Severity::Error)
}
