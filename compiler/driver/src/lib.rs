//! The command line: what it takes, one file per subcommand, and everything that touches the world outside: files, the cache, terminals, processes.
//!
//! Two executables are made of it. `pyc` is the one users call; it holds everything but code generation, so that it starts in a millisecond. Where
//! machine code must be made it becomes `pyc-compiler`, the same program with LLVM in it, which lies beside it.
//!
//! **Invariants:** only this crate renders diagnostics, reads the environment and exits. The library never names the code
//! generator: a [`Backend`] is handed to [`run`].

mod cache;
mod cli;
mod commands;
mod device;
mod exit;
mod fingerprint;
mod internal_error;
mod output;
mod pages;
mod pipeline;
mod prebuilt;
mod render;
mod session;
mod source;
mod timings;

use std::process::ExitCode;

pub use device::Device;
pub use pipeline::{Backend, CodeOptions, Emit, Measure};
pub use prebuilt::prebuilt_path;

/// A seventh of the time that checking a program takes is spent on memory with C's allocator, and more with LLVM, for which this allocates as well.
#[global_allocator]
static MEMORY: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// The whole program: reads the arguments, does what they ask for, and says how it went. Without a backend, work that needs one is left to the
/// executable `pyc-compiler` beside this one.
pub fn run(backend: Option<&'static dyn Backend>) -> ExitCode {
    let arguments = match cli::Arguments::read(std::env::args_os()) {
        Ok(arguments) => arguments,
        Err(error) => return cli::report_usage(&error),
    };
    // A cached program starts before anything else is set up.
    if let cli::Command::Run(options) = &arguments.command {
        commands::run::from_cache(options);
    }
    internal_error::guarded(move || commands::dispatch(arguments, backend))
}
