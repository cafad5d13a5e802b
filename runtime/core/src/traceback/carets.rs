//! The line of `^` and `~` under a source line, as CPython 3.11 draws it: the whole expression is marked, and within a binary operation or a subscript
//! the operator or the brackets stand out.
//!
//! Nothing is drawn if the expression is the whole line.

use super::Entry;

/// Part of a line that stands out, in bytes of the line.
#[derive(Debug, PartialEq)]
struct Anchor {
    start: usize,
    end: usize,
}

pub(super) fn print(entry: &Entry, line: &[u8], mut put: impl FnMut(&[u8])) {
    let indent = line.len() - line.trim_ascii_start().len();
    let start = entry.column as usize;
    let one_line = entry.line == entry.end_line;
    let end = if one_line { entry.end_column as usize } else { line.trim_ascii_end().len() };
    if start < indent || start >= end || end > line.len() {
        return;
    }
    let Anchor { start: from, end: to } = if one_line { marked(&line[start..end]) } else { NOTHING };
    let (from, to) = (from + start, to + start);
    let whole = end - start == line.len() - indent;
    if whole && from == to {
        return;
    }
    put(b"    ");
    for (at, byte) in line.iter().enumerate().take(end).skip(indent) {
        // One mark for each character.
        if byte & 0xc0 == 0x80 {
            continue;
        }
        put(match () {
            () if at < start => b" ",
            () if from == to || (from..to).contains(&at) => b"^",
            () => b"~",
        });
    }
    put(b"\n");
}

const NOTHING: Anchor = Anchor { start: 0, end: 0 };

/// As [`anchor`], but empty if nothing stands out.
#[inline(never)]
fn marked(text: &[u8]) -> Anchor {
    anchor(text).unwrap_or(NOTHING)
}

/// A word, operator or bracketed part of an expression.
struct Token {
    start: usize,
    end: usize,
    kind: Kind,
}

#[derive(Clone, Copy, PartialEq)]
enum Kind {
    /// A name, number or string.
    Atom,
    /// `(…)` or `{…}`.
    Group,
    /// `[…]`.
    Brackets,
    Dot,
    /// An arithmetic operator; how tightly it binds between two operands.
    Operator(u8),
    Tilde,
    /// Anything that makes an expression something else than arithmetic on its outside: a comparison, `and`, a comma, a statement.
    Other,
}

const POWER: u8 = 6;

/// What stands out in an expression: the operator that joins its two sides, or the brackets of a subscript.
fn anchor(text: &[u8]) -> Option<Anchor> {
    let mut operator: Option<(usize, usize, u8)> = None;
    let mut last: Option<Token> = None;
    let mut subscript = None;
    let mut prefix = false;
    let mut outer = None;
    let mut at = 0;
    while let Some(token) = next_token(text, at)? {
        at = token.end;
        let after_operand = last.as_ref().is_some_and(|last| matches!(last.kind, Kind::Atom | Kind::Group | Kind::Brackets));
        match token.kind {
            Kind::Other => return None,
            Kind::Operator(binds) if after_operand => {
                // Operators of one strength join from the left, except for `**`. A sign in front binds less than `**` behind it.
                let weaker = operator.is_none_or(|(_, _, so_far)| binds < so_far || binds == so_far && binds != POWER);
                if weaker && !(prefix && binds == POWER && operator.is_none()) {
                    let whole = outer.filter(|_| operator.is_none() && !prefix);
                    operator = Some((whole.unwrap_or(token.start), token.start, binds));
                }
                subscript = None;
            }
            Kind::Operator(_) | Kind::Tilde => prefix |= operator.is_none(),
            // Parentheses that are no call's are not part of the operand for CPython.
            Kind::Group if !after_operand => (outer, subscript) = (first_closing(&text[..token.end]), None),
            Kind::Brackets if after_operand => subscript = last.as_ref().map(|last| Anchor { start: last.end, end: token.end }),
            _ => subscript = None,
        }
        if token.kind != Kind::Group || after_operand {
            outer = None;
        }
        last = Some(token);
    }
    if let Some((seen, start, _)) = operator {
        // CPython takes what follows at once for a second character of the operator.
        let two = text.get(seen + 1).is_some_and(|next| !next.is_ascii_whitespace()) && (seen != start || second(text, start));
        return Some(Anchor { start, end: start + 1 + usize::from(two) });
    }
    if prefix { None } else { subscript }
}

/// Whether the operand on the right starts later than right behind the operator's first character.
fn second(text: &[u8], start: usize) -> bool {
    text[start + 1] == b'(' || matches!(operator(&text[start..]), (2, _))
}

/// Where the parentheses that end a text start to close; nothing for a tuple or braces, which are operands themselves.
fn first_closing(text: &[u8]) -> Option<usize> {
    let run = text.iter().rev().take_while(|byte| **byte == b')' || byte.is_ascii_whitespace()).count();
    let from = text.len() - run;
    let first = from + text[from..].iter().position(|byte| *byte == b')')?;
    let comma = text[..from].ends_with(b",");
    (!comma).then_some(first)
}

/// The next token, nothing at the end, and `None` for what is no expression.
fn next_token(text: &[u8], at: usize) -> Option<Option<Token>> {
    let start = at + text[at..].iter().take_while(|byte| byte.is_ascii_whitespace()).count();
    let Some(first) = text.get(start) else { return Some(None) };
    let (length, kind) = match first {
        b'"' | b'\'' => (string(&text[start..])?, Kind::Atom),
        b'0'..=b'9' => (number(&text[start..]), Kind::Atom),
        b'_' | b'a'..=b'z' | b'A'..=b'Z' | 0x80.. => word(&text[start..])?,
        b'(' | b'{' => (group(&text[start..])?, Kind::Group),
        b'[' => (group(&text[start..])?, Kind::Brackets),
        b'.' if text.get(start + 1).is_some_and(u8::is_ascii_digit) => (number(&text[start..]), Kind::Atom),
        b'.' => (1, Kind::Dot),
        _ => operator(&text[start..]),
    };
    Some(Some(Token { start, end: start + length, kind }))
}

fn operator(text: &[u8]) -> (usize, Kind) {
    let kind = |binds| Kind::Operator(binds);
    match text {
        [b'*', b'*', ..] => (2, kind(POWER)),
        [b'/', b'/', ..] => (2, kind(5)),
        [b'<', b'<', ..] | [b'>', b'>', ..] => (2, kind(3)),
        [b'*' | b'/' | b'%' | b'@', ..] => (1, kind(5)),
        [b'+' | b'-', ..] => (1, kind(4)),
        [b'&', ..] => (1, kind(2)),
        [b'^', ..] => (1, kind(1)),
        [b'|', ..] => (1, kind(0)),
        [b'~', ..] => (1, Kind::Tilde),
        _ => (1, Kind::Other),
    }
}

fn number(text: &[u8]) -> usize {
    let mut length = 0;
    while let Some(byte) = text.get(length) {
        let exponent_sign = matches!(byte, b'+' | b'-') && matches!(text[length - 1], b'e' | b'E') && !text.starts_with(b"0x");
        if !(byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_') || exponent_sign) {
            break;
        }
        length += 1;
    }
    length
}

fn word(text: &[u8]) -> Option<(usize, Kind)> {
    let length = text.iter().take_while(|byte| byte.is_ascii_alphanumeric() || **byte == b'_' || **byte >= 0x80).count();
    if matches!(text.get(length), Some(b'"' | b'\'')) && length <= 2 {
        return Some((length + string(&text[length..])?, Kind::Atom));
    }
    let kind = match &text[..length] {
        b"and" | b"or" | b"not" | b"in" | b"is" | b"if" | b"else" | b"lambda" | b"await" | b"yield" | b"return" | b"raise" | b"assert"
        | b"del" | b"for" | b"while" | b"with" | b"import" | b"from" | b"class" | b"def" => Kind::Other,
        _ => Kind::Atom,
    };
    Some((length, kind))
}

fn string(text: &[u8]) -> Option<usize> {
    let quote = text[0];
    let long = text.len() >= 3 && text[1] == quote && text[2] == quote;
    let mut at = if long { 3 } else { 1 };
    loop {
        match text.get(at)? {
            b'\\' => at += 2,
            byte if *byte == quote && !long => return Some(at + 1),
            byte if *byte == quote && text.get(at + 1) == Some(&quote) && text.get(at + 2) == Some(&quote) => return Some(at + 3),
            _ => at += 1,
        }
    }
}

/// The length of a bracketed part.
fn group(text: &[u8]) -> Option<usize> {
    let (mut depth, mut at) = (0usize, 0);
    loop {
        match text.get(at)? {
            b'(' | b'[' | b'{' => depth += 1,
            b')' | b']' | b'}' => depth -= 1,
            b'"' | b'\'' => at += string(&text[at..])? - 1,
            _ => {}
        }
        at += 1;
        if depth == 0 {
            return Some(at);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Option<&str> {
        anchor(text.as_bytes()).map(|anchor| &text[anchor.start..anchor.end])
    }

    #[test]
    fn what_stands_out() {
        assert_eq!(of("a / b"), Some("/"));
        assert_eq!(of("1//0"), Some("//"));
        assert_eq!(of("a + b * c"), Some("+"));
        assert_eq!(of("a - b - c").map(str::len), Some(1));
        assert_eq!(anchor(b"a - b - c"), Some(Anchor { start: 6, end: 7 }));
        assert_eq!(anchor(b"a ** b ** c"), Some(Anchor { start: 2, end: 4 }));
        assert_eq!(of("xs[i + 1]"), Some("[i + 1]"));
        assert_eq!(of("f(x)[0]"), Some("[0]"));
        assert_eq!(of("f(a + b)"), None);
        assert_eq!(of("xs[0].y"), None);
        assert_eq!(of("a < b"), None);
        assert_eq!(of("-a ** b"), None);
        assert_eq!(of("-a + b"), Some("+"));
        assert_eq!(of("'a + b' % x"), Some("%"));
        assert_eq!(of("a, b + c"), None);
        assert_eq!(of("1e+5 * x"), Some("*"));
        assert_eq!(of("(a + b) // 2"), Some("/"));
        assert_eq!(of("(a)//2"), Some("//"));
    }
}
