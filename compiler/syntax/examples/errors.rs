//! Prints the syntax errors of the files it is given.

fn main() {
    for path in std::env::args().skip(1) {
        let Ok(text) = std::fs::read_to_string(&path) else { continue };
        let parse = pyc_syntax::parse(&text);
        for error in parse.errors.iter().take(3) {
            let line = text[..error.span.start as usize].matches('\n').count() + 1;
            eprintln!("{path}:{line}: {}: {}", error.message, text[error.span.range()].chars().take(40).collect::<String>());
        }
    }
}
