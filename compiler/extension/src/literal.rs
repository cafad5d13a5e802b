//! Literals as text.

use pyc_hir::Literal;

/// A literal as it can be written in a source, if Python has such a value for its callers.
pub(crate) fn source(literal: &Literal) -> Option<String> {
    Some(match literal {
        Literal::None => "None".to_owned(),
        Literal::Bool(true) => "True".to_owned(),
        Literal::Bool(false) => "False".to_owned(),
        Literal::Int(value) => value.to_string(),
        Literal::Float(bits) => float(f64::from_bits(*bits))?,
        Literal::Str(text) => quoted(text),
        Literal::Ellipsis | Literal::BigInt(_) | Literal::Complex(_) | Literal::SurrogateStr(_) | Literal::Bytes(_) => return None,
    })
}

fn float(value: f64) -> Option<String> {
    value.is_finite().then(|| format!("{value:?}"))
}

/// A string literal in ASCII.
pub(crate) fn quoted(text: &str) -> String {
    let mut made = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => made.extend(['\\', c]),
            ' '..='~' => made.push(c),
            _ => made.push_str(&format!("\\U{:08x}", u32::from(c))),
        }
    }
    made.push('"');
    made
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_become_literals() {
        assert_eq!(quoted("a\"b\\c\n\u{e9}"), "\"a\\\"b\\\\c\\U0000000a\\U000000e9\"");
    }

    #[test]
    fn floats_keep_their_point() {
        assert_eq!(float(2.0).as_deref(), Some("2.0"));
        assert_eq!(float(1e300).as_deref(), Some("1e300"));
        assert_eq!(float(f64::INFINITY), None);
    }
}
