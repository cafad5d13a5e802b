//! `pyc check`: diagnostics of files, without code generation.

use std::path::PathBuf;
use std::process::ExitCode;

use crate::cli::Check;
use crate::pipeline;
use crate::session::Session;
use crate::source;

pub(super) fn run(options: &Check) -> ExitCode {
    let mut session = Session::new(&options.common);
    if let Some(library) = options.paths.iter().find(|path| path.join("builtins/__init__.py").is_file()) {
        // Its files are the library itself and not programs that have types of the same names.
        session.use_library(library);
    }
    let mut files = Vec::new();
    for path in expand(&options.paths) {
        match session.main_file(&path) {
            Ok(file) => files.push(file),
            Err(error) => return session.abort(&error),
        }
    }
    let mut diagnostics = Vec::new();
    for file in files {
        let main = (!file.is_stdlib(&session.db)).then_some(file);
        session.db.set_main(main);
        diagnostics.extend(pipeline::check_file(&mut session, file));
    }
    session.report(&diagnostics);
    session.finish()
}

/// Folders stand for the Python files in them.
fn expand(paths: &[PathBuf]) -> Vec<PathBuf> {
    paths.iter().flat_map(|path| if path.is_dir() { source::python_files(path) } else { vec![path.clone()] }).collect()
}
