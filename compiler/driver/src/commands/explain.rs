//! `pyc explain CODE`: the page of an error code.

use std::process::ExitCode;

use pyc_base::codes;

use crate::cli::Explain;
use crate::{exit, output, pages};

pub(super) fn run(options: &Explain) -> ExitCode {
    let text = match &options.code {
        None => list(),
        Some(code) => match pages::page(code) {
            Some(page) => page.to_owned(),
            None => return unknown(code),
        },
    };
    match output::print(text.as_bytes()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: can't write to standard output: {error}");
            exit::failure()
        }
    }
}

/// The titles of all pages, one a line.
fn list() -> String {
    let titles = pages::PAGES.iter().filter(|(id, _)| codes::find(id).is_some()).filter_map(|(_, text)| text.lines().next());
    titles.fold(String::new(), |list, title| list + title.trim_start_matches("# ") + "\n")
}

fn unknown(code: &str) -> ExitCode {
    eprintln!("error: there is no error code `{code}`; `pyc explain` lists them all");
    exit::usage()
}
