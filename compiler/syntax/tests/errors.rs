//! What is said about common mistakes: message, place and help.

use std::fmt::Write;

/// Each mistake with what is said about it below its line.
fn rendered(source: &str) -> String {
    let parse = pyc_syntax::parse(source);
    let mut out = String::new();
    let mut start = 0;
    for line in source.split_inclusive('\n') {
        let end = start + line.len();
        _ = writeln!(out, "    {}", line.trim_end());
        for error in parse.errors.iter().filter(|error| {
            (start..end).contains(&(error.span.start as usize)) || (end == source.len() && error.span.start as usize == end)
        }) {
            let column = source[start..error.span.start as usize].chars().count();
            let width = source[error.span.range()].chars().take_while(|&c| c != '\n').count().max(1);
            _ = write!(out, "    {}{} {}: {}", " ".repeat(column), "^".repeat(width), error.code, error.message);
            for (place, text) in &error.related {
                _ = write!(out, " [`{}`: {text}]", &source[place.range()]);
            }
            if let Some(help) = &error.help {
                _ = write!(out, " ({help})");
            }
            out.push('\n');
        }
        start = end;
    }
    out
}

#[test]
fn common_mistakes() {
    let fixtures = include_str!("errors/mistakes.py");
    let mut out = String::new();
    for section in fixtures.split("# --- ").skip(1) {
        let (title, source) = section.split_once('\n').expect("a title line");
        assert!(!pyc_syntax::parse(source).errors.is_empty(), "no error in {title}");
        _ = write!(out, "{title}\n{}\n", rendered(source));
    }
    insta::assert_snapshot!(out);
}
