//! Syntax that CPython 3.11 does not have: the printed trees.

#[test]
fn newer_syntax() {
    let fixtures = [
        ("type_parameters", include_str!("newer/type_parameters.py")),
        ("fstrings", include_str!("newer/fstrings.py")),
        ("tstrings", include_str!("newer/tstrings.py")),
        ("statements", include_str!("newer/statements.py")),
    ];
    for (name, text) in fixtures {
        let parse = pyc_syntax::parse(text);
        assert_eq!(parse.errors, [], "{name}");
        insta::assert_snapshot!(name, lines(&pyc_syntax::dump::dump(text, &parse.module)));
    }
}

/// The dump with a line break behind each node.
fn lines(dump: &str) -> String {
    let mut out = String::new();
    let mut depth = 0_usize;
    let mut before = ' ';
    for character in dump.chars() {
        match character {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            _ => {}
        }
        match character {
            ' ' if out.ends_with("),") || out.ends_with("],") => {
                out.push('\n');
                out.push_str(&"  ".repeat(depth));
            }
            _ => out.push(character),
        }
        if before == '=' && character == '[' {
            out.push('\n');
            out.push_str(&"  ".repeat(depth));
        }
        before = character;
    }
    // Empty lists stay on their line.
    let parts: Vec<&str> = out.split("[\n").collect();
    let joined: Vec<String> = parts
        .iter()
        .enumerate()
        .map(|(at, part)| {
            if at > 0 && part.trim_start().starts_with(']') {
                part.trim_start().to_owned()
            } else if at > 0 {
                format!("\n{part}")
            } else {
                (*part).to_owned()
            }
        })
        .collect();
    joined.join("[")
}
