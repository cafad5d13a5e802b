//! Every file of the installed CPython's standard library: the tree's text is what CPython prints, and what CPython refuses is refused.

use std::io::{BufRead, BufReader, Read};
use std::path::Path;
use std::process::{Command, Stdio};

/// What CPython 3.11 says of text that newer versions accept.
const NEWER: &[&str] = &[
    "multiple exception types must be parenthesized",
    "f-string: expressions nested too deeply",
    "f-string expression part cannot include",
];

/// CPython's own answer for one text.
struct Answer {
    /// A file, or where the text is from.
    path: String,
    accepted: bool,
    /// The printed tree or the error.
    text: String,
    /// Empty for a file.
    source: Vec<u8>,
}

fn answers(arguments: &[&str], mut each: impl FnMut(Answer)) {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus/expected.py");
    let mut python = Command::new("python3").arg(script).args(arguments).stdout(Stdio::piped()).spawn().expect("python3 starts");
    let mut out = BufReader::with_capacity(1 << 20, python.stdout.take().expect("its output is piped"));
    let mut line = String::new();
    while out.read_line(&mut line).expect("a path") > 0 {
        let path = line.trim_end().to_owned();
        line.clear();
        out.read_line(&mut line).expect("a header");
        let [word, text, source] = line.split_whitespace().collect::<Vec<_>>()[..] else { panic!("{line}: a word and two lengths") };
        let mut read = |length: &str| {
            let mut bytes = vec![0; length.parse().expect("a length")];
            out.read_exact(&mut bytes).expect("the text");
            bytes
        };
        let text = String::from_utf8(read(text)).expect("UTF-8");
        each(Answer { path, accepted: word == "tree", text, source: read(source) });
        line.clear();
    }
    assert!(python.wait().expect("python3 ends").success());
}

/// What differs from CPython's answer, if anything does.
fn difference(answer: &Answer) -> Option<String> {
    let file = std::fs::read(&answer.path);
    let text = match pyc_syntax::decode(file.as_ref().unwrap_or(&answer.source)) {
        Ok(text) => text,
        Err(error) if answer.accepted => return Some(format!("not decoded: {}", error.message)),
        Err(_) => return None,
    };
    let parse = pyc_syntax::parse(&text);
    if !answer.accepted {
        let newer = NEWER.iter().any(|message| answer.text.contains(message));
        return (parse.errors.is_empty() && !newer).then(|| format!("{text}\n CPython: {}", answer.text));
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

/// The differences in CPython's answers, and how many answers there were.
fn differences(arguments: &[&str]) -> (Vec<String>, usize) {
    let (mut differences, mut count) = (Vec::new(), 0);
    answers(arguments, |answer| {
        count += 1;
        differences.extend(difference(&answer).map(|difference| format!("{}: {difference}", answer.path)));
    });
    (differences, count)
}

fn assert_none(differences: &[String], count: usize) {
    assert!(count > 1000, "only {count} texts");
    assert!(differences.is_empty(), "{} of {count} differ\n{}", differences.len(), differences.join("\n"));
}

#[test]
fn trees_equal_those_of_cpython() {
    let halves = std::thread::scope(|scope| {
        let threads = ["0", "1"].map(|half| scope.spawn(move || differences(&[half, "2"])));
        threads.map(|thread| thread.join().expect("no panic"))
    });
    let count = halves.iter().map(|(_, count)| count).sum();
    assert_none(&halves.map(|(differences, _)| differences).concat(), count);
}

/// The strings in CPython's own tests of its parser: much of it is refused.
#[test]
fn snippets_equal_those_of_cpython() {
    let (differences, count) = differences(&["snippets"]);
    assert_none(&differences, count);
}
