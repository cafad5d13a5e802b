//! `pyc new`: a folder with a program that runs.

use std::fs;
use std::io;
use std::path::Path;
use std::process::ExitCode;

use crate::cli::New;
use crate::exit;

const MAIN: &str = r#"import sys


def greeting(name: str) -> str:
    return f"Hello, {name}!"


def main() -> None:
    name = sys.argv[1] if len(sys.argv) > 1 else "world"
    print(greeting(name))


main()
"#;

pub(super) fn run(options: &New) -> ExitCode {
    match create(&options.path) {
        Ok(()) => {
            let main = options.path.join("main.py");
            eprintln!("made {}; try: pyc run {}", options.path.display(), main.display());
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("error: can't make the project `{}`: {error}", options.path.display());
            exit::usage()
        }
    }
}

/// Never touches a folder that exists.
fn create(folder: &Path) -> io::Result<()> {
    let name = folder.file_name().ok_or_else(|| io::Error::other("the path has no last part to name it by"))?;
    fs::create_dir(folder)?;
    fs::write(folder.join("main.py"), MAIN)?;
    let name: String = name.to_string_lossy().chars().map(|c| if c.is_ascii_alphanumeric() || c == '-' { c } else { '-' }).collect();
    fs::write(folder.join("pyproject.toml"), format!("[project]\nname = \"{name}\"\nversion = \"0.1.0\"\nrequires-python = \">=3.12\"\n"))
}
