//! The arguments. What is listed here works.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Args, CommandFactory, Parser, Subcommand, ValueEnum};

use crate::device::Device;
use crate::exit;
use crate::pipeline::{self, Emit};

#[derive(Parser)]
#[command(name = "pyc", version, about = "A compiler for a systems language that is Python", arg_required_else_help = true)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Subcommand)]
pub(crate) enum Command {
    /// Compile a program, or take it from the cache, and run it
    Run(Run),
    /// Compile a program to an executable, or show what a stage of the compiler makes of it
    Build(Build),
    /// Report what is wrong with files, without compiling them
    Check(Check),
    /// Print the page of an error code
    Explain(Explain),
    /// Format files with ruff
    Fmt(Fmt),
    /// Start a project in a new folder
    New(New),
    /// Compile what most programs need of the standard library ahead, beside this executable, so that they compile faster
    Prebuild(Prebuild),
    #[cfg(feature = "language-server")]
    /// Serve an editor over standard input and output (the language server protocol)
    Lsp(Lsp),
}

#[derive(Args)]
pub(crate) struct Run {
    #[command(flatten)]
    pub(crate) common: Common,
    #[command(flatten)]
    pub(crate) code: CodeOptions,
    /// Compile even if the cache has the program, and don't store it there
    #[arg(long)]
    pub(crate) no_cache: bool,
    /// The file whose `__name__` is "__main__", and what the program finds in sys.argv: every option behind the file is the program's
    #[arg(required = true, trailing_var_arg = true, allow_hyphen_values = true, value_names = ["FILE", "ARGUMENTS"])]
    program: Vec<OsString>,
}

impl Run {
    pub(crate) fn file(&self) -> &Path {
        Path::new(&self.program[0])
    }

    pub(crate) fn arguments(&self) -> &[OsString] {
        &self.program[1..]
    }
}

impl Arguments {
    /// Reads the command line. An option that `run` does not know looks to clap like the program's file.
    pub(crate) fn read(arguments: impl IntoIterator<Item = OsString>) -> Result<Self, clap::Error> {
        let arguments = Self::try_parse_from(arguments)?;
        match &arguments.command {
            Command::Run(run) if run.program[0].as_encoded_bytes().starts_with(b"-") => {
                let message = format!("unexpected argument '{}' found", run.program[0].display());
                Err(Self::command().error(clap::error::ErrorKind::UnknownArgument, message))
            }
            _ => Ok(arguments),
        }
    }
}

#[derive(Args)]
pub(crate) struct Build {
    #[command(flatten)]
    pub(crate) common: Common,
    #[command(flatten)]
    pub(crate) code: CodeOptions,
    /// Make an extension module that Python imports, beside the file by default: its public functions with annotated parameters
    #[arg(long)]
    pub(crate) python: bool,
    /// Where to write the result (by default the file's name without .py, in the current folder; --emit writes to standard output)
    #[arg(short, long, value_name = "PATH")]
    pub(crate) output: Option<PathBuf>,
    /// Stop after a stage and print what it made
    #[arg(long, value_name = "STAGE")]
    pub(crate) emit: Option<Emit>,
    /// The file whose `__name__` is "__main__"
    pub(crate) file: PathBuf,
}

#[derive(Args)]
pub(crate) struct Check {
    #[command(flatten)]
    pub(crate) common: Common,
    /// Files, and folders whose .py files are all checked
    #[arg(required = true)]
    pub(crate) paths: Vec<PathBuf>,
}

#[derive(Args)]
pub(crate) struct Explain {
    /// For example E0101; without it all codes are listed
    pub(crate) code: Option<String>,
}

#[derive(Args)]
pub(crate) struct Fmt {
    /// Change nothing, only tell whether something would be changed
    #[arg(long)]
    pub(crate) check: bool,
    /// Files and folders
    #[arg(default_value = ".")]
    pub(crate) paths: Vec<PathBuf>,
}

#[derive(Args)]
pub(crate) struct New {
    /// The folder to make; its name is the project's
    pub(crate) path: PathBuf,
}

#[derive(Args)]
pub(crate) struct Prebuild {
    #[command(flatten)]
    pub(crate) common: Common,
    /// For every machine of the architecture, for programs that are compiled so too
    #[arg(long)]
    pub(crate) portable: bool,
}

#[cfg(feature = "language-server")]
#[derive(Args)]
pub(crate) struct Lsp {
    /// Look for modules here too, before the standard library (may be given several times)
    #[arg(long = "path", value_name = "FOLDER")]
    pub(crate) search_path: Vec<PathBuf>,
}

/// What every command that reads sources takes.
#[derive(Args, Clone)]
pub(crate) struct Common {
    /// How to print diagnostics
    #[arg(long, value_enum, default_value_t = MessageFormat::Human, value_name = "FORMAT")]
    pub(crate) message_format: MessageFormat,
    /// When to use colours
    #[arg(long, value_enum, default_value_t = Color::Auto, value_name = "WHEN")]
    pub(crate) color: Color,
    /// Print how long each stage took, to standard error
    #[arg(long, value_enum, num_args = 0..=1, require_equals = true, default_missing_value = "human", value_name = "FORMAT")]
    pub(crate) timings: Option<TimingsFormat>,
    /// Look for modules here too, before the standard library (may be given several times)
    #[arg(long = "path", value_name = "FOLDER")]
    pub(crate) search_path: Vec<PathBuf>,
}

/// What shapes the machine code.
#[derive(Args, Clone)]
pub(crate) struct CodeOptions {
    /// How hard to optimise: 0, 1, 2 or 3 [default: 2, with --debug 0]
    #[arg(short = 'O', value_name = "LEVEL", value_parser = clap::value_parser!(u8).range(0..=3))]
    opt_level: Option<u8>,
    /// Optimise as far as -O3
    #[arg(long, conflicts_with_all = ["opt_level", "debug"])]
    release: bool,
    /// Keep line tables for debuggers
    #[arg(short = 'g', long)]
    debug: bool,
    /// Use what every machine of the architecture has, not all that this one has
    #[arg(long)]
    portable: bool,
    /// Compile kernels for these devices, separated by commas: sm_90a, gfx942, spirv and others [default: sm_75, if the program launches kernels]
    #[arg(long, value_name = "DEVICES", value_delimiter = ',', value_parser = Device::parse)]
    pub(crate) gpu: Vec<Device>,
}

impl CodeOptions {
    pub(crate) fn code_options(&self) -> pipeline::CodeOptions {
        let default = if self.debug { 0 } else { 2 };
        let opt_level = if self.release { 3 } else { self.opt_level.unwrap_or(default) };
        pipeline::CodeOptions { opt_level, debug: self.debug, portable: self.portable }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum MessageFormat {
    Human,
    Json,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Color {
    Auto,
    Always,
    Never,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum TimingsFormat {
    Human,
    Json,
}

/// Prints clap's message: help and version are what was asked for, everything else is a usage error.
pub(crate) fn report_usage(error: &clap::Error) -> ExitCode {
    // A closed pipe is no reason to complain.
    let _ = error.print();
    if error.use_stderr() { exit::usage() } else { ExitCode::SUCCESS }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_definitions_are_consistent() {
        Arguments::command().debug_assert();
    }

    fn read(arguments: &[&str]) -> Result<Arguments, clap::Error> {
        Arguments::read(arguments.iter().map(OsString::from))
    }

    #[test]
    fn options_after_the_file_belong_to_the_program() {
        let arguments = read(&["pyc", "run", "-O", "3", "main.py", "--message-format", "-x"]).expect("valid");
        let Command::Run(run) = arguments.command else { panic!("not `run`") };
        assert_eq!(run.file(), Path::new("main.py"));
        assert_eq!(run.arguments(), ["--message-format", "-x"]);
        assert_eq!(run.code.code_options().opt_level, 3);
    }

    #[test]
    fn unknown_options_are_no_files() {
        assert!(read(&["pyc", "run", "--no-such", "main.py"]).is_err());
        assert!(read(&["pyc", "run"]).is_err());
    }
}
