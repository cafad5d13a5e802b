//! The stages in their order, one function each, timed. What a stage needs from the world it gets from the session.

use std::path::Path;
use std::thread;

use clap::ValueEnum;
use pyc_base::{Diagnostic, Severity};
use pyc_hir::{File, RootDatabase};
use pyc_mir::Program;
use pyc_mir_build::{DatabaseTypes, Types};

use crate::device::Device;
use crate::session::Session;

/// What `--emit` can show.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Emit {
    /// The syntax tree, as CPython's `ast.dump` prints it
    Ast,
    /// Definitions and bodies with their names resolved
    Hir,
    /// The types of fields, parameters, results and variables, for each set of types a function is used at
    Types,
    /// The control-flow graph with its reference counts
    Mir,
    /// MLIR, in the dialects that the graph is lowered to
    Mlir,
    /// Optimised LLVM IR
    Llvm,
    /// Assembly
    Asm,
    /// The kernels as PTX, for the NVIDIA device that --gpu names
    Ptx,
    /// The kernels as the device takes them that --gpu names: PTX, an AMD code object, or a SPIR-V module
    Device,
}

/// What shapes the machine code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CodeOptions {
    /// From 0 to 3.
    pub opt_level: u8,
    /// Keep line tables for debuggers.
    pub debug: bool,
    /// For every machine of the architecture, not for this one.
    pub portable: bool,
}

/// What makes machine code. It reports no user error; it panics where the compiler is wrong.
pub trait Backend: Sync {
    /// Writes an executable, whole or not at all; an error says why it could not be written.
    fn executable(&self, program: &Program, options: CodeOptions, output: &Path, measure: &mut Measure<'_>) -> Result<(), String>;

    /// Writes a shared object with what the program exports, whole or not at all.
    fn shared_object(&self, program: &Program, options: CodeOptions, output: &Path, measure: &mut Measure<'_>) -> Result<(), String>;

    /// What of the standard library the programs need, as an archive that other programs are linked with.
    fn prebuilt(&self, programs: &[Program], options: CodeOptions) -> Result<Vec<u8>, String>;

    /// The machine that code is made for, by a name that no other has.
    fn machine(&self, options: CodeOptions) -> String;

    /// Compiles the kernels of a program that holds nothing else.
    fn kernels(&self, program: &Program, device: Device) -> Vec<u8>;

    /// What one of its stages makes of the program.
    fn text(&self, program: &Program, options: CodeOptions, emit: Emit) -> String;
}

/// Is told how long a stage took.
pub type Measure<'a> = dyn FnMut(&'static str, std::time::Duration) + 'a;

/// Parses one file; gives what is wrong with it.
pub(crate) fn parse(session: &mut Session, file: File) -> Vec<Diagnostic> {
    let Session { db, timings, .. } = session;
    timings.measure("parse", || pyc_hir::syntax_diagnostics(db, file))
}

/// The tree of a file that was parsed.
pub(crate) fn dump_ast(session: &Session, file: File) -> String {
    let text = file.text(&session.db).as_deref().unwrap_or_default();
    pyc_syntax::dump::dump(text, &pyc_hir::parse_file(&session.db, file).module)
}

/// The bodies of a file that was parsed.
pub(crate) fn dump_hir(session: &Session, file: File) -> String {
    pyc_hir::pretty::file(&session.db, file)
}

/// The types of a program. What is wrong with it is reported; they are shown as far as they are known.
pub(crate) fn dump_types(session: &mut Session, main: File) -> String {
    let diagnostics = check(session, main);
    session.report(&diagnostics);
    pyc_types::pretty::program(&session.db, main)
}

/// Reads a program's modules, on two threads: a fifth of the time of checking a program goes into it.
fn read_modules(db: &RootDatabase, main: File) {
    thread::scope(|scope| {
        let other = db.clone();
        // Without another thread this one reads all.
        let _reader = thread::Builder::new().stack_size(pyc_ide::STACK_SIZE).spawn_scoped(scope, move || pyc_hir::read_builtins(&other));
        pyc_hir::module_graph(db, main);
    });
}

/// Everything that is wrong with one file: also in functions that nothing calls.
pub(crate) fn check_file(session: &mut Session, file: File) -> Vec<Diagnostic> {
    let Session { db, timings, .. } = session;
    timings.measure("modules", || read_modules(db, file));
    let mut diagnostics = timings.measure("check", || pyc_types::check_with_doubts(db, |db| pyc_ide::check_file(db, file)));
    // The library gives out copies of its iterators, which it may: as in programs, it is not held to the rules of moves.
    if !has_errors(&diagnostics) && !file.is_stdlib(db) {
        let types = DatabaseTypes::new(db);
        for &instance in pyc_ide::instances_of(db, file).iter() {
            let body = types.thir(instance);
            diagnostics.extend(timings.measure("moves", || pyc_mir_build::moves::check(&types, instance, &body)));
        }
    }
    if !has_errors(&diagnostics)
        && pyc_mir_build::has_kernels(db, file)
        && let Err(found) = timings.measure("kernels", || pyc_mir_build::compile_kernels(db, file))
    {
        diagnostics.extend(found);
    }
    diagnostics
}

/// Everything that is wrong with a program and with the modules it imports.
pub(crate) fn check(session: &mut Session, main: File) -> Vec<Diagnostic> {
    let Session { db, timings, .. } = session;
    timings.measure("modules", || read_modules(db, main));
    timings.measure("check", || pyc_types::check_with_doubts(db, |db| pyc_mir_build::check_program(db, main)))
}

/// The program as code generation takes it. What is wrong with it is reported; then there is none.
pub(crate) fn mir(session: &mut Session, main: File) -> Option<Program> {
    let diagnostics = check(session, main);
    session.report(&diagnostics);
    if has_errors(&diagnostics) {
        return None;
    }
    let Session { db, timings, .. } = session;
    match timings.measure("mir", || pyc_mir_build::compile_program(db, main)) {
        Ok(program) => Some(optimized(session, program, main)),
        Err(diagnostics) => {
            session.report(&diagnostics);
            None
        }
    }
}

/// The program of a module that Python imports. What is wrong with it is reported; then there is none.
pub(crate) fn extension_mir(session: &mut Session, module: File) -> Option<Program> {
    let Session { db, timings, .. } = session;
    let compiled = timings.measure("extension", || pyc_extension::compile(db, module));
    session.report(&compiled.diagnostics);
    compiled.program.map(|program| optimized(session, program, module))
}

fn optimized(session: &mut Session, mut program: Program, main: File) -> Program {
    show_absolute_paths(&mut program, main.path(&session.db));
    session.timings.measure("mir passes", || pyc_mir::optimize_and_count(&mut program, pyc_mir::Options::default()));
    program
}

/// Tracebacks show what CPython shows: the main file's path from the root as it was given, those of modules as they really are.
fn show_absolute_paths(program: &mut Program, main: &Path) {
    let Ok(folder) = std::env::current_dir() else { return };
    for path in &mut program.files {
        let given = Path::new(path.as_ref());
        if given.starts_with(pyc_hir::STDLIB_ROOT) {
            continue;
        }
        let shown = if given == main { folder.join(given) } else { given.canonicalize().unwrap_or_else(|_| folder.join(given)) };
        *path = shown.display().to_string().into();
    }
}

/// A program with the code for devices that it launches kernels on. What is wrong with that is reported; then there is none.
pub(crate) fn with_device_code(
    session: &mut Session,
    mut program: Program,
    main: File,
    devices: &[Device],
    backend: &dyn Backend,
) -> Option<Program> {
    if !pyc_mir_build::has_kernels(&session.db, main) {
        return Some(program);
    }
    let kernels = kernels(session, main)?;
    if program.device_code.is_some() {
        let devices = if devices.is_empty() { &[Device::DEFAULT] } else { devices };
        let images = session
            .timings
            .measure("kernels", || devices.iter().map(|device| (device.name, backend.kernels(&kernels, *device))).collect::<Vec<_>>());
        program.set_device_code(&images);
    }
    Some(program)
}

/// The kernels of a program, for devices.
pub(crate) fn kernels(session: &mut Session, main: File) -> Option<Program> {
    let Session { db, timings, .. } = session;
    match timings.measure("mir", || pyc_mir_build::compile_kernels(db, main)) {
        Ok(mut program) => {
            timings.measure("mir passes", || pyc_mir::optimize_and_count(&mut program, pyc_mir::Options::default()));
            Some(program)
        }
        Err(diagnostics) => {
            session.report(&diagnostics);
            None
        }
    }
}

fn has_errors(diagnostics: &[Diagnostic]) -> bool {
    diagnostics.iter().any(|diagnostic| diagnostic.severity == Severity::Error)
}
