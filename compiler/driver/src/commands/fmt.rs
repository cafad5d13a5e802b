//! `pyc fmt`: every source file is Python, so Python's formatter formats it.

use std::io;
use std::process::{Command, ExitCode};

use pyc_base::codes;

use crate::cli::{Color, Common, Fmt, MessageFormat};
use crate::exit;
use crate::render::{CommandError, Reporter};

pub(super) fn run(options: &Fmt) -> ExitCode {
    let mut ruff = Command::new("ruff");
    ruff.arg("format");
    if options.check {
        ruff.arg("--check");
    }
    match ruff.arg("--").args(&options.paths).status() {
        Ok(status) if status.success() => ExitCode::SUCCESS,
        Ok(_) => exit::failure(),
        Err(error) => {
            let message = match error.kind() {
                io::ErrorKind::NotFound => "`pyc fmt` formats with ruff, which was not found".to_owned(),
                _ => format!("can't start ruff: {error}"),
            };
            let error = CommandError::new(codes::MISSING_TOOL, message).help("pip install ruff");
            let common = Common { message_format: MessageFormat::Human, color: Color::Auto, timings: None, search_path: Vec::new() };
            Reporter::new(&common).report_command_error(&error);
            exit::usage()
        }
    }
}
