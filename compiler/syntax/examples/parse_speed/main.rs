//! Speed of the parser on CPython's standard library, next to that of the installed CPython's `ast.parse` on the same texts.
//!
//! `cargo run --release -p pyc-syntax --example parse_speed`

use std::io::Write;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

const ROUNDS: usize = 3;

/// What CPython measured: seconds for all files, and the files.
fn cpython() -> std::io::Result<(f64, Vec<String>)> {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/parse_speed/ast_parse.py");
    let output = Command::new("python3").arg(script).output()?;
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    let mut lines = text.lines();
    let seconds = lines.next().and_then(|line| line.parse().ok()).unwrap_or(f64::NAN);
    Ok((seconds, lines.map(str::to_owned).collect()))
}

fn main() -> std::io::Result<()> {
    let (theirs, paths) = cpython()?;
    let mut texts = Vec::new();
    for path in &paths {
        texts.extend(pyc_syntax::decode(&std::fs::read(path)?).ok());
    }
    let bytes: usize = texts.iter().map(String::len).sum();
    let mut best = Duration::MAX;
    for _ in 0..ROUNDS {
        let start = Instant::now();
        for text in &texts {
            std::hint::black_box(pyc_syntax::parse(text));
        }
        best = best.min(start.elapsed());
    }
    let ours = best.as_secs_f64();
    let megabytes = bytes as f64 / 1e6;
    writeln!(
        std::io::stdout(),
        "parse: {:.1} MB of the standard library at {:.1} MB/s; ast.parse {:.1} MB/s; ratio {:.1}",
        megabytes,
        megabytes / ours,
        megabytes / theirs,
        theirs / ours
    )
}
