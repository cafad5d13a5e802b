//! Reads the text a token at a time. There are no tokens of their own: what a name may contain depends on where it stands.

use super::names::{path_length, word_length};
use super::parse::ParseError;

pub(super) type Result<T> = std::result::Result<T, ParseError>;

#[derive(Clone)]
pub(super) struct Cursor<'t> {
    text: &'t str,
    pub(super) position: usize,
}

impl<'t> Cursor<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Self { text, position: 0 }
    }

    pub(super) fn error<T>(&self, message: impl Into<String>) -> Result<T> {
        let mut next = self.clone();
        next.skip_space();
        let before = &self.text[..next.position];
        let start = before.rfind('\n').map_or(0, |newline| newline + 1);
        let line = before.matches('\n').count() + 1;
        Err(ParseError { line, col: self.text[start..next.position].chars().count() + 1, message: message.into() })
    }

    pub(super) fn skip_space(&mut self) {
        loop {
            let rest = self.rest();
            let trimmed = rest.trim_start();
            self.position += rest.len() - trimmed.len();
            if !trimmed.starts_with("//") {
                return;
            }
            self.position += trimmed.find('\n').unwrap_or(trimmed.len());
        }
    }

    pub(super) fn rest(&self) -> &'t str {
        &self.text[self.position..]
    }

    pub(super) fn at_end(&mut self) -> bool {
        self.skip_space();
        self.rest().is_empty()
    }

    /// Punctuation.
    pub(super) fn eat(&mut self, token: &str) -> bool {
        self.skip_space();
        let found = self.rest().starts_with(token);
        self.position += if found { token.len() } else { 0 };
        found
    }

    pub(super) fn expect(&mut self, token: &str) -> Result<()> {
        if self.eat(token) { Ok(()) } else { self.error(format!("expected `{token}`")) }
    }

    /// The word that comes next, without going past it.
    pub(super) fn peek_word(&mut self) -> &'t str {
        self.skip_space();
        &self.rest()[..word_length(self.rest())]
    }

    pub(super) fn word(&mut self) -> Result<&'t str> {
        let word = self.peek_word();
        if word.is_empty() {
            return self.error("expected a word");
        }
        self.position += word.len();
        Ok(word)
    }

    pub(super) fn eat_word(&mut self, word: &str) -> bool {
        let found = self.peek_word() == word;
        self.position += if found { word.len() } else { 0 };
        found
    }

    pub(super) fn expect_word(&mut self, word: &str) -> Result<()> {
        if self.eat_word(word) { Ok(()) } else { self.error(format!("expected `{word}`")) }
    }

    /// A name of a function, class or struct.
    pub(super) fn path_name(&mut self) -> Result<String> {
        self.name(path_length)
    }

    /// A name of a local, global or field.
    pub(super) fn word_name(&mut self) -> Result<String> {
        self.name(word_length)
    }

    fn name(&mut self, length: fn(&str) -> usize) -> Result<String> {
        self.skip_space();
        if self.rest().starts_with('"') {
            let bytes = self.string()?;
            return String::from_utf8(bytes).or_else(|_| self.error("a name is not UTF-8"));
        }
        let length = length(self.rest());
        if length == 0 {
            return self.error("expected a name");
        }
        let name = self.rest()[..length].to_owned();
        self.position += length;
        Ok(name)
    }

    pub(super) fn string(&mut self) -> Result<Vec<u8>> {
        self.expect("\"")?;
        let mut bytes = Vec::new();
        loop {
            let Some(&byte) = self.text.as_bytes().get(self.position) else {
                return self.error("unterminated string");
            };
            self.position += 1;
            match byte {
                b'"' => return Ok(bytes),
                b'\\' => bytes.push(self.escape()?),
                _ => bytes.push(byte),
            }
        }
    }

    fn escape(&mut self) -> Result<u8> {
        let rest = self.rest();
        let (value, length) = match rest.as_bytes().first() {
            Some(b'n') => (Some(b'\n'), 1),
            Some(b'"') => (Some(b'"'), 1),
            Some(b'\\') => (Some(b'\\'), 1),
            Some(b'x') => (rest.get(1..3).and_then(|digits| u8::from_str_radix(digits, 16).ok()), 3),
            _ => (None, 0),
        };
        self.position += length.min(rest.len());
        value.map_or_else(|| self.error("unknown escape"), Ok)
    }

    /// A number as it is written: `-1`, `2.5`, `1e-7`.
    pub(super) fn number(&mut self) -> Result<&'t str> {
        self.skip_space();
        let rest = self.rest();
        let mut previous = '\0';
        let ends = |c: char| {
            let sign = c == '-' && matches!(previous, '\0' | 'e');
            previous = c;
            !(c.is_ascii_digit() || sign || matches!(c, '.' | 'e'))
        };
        let length = rest.find(ends).unwrap_or(rest.len());
        self.position += length;
        if length == 0 { self.error("expected a number") } else { Ok(&rest[..length]) }
    }

    pub(super) fn integer<T: std::str::FromStr>(&mut self) -> Result<T> {
        self.skip_space();
        let rest = self.rest();
        let sign = usize::from(rest.starts_with('-'));
        let length = sign + rest[sign..].find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len() - sign);
        match rest[..length].parse() {
            Ok(value) => {
                self.position += length;
                Ok(value)
            }
            Err(_) => self.error("expected an integer"),
        }
    }

    pub(super) fn starts_with(&mut self, prefix: char) -> bool {
        self.skip_space();
        self.rest().starts_with(prefix)
    }
}
