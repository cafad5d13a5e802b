//! The text of string literals: escape sequences, line ends, doubled braces.

use pyc_base::Span;

use super::Builder;
use crate::ast::Str;
use crate::error::SyntaxError;

/// A string value under construction: UTF-8, with lone surrogates encoded as if they were characters.
#[derive(Default)]
pub(crate) struct Text {
    bytes: Vec<u8>,
    surrogates: bool,
}

impl Text {
    pub(crate) fn is_empty(&self) -> bool {
        self.bytes.is_empty()
    }

    pub(crate) fn into_str(self) -> Str {
        if self.surrogates {
            return Str::Wtf8(self.bytes.into());
        }
        match String::from_utf8(self.bytes) {
            Ok(text) => Str::Utf8(text.into()),
            Err(error) => Str::Wtf8(error.into_bytes().into()),
        }
    }

    fn push_str(&mut self, text: &str) {
        self.bytes.extend_from_slice(text.as_bytes());
    }

    fn push(&mut self, code: u32) {
        match char::from_u32(code) {
            Some(character) => self.push_str(character.encode_utf8(&mut [0; 4])),
            None => {
                self.surrogates = true;
                self.bytes.extend_from_slice(&[0xE0 | (code >> 12) as u8, 0x80 | (code >> 6 & 0x3F) as u8, 0x80 | (code & 0x3F) as u8]);
            }
        }
    }

    /// Source text as the value has it: every line ends in `\n`.
    pub(crate) fn push_source(&mut self, text: &str) {
        let mut rest = text;
        while let Some(at) = rest.find('\r') {
            self.push_str(&rest[..at]);
            self.push_str("\n");
            rest = rest[at + 1..].strip_prefix('\n').unwrap_or(&rest[at + 1..]);
        }
        self.push_str(rest);
    }
}

impl Builder<'_> {
    /// Appends the value of the text at `span` of a plain literal.
    pub(crate) fn decode(&mut self, span: Span, raw: bool, into: &mut Text) {
        let slice = self.slice(span);
        if raw || !slice.contains('\\') {
            return into.push_source(slice);
        }
        let mut at = span.start as usize;
        let end = span.end as usize;
        while let Some(length) = self.text[at..end].find('\\') {
            into.push_source(&self.text[at..at + length]);
            at = self.escape(at + length, end, into);
        }
        into.push_source(&self.text[at..end]);
    }

    /// Appends the value of literal text of an f-string or, with `spec`, of a format specification, where braces are not doubled.
    pub(crate) fn decode_formatted(&mut self, span: Span, raw: bool, spec: bool, into: &mut Text) {
        if spec {
            return self.decode(span, raw, into);
        }
        let bytes = self.text.as_bytes();
        let (mut start, mut at) = (span.start as usize, span.start as usize);
        let end = span.end as usize;
        while at < end {
            match bytes[at] {
                // The braces of `\N{…}` are not text.
                b'\\' if !raw && bytes[at + 1..end].starts_with(b"N{") => at += self.text[at..end].find('}').map_or(1, |length| length + 1),
                b'\\' if !raw && bytes.get(at + 1).is_some_and(u8::is_ascii) && !matches!(bytes[at + 1], b'{' | b'}') => at += 2,
                b'{' | b'}' => {
                    self.decode(Span::new(start as u32, at as u32 + 1), raw, into);
                    at += 2;
                    start = at;
                }
                _ => at += 1,
            }
        }
        if start < end {
            self.decode(Span::new(start as u32, end as u32), raw, into);
        }
    }

    /// Appends what the escape sequence at `at` stands for; the offset after it.
    fn escape(&mut self, at: usize, end: usize, into: &mut Text) -> usize {
        let rest = &self.text.as_bytes()[at + 1..end];
        let simple = |code: u32, into: &mut Text| {
            into.push(code);
            at + 2
        };
        match rest.first() {
            Some(b'\n') => at + 2,
            Some(b'\r') => at + if rest.get(1) == Some(&b'\n') { 3 } else { 2 },
            Some(b'\\' | b'\'' | b'"') => simple(u32::from(rest[0]), into),
            Some(b'a') => simple(7, into),
            Some(b'b') => simple(8, into),
            Some(b'f') => simple(12, into),
            Some(b'n') => simple(10, into),
            Some(b'r') => simple(13, into),
            Some(b't') => simple(9, into),
            Some(b'v') => simple(11, into),
            Some(b'0'..=b'7') => {
                let digits = octal_digits(rest);
                into.push(octal(digits));
                at + 1 + digits.len()
            }
            Some(b'x') => self.hex_escape(at, end, 2, into),
            Some(b'u') => self.hex_escape(at, end, 4, into),
            Some(b'U') => self.hex_escape(at, end, 8, into),
            Some(b'N') => self.named_escape(at, end, into),
            // Unknown escapes stay as they are.
            _ => simple(u32::from(b'\\'), into) - 1,
        }
    }

    fn hex_escape(&mut self, at: usize, end: usize, digits: usize, into: &mut Text) -> usize {
        let rest = &self.text.as_bytes()[at + 2..end];
        let count = rest.iter().take(digits).take_while(|b| b.is_ascii_hexdigit()).count();
        let after = at + 2 + count;
        let code = (count == digits).then(|| u32::from_str_radix(&self.text[at + 2..after], 16).ok()).flatten();
        match code {
            Some(code) if code <= 0x10FFFF => into.push(code),
            Some(_) => self.bad_escape(at, after, "no character has a number above 10FFFF"),
            None => self.bad_escape(at, after, &format!("`\\{}` needs {digits} hexadecimal digits", self.text.as_bytes()[at + 1] as char)),
        }
        after
    }

    fn named_escape(&mut self, at: usize, end: usize, into: &mut Text) -> usize {
        let rest = &self.text[at + 2..end];
        let Some((name, _)) = rest.strip_prefix('{').and_then(|inner| inner.split_once('}')) else {
            self.bad_escape(at, at + 2, "`\\N` needs the name of a character in braces");
            return at + 2;
        };
        let after = at + 4 + name.len();
        match unicode_names2::character(name) {
            Some(character) => into.push(character as u32),
            None => self.bad_escape(at, after, &format!("there is no character named `{name}`")),
        }
        after
    }

    fn bad_escape(&mut self, at: usize, end: usize, message: &str) {
        let error = SyntaxError::new(Span::new(at as u32, end as u32), message);
        self.errors.push(error.help("write `\\\\` for a backslash, or prefix the string with `r`"));
    }

    /// Appends the value of the text at `span` of a bytes literal.
    pub(crate) fn decode_bytes(&mut self, span: Span, raw: bool, into: &mut Vec<u8>) {
        let slice = self.slice(span);
        if let Some((at, character)) = slice.char_indices().find(|(_, c)| !c.is_ascii()) {
            let start = span.start + at as u32;
            let error =
                SyntaxError::new(Span::new(start, start + character.len_utf8() as u32), "a bytes literal can only hold ASCII characters");
            let escaped: String = character.encode_utf8(&mut [0; 4]).bytes().map(|b| format!("\\x{b:02x}")).collect();
            self.errors.push(error.help(format!("write `{escaped}` for its UTF-8 bytes")));
        }
        let bytes = slice.as_bytes();
        let mut at = 0;
        while let Some(&byte) = bytes.get(at) {
            at = match byte {
                b'\\' if !raw => self.bytes_escape(span, at, into),
                b'\r' => {
                    into.push(b'\n');
                    at + if bytes.get(at + 1) == Some(&b'\n') { 2 } else { 1 }
                }
                _ => {
                    into.push(byte);
                    at + 1
                }
            };
        }
    }

    /// Appends what the escape at `at` in the bytes literal's text stands for; the offset after it.
    fn bytes_escape(&mut self, span: Span, at: usize, into: &mut Vec<u8>) -> usize {
        let rest = &self.slice(span).as_bytes()[at + 1..];
        let byte = match rest.first() {
            Some(b'\n') => return at + 2,
            Some(b'\r') => return at + if rest.get(1) == Some(&b'\n') { 3 } else { 2 },
            Some(&byte @ (b'\\' | b'\'' | b'"')) => byte,
            Some(b'a') => 7,
            Some(b'b') => 8,
            Some(b'f') => 12,
            Some(b'n') => b'\n',
            Some(b'r') => b'\r',
            Some(b't') => b'\t',
            Some(b'v') => 11,
            Some(b'0'..=b'7') => {
                let digits = octal_digits(rest);
                into.push(octal(digits) as u8);
                return at + 1 + digits.len();
            }
            Some(b'x') => {
                let count = rest[1..].iter().take(2).take_while(|b| b.is_ascii_hexdigit()).count();
                let digits = &self.slice(span)[at + 2..at + 2 + count];
                match u8::from_str_radix(digits, 16) {
                    Ok(value) if count == 2 => into.push(value),
                    _ => {
                        let start = span.start as usize + at;
                        self.bad_escape(start, start + 2 + count, "`\\x` needs 2 hexadecimal digits");
                    }
                }
                return at + 2 + count;
            }
            _ => {
                into.push(b'\\');
                return at + 1;
            }
        };
        into.push(byte);
        at + 2
    }
}

fn octal_digits(rest: &[u8]) -> &[u8] {
    let count = rest.iter().take(3).take_while(|b| matches!(b, b'0'..=b'7')).count();
    &rest[..count]
}

fn octal(digits: &[u8]) -> u32 {
    digits.iter().fold(0, |value, digit| value * 8 + u32::from(digit - b'0'))
}
