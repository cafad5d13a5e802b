//! `pyc prebuild`: the prebuilt library, which holds what most programs need of the standard library.

use std::process::ExitCode;

use pyc_base::codes;

use crate::cli::Prebuild;
use crate::output;
use crate::pipeline::{self, Backend, CodeOptions};
use crate::prebuilt;
use crate::render::CommandError;
use crate::session::Session;

pub(super) fn run(options: &Prebuild, backend: Option<&dyn Backend>) -> ExitCode {
    let Some(backend) = backend else { return super::become_compiler() };
    let code = CodeOptions { opt_level: 2, debug: false, portable: options.portable };
    let mut session = Session::new(&options.common);
    if let Err(error) = prebuild(&mut session, backend, code) {
        let error = CommandError::new(codes::UNWRITABLE_OUTPUT, format!("can't write the prebuilt library: {error}"));
        session.reporter.report_command_error(&error);
    }
    session.finish()
}

/// Writes the library if it is not there. Its programs are the compiler's own, so that what is wrong with one of them is a bug.
fn prebuild(session: &mut Session, backend: &dyn Backend, code: CodeOptions) -> Result<(), String> {
    let path = prebuilt::prebuilt_path(&backend.machine(code)).ok_or("it is not known where this executable lies")?;
    if path.exists() {
        return Ok(());
    }
    let mut programs = Vec::new();
    for (name, text) in prebuilt::PROGRAMS {
        let main = session.text_as_main(name, text);
        programs.extend(pipeline::mir(session, main));
    }
    let bytes = session.timings.measure("codegen", || backend.prebuilt(&programs, code))?;
    let written = prebuilt::clear_folder(&path).and_then(|()| output::write_file(&path, &bytes));
    written.map_err(|error| format!("`{}`: {error}", path.display()))
}
