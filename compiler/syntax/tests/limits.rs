//! Texts that are too deep, too long or no text at all: diagnostics, and no overflow of the stack.

use pyc_base::codes;
use pyc_syntax::{Parse, parse};

fn is_too_deep(parse: &Parse) -> bool {
    parse.errors.iter().any(|error| error.code == codes::NESTED_TOO_DEEPLY)
}

fn blocks(depth: usize) -> String {
    let mut text: String = (0..depth).map(|level| format!("{}if x:\n", " ".repeat(level))).collect();
    text.push_str(&" ".repeat(depth));
    text.push_str("pass\n");
    text
}

#[test]
fn what_cpython_accepts_is_accepted() {
    let chain = 2900;
    let texts = [
        format!("1{}", " + 1".repeat(chain)),
        format!("1{}", " ** 1".repeat(chain)),
        format!("{}1", "-".repeat(chain)),
        format!("{}1", "not ".repeat(chain)),
        format!("a{}", ".b".repeat(chain)),
        format!("a{}", "()".repeat(chain)),
        format!("a{}", " if b else c".repeat(chain)),
        format!("{}1", "lambda: ".repeat(chain)),
        format!("if a: pass\n{}", "elif b: pass\n".repeat(chain)),
        format!("a{}", " or a".repeat(20_000)),
        format!("a{}", " < a".repeat(20_000)),
        format!("x = [{}]", "f(-1), ".repeat(20_000)),
        format!("x = {}", "'a' ".repeat(20_000)),
        format!("{}1{}", "(".repeat(200), ")".repeat(200)),
        format!("{}1{}", "[".repeat(200), "]".repeat(200)),
        blocks(99),
    ];
    for text in texts {
        let parse = parse(&text);
        assert_eq!(parse.errors, [], "{}", &text[..40]);
        assert!(pyc_syntax::dump::dump(&text, &parse.module).ends_with("type_ignores=[])"));
    }
}

#[test]
fn what_is_deeper_is_refused() {
    let depth = 10_000;
    let texts = [
        format!("{}1{}", "(".repeat(depth), ")".repeat(depth)),
        format!("{}1{}", "[".repeat(depth), "]".repeat(depth)),
        "(".repeat(depth),
        format!("x = {}", "{1: ".repeat(depth)),
        format!("1{}", " + 1".repeat(depth)),
        format!("{}1", "-".repeat(depth)),
        format!("{}1", "not ".repeat(depth)),
        format!("a{}", ".b".repeat(depth)),
        format!("a{}", "[0]".repeat(depth)),
        format!("a{}", " if b else c".repeat(depth)),
        format!("{}1", "lambda: ".repeat(depth)),
        format!("if a: pass\n{}", "elif b: pass\n".repeat(depth)),
        format!("{}{}", "f'{".repeat(depth), "}'".repeat(depth)),
        format!("f'{}'", "{x:".repeat(depth)),
        blocks(100),
        blocks(2_000),
    ];
    for text in texts {
        assert!(is_too_deep(&parse(&text)), "{}", &text[..40]);
    }
}

#[test]
fn a_byte_order_mark_is_no_character() {
    let text = "\u{FEFF}x = 1\ny = 2\n";
    let parse = parse(text);
    assert_eq!(parse.errors, []);
    assert_eq!(parse.module.body.len(), 2);
}

#[test]
fn long_lines_are_no_problem() {
    let long = format!("x = '{}'\ny = [{}]\n", "a".repeat(1 << 20), "1, ".repeat(1 << 16));
    assert_eq!(parse(&long).errors, []);
    assert!(!parse(&"(".repeat(1 << 16)).errors.is_empty());
    assert!(!parse(&"f'{".repeat(1 << 14)).errors.is_empty());
    assert!(!parse(&"x y ".repeat(1 << 14)).errors.is_empty());
}
