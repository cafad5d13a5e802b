//! The inputs and the database trait.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use pyc_base::FileId;

/// A source file. Files that do not exist are inputs as well, so that one that appears later is seen.
#[salsa::input(debug)]
pub struct File {
    pub id: FileId,
    /// As the user wrote it; tracebacks and diagnostics show it.
    #[returns(ref)]
    pub path: Arc<Path>,
    /// `None` if there is no such file (or it can't be read: the session reports that).
    #[returns(ref)]
    pub text: Option<Arc<str>>,
    /// Whether it belongs to the standard library: its functions don't show in tracebacks, and it may use `pyc.unsafe` freely.
    pub is_stdlib: bool,
}

/// What to compile and how: the options that queries may depend on.
#[salsa::input(singleton, debug)]
pub struct Project {
    /// Searched in order for modules, after the importing program's own folder, before the standard library.
    #[returns(ref)]
    pub search_path: Vec<PathBuf>,
    /// The folder of the standard library (may be a made-up path that [`Db::file`] knows).
    #[returns(ref)]
    pub stdlib: PathBuf,
    /// `__name__` is `"__main__"` in this one.
    pub main: Option<File>,
}

#[salsa::db]
pub trait Db: salsa::Database {
    /// The input for a path; made at the first request. The same path gives the same input.
    fn file(&self, path: &Path) -> File;
}
