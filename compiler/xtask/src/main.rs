//! Development tasks, run as `cargo xtask TASK`. Nothing of the compiler depends on this crate, and it depends on nothing of the compiler.

mod tidy;

use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["tidy"] => tidy::run(&workspace_root()),
        _ => {
            eprintln!("usage: cargo xtask tidy    check the rules on the source tree");
            ExitCode::from(2)
        }
    }
}

/// The folder of the workspace: two levels above this crate.
fn workspace_root() -> std::path::PathBuf {
    std::path::Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2).expect("this crate lies in compiler/xtask").to_path_buf()
}
