//! The cache of `pyc run`: executables under the fingerprint of everything they were made from.
//!
//! For a program and its options there is a *manifest*: which files and folders the compiler read, with fingerprints of what it found, and which executable
//! came out. A later run reads those files again, compares, and starts the executable; nothing of the compiler has to run for that. Files come into
//! being under another name and are moved into place, so processes at work on the same cache see whole files or none, and one that is killed leaves the
//! cache as it was.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::fingerprint::{Builder, Fingerprint};
use crate::output::{self, Unfinished};
use crate::source;

/// When there are more executables than this the oldest are removed.
const MOST_PROGRAMS: usize = 256;
const FORMAT: &str = "pyc-cache 1";

pub(crate) struct Cache {
    folder: PathBuf,
}

/// A file that the compiler read or looked for, or a folder it looked into, with a fingerprint of what was there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Dependency {
    pub(crate) path: PathBuf,
    pub(crate) kind: DependencyKind,
    pub(crate) found: Fingerprint,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum DependencyKind {
    File,
    /// Only the names that the program could mean count, so that other files may come and go.
    Folder,
}

/// The executable that a manifest names.
struct Manifest {
    executable: Fingerprint,
    size: u64,
    names: Vec<String>,
    dependencies: Vec<Dependency>,
}

impl Cache {
    /// In `$XDG_CACHE_HOME/pyc` or `~/.cache/pyc`; `None` where neither is known.
    pub(crate) fn open() -> Option<Self> {
        let absolute = |name| std::env::var_os(name).map(PathBuf::from).filter(|path| path.is_absolute());
        let base = absolute("XDG_CACHE_HOME").or_else(|| Some(absolute("HOME")?.join(".cache")))?;
        Some(Self { folder: base.join("pyc") })
    }

    /// The executable made from `key` if all that it was made from is still the same.
    pub(crate) fn look_up(&self, key: Fingerprint) -> Option<PathBuf> {
        let manifest = Manifest::parse(&fs::read_to_string(self.manifest(key)).ok()?)?;
        let mut texts = Vec::new();
        for dependency in manifest.dependencies.iter().filter(|dependency| dependency.kind == DependencyKind::File) {
            let bytes = fs::read(&dependency.path).ok();
            if file_fingerprint(bytes.as_deref()) != dependency.found {
                return None;
            }
            texts.extend(bytes);
        }
        let folders = manifest.dependencies.iter().filter(|dependency| dependency.kind == DependencyKind::Folder);
        let is_same = folders.into_iter().all(|folder| folder_fingerprint(&folder.path, &texts, &manifest.names) == folder.found);
        let path = self.executable(manifest.executable);
        let is_whole = fs::metadata(&path).is_ok_and(|metadata| metadata.len() == manifest.size);
        (is_same && is_whole).then_some(path)
    }

    /// Stores an executable, which `make` writes to the path it is given. `names` are modules that the program may mean without its own text naming
    /// them. An error of the cache is no error of the program.
    pub(crate) fn store(
        &self,
        key: Fingerprint,
        dependencies: &[Dependency],
        names: &[String],
        make: impl FnOnce(&Path) -> io::Result<()>,
    ) -> io::Result<PathBuf> {
        fs::create_dir_all(self.folder.join("programs"))?;
        fs::create_dir_all(self.folder.join("manifests"))?;
        let mut identity = Builder::default().part(key.to_string().as_bytes());
        for dependency in dependencies {
            identity = identity.part(dependency.path.as_os_str().as_encoded_bytes()).part(dependency.found.to_string().as_bytes());
        }
        let executable = identity.finish();
        let path = self.executable(executable);
        let unfinished = Unfinished::beside(&path);
        make(unfinished.path())?;
        let size = fs::metadata(unfinished.path())?.len();
        unfinished.finish()?;
        let manifest = Manifest { executable, size, names: names.to_vec(), dependencies: dependencies.to_vec() };
        output::write_file(&self.manifest(key), manifest.print().as_bytes())?;
        self.prune();
        Ok(path)
    }

    fn manifest(&self, key: Fingerprint) -> PathBuf {
        self.folder.join("manifests").join(key.to_string())
    }

    fn executable(&self, identity: Fingerprint) -> PathBuf {
        self.folder.join("programs").join(identity.to_string())
    }

    /// Removes the oldest executables. A manifest that names one of them finds no file and is replaced when its program is compiled again.
    fn prune(&self) {
        let Ok(entries) = fs::read_dir(self.folder.join("programs")) else { return };
        let mut programs: Vec<_> =
            entries.flatten().filter_map(|entry| Some((entry.metadata().ok()?.modified().ok()?, entry.path()))).collect();
        if programs.len() <= MOST_PROGRAMS {
            return;
        }
        programs.sort();
        for (_, path) in &programs[..programs.len() - MOST_PROGRAMS * 3 / 4] {
            // Another process may have been faster.
            let _ = fs::remove_file(path);
        }
    }
}

/// Of a file's bytes, or of its absence.
pub(crate) fn file_fingerprint(bytes: Option<&[u8]>) -> Fingerprint {
    match bytes {
        Some(bytes) => Fingerprint::of(bytes),
        None => Builder::default().finish(),
    }
}

/// Of the entries of a folder that an import in `texts`, or of one of `names`, could mean. A name that occurs in no text can't be imported.
pub(crate) fn folder_fingerprint(folder: &Path, texts: &[Vec<u8>], names: &[String]) -> Fingerprint {
    let Some(entries) = source::list(folder) else { return Builder::default().finish() };
    let mut builder = Builder::default().part(b"folder");
    for entry in entries {
        let module = entry.name.strip_suffix(".py").filter(|_| !entry.is_folder).unwrap_or(&entry.name);
        let is_named =
            module == "__init__" || names.iter().any(|name| name == module) || texts.iter().any(|text| contains(text, module.as_bytes()));
        if is_named {
            builder = builder.part(entry.name.as_bytes()).part(&[u8::from(entry.is_folder)]);
        }
    }
    builder.finish()
}

fn contains(text: &[u8], word: &[u8]) -> bool {
    let Some(&first) = word.first() else { return false };
    text.iter().enumerate().any(|(at, &byte)| byte == first && text[at..].starts_with(word))
}

impl Manifest {
    /// One item a line; paths come last on their lines and must not contain line ends (such programs are not cached).
    fn print(&self) -> String {
        let mut text = format!("{FORMAT}\nprogram {} {}\n", self.executable, self.size);
        for name in &self.names {
            text.push_str(&format!("name {name}\n"));
        }
        for dependency in &self.dependencies {
            let kind = match dependency.kind {
                DependencyKind::File => "file",
                DependencyKind::Folder => "folder",
            };
            text.push_str(&format!("{kind} {} {}\n", dependency.found, dependency.path.display()));
        }
        text.push_str("end\n");
        text
    }

    /// `None` for anything that this version did not write.
    fn parse(text: &str) -> Option<Self> {
        let mut lines = text.strip_suffix("end\n")?.lines();
        if lines.next()? != FORMAT {
            return None;
        }
        let (executable, size) = lines.next()?.strip_prefix("program ")?.split_once(' ')?;
        let mut manifest =
            Self { executable: Fingerprint::parse(executable)?, size: size.parse().ok()?, names: Vec::new(), dependencies: Vec::new() };
        for line in lines {
            let (kind, rest) = line.split_once(' ')?;
            if kind == "name" {
                manifest.names.push(rest.to_owned());
                continue;
            }
            let (found, path) = rest.split_once(' ')?;
            let kind = match kind {
                "file" => DependencyKind::File,
                "folder" => DependencyKind::Folder,
                _ => return None,
            };
            manifest.dependencies.push(Dependency { path: path.into(), kind, found: Fingerprint::parse(found)? });
        }
        Some(manifest)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Folder(PathBuf);

    impl Folder {
        fn new(name: &str) -> Self {
            let path = std::env::temp_dir().join(format!("pyc-cache-{name}-{}", std::process::id()));
            fs::create_dir_all(&path).expect("the temporary folder can be written");
            Self(path)
        }

        fn write(&self, name: &str, text: &str) -> PathBuf {
            let path = self.0.join(name);
            fs::write(&path, text).expect("the temporary folder can be written");
            path
        }
    }

    impl Drop for Folder {
        fn drop(&mut self) {
            let _ = fs::remove_dir_all(&self.0);
        }
    }

    fn file(path: &Path) -> Dependency {
        Dependency { path: path.to_owned(), kind: DependencyKind::File, found: file_fingerprint(fs::read(path).ok().as_deref()) }
    }

    #[test]
    fn a_program_is_found_until_a_source_changes() {
        let folder = Folder::new("hit");
        let main = folder.write("main.py", "import helper\n");
        let cache = Cache { folder: folder.0.join("cache") };
        let key = Fingerprint::of(b"key");
        let texts = [b"import helper\n".to_vec()];
        let listing = |folder: &Folder| Dependency {
            path: folder.0.clone(),
            kind: DependencyKind::Folder,
            found: folder_fingerprint(&folder.0, &texts, &[]),
        };
        assert_eq!(cache.look_up(key), None);
        let path = cache.store(key, &[file(&main), listing(&folder)], &[], |path| fs::write(path, "program")).expect("it is writable");
        assert_eq!(cache.look_up(key), Some(path.clone()));

        folder.write("unrelated.py", "");
        assert_eq!(cache.look_up(key), Some(path.clone()), "a file that nothing names");
        let helper = folder.write("helper.py", "");
        assert_eq!(cache.look_up(key), None, "a module that the program names has appeared");
        fs::remove_file(helper).expect("it is ours");
        assert_eq!(cache.look_up(key), Some(path.clone()));

        folder.write("main.py", "import helper\n\n");
        assert_eq!(cache.look_up(key), None, "the text has changed");
        folder.write("main.py", "import helper\n");
        fs::write(&path, "").expect("it is ours");
        assert_eq!(cache.look_up(key), None, "the executable is not whole");
    }

    #[test]
    fn a_failure_leaves_the_cache_as_it_was() {
        let folder = Folder::new("failure");
        let main = folder.write("main.py", "");
        let cache = Cache { folder: folder.0.join("cache") };
        let key = Fingerprint::of(b"key");
        let path = cache.store(key, &[file(&main)], &[], |path| fs::write(path, "program")).expect("it is writable");
        let failed = cache.store(key, &[file(&main)], &[], |path| {
            fs::write(path, "prog")?;
            Err(io::Error::from(io::ErrorKind::StorageFull))
        });
        assert!(failed.is_err());
        assert_eq!(cache.look_up(key), Some(path));
        assert_eq!(fs::read_dir(folder.0.join("cache/programs")).expect("it exists").count(), 1);
    }

    #[test]
    fn what_is_no_manifest_is_none() {
        for text in ["", "end\n", "pyc-cache 1\nend\n", "pyc-cache 0\nprogram 0 0\nend\n", "pyc-cache 1\nprogram 0 0\nfile"] {
            assert!(Manifest::parse(text).is_none(), "{text:?}");
        }
    }
}
