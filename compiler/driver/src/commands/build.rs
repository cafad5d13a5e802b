//! `pyc build`: an executable, or what a stage makes of the program.

use std::path::PathBuf;
use std::process::ExitCode;

use pyc_base::codes;
use pyc_hir::File;

use crate::cli::Build;
use crate::output;
use crate::pipeline::{self, Backend, Emit};
use crate::render::CommandError;
use crate::session::Session;

pub(super) fn run(options: &Build, backend: Option<&dyn Backend>) -> ExitCode {
    let Some(backend) = backend.or_else(|| front_end_suffices(options).then_some(&NoBackend as &dyn Backend)) else {
        return super::become_compiler();
    };
    let mut session = Session::new(&options.common);
    let main = match session.main_file(&options.file) {
        Ok(main) => main,
        Err(error) => return session.abort(&error),
    };
    let written = match options.emit {
        Some(emit) => emit_text(&mut session, main, options, emit, backend),
        None => executable(&mut session, main, options, backend),
    };
    if let Err(error) = written {
        session.reporter.report_command_error(&error);
    }
    session.finish()
}

fn front_end_suffices(options: &Build) -> bool {
    matches!(options.emit, Some(Emit::Ast | Emit::Mir))
}

/// Stands in where no machine code is asked for.
struct NoBackend;

impl Backend for NoBackend {
    fn executable(
        &self,
        _: &pyc_mir::Program,
        _: pipeline::CodeOptions,
        _: &std::path::Path,
        _: &mut pipeline::Measure<'_>,
    ) -> Result<(), String> {
        Err("this executable makes no machine code".to_owned())
    }

    fn text(&self, _: &pyc_mir::Program, _: pipeline::CodeOptions, emit: Emit) -> String {
        panic!("{emit:?} needs the code generator")
    }
}

fn emit_text(session: &mut Session, main: File, options: &Build, emit: Emit, backend: &dyn Backend) -> Result<(), CommandError> {
    let text = match emit {
        Emit::Ast => {
            let diagnostics = pipeline::parse(session, main);
            session.report(&diagnostics);
            diagnostics.is_empty().then(|| pipeline::dump_ast(session, main) + "\n")
        }
        Emit::Mir => pipeline::mir(session, main).map(|program| program.to_string()),
        Emit::Mlir | Emit::Llvm | Emit::Asm => {
            pipeline::mir(session, main).map(|program| backend.text(&program, options.code.code_options(), emit))
        }
    };
    text.map_or(Ok(()), |text| write(options, &text))
}

fn write(options: &Build, text: &str) -> Result<(), CommandError> {
    let (target, result) = match &options.output {
        Some(path) => (format!("`{}`", path.display()), output::write_file(path, text.as_bytes())),
        None => ("standard output".to_owned(), output::print(text)),
    };
    result.map_err(|error| CommandError::new(codes::UNWRITABLE_OUTPUT, format!("can't write {target}: {error}")))
}

fn executable(session: &mut Session, main: File, options: &Build, backend: &dyn Backend) -> Result<(), CommandError> {
    let target = options.output.clone().unwrap_or_else(|| PathBuf::from(options.file.file_stem().unwrap_or_default()));
    if target.is_dir() {
        let error = CommandError::new(codes::UNWRITABLE_OUTPUT, format!("can't write `{}`: it is a folder", target.display()));
        return Err(error.help("name the executable with -o"));
    }
    let Some(program) = pipeline::mir(session, main) else { return Ok(()) };
    let timings = &mut session.timings;
    let made = backend.executable(&program, options.code.code_options(), &target, &mut |stage, time| timings.add(stage, time));
    made.map_err(|error| CommandError::new(codes::UNWRITABLE_OUTPUT, format!("can't make `{}`: {error}", target.display())))
}
