//! Programs in memory for the tests.

use std::path::Path;
use std::sync::Arc;

use pyc_hir::{Db, File, NoFiles, Options, RootDatabase, hir_diagnostics};

/// A database with these files (path, text); the first one is the main file.
pub(crate) fn database(files: &[(&str, &str)]) -> (RootDatabase, File) {
    let mut db = RootDatabase::new(Arc::new(NoFiles), Options { tells_executed: true, ..Options::default() });
    for (path, text) in files {
        db.set_file_text(Path::new(path), Some(Arc::from(*text)));
    }
    let main = db.file(Path::new(files[0].0));
    db.set_main(Some(main));
    (db, main)
}

/// The diagnostics of the first file: code, the text they point at, message and help.
#[allow(dead_code, reason = "not every test binary needs it")]
pub(crate) fn diagnostics(files: &[(&str, &str)]) -> String {
    let (db, main) = database(files);
    let text = main.text(&db).clone().unwrap_or_default();
    let found = hir_diagnostics(&db, main);
    let lines = found.iter().map(|diagnostic| {
        let place = &text[diagnostic.labels[0].span.range()];
        let help = diagnostic.help.as_ref().map_or_else(String::new, |help| format!(" (help: {help})"));
        format!("{} at {place:?}: {}{help}\n", diagnostic.code, diagnostic.message)
    });
    lines.collect::<Vec<_>>().concat()
}
