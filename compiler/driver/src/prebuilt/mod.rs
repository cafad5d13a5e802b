//! The prebuilt library: where it lies, and the programs that say what is in it.

use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};
use std::{env, fs, io};

use crate::fingerprint::Builder;

/// Programs that use the standard library as most programs do. What they need of it is compiled ahead.
pub(crate) const PROGRAMS: [(&str, &str); 4] = [
    ("containers.py", include_str!("containers.py")),
    ("arithmetic.py", include_str!("arithmetic.py")),
    ("text.py", include_str!("text.py")),
    ("errors.py", include_str!("errors.py")),
];

/// The file for a machine, beside the compiler. It is named after the compiler as well, for no other compiler's code goes with this one's.
pub fn prebuilt_path(machine: &str) -> Option<PathBuf> {
    use std::os::unix::fs::MetadataExt as _;
    let compiler = env::current_exe().ok()?.with_file_name("pyc-compiler");
    let metadata = fs::metadata(&compiler).ok()?;
    let mut builder = Builder::default().part(machine.as_bytes());
    for number in [metadata.len() as i64, metadata.mtime(), metadata.mtime_nsec()] {
        builder = builder.part(&number.to_le_bytes());
    }
    Some(compiler.with_file_name("pyc-prebuilt").join(format!("{}.a", builder.finish())))
}

/// Makes the folder of a prebuilt library, and removes those in it that are older than a compiler: they belong to none that is still there.
pub(crate) fn clear_folder(prebuilt: &Path) -> io::Result<()> {
    let Some(folder) = prebuilt.parent() else { return Ok(()) };
    fs::create_dir_all(folder)?;
    let compiler = fs::metadata(folder.with_file_name("pyc-compiler")).and_then(|metadata| metadata.modified())?;
    for entry in fs::read_dir(folder)?.flatten() {
        let modified = entry.metadata().and_then(|metadata| metadata.modified()).unwrap_or_else(|_| SystemTime::now());
        if modified + Duration::from_secs(1) < compiler {
            // Another process may have been faster.
            let _ = fs::remove_file(entry.path());
        }
    }
    Ok(())
}
