//! `pyc lsp`: the language server, over standard input and output.

use std::process::ExitCode;
use std::sync::Arc;

use pyc_hir::Options;

use crate::cli::Lsp;
use crate::exit;
use crate::source::FileSystem;

pub(super) fn run(options: &Lsp) -> ExitCode {
    let stdlib = std::env::var_os("PYC_STDLIB").map(Into::into);
    match pyc_lsp::run_stdio(Arc::new(FileSystem), Options { search_path: options.search_path.clone(), stdlib, ..Options::default() }) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: the language server stopped: {error}");
            exit::failure()
        }
    }
}
