//! The prebuilt library: functions of the standard library that were compiled ahead, so that programs that need them need not compile them again.
//!
//! It is an archive of objects, one for each function, which its symbol calls by its [`Identity`]: what it does, whatever it is called. A program links a
//! function if one of its own has the same identity, so that a library of another version, or of other programs, serves as far as it goes. Classes' records,
//! variables and constants remain the program's; the objects name them by their identities too.
//!
//! `identity` works out what functions are; `units` makes the library one more part of a program.

mod identity;

use std::collections::BTreeMap;
use std::io::{self, Cursor};
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::{fs, thread};

use ar_archive_writer::{ArchiveKind, DEFAULT_OBJECT_READER, NewArchiveMember, write_archive_to_stream};
use object::read::archive::ArchiveFile;
use pyc_mir::{FuncId, Program};
use rustc_hash::FxHashSet;

use crate::error::{InternalError, Result};
use crate::options::{Emit, Options, Output};
use crate::units::{Unit, Units, prebuilt_functions};
pub(crate) use identity::{Identities, Identity};

/// A prebuilt library that lies in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Prebuilt {
    pub(crate) path: PathBuf,
    functions: FxHashSet<Identity>,
}

impl Prebuilt {
    /// Reads what is in a library. It must have been made by this compiler, with the same options.
    pub fn open(path: &Path) -> io::Result<Self> {
        let bytes = fs::read(path)?;
        let archive = ArchiveFile::parse(&*bytes).map_err(io::Error::other)?;
        let mut functions = FxHashSet::default();
        for symbol in archive.symbols().map_err(io::Error::other)?.into_iter().flatten() {
            let symbol = symbol.map_err(io::Error::other)?;
            let identity = symbol.name().rsplit(|byte| *byte == b'.').next().and_then(|end| std::str::from_utf8(end).ok());
            functions.extend(identity.and_then(Identity::parse));
        }
        Ok(Self { path: path.to_owned(), functions })
    }

    pub(crate) fn has(&self, function: Identity) -> bool {
        self.functions.contains(&function)
    }
}

/// A library in the making.
#[derive(Default)]
pub struct PrebuiltBuilder {
    objects: BTreeMap<Identity, Vec<u8>>,
}

impl PrebuiltBuilder {
    /// Compiles what of the standard library a program needs and is not there yet.
    pub fn add(&mut self, program: &Program, options: &Options) -> Result<()> {
        let options = Options { emit: Emit::Object, prebuilt: None, ..options.clone() };
        let identities = Identities::of(program);
        let is_library = prebuilt_functions(program, &identities);
        let functions = (0..).map(FuncId).zip(&identities.functions).zip(&is_library);
        let functions = functions.filter_map(|((id, identity), is_library)| is_library.then_some((id, (*identity)?)));
        let missing: Vec<_> = functions.filter(|(_, identity)| !self.objects.contains_key(identity)).collect();
        let (next, objects) = (AtomicUsize::new(0), Mutex::new(&mut self.objects));
        let compile_some = || -> Result<()> {
            while let Some((id, identity)) = missing.get(next.fetch_add(1, Ordering::Relaxed)) {
                let units = Units::of_prebuilt(program, identities.clone(), &is_library, *id);
                let Output::Objects(made) = crate::compile_unit(program, Unit::prebuilt(&units), &options)? else { continue };
                let mut objects = objects.lock().map_err(|_| InternalError::new("compiling the library", "another thread failed"))?;
                objects.extend(made.files.into_iter().map(|object| (*identity, object)));
            }
            Ok(())
        };
        thread::scope(|scope| {
            let threads = thread::available_parallelism().map_or(1, |count| count.get());
            let spawn = |_| thread::Builder::new().stack_size(crate::STACK).spawn_scoped(scope, compile_some);
            let started = (0..threads).map(spawn).collect::<io::Result<Vec<_>>>();
            let started = started.map_err(|error| InternalError::new("starting a thread", error.to_string()))?;
            started.into_iter().try_for_each(|thread| thread.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)))
        })
    }

    /// The file's bytes.
    pub fn finish(self) -> io::Result<Vec<u8>> {
        let member = |(identity, object)| NewArchiveMember::new(object, &DEFAULT_OBJECT_READER, format!("{identity}.o"));
        let members: Vec<_> = self.objects.into_iter().map(member).collect();
        let mut bytes = Cursor::new(Vec::new());
        write_archive_to_stream(&mut bytes, &members, ArchiveKind::Gnu, false, None)?;
        Ok(bytes.into_inner())
    }
}
