//! The one concrete database: for the command line, the language server and tests. The file system is behind [`System`].

use std::path::{Component, Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use pyc_base::FileId;
use rustc_hash::FxHashMap;
use salsa::{Durability, Setter};

use crate::stdlib::{self, STDLIB_ROOT};
use crate::{Db, File, Folder, FolderEntry, Project};

/// The file system as the queries see it. Asked once per path; [`RootDatabase::refresh`] asks again.
pub trait System: Send + Sync {
    /// The text of a file, decoded; `None` if there is none or it can't be read.
    fn read(&self, path: &Path) -> Option<Arc<str>>;

    /// The source files and folders in a folder; `None` if there is no such folder.
    fn list(&self, path: &Path) -> Option<Vec<FolderEntry>>;
}

/// A file system without files: everything comes through [`RootDatabase::set_file_text`].
#[derive(Debug, Clone, Copy, Default)]
pub struct NoFiles;

impl System for NoFiles {
    fn read(&self, _path: &Path) -> Option<Arc<str>> {
        None
    }

    fn list(&self, _path: &Path) -> Option<Vec<FolderEntry>> {
        None
    }
}

/// Where modules are looked for.
#[derive(Debug, Clone, Default)]
pub struct Options {
    pub search_path: Vec<PathBuf>,
    /// A folder to take the standard library from instead of the embedded one.
    pub stdlib: Option<PathBuf>,
    /// Whether [`RootDatabase::take_executed`] will be asked: to be able to tell costs time.
    pub tells_executed: bool,
}

#[derive(Default)]
struct Inputs {
    files: FxHashMap<PathBuf, File>,
    by_id: Vec<File>,
    folders: FxHashMap<PathBuf, Folder>,
    /// Texts that an editor holds: they hide what the file system has.
    overlays: FxHashMap<PathBuf, Arc<str>>,
}

/// The names of the queries that were executed, if anybody asked for them.
#[derive(Default)]
struct Log {
    is_on: AtomicBool,
    executed: Mutex<Vec<String>>,
}

/// Cloning gives another handle to the same data. A write waits until all other handles are gone and cancels what they run.
#[salsa::db]
#[derive(Clone)]
pub struct RootDatabase {
    storage: salsa::Storage<Self>,
    inputs: Arc<Mutex<Inputs>>,
    system: Arc<dyn System>,
    stdlib: Arc<Path>,
    log: Arc<Log>,
}

#[salsa::db]
impl salsa::Database for RootDatabase {}

#[salsa::db]
impl Db for RootDatabase {
    fn file(&self, path: &Path) -> File {
        let key = normalize(path);
        let mut inputs = self.inputs();
        if let Some(&file) = inputs.files.get(&key) {
            return file;
        }
        let library = self.below_stdlib(&key);
        let text = inputs.overlays.get(&key).cloned().or_else(|| self.read(&key));
        let id = FileId(u32::try_from(inputs.by_id.len()).expect("there are fewer files than numbers"));
        let durability = if library.is_some() { Durability::HIGH } else { Durability::LOW };
        let file = File::builder(id, key.as_path().into(), text, library.is_some())
            .id_durability(Durability::HIGH)
            .path_durability(Durability::HIGH)
            .is_stdlib_durability(Durability::HIGH)
            .text_durability(durability)
            .new(self);
        inputs.by_id.push(file);
        inputs.files.insert(key, file);
        file
    }

    fn folder(&self, path: &Path) -> Folder {
        let key = normalize(path);
        let mut inputs = self.inputs();
        if let Some(&folder) = inputs.folders.get(&key) {
            return folder;
        }
        let durability = if self.below_stdlib(&key).is_some() { Durability::HIGH } else { Durability::LOW };
        let entries = self.list(&key, &inputs.overlays);
        let folder =
            Folder::builder(key.as_path().into(), entries).path_durability(Durability::HIGH).entries_durability(durability).new(self);
        inputs.folders.insert(key, folder);
        folder
    }
}

impl RootDatabase {
    pub fn new(system: Arc<dyn System>, options: Options) -> Self {
        let log = Arc::new(Log::default());
        let callback_log = log.clone();
        let write_down = move |event: salsa::Event| {
            if callback_log.is_on.load(Ordering::Relaxed)
                && let salsa::EventKind::WillExecute { database_key } = event.kind
            {
                lock(&callback_log.executed).push(format!("{database_key:?}"));
            }
        };
        let storage = salsa::Storage::new(if options.tells_executed { Some(Box::new(write_down)) } else { None });
        let stdlib = options.stdlib.map_or_else(|| PathBuf::from(STDLIB_ROOT), |path| normalize(&path));
        let db = Self { storage, inputs: Arc::default(), system, stdlib: stdlib.as_path().into(), log };
        let _project = Project::builder(options.search_path, stdlib, None, false, Vec::new()).durability(Durability::MEDIUM).new(&db);
        db
    }

    /// Makes `main` the file whose `__name__` is `"__main__"` and in whose folder modules are looked for first.
    pub fn set_main(&mut self, main: Option<File>) {
        let project = Project::get(self);
        if project.main(self) != main {
            project.set_main(self).to(main);
        }
    }

    /// Makes `main` the file that a library starts in, whose functions are called from outside.
    pub fn set_library(&mut self, main: File) {
        self.set_main(Some(main));
        let project = Project::get(self);
        if !project.is_library(self) {
            project.set_is_library(self).to(true);
        }
    }

    /// Says what types go on without; the ids are the type checker's.
    pub fn set_doubts(&mut self, doubts: Vec<salsa::Id>) {
        let project = Project::get(self);
        if *project.doubts(self) != doubts {
            project.set_doubts(self).to(doubts);
        }
    }

    /// Gives a file a text that hides what the file system has for it, as an editor does; `None` shows the file system's again.
    pub fn set_file_text(&mut self, path: &Path, text: Option<Arc<str>>) -> File {
        let key = normalize(path);
        match text {
            Some(text) => self.inputs().overlays.insert(key.clone(), text),
            None => self.inputs().overlays.remove(&key),
        };
        self.refresh(&key);
        self.file(&key)
    }

    /// A file that the compiler writes: as of the library's files, nothing of it shows in tracebacks.
    pub fn set_generated_text(&mut self, path: &Path, text: Arc<str>) -> File {
        let key = normalize(path);
        let mut inputs = self.inputs();
        inputs.overlays.insert(key.clone(), text.clone());
        if !inputs.files.contains_key(&key) {
            let id = FileId(u32::try_from(inputs.by_id.len()).expect("there are fewer files than numbers"));
            let file = File::new(self, id, key.as_path().into(), Some(text), true);
            inputs.by_id.push(file);
            inputs.files.insert(key.clone(), file);
        }
        drop(inputs);
        self.refresh(&key);
        self.file(&key)
    }

    /// Looks at the file system again: `path` has changed, appeared or vanished.
    pub fn refresh(&mut self, path: &Path) {
        let key = normalize(path);
        let known = self.inputs().files.get(&key).copied();
        if let Some(file) = known {
            let overlay = self.inputs().overlays.get(&key).cloned();
            let text = overlay.or_else(|| self.read(&key));
            if *file.text(self) != text {
                file.set_text(self).to(text);
            }
        }
        for folder in key.ancestors() {
            let known = self.inputs().folders.get(folder).copied();
            if let Some(input) = known {
                let entries = self.list(folder, &self.inputs().overlays);
                if *input.entries(self) != entries {
                    input.set_entries(self).to(entries);
                }
            }
        }
    }

    /// The file with this number.
    pub fn file_by_id(&self, id: FileId) -> Option<File> {
        self.inputs().by_id.get(id.0 as usize).copied()
    }

    /// Every file that was ever asked for, in order.
    pub fn files(&self) -> Vec<File> {
        self.inputs().by_id.clone()
    }

    /// Starts to write down which queries are executed, if that was among the options; [`Self::take_executed`] gives them.
    pub fn log_executed(&self) {
        self.log.is_on.store(true, Ordering::Relaxed);
    }

    /// The queries executed since the last call, as `name(key)`.
    pub fn take_executed(&self) -> Vec<String> {
        std::mem::take(&mut *lock(&self.log.executed))
    }

    fn inputs(&self) -> MutexGuard<'_, Inputs> {
        lock(&self.inputs)
    }

    /// The path below the library's root, if it is there.
    fn below_stdlib<'a>(&self, path: &'a Path) -> Option<&'a Path> {
        path.strip_prefix(&*self.stdlib).ok()
    }

    fn read(&self, path: &Path) -> Option<Arc<str>> {
        match path.strip_prefix(STDLIB_ROOT) {
            Ok(relative) => stdlib::text(relative).map(Arc::from),
            Err(_) => self.system.read(path),
        }
    }

    /// What the file system has in a folder, and the files that only an editor has.
    fn list(&self, folder: &Path, overlays: &FxHashMap<PathBuf, Arc<str>>) -> Option<Arc<[FolderEntry]>> {
        let listed = match folder.strip_prefix(STDLIB_ROOT) {
            Ok(relative) => stdlib::entries(relative),
            // The folder of a file that is given by its name alone.
            Err(_) if folder.as_os_str().is_empty() => self.system.list(Path::new(".")),
            Err(_) => self.system.list(folder),
        };
        let mut exists = listed.is_some();
        let mut entries = listed.unwrap_or_default();
        for path in overlays.keys() {
            let Ok(rest) = path.strip_prefix(folder) else { continue };
            let mut parts = rest.iter();
            let Some(name) = parts.next().and_then(|part| part.to_str()) else { continue };
            exists = true;
            entries.push(FolderEntry { name: name.into(), is_folder: parts.next().is_some() });
        }
        entries.sort();
        entries.dedup();
        exists.then(|| entries.into())
    }
}

/// The data stays usable if a query panicked while holding the lock: every write is a single insertion.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Without `.` and, where it can be told from the text alone, `..`.
fn normalize(path: &Path) -> PathBuf {
    let mut result = PathBuf::new();
    for component in path.components() {
        match component {
            Component::CurDir => {}
            Component::ParentDir if matches!(result.components().next_back(), Some(Component::Normal(_))) => {
                result.pop();
            }
            other => result.push(other),
        }
    }
    result
}
