//! Anything at all gives a tree: random bytes, and Python with random changes. The same short run each time; `fuzz/` goes further.

use pyc_syntax::{Parse, parse};

const SEEDS: &[&str] = &[
    include_str!("errors/mistakes.py"),
    include_str!("newer/type_parameters.py"),
    include_str!("newer/fstrings.py"),
    include_str!("newer/tstrings.py"),
    include_str!("newer/statements.py"),
];
const PIECES: &[&str] = &[
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    "f'{",
    "\"\"\"",
    "'",
    "\"",
    "\\",
    "\n",
    "\r\n",
    "\t",
    "    ",
    ":",
    "=",
    "#",
    "\0",
    "\u{feff}",
    "é",
    "\u{d7ff}",
    "😀",
    "0x",
    "1_",
    "if",
    "else:",
    "match x:\n case",
    "class",
    "lambda",
    "\\N{",
    "!r",
    "@",
    "\x0c",
];

struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % limit
    }
}

fn check(text: &str) {
    let Parse { module, errors } = parse(text);
    for error in errors {
        assert!(text.get(error.span.range()).is_some(), "{:?} of {text:?}", error.span);
    }
    for statement in &module.body {
        assert!(text.get(statement.span.range()).is_some(), "{:?} of {text:?}", statement.span);
    }
    pyc_syntax::dump::dump(text, &module);
}

#[test]
fn random_bytes() {
    let mut random = Random(1);
    for _ in 0..2000 {
        let bytes: Vec<u8> = (0..random.below(200)).map(|_| random.below(256) as u8).collect();
        if let Ok(text) = pyc_syntax::decode(&bytes) {
            check(&text);
        }
        check(&String::from_utf8_lossy(&bytes));
    }
}

#[test]
fn random_changes() {
    let mut random = Random(2);
    for round in 0..3000 {
        let seed = SEEDS[round % SEEDS.len()];
        let start = seed.floor_char_boundary(random.below(seed.len()));
        let end = seed.floor_char_boundary((start + random.below(400)).min(seed.len()));
        let mut text = seed[start..end].to_owned();
        for _ in 0..random.below(6) {
            let at = text.floor_char_boundary(random.below(text.len() + 1));
            text.insert_str(at, PIECES[random.below(PIECES.len())]);
        }
        check(&text);
    }
}
