//! Objects → executables and shared objects, through LLD, with the runtime and libc.
//!
//! A link happens in a temporary folder beside the output and is moved into place at the end, so that nothing half-written is ever left.

#[cfg(lld_inside)]
mod inside;

use std::ffi::OsStr;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{fs, io};

use crate::error::{InternalError, Result};
use crate::options::Objects;

/// The runtime, as the build script made it: what is in every program, and what is linked on demand.
const CORE: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/libpyc_rt.a"));
const LIBRARY: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/libpyc_library.a"));

/// Names that LLD goes by.
const LINKERS: [&str; 3] = ["ld.lld-22", "ld.lld", "/usr/lib/llvm-22/bin/ld.lld"];
/// Where C compilers find the files that start a program.
const LIBRARY_FOLDERS: [&str; 5] = ["/usr/lib/x86_64-linux-gnu", "/lib/x86_64-linux-gnu", "/usr/lib64", "/lib64", "/usr/lib"];

/// What to keep for debuggers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Symbols {
    Strip,
    Keep,
}

/// Links objects into an executable that needs libc alone.
pub fn link_executable(objects: &Objects, output: &Path, symbols: Symbols) -> Result<()> {
    let crt = library_folder("crt1.o")?;
    let start = [crt.join("crt1.o"), crt.join("crti.o")];
    link(objects, output, |command, files| {
        command.args(["-dynamic-linker", "/lib64/ld-linux-x86-64.so.2"]).args(&start);
        add_libraries(command, symbols)?;
        command.args(files).arg(crt.join("crtn.o"));
        Ok(())
    })
}

/// Links objects into a shared object with the symbols it exports.
pub fn link_shared(objects: &Objects, output: &Path, symbols: Symbols) -> Result<()> {
    link(objects, output, |command, files| {
        // Shared objects in one process may export the same names: each means its own.
        command.args(["-shared", "-Bsymbolic", "--exclude-libs", "ALL"]);
        add_libraries(command, symbols)?;
        command.args(files);
        Ok(())
    })
}

/// Links a kernel's object into what an AMD driver loads; gives its bytes.
pub(crate) fn link_code_object(object: &[u8]) -> Result<Vec<u8>> {
    let failed = |what: &str, error: io::Error| InternalError::new("linking", format!("{what}: {error}"));
    let folder =
        Workspace::beside(&std::env::temp_dir().join("pyc-kernels")).map_err(|error| failed("making a temporary folder", error))?;
    let (input, output) = (folder.path.join("kernels.o"), folder.path.join("kernels.co"));
    fs::write(&input, object).map_err(|error| failed("writing the object", error))?;
    run(Command::new(linker()?).arg("-shared").arg(&input).arg("-o").arg(&output))?;
    fs::read(&output).map_err(|error| failed("reading the code object", error))
}

/// C's libraries come before the runtime, in which Rust has functions of the same names as some of theirs.
fn add_libraries(command: &mut Command, symbols: Symbols) -> Result<()> {
    let libc = library_folder("libc.so.6")?;
    command.arg("--as-needed").arg(libc.join("libm.so.6")).arg("--no-as-needed").arg(libc.join("libc.so.6"));
    if symbols == Symbols::Strip {
        command.arg("--strip-all");
    }
    Ok(())
}

fn library_folder(file: &str) -> Result<PathBuf> {
    let found = LIBRARY_FOLDERS.iter().map(Path::new).find(|folder| folder.join(file).exists());
    found
        .map(Path::to_owned)
        .ok_or_else(|| InternalError::new("linking", format!("{file} is not where a C library puts it (package libc6-dev)")))
}

fn link(objects: &Objects, output: &Path, arguments: impl FnOnce(&mut Command, &[PathBuf]) -> Result<()>) -> Result<()> {
    let failed = |what: &str, error: io::Error| InternalError::new("linking", format!("{what}: {error}"));
    // A pipe or `/dev/null` is written to and not replaced.
    let is_file = fs::metadata(output).map_or(true, |there| there.is_file() || there.is_dir());
    let near = if is_file { output.to_owned() } else { std::env::temp_dir().join("pyc-output") };
    let folder = Workspace::beside(&near).map_err(|error| failed("making a temporary folder", error))?;
    let mut parts: Vec<(String, &[u8])> = Vec::new();
    parts.extend(objects.files.iter().enumerate().map(|(number, object)| (format!("program.{number}.o"), object.as_slice())));
    // The library calls the core, so it comes first.
    parts.extend(objects.wants_library.then(|| ("libpyc_library.a".to_owned(), LIBRARY)));
    parts.push(("libpyc_rt.a".to_owned(), CORE));
    let mut files: Vec<PathBuf> = parts.iter().map(|(name, _)| folder.path.join(name)).collect();
    for (file, (_, bytes)) in files.iter().zip(&parts) {
        fs::write(file, bytes).map_err(|error| failed("writing the object", error))?;
    }
    // It calls the runtime, which comes behind it.
    if let Some(prebuilt) = &objects.prebuilt {
        files.insert(objects.files.len(), prebuilt.clone());
    }
    let made = folder.path.join("output");
    let mut command = Command::new(linker()?);
    command.args(["--gc-sections", "-O1", "--icf=safe", "--hash-style=gnu", "--build-id=none", "-z", "relro", "-o"]).arg(&made);
    arguments(&mut command, &files)?;
    run(&mut command)?;
    let placed = match is_file {
        true => fs::rename(&made, output),
        false => fs::read(&made).and_then(|bytes| fs::OpenOptions::new().write(true).open(output)?.write_all(&bytes)),
    };
    placed.map_err(|error| failed("putting the output into place", error))
}

/// Runs LLD within this process if it is there. If that fails, the program says why.
fn run(command: &mut Command) -> Result<()> {
    #[cfg(lld_inside)]
    if inside::link(command.get_args()) {
        return Ok(());
    }
    let run = command.output().map_err(|error| InternalError::new("linking", format!("starting the linker: {error}")))?;
    if run.status.success() { Ok(()) } else { Err(InternalError::new("linking", String::from_utf8_lossy(&run.stderr).into_owned())) }
}

fn linker() -> Result<&'static OsStr> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let exists = |name: &str| {
        name.starts_with('/') && Path::new(name).exists() || std::env::split_paths(&path).any(|folder| folder.join(name).exists())
    };
    let found = LINKERS.iter().find(|name| exists(name));
    if cfg!(lld_inside) {
        return Ok(OsStr::new(LINKERS[0]));
    }
    found.map(OsStr::new).ok_or_else(|| InternalError::new("linking", "LLD is not installed (package lld-22)"))
}

/// A folder that is removed with all that is in it.
struct Workspace {
    path: PathBuf,
}

impl Workspace {
    fn beside(output: &Path) -> io::Result<Self> {
        let name = output.file_name().unwrap_or_default().to_string_lossy();
        let parent = output.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
        for attempt in 0u32.. {
            let path = parent.join(format!(".{name}.{}.{attempt}", std::process::id()));
            match fs::create_dir(&path) {
                Ok(()) => return Ok(Self { path }),
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists && attempt < 1000 => {}
                Err(error) => return Err(error),
            }
        }
        Err(io::ErrorKind::AlreadyExists.into())
    }
}

impl Drop for Workspace {
    fn drop(&mut self) {
        // What can't be removed is left; there is nobody to tell.
        let _ = fs::remove_dir_all(&self.path);
    }
}
