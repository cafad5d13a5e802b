//! The inputs and the database trait.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use pyc_base::FileId;

/// A source file. Files that do not exist are inputs as well, so that one that appears later is seen.
#[salsa::input(debug)]
pub struct File {
    #[returns(copy)]
    pub id: FileId,
    /// As the user wrote it; tracebacks and diagnostics show it.
    #[returns(ref)]
    pub path: Arc<Path>,
    /// `None` if there is no such file (or it can't be read: the session reports that).
    #[returns(ref)]
    pub text: Option<Arc<str>>,
    /// Whether it belongs to the standard library, or was written by the compiler: its functions don't show in tracebacks, and it may use `pyc.unsafe` freely.
    #[returns(copy)]
    pub is_stdlib: bool,
}

/// A folder that modules are looked for in. Folders that do not exist are inputs as well.
#[salsa::input(debug)]
pub struct Folder {
    #[returns(ref)]
    pub path: Arc<Path>,
    /// What is in it that imports can name, sorted; `None` if there is no such folder.
    #[returns(ref)]
    pub entries: Option<Arc<[FolderEntry]>>,
}

/// A source file (its name ends in `.py`) or a folder.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct FolderEntry {
    pub name: Box<str>,
    pub is_folder: bool,
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
    #[returns(copy)]
    pub main: Option<File>,
    /// Functions are called from outside, too: not only what `main` calls happens.
    #[returns(copy)]
    pub is_library: bool,
    /// What the program's values contradict, by the ids of the type checker.
    #[returns(ref)]
    pub doubts: Vec<salsa::Id>,
}

#[salsa::db]
pub trait Db: salsa::Database {
    /// The input for a path; made at the first request. The same path gives the same input.
    fn file(&self, path: &Path) -> File;

    /// The input for a folder; made at the first request.
    fn folder(&self, path: &Path) -> Folder;
}
