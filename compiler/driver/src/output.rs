//! Writing: to standard output, where a reader that went away is no error, and to files, which appear whole or not at all.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

/// Writes to standard output. A closed pipe (`pyc … | head`) is not an error.
pub(crate) fn print(bytes: &[u8]) -> io::Result<()> {
    let mut out = io::stdout().lock();
    match out.write_all(bytes).and_then(|()| out.flush()) {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        result => result,
    }
}

/// A file under construction beside its final place. Dropped before [`Self::finish`] it is removed, so that a full disk or an error in the middle leaves
/// nothing half-written.
pub(crate) struct Unfinished {
    path: PathBuf,
    target: PathBuf,
    is_finished: bool,
}

impl Unfinished {
    /// Names a file in the folder of `target` that no other process uses.
    pub(crate) fn beside(target: &Path) -> Self {
        static COUNTER: AtomicU32 = AtomicU32::new(0);
        let number = COUNTER.fetch_add(1, Ordering::Relaxed);
        let name = target.file_name().unwrap_or_default().to_string_lossy();
        let path = target.with_file_name(format!(".{name}.{}.{number}.tmp", std::process::id()));
        Self { path, target: target.to_owned(), is_finished: false }
    }

    /// Where to write meanwhile.
    pub(crate) fn path(&self) -> &Path {
        &self.path
    }

    /// Moves the file to its place, in one step.
    pub(crate) fn finish(mut self) -> io::Result<()> {
        fs::rename(&self.path, &self.target)?;
        self.is_finished = true;
        Ok(())
    }
}

impl Drop for Unfinished {
    fn drop(&mut self) {
        if !self.is_finished {
            // It may never have been made.
            let _ = fs::remove_file(&self.path);
        }
    }
}

/// Writes a whole file in one step. What is there and no file, such as a pipe or `/dev/null`, is written to and not replaced.
pub(crate) fn write_file(target: &Path, contents: &[u8]) -> io::Result<()> {
    if fs::metadata(target).is_ok_and(|there| !there.is_file() && !there.is_dir()) {
        return fs::OpenOptions::new().write(true).open(target)?.write_all(contents);
    }
    let unfinished = Unfinished::beside(target);
    let mut file = File::create(unfinished.path())?;
    file.write_all(contents)?;
    drop(file);
    unfinished.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_finished_leaves_nothing() {
        let folder = std::env::temp_dir().join(format!("pyc-output-{}", std::process::id()));
        fs::create_dir_all(&folder).expect("the temporary folder can be written");
        let target = folder.join("program");
        let unfinished = Unfinished::beside(&target);
        fs::write(unfinished.path(), "half").expect("the temporary folder can be written");
        drop(unfinished);
        assert_eq!(fs::read_dir(&folder).expect("it exists").count(), 0);
        write_file(&target, b"whole").expect("the temporary folder can be written");
        assert_eq!(fs::read(&target).expect("it was written"), b"whole");
        assert_eq!(fs::read_dir(&folder).expect("it exists").count(), 1);
        fs::remove_dir_all(&folder).expect("it is ours");
    }
}
