//! Reading source files and folders, with a reason where that fails.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use pyc_base::codes;
use pyc_hir::{FolderEntry, System};

use crate::render::CommandError;

/// Spans are 32 bits wide.
const LONGEST_FILE: u64 = 1 << 31;

/// The text of a source file.
pub(crate) fn read(path: &Path) -> Result<String, CommandError> {
    let bytes = read_bytes(path).map_err(|(reason, help)| {
        let error = CommandError::new(codes::UNREADABLE_FILE, format!("can't read `{}`: {reason}", path.display()));
        if help.is_empty() { error } else { error.help(help) }
    })?;
    pyc_syntax::decode(&bytes).map_err(|error| {
        let line = 1 + bytes[..error.at.min(bytes.len())].iter().filter(|&&byte| byte == b'\n').count();
        CommandError {
            code: error.code,
            message: format!("can't read `{}`, line {line}: {}", path.display(), error.message),
            help: error.help,
        }
    })
}

/// The bytes of a file, or why there are none and what to do about it.
pub(crate) fn read_bytes(path: &Path) -> Result<Vec<u8>, (String, &'static str)> {
    let metadata = fs::metadata(path).map_err(|error| describe(&error))?;
    if metadata.is_dir() {
        return Err(("it is a folder".to_owned(), "name a file in it: a program starts in one file"));
    }
    if is_endless(path, &metadata) {
        return Err(("it is a device".to_owned(), ""));
    }
    if metadata.len() > LONGEST_FILE {
        return Err((format!("it is {} bytes long, more than {LONGEST_FILE}", metadata.len()), ""));
    }
    fs::read(path).map_err(|error| describe(&error))
}

fn describe(error: &io::Error) -> (String, &'static str) {
    match error.kind() {
        io::ErrorKind::NotFound => ("there is no such file".to_owned(), ""),
        io::ErrorKind::PermissionDenied => ("permission denied".to_owned(), ""),
        _ => (error.to_string(), ""),
    }
}

/// Reading a device may never end; standard input and pipes are fine.
fn is_endless(path: &Path, metadata: &fs::Metadata) -> bool {
    use std::os::unix::fs::FileTypeExt;
    let kind = metadata.file_type();
    let is_stream = kind.is_char_device() && path != Path::new("/dev/stdin") && path != Path::new("/dev/null");
    is_stream || kind.is_block_device() || kind.is_socket()
}

/// The names in a folder that an import can mean, sorted; `None` if there is no such folder.
pub(crate) fn list(folder: &Path) -> Option<Vec<FolderEntry>> {
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    let mut entries = Vec::new();
    for entry in fs::read_dir(folder).ok()?.flatten() {
        let Ok(name) = entry.file_name().into_string() else { continue };
        // Links are followed, as by Python.
        let is_folder = match entry.file_type() {
            Ok(kind) if kind.is_symlink() => fs::metadata(entry.path()).is_ok_and(|metadata| metadata.is_dir()),
            Ok(kind) => kind.is_dir(),
            Err(_) => continue,
        };
        if is_folder || name.ends_with(".py") {
            entries.push(FolderEntry { name: name.into(), is_folder });
        }
    }
    entries.sort();
    Some(entries)
}

/// The `.py` files below a folder, in the order of their paths. Hidden folders are left out.
pub(crate) fn python_files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in list(&folder).unwrap_or_default() {
            let path = folder.join(&*entry.name);
            if entry.name.starts_with('.') || entry.name.as_ref() == "__pycache__" {
                continue;
            }
            if entry.is_folder {
                folders.push(path);
            } else {
                files.push(path);
            }
        }
    }
    files.sort();
    files
}

/// The real file system, as the queries ask for it.
pub(crate) struct FileSystem;

impl System for FileSystem {
    fn read(&self, path: &Path) -> Option<Arc<str>> {
        // The session has reported what is wrong with the main file; an imported file that can't be read is as good as missing.
        read(path).ok().map(Arc::from)
    }

    fn list(&self, path: &Path) -> Option<Vec<FolderEntry>> {
        list(path)
    }
}
