//! One file per subcommand. Each takes its arguments and gives the exit code.

mod build;
mod check;
mod explain;
mod fmt;
#[cfg(feature = "language-server")]
mod lsp;
mod new;
mod prebuild;
pub(crate) mod run;

use std::os::unix::process::CommandExt;
use std::process::{Command as Process, ExitCode};

use crate::cli::{Arguments, Command};
use crate::exit;
use crate::pipeline::Backend;

pub(crate) fn dispatch(arguments: Arguments, backend: Option<&dyn Backend>) -> ExitCode {
    match arguments.command {
        Command::Run(options) => run::run(&options, backend),
        Command::Build(options) => build::run(&options, backend),
        Command::Check(options) => check::run(&options),
        Command::Explain(options) => explain::run(&options),
        Command::Fmt(options) => fmt::run(&options),
        Command::New(options) => new::run(&options),
        Command::Prebuild(options) => prebuild::run(&options, backend),
        #[cfg(feature = "language-server")]
        Command::Lsp(options) => lsp::run(&options),
    }
}

/// Becomes the executable that holds the code generator, with the same arguments.
fn become_compiler() -> ExitCode {
    let sibling = std::env::current_exe().map(|path| path.with_file_name("pyc-compiler"));
    let error = match sibling {
        Ok(path) => Process::new(path).arg0("pyc").args(std::env::args_os().skip(1)).exec(),
        Err(error) => error,
    };
    eprintln!("error: can't start pyc-compiler, which belongs beside pyc: {error}");
    exit::usage()
}
