//! `pyc run`: compiles a program, unless the cache has it, and becomes it.

use std::env;
use std::io;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use pyc_base::codes;
use pyc_hir::File;

use crate::cache::{Cache, Dependency, DependencyKind, file_fingerprint, folder_fingerprint};
use crate::cli::Run;
use crate::fingerprint::{Builder, Fingerprint};
use crate::pipeline::{self, Backend};
use crate::render::CommandError;
use crate::session::Session;
use crate::{exit, source};

/// Becomes the program if the cache has it. This runs before anything of the compiler does.
pub(crate) fn from_cache(options: &Run) {
    if options.no_cache || options.common.timings.is_some() {
        return;
    }
    if let Some((cache, key)) = Cache::open().zip(key(options))
        && let Some(path) = cache.look_up(key)
    {
        // It may have been removed just now; then it is compiled again.
        become_program(&path, options);
    }
}

pub(super) fn run(options: &Run, backend: Option<&dyn Backend>) -> ExitCode {
    let Some(backend) = backend else { return super::become_compiler() };
    let mut session = Session::new(&options.common).without_warnings();
    let main = match session.main_file(options.file()) {
        Ok(main) => main,
        Err(error) => return session.abort(&error),
    };
    let program = pipeline::mir(&mut session, main);
    let program = program.and_then(|program| pipeline::with_device_code(&mut session, program, main, &options.code.gpu, backend));
    let Some(program) = program else { return session.finish() };
    match executable(&mut session, main, &program, options, backend) {
        Ok(path) => {
            let is_cached = path.parent().is_some_and(|folder| folder.ends_with("programs"));
            if is_cached {
                session.finish();
                return cannot_start(&path, &become_program(&path, options));
            }
            session.finish();
            run_and_remove(&path, options)
        }
        Err(error) => {
            session.reporter.report_command_error(&error);
            session.finish()
        }
    }
}

/// Makes the program in the cache, or in a temporary folder where there is no cache or it can't be written.
fn executable(
    session: &mut Session,
    main: File,
    program: &pyc_mir::Program,
    options: &Run,
    backend: &dyn Backend,
) -> Result<PathBuf, CommandError> {
    let dependencies = dependencies(session, main);
    let timings = &mut session.timings;
    let mut make = |path: &Path| {
        let made = backend.executable(program, options.code.code_options(), path, &mut |stage, time| timings.add(stage, time));
        made.map_err(io::Error::other)
    };
    if !options.no_cache
        && let Some((cache, key)) = Cache::open().zip(key(options))
        && let Ok(path) = cache.store(key, &dependencies.found, &dependencies.names, &mut make)
    {
        return Ok(path);
    }
    let path = env::temp_dir().join(format!("pyc-run-{}", std::process::id()));
    make(&path).map_err(|error| CommandError::new(codes::UNWRITABLE_OUTPUT, format!("can't make `{}`: {error}", path.display())))?;
    Ok(path)
}

/// Everything that decides what is compiled beside the files' contents.
fn key(options: &Run) -> Option<Fingerprint> {
    let mut builder = Builder::default().part(env!("CARGO_PKG_VERSION").as_bytes());
    let own = env::current_exe().ok()?;
    for name in ["pyc", "pyc-compiler"] {
        use std::os::unix::fs::MetadataExt;
        let metadata = std::fs::metadata(own.with_file_name(name)).ok()?;
        for number in [metadata.len() as i64, metadata.mtime(), metadata.mtime_nsec()] {
            builder = builder.part(&number.to_le_bytes());
        }
    }
    let code = options.code.code_options();
    builder = builder.part(&[code.opt_level, u8::from(code.debug), u8::from(code.portable)]);
    for device in &options.code.gpu {
        builder = builder.part(device.name.as_bytes());
    }
    builder = builder.part(b"");
    builder = builder.part(env::current_dir().ok()?.as_os_str().as_encoded_bytes());
    builder = builder.part(options.file().as_os_str().as_encoded_bytes());
    for folder in &options.common.search_path {
        builder = builder.part(folder.as_os_str().as_encoded_bytes());
    }
    builder = builder.part(env::var_os("PYC_STDLIB").unwrap_or_default().as_encoded_bytes());
    Some(builder.finish())
}

struct Dependencies {
    found: Vec<Dependency>,
    /// The modules that the library imports: a file of such a name in the program's folder would take their place.
    names: Vec<String>,
}

/// What the compiler read, as far as it lies in the file system.
fn dependencies(session: &Session, main: File) -> Dependencies {
    let db = &session.db;
    let mut found = Vec::new();
    let mut texts = Vec::new();
    let mut names = Vec::new();
    let mut folders: Vec<PathBuf> = session.options().search_path.clone();
    for &file in pyc_hir::module_graph(db, main).iter() {
        let path = file.path(db);
        if path.starts_with(pyc_hir::STDLIB_ROOT) {
            names.extend(path.iter().filter_map(|part| Some(part.to_str()?.trim_end_matches(".py").to_owned())));
            continue;
        }
        let bytes = source::read_bytes(path).ok();
        found.push(Dependency { path: path.to_path_buf(), kind: DependencyKind::File, found: file_fingerprint(bytes.as_deref()) });
        texts.extend(bytes);
        folders.extend(path.parent().map(Path::to_path_buf));
    }
    names.sort();
    names.dedup();
    folders.sort();
    folders.dedup();
    found.extend(folders.into_iter().map(|path| {
        let fingerprint = folder_fingerprint(&path, &texts, &names);
        Dependency { path, kind: DependencyKind::Folder, found: fingerprint }
    }));
    Dependencies { found, names }
}

fn command(path: &Path, options: &Run) -> Command {
    let mut command = Command::new(path);
    // sys.argv[0] is the path of the source, as in Python.
    command.arg0(options.file()).args(options.arguments());
    command
}

/// Returns only if the program could not be started.
fn become_program(path: &Path, options: &Run) -> io::Error {
    command(path, options).exec()
}

fn cannot_start(path: &Path, error: &io::Error) -> ExitCode {
    eprintln!("error: can't start the compiled program `{}`: {error}", path.display());
    exit::usage()
}

/// Without a cache the program is a temporary file, which is removed when it ends.
fn run_and_remove(path: &Path, options: &Run) -> ExitCode {
    use std::os::unix::process::ExitStatusExt;
    let status = command(path, options).status();
    // It was only ours.
    let _ = std::fs::remove_file(path);
    match status {
        Ok(status) => ExitCode::from(status.code().unwrap_or_else(|| 128 + status.signal().unwrap_or_default()) as u8),
        Err(error) => cannot_start(path, &error),
    }
}
