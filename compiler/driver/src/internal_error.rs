//! What happens when the compiler itself is wrong: a report that says so, and exit code 101. Also the thread that the compiler runs on, whose stack is
//! deep enough for what the parser lets through.

use std::panic::{self, PanicHookInfo};
use std::process::ExitCode;
use std::thread;

use crate::exit;

/// Reserved, not used: pages are mapped when they are first touched.
const STACK_BYTES: usize = 1 << 30;

/// Runs the compiler on a thread with a big stack; a panic becomes a report.
pub(crate) fn guarded(compiler: impl FnOnce() -> ExitCode + Send + 'static) -> ExitCode {
    panic::set_hook(Box::new(report));
    let thread = thread::Builder::new().name("pyc".to_owned()).stack_size(STACK_BYTES).spawn(compiler);
    match thread.map(thread::JoinHandle::join) {
        Ok(Ok(code)) => code,
        Ok(Err(_reported)) => ExitCode::from(exit::INTERNAL_ERROR),
        Err(error) => {
            eprintln!("error: can't start the compiler's thread: {error}");
            ExitCode::from(exit::INTERNAL_ERROR)
        }
    }
}

fn report(info: &PanicHookInfo<'_>) {
    let payload = info.payload();
    let message = payload.downcast_ref::<&str>().copied().or_else(|| payload.downcast_ref::<String>().map(String::as_str));
    let message = message.unwrap_or("a panic without a message");
    let place = info.location().map_or_else(String::new, |location| format!(" at {location}"));
    eprintln!("error: internal compiler error: {message}");
    eprintln!("  = note: raised{place} by pyc {}", env!("CARGO_PKG_VERSION"));
    eprintln!("  = note: this is a bug in pyc, not in your program; please report it with the source that shows it");
    if std::env::var_os("RUST_BACKTRACE").is_some_and(|value| value != "0") {
        eprintln!("{}", std::backtrace::Backtrace::force_capture());
    } else {
        eprintln!("  = help: RUST_BACKTRACE=1 in the environment adds a backtrace");
    }
}
