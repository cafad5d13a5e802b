//! What the exit codes of the command line mean.

use std::process::ExitCode;

/// A failed check, or an uncaught exception of the program.
pub(crate) fn failure() -> ExitCode {
    ExitCode::from(1)
}

/// The command can't be carried out as it was given: unknown options, files that can't be read.
pub(crate) fn usage() -> ExitCode {
    ExitCode::from(2)
}

/// A bug of the compiler.
pub(crate) const INTERNAL_ERROR: u8 = 101;
