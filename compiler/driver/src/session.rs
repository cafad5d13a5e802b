//! One run of the compiler: the database with the files it reads, the options, and what was reported so far.

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

use pyc_base::{Diagnostic, FileId, Severity};
use pyc_hir::{File, Options, RootDatabase};

use crate::cli::Common;
use crate::exit;
use crate::render::{CommandError, Reporter, Sources};
use crate::source::{self, FileSystem};
use crate::timings::Timings;

pub(crate) struct Session {
    pub(crate) db: RootDatabase,
    pub(crate) reporter: Reporter,
    pub(crate) timings: Timings,
    options: Common,
    /// Whether warnings are reported. Under `pyc run` standard error is the program's.
    shows_warnings: bool,
}

impl Session {
    pub(crate) fn new(options: &Common) -> Self {
        let stdlib = std::env::var_os("PYC_STDLIB").map(PathBuf::from);
        let db =
            RootDatabase::new(Arc::new(FileSystem), Options { search_path: options.search_path.clone(), stdlib, ..Options::default() });
        Self { db, reporter: Reporter::new(options), timings: Timings::default(), options: options.clone(), shows_warnings: true }
    }

    pub(crate) fn without_warnings(mut self) -> Self {
        self.shows_warnings = false;
        self
    }

    /// Reads the standard library from a folder instead of the compiler. Only before anything was asked of the database.
    pub(crate) fn use_library(&mut self, folder: &Path) {
        let options = Options { search_path: self.options.search_path.clone(), stdlib: Some(folder.to_owned()), ..Options::default() };
        self.db = RootDatabase::new(Arc::new(FileSystem), options);
    }

    /// The file that a program starts in. That it can be read is checked here, where there is a reason to tell.
    pub(crate) fn main_file(&mut self, path: &Path) -> Result<File, CommandError> {
        let text = self.timings.measure("read", || source::read(path))?;
        let file = self.db.set_file_text(path, Some(text.into()));
        self.db.set_main(Some(file));
        Ok(file)
    }

    /// A program that is no file.
    pub(crate) fn text_as_main(&mut self, name: &str, text: &str) -> File {
        let file = self.db.set_file_text(Path::new(name), Some(text.into()));
        self.db.set_main(Some(file));
        file
    }

    pub(crate) fn options(&self) -> &Common {
        &self.options
    }

    /// Prints diagnostics, each once, in the order of their places.
    pub(crate) fn report(&mut self, diagnostics: &[Diagnostic]) {
        let is_shown = |diagnostic: &&Diagnostic| self.shows_warnings || diagnostic.severity == Severity::Error;
        let mut sorted: Vec<&Diagnostic> = diagnostics.iter().filter(is_shown).collect();
        sorted.sort_by_key(|diagnostic| diagnostic.labels.first().map(|label| (label.file, label.span.start)));
        sorted.dedup();
        let sources = DatabaseSources(&self.db);
        for diagnostic in sorted {
            self.reporter.report(diagnostic, &sources);
        }
    }

    /// Ends the run: the summary, the timings, and the exit code that the reported errors call for.
    pub(crate) fn finish(self) -> ExitCode {
        self.reporter.summarize();
        if let Some(format) = self.options.timings {
            self.timings.report(format);
        }
        if self.reporter.errors > 0 { exit::failure() } else { ExitCode::SUCCESS }
    }

    /// Ends a run that could not even begin.
    pub(crate) fn abort(mut self, error: &CommandError) -> ExitCode {
        self.reporter.report_command_error(error);
        exit::usage()
    }
}

/// The files of the database as diagnostics show them.
struct DatabaseSources<'a>(&'a RootDatabase);

impl DatabaseSources<'_> {
    fn file(&self, id: FileId) -> File {
        self.0.file_by_id(id).expect("diagnostics point into files of the database")
    }
}

impl Sources for DatabaseSources<'_> {
    fn path(&self, file: FileId) -> &Path {
        self.file(file).path(self.0)
    }

    fn text(&self, file: FileId) -> &str {
        self.file(file).text(self.0).as_deref().unwrap_or_default()
    }
}
