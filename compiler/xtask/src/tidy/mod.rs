//! Rules on the source tree that the Rust compiler does not check. A rule is a function from the tree to its violations.

mod crates;
mod error_codes;
mod sources;
mod tree;

use std::path::Path;
use std::process::ExitCode;

use tree::Tree;

/// What a rule found: a place and what is wrong there.
type Violations = Vec<String>;

const RULES: &[(&str, fn(&Tree) -> Violations)] = &[
    ("crates depend only on rooms before them", crates::dependency_directions),
    ("only their rooms name the heavy libraries", crates::library_owners),
    ("every crate and module says what lives there", sources::module_docs),
    ("nothing is left to be done at run time", sources::unfinished_code),
    ("output goes through the driver", sources::printing),
    ("files stay on one subject", sources::file_lengths),
    ("every error code has a page with an example and a fix", error_codes::pages),
    ("every page belongs to an error code", error_codes::orphans),
];

/// Checks all rules and prints what broke them.
pub(crate) fn run(root: &Path) -> ExitCode {
    let tree = Tree::read(root);
    let mut failed = 0;
    for (name, rule) in RULES {
        let violations = rule(&tree);
        if violations.is_empty() {
            eprintln!("ok      {name}");
        } else {
            failed += 1;
            eprintln!("FAILED  {name}");
            for violation in violations {
                eprintln!("        {violation}");
            }
        }
    }
    eprintln!("{} passed, {failed} failed", RULES.len() - failed);
    if failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
