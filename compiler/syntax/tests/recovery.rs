//! Damage to files of CPython's standard library: a token lost, a token too many, or the file cut off. Whatever it is, it is reported if CPython
//! refuses the text, and every top-level statement around the damaged one is still there.

use std::io::{BufReader, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use pyc_base::Span;
use pyc_syntax::ast::{Module, StmtKind};

/// Larger files take long and damage in them is no different.
const MAX_BYTES: usize = 16_000;
const CASES_PER_FILE: u64 = 3;

/// A small generator of pseudo-random numbers (SplitMix64).
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut value = self.0;
        value = (value ^ (value >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        value = (value ^ (value >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((value ^ (value >> 31)) % limit as u64) as usize
    }
}

/// CPython, asked whether it parses a text.
struct Oracle {
    process: Child,
    questions: Option<ChildStdin>,
    answers: BufReader<ChildStdout>,
}

impl Oracle {
    fn start() -> Self {
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus/verdict.py");
        let mut process = Command::new("python3").arg(script).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("python3 starts");
        let questions = process.stdin.take();
        let answers = BufReader::new(process.stdout.take().expect("its output is piped"));
        Self { process, questions, answers }
    }

    fn ask(&mut self, text: &str) {
        let questions = self.questions.as_mut().expect("open");
        write!(questions, "{}\n{text}", text.len()).and_then(|()| questions.flush()).expect("python3 reads");
    }

    fn accepts(&mut self) -> bool {
        let mut answer = [0];
        self.answers.read_exact(&mut answer).expect("an answer");
        answer[0] == b'1'
    }
}

impl Drop for Oracle {
    fn drop(&mut self) {
        self.questions = None;
        _ = self.process.wait();
    }
}

fn python_files(folder: &Path, files: &mut Vec<PathBuf>) {
    let mut entries: Vec<PathBuf> = std::fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path()).collect();
    entries.sort();
    for path in entries {
        if path.is_dir() && !path.ends_with("site-packages") {
            python_files(&path, files);
        } else if path.extension().is_some_and(|extension| extension == "py") {
            files.push(path);
        }
    }
}

fn library() -> Vec<PathBuf> {
    let output = Command::new("python3").args(["-c", "import sysconfig; print(sysconfig.get_paths()['stdlib'], end='')"]).output();
    let folder = String::from_utf8(output.expect("python3 runs").stdout).expect("UTF-8");
    let mut files = Vec::new();
    python_files(Path::new(&folder), &mut files);
    files
}

/// A damaged text, the place of the damage in the sound one, and by how much what follows has moved.
struct Damage {
    what: String,
    text: String,
    place: Span,
    shift: i64,
}

fn damage(text: &str, tokens: &[Span], random: &mut Random, kind: u64) -> Damage {
    let at = random.below(tokens.len());
    let token = tokens[at];
    let (before, after) = text.split_at(token.start as usize);
    let word = &text[token.range()];
    match kind {
        0 => Damage {
            what: format!("without {word:?} at {}", token.start),
            text: format!("{before}{}", &text[token.end as usize..]),
            place: token,
            shift: -i64::from(token.len()),
        },
        1 => {
            let other = &text[tokens[random.below(tokens.len())].range()];
            let what = format!("with {other:?} at {}", token.start);
            let inserted = format!("{other} ");
            let place = Span::new(token.start, token.start);
            Damage { what, text: format!("{before}{inserted}{after}"), place, shift: inserted.len() as i64 }
        }
        _ => {
            let place = Span::new(token.start, text.len() as u32);
            Damage { what: format!("cut off at {}", token.start), text: before.to_owned(), place, shift: 0 }
        }
    }
}

/// The first top-level statement that the damage does not touch and that is lost.
fn lost(text: &str, module: &Module, damage: &Damage, damaged: &Module) -> Option<String> {
    let line_start = text[..damage.place.start as usize].rfind('\n').map_or(0, |at| at as u32 + 1);
    let line_end = text[damage.place.end as usize..].find('\n').map_or(text.len() as u32, |length| damage.place.end + length as u32);
    let mut region = 0;
    for statement in &module.body {
        // Decorators stand before the span of what they decorate.
        let touched = region <= line_end && statement.span.end >= line_start;
        region = statement.span.end;
        if touched {
            continue;
        }
        let shift = if statement.span.start > damage.place.start { damage.shift } else { 0 };
        let moved = Span::new((i64::from(statement.span.start) + shift) as u32, (i64::from(statement.span.end) + shift) as u32);
        if !damaged.body.iter().any(|other| other.span == moved && other.kind != StmtKind::Error) {
            return Some(text[statement.span.range()].lines().next().unwrap_or_default().to_owned());
        }
    }
    None
}

fn check(oracle: &mut Oracle, path: &Path, seed: usize, problems: &mut Vec<String>) -> usize {
    let bytes = std::fs::read(path).expect("the file is there");
    let Ok(text) = pyc_syntax::decode(&bytes) else { return 0 };
    let tokens = pyc_syntax::token_spans(&text);
    let sound = pyc_syntax::parse(&text);
    if text.len() > MAX_BYTES || tokens.is_empty() || !sound.errors.is_empty() || text.contains("coding") {
        return 0;
    }
    let mut random = Random(seed as u64);
    for kind in 0..CASES_PER_FILE {
        let damage = damage(&text, &tokens, &mut random, kind);
        oracle.ask(&damage.text);
        let damaged = pyc_syntax::parse(&damage.text);
        if !oracle.accepts() && damaged.errors.is_empty() {
            problems.push(format!("{} {}: not reported", path.display(), damage.what));
        }
        if let Some(statement) = lost(&text, &sound.module, &damage, &damaged.module) {
            problems.push(format!("{} {}: lost `{statement}`", path.display(), damage.what));
        }
    }
    CASES_PER_FILE as usize
}

#[test]
fn damage_stays_where_it_is() {
    const SHARDS: usize = 2;
    let files = library();
    let (cases, problems) = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..SHARDS)
            .map(|shard| {
                let files = &files;
                scope.spawn(move || {
                    let (mut oracle, mut problems, mut cases) = (Oracle::start(), Vec::new(), 0);
                    for (seed, path) in files.iter().enumerate().skip(shard).step_by(SHARDS) {
                        cases += check(&mut oracle, path, seed, &mut problems);
                    }
                    (cases, problems)
                })
            })
            .collect();
        threads.into_iter().map(|thread| thread.join().expect("no panic")).fold((0, Vec::new()), |(sum, mut all), (cases, problems)| {
            all.extend(problems);
            (sum + cases, all)
        })
    });
    assert!(cases > 2000, "only {cases} cases");
    assert!(problems.is_empty(), "{} of {cases} cases\n{}", problems.len(), problems.join("\n"));
}
