//! Every file of the installed CPython's standard library: the tree's text is what CPython prints, and what CPython refuses is refused.

use std::io::{BufRead, BufReader, Read};
use std::path::Path;
use std::process::{Command, Stdio};

/// Files that CPython 3.11 refuses and Python 3.14 accepts.
const NEWER: &[&str] = &[];

/// CPython's own answer for one file.
struct Answer {
    path: String,
    accepted: bool,
    text: String,
}

fn answers(shard: usize, shards: usize, mut each: impl FnMut(Answer)) {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus/expected.py");
    let mut python = Command::new("python3")
        .arg(script)
        .args([shard.to_string(), shards.to_string()])
        .stdout(Stdio::piped())
        .spawn()
        .expect("python3 starts");
    let mut out = BufReader::with_capacity(1 << 20, python.stdout.take().expect("its output is piped"));
    let mut line = String::new();
    while out.read_line(&mut line).expect("a path") > 0 {
        let path = line.trim_end().to_owned();
        line.clear();
        out.read_line(&mut line).expect("a header");
        let (word, length) = line.trim_end().split_once(' ').expect("a word and a length");
        let mut text = vec![0; length.parse().expect("a length")];
        out.read_exact(&mut text).expect("the text");
        each(Answer { path, accepted: word == "tree", text: String::from_utf8(text).expect("UTF-8") });
        line.clear();
    }
    assert!(python.wait().expect("python3 ends").success());
}

/// What differs from CPython's answer, if anything does.
fn difference(answer: &Answer) -> Option<String> {
    let bytes = std::fs::read(&answer.path).expect("the file is there");
    let text = match pyc_syntax::decode(&bytes) {
        Ok(text) => text,
        Err(error) if answer.accepted => return Some(format!("not decoded: {}", error.message)),
        Err(_) => return None,
    };
    let parse = pyc_syntax::parse(&text);
    if !answer.accepted {
        let newer = NEWER.iter().any(|path| answer.path.ends_with(path));
        return (parse.errors.is_empty() != newer).then(|| format!("CPython: {}", answer.text));
    }
    if let Some(error) = parse.errors.first() {
        return Some(format!("at {:?}: {}", error.span, error.message));
    }
    let dump = pyc_syntax::dump::dump(&text, &parse.module);
    (dump != answer.text).then(|| first_difference(&dump, &answer.text))
}

fn first_difference(ours: &str, theirs: &str) -> String {
    let same = ours.bytes().zip(theirs.bytes()).take_while(|(a, b)| a == b).count();
    let around =
        |text: &str| String::from_utf8_lossy(&text.as_bytes()[same.saturating_sub(300)..(same + 200).min(text.len())]).into_owned();
    format!("\n   ours: {}\n theirs: {}", around(ours), around(theirs))
}

#[test]
fn trees_equal_those_of_cpython() {
    const SHARDS: usize = 2;
    let differences: Vec<String> = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..SHARDS)
            .map(|shard| {
                scope.spawn(move || {
                    let mut differences = Vec::new();
                    answers(shard, SHARDS, |answer| {
                        differences.extend(difference(&answer).map(|difference| format!("{}: {difference}", answer.path)));
                    });
                    differences
                })
            })
            .collect();
        threads.into_iter().flat_map(|thread| thread.join().expect("no panic")).collect()
    });
    assert!(differences.is_empty(), "{} files differ\n{}", differences.len(), differences.join("\n"));
}
