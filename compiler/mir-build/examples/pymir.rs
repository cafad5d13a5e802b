//! Prints the MIR of a program: `pymir FILE STDLIB [built] [kernels]`. A tool for work on the middle of the compiler.
#![allow(clippy::print_stdout, reason = "a tool prints")]

use std::path::{Path, PathBuf};
use std::sync::Arc;

use pyc_hir::{Db, FolderEntry, Options, RootDatabase, System};

struct Disk;

impl System for Disk {
    fn read(&self, path: &Path) -> Option<Arc<str>> {
        std::fs::read_to_string(path).ok().map(Into::into)
    }

    fn list(&self, path: &Path) -> Option<Vec<FolderEntry>> {
        let entry = |entry: std::io::Result<std::fs::DirEntry>| {
            let entry = entry.ok()?;
            Some(FolderEntry { name: entry.file_name().to_string_lossy().into_owned().into(), is_folder: entry.path().is_dir() })
        };
        let mut entries: Vec<FolderEntry> = std::fs::read_dir(path).ok()?.filter_map(entry).collect();
        entries.sort_by(|a, b| a.name.cmp(&b.name));
        Some(entries)
    }
}

fn main() -> std::process::ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let [file, stdlib, stages @ ..] = args.as_slice() else {
        eprintln!("usage: pymir FILE STDLIB [built] [kernels]");
        return 2.into();
    };
    let mut db =
        RootDatabase::new(Arc::new(Disk), Options { search_path: Vec::new(), stdlib: Some(PathBuf::from(stdlib)), ..Options::default() });
    let main = db.file(Path::new(file));
    db.set_main(Some(main));
    let has = |word: &str| stages.iter().any(|stage| stage == word);
    let compiled = if has("kernels") { pyc_mir_build::compile_kernels(&db, main) } else { pyc_mir_build::compile_program(&db, main) };
    let mut program = match compiled {
        Ok(program) => program,
        Err(errors) => {
            for error in errors {
                let label = &error.labels[0];
                let file = db.file_by_id(label.file).expect("labels name files of the database");
                let at = pyc_hir::line_index(&db, file).line_col(label.span.start);
                eprintln!("{}:{}:{}: {} {} {:?}", file.path(&db).display(), at.line, at.column, error.code, error.message, error.help);
            }
            return 1.into();
        }
    };
    if let Err(errors) = pyc_mir::verify(&program, pyc_mir::Phase::Built) {
        print!("{program}");
        errors.iter().for_each(|error| eprintln!("{error}"));
        return 101.into();
    }
    if !has("built") {
        pyc_mir::optimize_and_count(&mut program, pyc_mir::Options { optimize: true, check: true });
    }
    print!("{program}");
    0.into()
}
