//! `pyc`, the command that users call. It holds no code generator; see the library's documentation.

fn main() -> std::process::ExitCode {
    pyc_driver::run(None)
}
