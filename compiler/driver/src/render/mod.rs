//! Diagnostics as text for people and as JSON for programs, both to standard error (standard output belongs to the program and to `--emit`).

mod excerpt;
mod human;
mod json;

use std::io::{self, IsTerminal, Write};
use std::path::Path;

use codespan_reporting::term::termcolor::{ColorChoice, StandardStream};
use pyc_base::{Code, Diagnostic, FileId, Severity};

use crate::cli::{Color, Common, MessageFormat};

/// The files that diagnostics point into.
pub(crate) trait Sources {
    fn path(&self, file: FileId) -> &Path;
    fn text(&self, file: FileId) -> &str;
}

/// A problem that has no place in a source text: the file can't be read, the output can't be written.
#[derive(Debug)]
pub(crate) struct CommandError {
    pub(crate) code: Code,
    pub(crate) message: String,
    pub(crate) help: Option<String>,
}

impl CommandError {
    pub(crate) fn new(code: Code, message: impl Into<String>) -> Self {
        Self { code, message: message.into(), help: None }
    }

    #[must_use]
    pub(crate) fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }
}

/// More than this many diagnostics of one run help nobody.
const MOST_SHOWN: usize = 100;

/// Prints diagnostics in the form that the options ask for, and counts the errors.
pub(crate) struct Reporter {
    format: MessageFormat,
    color: ColorChoice,
    pub(crate) errors: usize,
    shown: usize,
}

impl Reporter {
    pub(crate) fn new(options: &Common) -> Self {
        let color = match options.color {
            Color::Always => ColorChoice::Always,
            Color::Never => ColorChoice::Never,
            Color::Auto if io::stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty()) => {
                ColorChoice::Auto
            }
            Color::Auto => ColorChoice::Never,
        };
        Self { format: options.message_format, color, errors: 0, shown: 0 }
    }

    pub(crate) fn report(&mut self, diagnostic: &Diagnostic, sources: &dyn Sources) {
        if diagnostic.severity == Severity::Error {
            self.errors += 1;
        }
        self.shown += 1;
        if self.shown > MOST_SHOWN && self.format == MessageFormat::Human {
            return;
        }
        match self.format {
            MessageFormat::Human => human::render(&mut StandardStream::stderr(self.color).lock(), diagnostic, sources),
            MessageFormat::Json => write_line(&json::diagnostic(diagnostic, sources)),
        }
    }

    pub(crate) fn report_command_error(&mut self, error: &CommandError) {
        self.errors += 1;
        match self.format {
            MessageFormat::Human => human::render_command_error(&mut StandardStream::stderr(self.color).lock(), error),
            MessageFormat::Json => write_line(&json::command_error(error)),
        }
    }

    /// The last line of a run that found errors.
    pub(crate) fn summarize(&self) {
        if self.format == MessageFormat::Human && self.errors > 0 {
            if self.shown > MOST_SHOWN {
                eprintln!("… and {} more", self.shown - MOST_SHOWN);
            }
            let plural = if self.errors == 1 { "" } else { "s" };
            eprintln!("{} error{plural}; `pyc explain CODE` says more about a code", self.errors);
        }
    }
}

/// Nothing can be done where standard error is closed.
fn write_line(value: &serde_json::Value) {
    let _ = writeln!(io::stderr().lock(), "{value}");
}
